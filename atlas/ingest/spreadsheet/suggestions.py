"""Divisions whose names are most like one that nobody knows, and suggestions that are made when asked for."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from atlas.ingest.spreadsheet.division_names import Codes, DivisionNames
from atlas.ingest.spreadsheet.name_keys import name_key

_MOST = 3
_LONGEST = 30
_ALIKE_NEAR, _ALIKE_FAR, _ALIKE_ELSEWHERE, _ALIKE_LATIN = 0.32, 0.45, 0.6, 0.5


class Suggestions(Sequence[Codes]):
    """What `find` suggests for each of some texts, looked for only when somebody reads it: a file may hold a
    hundred thousand names that nobody knows."""

    def __init__(self, texts: Sequence[str], find: Callable[[str], Codes]) -> None:
        self._texts = texts
        self._find = find

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, place: int) -> Codes:  # type: ignore[override]  # nobody asks for slices
        return self._find(self._texts[place])

    def __iter__(self) -> Iterator[Codes]:
        return (self[place] for place in range(len(self)))


@lru_cache(maxsize=4096)
def nearest_divisions(text: str, names: DivisionNames, scope: str = "") -> Codes:
    """At most three current codes, the best first and those inside `scope` before others; empty where no name
    is alike. Outside a known scope a name must be more alike: it is not likely to be meant."""
    key = name_key(text)[-_LONGEST:]
    if not key:
        return ()
    found: dict[str, None] = {}
    for near, alike in ((True, _ALIKE_NEAR), (False, _ALIKE_ELSEWHERE if scope else _ALIKE_FAR)):
        if near and not scope:
            continue
        least = max(alike, _ALIKE_LATIN) if key.isascii() else alike
        known = names.names_in(scope if near else "")
        scored = process.extract(
            key, known.keys(), scorer=Levenshtein.normalized_similarity, limit=12, score_cutoff=least
        )
        for name, _, _ in scored:
            found.update(dict.fromkeys(known[name]))
        if len(found) >= _MOST:
            break
    return tuple(found)[:_MOST]

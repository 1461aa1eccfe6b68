"""Divisions whose names are most like one that nobody knows."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from atlas.ingest.spreadsheet.division_names import Codes, DivisionNames
from atlas.ingest.spreadsheet.name_keys import name_key

_MOST = 3
_LONGEST = 30
_ALIKE_NEAR, _ALIKE_FAR, _ALIKE_LATIN = 0.32, 0.45, 0.5


class Suggestions(Sequence[Codes]):
    """The three nearest divisions for each of some texts, looked for only when somebody reads them.

    Names inside `scope` ("" for none) come first.
    """

    def __init__(self, texts: Sequence[str], names: DivisionNames, scope: str) -> None:
        self._texts = texts
        self._names = names
        self._scope = scope

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, place: int) -> Codes:  # type: ignore[override]  # nobody asks for slices
        return nearest(self._texts[place], self._names, self._scope)

    def __iter__(self) -> Iterator[Codes]:
        return (self[place] for place in range(len(self)))


@lru_cache(maxsize=4096)
def nearest(text: str, names: DivisionNames, scope: str = "") -> Codes:
    """At most three current codes, the best first; empty where no name is alike."""
    key = name_key(text)[-_LONGEST:]
    if not key:
        return ()
    found: dict[str, None] = {}
    for near, alike in ((True, _ALIKE_NEAR), (False, _ALIKE_FAR)):
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

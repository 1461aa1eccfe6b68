"""Find divisions by name, pinyin, initials or code: one text of all keys, scanned by the string search."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_HITS = 3000  # a single letter matches almost everything; beyond this the best ones are there anyway


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What one division can be found by. `depth` is its level's depth; townships are ranked last."""

    code: str
    depth: int
    keys: tuple[str, ...]


def normalised(text: str) -> str:
    """Lower case without accents, spaces and punctuation: "Ürümqi" and "Xi'an" become "urumqi" and "xian"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if letter.isalnum())


class SearchIndex:
    """An index over `entries`; a search scans a few megabytes of text, which takes milliseconds."""

    def __init__(self, entries: Iterable[SearchEntry], deepest: int = 4) -> None:
        listed = tuple(entries)
        self._upper = _Part([entry for entry in listed if entry.depth < deepest])
        self._lower = _Part([entry for entry in listed if entry.depth >= deepest])

    def find(self, query: str, limit: int) -> tuple[str, ...]:
        """Codes of the best `limit` matches, best first; none for a query without letters or digits."""
        wanted = normalised(query)
        if not wanted or limit <= 0:
            return ()
        found = self._upper.find(wanted)[:limit]
        if len(found) < limit:
            found += self._lower.find(wanted)[: limit - len(found)]
        return tuple(found)


class _Part:
    def __init__(self, entries: Sequence[SearchEntry]) -> None:
        self._entries = entries
        self._starts: list[int] = []
        lines: list[str] = []
        position = 0
        for entry in entries:
            line = "|" + "|".join((*dict.fromkeys(entry.keys), entry.code)) + "|\n"
            lines.append(line)
            self._starts.append(position)
            position += len(line)
        self._text = "".join(lines)

    def find(self, wanted: str) -> list[str]:
        ranked: dict[int, int] = {}
        for rank, pattern in enumerate((f"|{wanted}|", f"|{wanted}", wanted)):
            if rank == 2 and len(wanted) == 1 and wanted.isascii():
                break
            for entry in self._hits(pattern, ranked):
                ranked[entry] = rank
        order = sorted(ranked, key=lambda at: (ranked[at], self._entries[at].depth, self._entries[at].code))
        return [self._entries[at].code for at in order]

    def _hits(self, pattern: str, known: dict[int, int]) -> list[int]:
        found: list[int] = []
        position = self._text.find(pattern)
        while position >= 0 and len(found) < MOST_HITS:
            entry = bisect_right(self._starts, position) - 1
            if entry not in known:
                found.append(entry)
            following = entry + 1
            if following == len(self._starts):
                break
            position = self._text.find(pattern, self._starts[following])
        return found

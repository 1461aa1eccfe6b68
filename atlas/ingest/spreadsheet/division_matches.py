"""From the addresses of a table to divisions, with what the rest of the file tells about doubtful ones."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from atlas.divisions import COUNTRY
from atlas.ingest.spreadsheet.division_addresses import Address, Addresses, Reading
from atlas.ingest.spreadsheet.division_names import Codes, DivisionNames

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Matches:
    """The division of every row: a place in `codes`, −1 where none is known.

    `readings` say for each address what it can mean by itself; `scope` is the division in which the file lies
    as far as it can be told, else the division that the uploader answers for, "" for the country.
    """

    codes: tuple[str, ...]
    rows: Ints
    readings: tuple[Reading, ...]
    scope: str


def match_rows(
    addresses: Sequence[Address], places: npt.NDArray[np.int32], readings: Sequence[Reading],
    reader: Addresses, scope: str, within: str | None,
) -> Matches:  # fmt: skip
    """Settle each row's division.

    `places` name the address of each row, −1 where the row has none. A name with several meanings is looked
    for in `scope` (the title's division), below the rows above it, among its neighbours, and in `within`.
    """
    matching = _Matching(addresses, list(readings), reader)
    used = np.unique(places[places >= 0]).tolist()
    for place in used:
        matching.settle_inside(place, scope)
    by_address = np.array([*matching.settled, -1], np.int64)
    rows = by_address[places]
    doubtful = [place for place in used if matching.settled[place] < 0]
    if doubtful:
        common = matching.common_ancestor(used)
        waiting = np.isin(places, doubtful)
        _by_rows_above(matching, places, rows, np.flatnonzero(waiting))
        for place in doubtful:
            matching.settle_near(place, [each for each in (common, within) if each])
        by_address = np.array([*matching.settled, -1], np.int64)
        rows = np.where(waiting & (rows < 0), by_address[places], rows)
        scope = scope or common or (within if within and within != COUNTRY else "")
    return Matches(tuple(matching.codes), rows, tuple(matching.readings), scope)


class _Matching:
    def __init__(self, addresses: Sequence[Address], readings: list[Reading], reader: Addresses) -> None:
        self.addresses = addresses
        self.readings = readings
        self.reader = reader
        self.names: DivisionNames = reader.names
        self.codes: list[str] = []
        self._index: dict[str, int] = {}
        self._inside: dict[tuple[int, str], Codes] = {}
        self.settled = [
            self.number(reading.codes[0]) if len(reading.codes) == 1 else -1 for reading in readings
        ]

    def number(self, code: str) -> int:
        if code not in self._index:
            self._index[code] = len(self.codes)
            self.codes.append(code)
        return self._index[code]

    def settle_inside(self, place: int, scope: str) -> None:
        """Prefer what lies in the division that the title names; of a city and its own county, the city."""
        codes = self.readings[place].codes
        if scope and not (codes and all(self._in(code, scope) for code in codes)):
            found = self.inside(place, scope)
            if found:
                codes = found
                self.readings[place] = Reading(found, self.readings[place].retired)
        if len(codes) > 1:
            top = [code for code in codes if not any(self.names.lies_in(code, other) for other in codes)]
            codes = tuple(top)
        if len(codes) == 1:
            self.settled[place] = self.number(codes[0])

    def settle_near(self, place: int, scopes: Iterable[str]) -> None:
        """Look in the smallest division that holds the rest of the file, then beside its other units."""
        for scope in scopes:
            found = self.inside(place, scope)
            if len(found) == 1:
                self.settled[place] = self.number(found[0])
                return
        codes = self.readings[place].codes
        beside = (
            [code for code in codes if self.names.divisions[code].parent in self._parents] if codes else []
        )
        if len(beside) == 1:
            self.settled[place] = self.number(beside[0])

    @cached_property
    def _parents(self) -> Set[str | None]:
        return {self.names.divisions[self.codes[each]].parent for each in self.settled if each >= 0}

    def inside(self, place: int, scope: str) -> Codes:
        kept = self._inside.get((place, scope))
        if kept is None:
            codes = tuple(code for code in self.readings[place].codes if self._in(code, scope))
            if not codes and not any("/" in part for part in self.addresses[place]):
                codes = self.reader.read(self.addresses[place], scope).codes
            kept = codes
            self._inside[place, scope] = kept
        return kept

    def common_ancestor(self, used: Iterable[int]) -> str:
        """The smallest division that holds every settled row, "" where that is the country."""
        common: Codes | None = None
        for number in {self.settled[place] for place in used} - {-1}:
            above = self.names.ancestors(self.codes[number])
            if common is None:
                common = above
            else:
                same = [left for left, right in zip(common, above, strict=False) if left == right]
                common = tuple(same)
        return common[-1] if common and common[-1] != COUNTRY else ""

    def _in(self, code: str, scope: str) -> bool:
        return code == scope or self.names.lies_in(code, scope)


def _by_rows_above(
    matching: _Matching, places: npt.NDArray[np.int32], rows: Ints, waiting: Iterable[int]
) -> None:
    """Below 乐山市, 市中区 is the one of 乐山: take the nearest larger division above a doubtful row."""
    depths = np.array(
        [matching.names.divisions[code].level.depth for code in matching.codes] + [99], np.int64
    )[rows]
    row_numbers = np.arange(len(rows))
    above_at = {
        depth: np.maximum.accumulate(np.where(depths <= depth, row_numbers, -1)) for depth in (1, 2, 3)
    }
    for row in waiting:
        for depth in (3, 2, 1):
            above = above_at[depth][row]
            if above < 0 or row - above > 500:
                continue
            found = matching.inside(int(places[row]), matching.codes[rows[above]])
            if len(found) == 1:
                rows[row] = matching.number(found[0])
                break

"""From the addresses of a table to divisions, with what the rest of the file tells about doubtful ones."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from atlas.divisions import COUNTRY, Level
from atlas.ingest.spreadsheet.division_addresses import Address, Addresses, Reading
from atlas.ingest.spreadsheet.division_choices import Choices

Ints = npt.NDArray[np.int64]
Places = npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Matches:
    """The division of every row: a place in `codes`, −1 where none is known.

    `readings` say for each address what it can mean by itself; `scope` is the division in which the file lies
    as far as it can be told, else the division that the uploader answers for, "" for the country. `outside`
    are the places of the addresses that name a division of another province than the title's.
    """

    codes: tuple[str, ...]
    rows: Ints
    readings: tuple[Reading, ...]
    scope: str
    outside: Set[int] = frozenset()


def match_rows(
    addresses: Sequence[Address], places: Places, readings: Sequence[Reading], reader: Addresses,
    levels: Sequence[Level | None], scope: str, within: str | None,
) -> Matches:  # fmt: skip
    """Settle each row's division.

    `places` name the address of each row, −1 where the row has none; `levels` are those that the headings
    tell for the addresses. A name with several meanings is looked for in `scope` (the title's division), at
    the level of its heading and of its siblings, below the rows above it, among its neighbours, and in
    `within`.
    """
    choices = Choices(addresses, readings, reader)
    used = np.unique(places[places >= 0]).tolist()
    scope = choices.titled(scope, used) if scope else ""
    outside = frozenset(place for place in used if not choices.settle_inside(place, scope))
    used = [place for place in used if place not in outside]
    for place in used:
        choices.settle_level(place, levels[place])
    _settle_among_rows(choices, places, used)
    rows = _by_row(choices, places)
    doubtful = [place for place in used if choices.settled[place] < 0]
    if doubtful:
        common = choices.common_ancestor(used)
        waiting = np.isin(places, doubtful)
        _by_rows_above(choices, places, rows, np.flatnonzero(waiting))
        for place in doubtful:
            choices.settle_near(place, [each for each in (common, within) if each])
        rows = np.where(waiting & (rows < 0), _by_row(choices, places), rows)
        scope = scope or common or (within if within and within != COUNTRY else "")
    return Matches(tuple(choices.codes), rows, tuple(choices.readings), scope, outside)


def _by_row(choices: Choices, places: Places) -> Ints:
    return np.array([*choices.settled, -1], np.int64)[places]


def _settle_among_rows(choices: Choices, places: Places, used: Sequence[int]) -> None:
    """What the other rows tell: 吉林 before 长春 is the province, among 长春 and 四平 the city.

    Once more after a city was preferred to its own county, as that tells more of the siblings.
    """
    if not choices.doubtful(used):
        return
    choices.settle_heads(_neighbours(choices, places, used), used)
    choices.settle_among_siblings(used)
    for place in choices.doubtful(used):
        choices.settle_larger(place)
    choices.settle_among_siblings(used)


def _neighbours(choices: Choices, places: Places, used: Sequence[int]) -> dict[int, tuple[str, str]]:
    """The divisions of the settled rows before and after the first row of each doubtful name."""
    rows = _by_row(choices, places)
    settled = np.flatnonzero(rows >= 0)
    found, first = np.unique(places, return_index=True)
    at = dict(zip(found.tolist(), np.searchsorted(settled, first).tolist(), strict=True))

    def settled_at(near: int) -> str:
        return choices.codes[rows[settled[near]]] if 0 <= near < len(settled) else ""

    return {place: (settled_at(at[place] - 1), settled_at(at[place])) for place in choices.doubtful(used)}


def _by_rows_above(choices: Choices, places: Places, rows: Ints, waiting: Iterable[int]) -> None:
    """Below 乐山市, 市中区 is the one of 乐山: take the nearest larger division above a doubtful row."""
    depths = np.array([choices.names.divisions[code].level.depth for code in choices.codes] + [99], np.int64)[
        rows
    ]
    row_numbers = np.arange(len(rows))
    above_at = {
        depth: np.maximum.accumulate(np.where(depths <= depth, row_numbers, -1)) for depth in (1, 2, 3)
    }
    for row in waiting:
        for depth in (3, 2, 1):
            above = above_at[depth][row]
            if above < 0 or row - above > 500:
                continue
            place, larger = int(places[row]), choices.codes[rows[above]]
            if choices.may_stand_beside(place, larger):
                continue
            found = choices.inside(place, larger, townships=False).codes
            if len(found) == 1:
                rows[row] = choices.number(found[0])
                break

"""Rows of 合计 and 小计: which rows each of them sums."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from atlas.ingest.spreadsheet.division_addresses import Address, Addresses
from atlas.ingest.spreadsheet.division_names import DivisionNames
from atlas.ingest.spreadsheet.row_kinds import RowKind, summed_place

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A total and the rows that it sums, from the first below the heading, counted from 0; `code` is the
    division that it names, "" if none."""

    row: int
    first: int
    last: int
    code: str


def total_rows(
    kinds: npt.NDArray[np.int8], codes: Ints, known: Sequence[str], addresses: Sequence[Address],
    places: npt.NDArray[np.int32], reader: Addresses,
) -> list[TotalRow]:  # fmt: skip
    """The totals of a table that have rows to sum.

    A grand total sums all rows of figures on its side; a subtotal those between it and the total before it,
    or after it where totals stand above their rows; one that names a division, that division's rows.
    """
    figures = np.flatnonzero(kinds == RowKind.FIGURES)
    totals = np.flatnonzero((kinds == RowKind.GRAND_TOTAL) | (kinds == RowKind.SUBTOTAL))
    if not len(figures) or not len(totals):
        return []
    found = []
    above = bool((kinds[: figures[0]] == RowKind.SUBTOTAL).any())
    for row in totals.tolist():
        if kinds[row] == RowKind.GRAND_TOTAL:
            span = _all(figures, row)
            code = ""
        else:
            span = _between(figures, totals, row, above)
            code = _code(addresses[places[row]], reader)
            if code:
                span = _inside(figures, codes, known, code, row, reader.names) or span
        if span is not None:
            found.append(TotalRow(row, span[0], span[1], code))
    return found


def _all(figures: Ints, row: int) -> tuple[int, int] | None:
    before = int(np.searchsorted(figures, row))
    rows = figures[:before] if 2 * before >= len(figures) else figures[before:]
    return (int(rows[0]), int(rows[-1])) if len(rows) else None


def _between(figures: Ints, totals: Ints, row: int, above: bool) -> tuple[int, int] | None:
    place = int(np.searchsorted(totals, row))
    if above:
        end = totals[place + 1] if place + 1 < len(totals) else figures[-1] + 1
        first, last = np.searchsorted(figures, (row, end))
    else:
        start = totals[place - 1] if place else -1
        first, last = np.searchsorted(figures, (start, row))
    rows = figures[first:last]
    return (int(rows[0]), int(rows[-1])) if len(rows) else None


def _inside(
    figures: Ints, codes: Ints, known: Sequence[str], code: str, row: int, names: DivisionNames
) -> tuple[int, int] | None:
    below = {place for place, each in enumerate(known) if names.lies_in(each, code)}
    mine = figures[np.isin(codes[figures], list(below))]
    if not len(mine):
        return None
    nearest = int(np.abs(mine - row).argmin())
    first = last = nearest
    while first > 0 and _adjacent(figures, mine[first - 1], mine[first]):
        first -= 1
    while last + 1 < len(mine) and _adjacent(figures, mine[last], mine[last + 1]):
        last += 1
    return int(mine[first]), int(mine[last])


def _adjacent(figures: Ints, before: int, after: int) -> bool:
    return bool(np.searchsorted(figures, after) - np.searchsorted(figures, before) == 1)


def _code(address: Address, reader: Addresses) -> str:
    place = summed_place(address)
    codes = reader.read(place).codes if place else ()
    return codes[0] if len(codes) == 1 else ""

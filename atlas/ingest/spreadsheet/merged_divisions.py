"""Rows of former divisions that were merged into one of today's: a part is not the whole."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from atlas.ingest.spreadsheet.address_columns import Mask, Places
from atlas.ingest.spreadsheet.column_words import Kind
from atlas.ingest.spreadsheet.division_matches import Matches
from atlas.ingest.spreadsheet.division_names import DivisionNames
from atlas.ingest.spreadsheet.table import Table

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class MergedRows:
    """`alone` are rows of one part of a merged division. `together` are rows that stand for one division
    under several names, former ones among them, for the same period and measure; `others` are the rows that
    they meet.
    """

    alone: Ints
    together: Ints
    others: Ints


def merged_rows(
    table: Table, figures: Mask, matches: Matches, places: Places, names: DivisionNames
) -> MergedRows:
    """Find the rows of `figures` whose division was written by the name or code of one merged into it.

    `places` name the address of each row.
    """
    retired = np.array([bool(reading.retired) for reading in matches.readings], np.bool_)[places]
    settled = figures & (matches.rows >= 0)
    merged = np.array([code in names.merged for code in matches.codes] + [False], np.bool_)
    alone = np.flatnonzero(settled & retired & merged[matches.rows])
    shared = np.flatnonzero(settled & np.isin(matches.rows, matches.rows[settled & retired]))
    together, others = _together(table, shared, matches.rows, places, retired)
    return MergedRows(np.setdiff1d(alone, together), together, others)


def _together(table: Table, rows: Ints, codes: Ints, places: Places, retired: Mask) -> tuple[Ints, Ints]:
    """Rows that agree in all but the name, and for each a row that differs from it in that."""
    if not len(rows):
        return rows, rows
    by_row = table.of(Kind.MEASURE_NAME, Kind.PERIOD, Kind.MONTH, Kind.YEAR)
    keys = np.stack([codes[rows], *(table.distinct(place).places[rows] for place in by_row)])
    groups = np.unique(keys, axis=1, return_inverse=True)[1].reshape(-1)
    order = np.lexsort((places[rows], groups))
    groups, rows = groups[order], rows[order]
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    sizes = np.diff(starts, append=len(rows))
    first, last = np.repeat(rows[starts], sizes), np.repeat(rows[starts + sizes - 1], sizes)
    former = np.repeat(np.logical_or.reduceat(retired[rows], starts), sizes)
    meets = (places[first] != places[last]) & former
    others = np.where(places[rows] == places[last], first, last)
    in_order = np.argsort(rows[meets])
    return rows[meets][in_order], others[meets][in_order]

"""The same division, measure and period twice in a file."""

from collections.abc import Iterator, Sequence

import numpy as np

from atlas.findings import Findings, Ints
from atlas.validate.case import Case
from atlas.validate.cells import FAULTY, MISSING
from atlas.validate.keys import Bools
from atlas.validate.reporters import first_of_rows
from atlas.validate.rules import DUPLICATE_DIFFERS, DUPLICATE_SAME


def duplicates(case: Case) -> Iterator[Findings]:
    """Where the figures differ, nobody can say which is right: every row is at fault.

    Where they are the same, the first one counts and each later row is told of. One finding a row.
    """
    cells = case.cells
    places = np.flatnonzero(cells.placed & (cells.status != MISSING) & (cells.status != FAULTY))
    first, others = repeated(cells.key[places])
    if not len(others):
        return
    first, others = places[first], places[others]
    same = (cells.status[first] == cells.status[others]) & (
        (cells.value[first] == cells.value[others]) | ~cells.stated[first]
    )
    at_odds = np.isin(first, first[~same])
    differing = np.concatenate([others[at_odds], np.unique(first[~same])])
    partner = np.concatenate([first[at_odds], _partner(first, others, ~same)])
    if len(differing):
        order = np.argsort(differing)
        yield _found(case, differing[order], partner[order], differs=True)
    if not at_odds.all():
        order = np.argsort(others[~at_odds])
        yield _found(case, others[~at_odds][order], first[~at_odds][order], differs=False)


def repeated(keys: Ints) -> tuple[Ints, Ints]:
    """Places of all entries but the first of each key, and for each the place of that first one."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    again = np.concatenate([[False], ordered[1:] == ordered[:-1]]) if len(keys) else np.empty(0, dtype=bool)
    if not again.any():
        return order[:0], order[:0]
    begins = np.maximum.accumulate(np.where(again, 0, np.arange(len(order))))
    return order[begins[again]], order[again]


def later_same(case: Case) -> Bools:
    """True for cells that repeat an earlier one, which then counts alone."""
    cells = case.cells
    again = np.zeros(len(cells), dtype=bool)
    places = np.flatnonzero(cells.placed & (cells.status != MISSING) & (cells.status != FAULTY))
    again[places[repeated(cells.key[places])[1]]] = True
    return again


def _partner(first: Ints, others: Ints, differs: Bools) -> Ints:
    """For each first entry at odds with others, in order: the first of those."""
    at = np.flatnonzero(differs)
    _, where = np.unique(first[at], return_index=True)
    return others[at[where]]


def _found(case: Case, places: Ints, partner: Ints, *, differs: bool) -> Findings:
    cells = case.cells
    kept = np.searchsorted(places, first_of_rows(case, places))
    places, partner = places[kept], partner[kept]
    fields: dict[str, Sequence[object]] = {
        "measure": case.measures_at(cells.measure[places]),
        "division": case.divisions_at(cells.node[places]),
        "period": case.periods_at(cells.period[places]),
        "other": [str(row) for row in cells.row[partner].tolist()],
    }
    return cells.found(DUPLICATE_DIFFERS if differs else DUPLICATE_SAME, places, fields)

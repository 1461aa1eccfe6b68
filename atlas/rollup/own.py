"""What each division itself reported for a period, composed along time."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from atlas.divisions.nodes import Bools, Ints
from atlas.periods import Period, PeriodKind
from atlas.rollup.rows import Rows
from atlas.rollup.states import NONE, NOT_APPLICABLE, SUPPRESSED, VALUE

Floats = npt.NDArray[np.float64]
_CARRY_STEP = 3
_PIECES = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}


@dataclass(eq=False)
class Own:
    """One entry for each node.

    `state` as in `rows`, `value` 0 where there is none, `months` a bit for each month of the period that the
    figure covers (all of them for a stock), `as_of` the month at whose end a stock holds, `row` the row of a
    single figure (−1 for a sum), `used` all rows that went in.
    """

    value: Floats
    state: Ints
    months: Ints
    as_of: Ints
    qualifier: Ints
    alternatives: Ints
    row: Ints
    used: Ints


def all_months(period: Period) -> int:
    """A bit for each month of the period."""
    return int((1 << period.months) - 1)


def nothing(size: int) -> Own:
    """No figure for any of `size` nodes."""
    state, months, as_of, qualifier, alternatives = np.zeros((5, size), dtype=np.int64)
    row, used = np.full(size, -1), np.zeros(0, dtype=np.int64)
    return Own(np.zeros(size), state, months, as_of, qualifier, alternatives, row, used)


def flow(rows: Rows, period: Period, size: int, keep: Bools | None = None) -> Own:
    """A flow: the figure for exactly this period, else all its months, halves or quarters, else some months.

    Months, halves and quarters are never mixed, and a longer period is never spread over a shorter one.
    `keep` limits the rows.
    """
    chosen = nothing(size)
    partial: Own | None = None
    for kind in _order(period):
        found = _summed(rows, period, kind, size, keep)
        if found is None:
            continue
        whole = found.months == all_months(period)
        _fill(chosen, found, whole, rows)
        if kind is PeriodKind.MONTH:
            partial = found
    if partial is not None:
        _fill(chosen, partial, partial.state != NONE, rows)
    chosen.as_of[:] = period.last
    return chosen


def stock(rows: Rows, period: Period, size: int, keep: Bools | None = None) -> Own:
    """A stock: its last value in the period. A figure for a half or a quarter holds for just that period."""
    return at_rows(rows, last_rows(rows, period.first, period.last, size, keep, period), period)


def carried(rows: Rows, period: Period, size: int) -> Own:
    """A stock that holds until the next figure: the latest one at or before the end of the period."""
    chosen = np.full(size, -1)
    last, earliest = period.last, int(rows.first.min()) if len(rows) else period.last + 1
    while last >= earliest and np.count_nonzero(chosen >= 0) < rows.nodes:
        older = last_rows(rows, last - _CARRY_STEP + 1, last, size)
        chosen = np.where(chosen >= 0, chosen, older)
        last -= _CARRY_STEP
    return at_rows(rows, chosen, period)


def rate(rows: Rows, period: Period, size: int) -> Own:
    """A stated rate: the one for exactly this period, else the last stated for a month in it."""
    chosen = np.full(size, -1)
    if period.kind is not PeriodKind.MONTH:
        _put(chosen, rows, rows.starting(PeriodKind.MONTH, period.first, period.last))
    _put(chosen, rows, rows.starting(period.kind, period.first, period.first))
    return at_rows(rows, chosen, period)


def derived(counts: Ints, period: Period) -> Own:
    """A number of divisions, which the tree knows for every node."""
    own = nothing(len(counts))
    own.value = counts.astype(np.float64)
    own.state[:] = VALUE
    own.months[:] = all_months(period)
    own.as_of[:] = period.last
    return own


def last_rows(
    rows: Rows, first: int, last: int, size: int, keep: Bools | None = None, exact: Period | None = None
) -> Ints:
    """For each node the row of its last point in time between two months, −1 if none.

    A year's figure holds at the end of the year. At the same month a figure for exactly the period asked
    comes first, then one for the month.
    """
    by_month = np.full(size, -1)
    _put(by_month, rows, rows.starting(PeriodKind.MONTH, first, last), keep)
    by_year = np.full(size, -1)
    _put(by_year, rows, rows.starting(PeriodKind.YEAR, first - 11, last - 11), keep)
    year_first = exact is not None and exact.kind is PeriodKind.YEAR
    chosen = _later(rows, by_year, by_month) if year_first else _later(rows, by_month, by_year)
    if exact is not None and exact.kind in (PeriodKind.HALF, PeriodKind.QUARTER):
        _put(chosen, rows, rows.starting(exact.kind, exact.first, exact.first), keep)
    return chosen


def at_rows(rows: Rows, chosen: Ints, period: Period) -> Own:
    """The figures of the chosen rows, one for each node."""
    own = nothing(len(chosen))
    has = chosen >= 0
    at = chosen[has]
    own.state[has] = rows.status[at]
    own.value[has] = np.where(rows.status[at] == VALUE, rows.value[at], 0.0)
    own.months[has] = all_months(period)
    own.as_of[has] = rows.last[at]
    own.qualifier[has] = rows.qualifier[at]
    own.alternatives[has] = rows.alternatives[at]
    own.row = chosen
    own.used = at
    return own


def _order(period: Period) -> tuple[PeriodKind, ...]:
    others = [
        kind for kind in (PeriodKind.MONTH, PeriodKind.HALF, PeriodKind.QUARTER) if kind is not period.kind
    ]
    return (period.kind, *(kind for kind in others if _PIECES[kind] < period.months))


def _summed(rows: Rows, period: Period, kind: PeriodKind, size: int, keep: Bools | None) -> Own | None:
    run = rows.starting(kind, period.first, period.last)
    if run.start == run.stop:
        return None
    at = np.arange(run.start, run.stop) if keep is None else np.flatnonzero(keep[run]) + run.start
    node, status = rows.node[at], rows.status[at]
    own = nothing(size)
    count = np.bincount(node, minlength=size)
    valued = status == VALUE
    own.value += np.bincount(node, weights=np.where(valued, rows.value[at], 0.0), minlength=size)
    own.state = np.where(count > 0, VALUE, NONE)
    if not bool(valued.all()):
        own.state[(np.bincount(node[valued], minlength=size) == 0) & (count > 0)] = NOT_APPLICABLE
        own.state[node[status == SUPPRESSED]] = SUPPRESSED
    piece = (1 << _PIECES[kind]) - 1
    bits = np.left_shift(piece, rows.first[at].astype(np.int64) - period.first)
    own.months = np.bincount(node, weights=bits, minlength=size).astype(np.int64)
    if _any(rows.qualifier):
        np.maximum.at(own.qualifier, node, rows.qualifier[at])
    if _any(rows.alternatives):
        np.add.at(own.alternatives, node, rows.alternatives[at])
    if kind is period.kind:
        own.row[node] = at
    own.used = at
    return own


def _any(column: Ints) -> bool:
    """Whether a column may hold anything but zeros; one value repeated is told by its first entry."""
    return column.strides != (0,) or bool(column[0])


def _fill(chosen: Own, found: Own, where: Bools, rows: Rows) -> None:
    where = where & (chosen.state == NONE)
    if not bool(where.any()):
        return
    for name in ("value", "state", "months", "qualifier", "alternatives", "row"):
        getattr(chosen, name)[where] = getattr(found, name)[where]
    if rows.has_sources:
        chosen.used = np.concatenate([chosen.used, found.used[where[rows.node[found.used]]]])


def _put(chosen: Ints, rows: Rows, run: slice, keep: Bools | None = None) -> None:
    at = np.arange(run.start, run.stop)
    if keep is not None:
        at = at[keep[run]]
    chosen[rows.node[at]] = at


def _later(rows: Rows, preferred: Ints, other: Ints) -> Ints:
    if not len(rows):
        return preferred
    ends = np.where(preferred >= 0, rows.last[preferred], -1)
    return np.where((other >= 0) & (np.where(other >= 0, rows.last[other], -1) > ends), other, preferred)

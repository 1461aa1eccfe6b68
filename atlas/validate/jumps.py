"""Figures far from the unit's own history.

Modified z-score after Iglewicz and Hoaglin (1993), How to Detect and Handle Outliers, and Tukey's fence
around the quartiles: only what both call an outlier is told of.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from atlas.findings import Findings, Ints
from atlas.validate.case import Case
from atlas.validate.keys import Floats, numbered
from atlas.validate.known import REACH, STEPS
from atlas.validate.rules import JUMP

FEWEST = 6
"""Fewer earlier figures than this say nothing about what is usual."""
LIMIT = 3.5
MAD_SCALE = 0.6745
MEAN_SCALE = 0.7979
"""Takes the place of MAD_SCALE where more than half of the history is one value: √(2 ÷ π)."""
FENCE = 1.5
LEAST_SPREAD = 0.02
"""A history with a MAD of 0 is taken to spread by this share of its median, and by at least one."""
AT_ONCE = 10_000


@dataclass(frozen=True, eq=False)
class Usual:
    """What is usual for each of some histories: how many figures it has, and the bounds (NaN if too few)."""

    count: Ints
    low: Floats
    high: Floats


def jumps(case: Case) -> Iterator[Findings]:
    """Months are compared with months, quarters with quarters and so on; spans of any length with nothing.

    The history of a figure are the accepted ones of the same division and measure in the `REACH` steps up to
    the latest one before it, which must not be older than that itself. Of what is impossible in itself (below
    zero, a period to come) nothing is added.
    """
    cells = case.cells
    possible = (cells.last[cells.usable] <= case.this_month) & (
        (cells.value[cells.usable] >= 0) | case.signed[cells.measure[cells.usable]]
    )
    for kind, step in enumerate(STEPS):
        places = cells.usable[possible & (cells.kind[cells.usable] == kind)]
        if not len(places):
            continue
        usual, which = _usual_for(case, places, kind, step)
        value = cells.value[places]
        with np.errstate(invalid="ignore"):
            far = np.flatnonzero((value < usual.low[which]) | (value > usual.high[which]))
        if len(far):
            yield _found(case, places[far], usual, which[far])


def usual_range(histories: Floats) -> Usual:
    """The range outside which a value is an outlier by both criteria, for each row; NaN pads a row.

    The modified z-score is 0.6745 (x − median) ÷ MAD, an outlier beyond ±3.5. Where MAD is 0 the mean
    absolute deviation stands in for it, or the least spread if that is more.
    """
    ordered = np.sort(histories, axis=1)
    count = np.count_nonzero(~np.isnan(ordered), axis=1)
    enough = count >= FEWEST
    ordered, n = ordered[enough], count[enough]
    middle = _quantile(ordered, n, 0.5)
    deviations = np.sort(np.abs(ordered - middle[:, None]), axis=1)
    margin = LIMIT * _spread(deviations, n, middle)
    lower, upper = _quantile(ordered, n, 0.25), _quantile(ordered, n, 0.75)
    fence = FENCE * (upper - lower)
    low, high = np.full(len(count), np.nan), np.full(len(count), np.nan)
    low[enough] = np.minimum(middle - margin, lower - fence)
    high[enough] = np.maximum(middle + margin, upper + fence)
    return Usual(count, low, high)


def _spread(deviations: Floats, n: Ints, middle: Floats) -> Floats:
    """One unit of the modified z-score."""
    mad = _quantile(deviations, n, 0.5) / MAD_SCALE
    mean = np.nansum(deviations, axis=1) / n / MEAN_SCALE
    least = np.maximum(LEAST_SPREAD * np.abs(middle), 1.0) / MAD_SCALE
    return np.where(mad > 0, mad, np.maximum(mean, least))


def _quantile(ordered: Floats, n: Ints, share: float) -> Floats:
    """By linear interpolation between the first `n` entries of each sorted row."""
    at = (n - 1) * share
    below = np.floor(at).astype(np.int64)
    above = np.minimum(below + 1, n - 1)
    rows = np.arange(len(ordered))
    low = ordered[rows, below]
    found: Floats = low + (ordered[rows, above] - low) * (at - below)
    return found


def _usual_for(case: Case, places: Ints, kind: int, step: int) -> tuple[Usual, Ints]:
    """What is usual for each history, and which of them each cell has."""
    cells = case.cells
    pair = _pair(case, cells.measure[places], cells.node[places])
    series, of_cell = numbered(pair, len(case.tree) * len(cells.measures))
    table, steps = _table(case, series, kind, step)
    width = table.shape[1]
    # The column of the latest figure up to each column; the one before the first step stands for none.
    known = np.where(np.isnan(table), REACH - 1, np.arange(width, dtype=np.int32))
    latest = np.maximum.accumulate(known, axis=1)
    own = cells.first[places] // step
    end = latest[of_cell, REACH - 1 + np.searchsorted(steps, own)]
    when = np.append(steps, np.iinfo(np.int32).min)[end - REACH]
    end = np.where(own - when <= REACH, end, REACH - 1)
    windows, which = numbered(of_cell * width + end, table.size)
    row, last = np.divmod(windows, width)
    return _usual_of(table, row, last), which


def _usual_of(table: Floats, row: Ints, last: Ints) -> Usual:
    """What is usual for these rows in the window that ends in column `last`."""
    views = np.lib.stride_tricks.sliding_window_view(table, REACH, axis=1)
    parts = [
        usual_range(np.ascontiguousarray(views[row[some], last[some] - REACH + 1]))
        for some in (slice(begin, begin + AT_ONCE) for begin in range(0, len(row), AT_ONCE))
    ]
    return Usual(
        np.concatenate([part.count for part in parts]),
        np.concatenate([part.low for part in parts]),
        np.concatenate([part.high for part in parts]),
    )


def _table(case: Case, series: Ints, kind: int, step: int) -> tuple[Floats, Ints]:
    """The accepted figures of each series, and the steps of its columns after the first `REACH` empty ones.

    Only steps that have figures have a column, so that a period of long ago in a file costs nothing.
    """
    cells, earlier = case.cells, case.earlier
    of_file = np.bincount(cells.measures, minlength=len(case.measures)).astype(bool)[earlier.measure]
    kept = np.flatnonzero(of_file & (earlier.kind == kind) & (earlier.node >= 0))
    row_of = np.full(len(case.tree) * len(cells.measures), -1, dtype=np.int64)
    row_of[series] = np.arange(len(series))
    row = row_of[_pair(case, earlier.measure[kept], earlier.node[kept])]
    kept, row = kept[row >= 0], row[row >= 0]
    step_of = earlier.first[kept] // step
    steps, column = numbered(step_of, int(step_of.max(initial=0)) + 1)
    table = np.full((len(series), REACH + len(steps)), np.nan)
    table[row, REACH + column] = earlier.value[kept]
    return table, steps


def _pair(case: Case, measure: Ints, node: Ints) -> Ints:
    """One number for a division and one of the file's measures."""
    rank = np.cumsum(np.bincount(case.cells.measures, minlength=len(case.measures))) - 1
    pair: Ints = rank[measure] * len(case.tree) + node
    return pair


def _found(case: Case, places: Ints, usual: Usual, which: Ints) -> Findings:
    cells = case.cells
    low = np.where(case.signed[cells.measure[places]], usual.low[which], np.maximum(usual.low[which], 0))
    fields: dict[str, list[object]] = {
        "measure": list(case.measures_at(cells.measure[places])),
        "division": list(case.divisions_at(cells.node[places])),
        "period": list(case.periods_at(cells.period[places])),
        "figure": list(cells.value[places].tolist()),
        "count": list(usual.count[which].tolist()),
        "low": list(np.round(low, 2).tolist()),
        "high": list(np.round(usual.high[which], 2).tolist()),
    }
    return cells.found(JUMP, places, fields)

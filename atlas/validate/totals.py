"""Rows of 合计 and 小计 beside the rows that they sum."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from atlas.findings import Findings, Ints
from atlas.validate.case import Case
from atlas.validate.cells import FAULTY, STATUSES, Cells, cells_of
from atlas.validate.children import EXACT
from atlas.validate.keys import Bools, Floats
from atlas.validate.rounding import half_steps
from atlas.validate.rules import TOTAL_DIFFERS

SUPPRESSED = STATUSES.index("suppressed")


def totals(case: Case) -> Iterator[Findings]:
    """Totals that are not the sum of their rows, as far as rounding does not explain it.

    A total may also leave out the rows that another row of the file contains (the counties of a city that
    stands there, too). Nothing is said of rates, nor where a cell could not be read or is suppressed.
    """
    if not case.intake.totals.num_rows:
        return
    total = cells_of(case.intake.totals, case.tree, case.context.definitions)
    first = case.intake.totals["over_first"].to_numpy().astype(np.int64)
    last = case.intake.totals["over_last"].to_numpy().astype(np.int64)
    summed = np.array([*(measure.kind != "rate" for measure in case.measures), False])
    checked = np.flatnonzero(total.stated & summed[total.measure])
    differing, sums = _differing(case, total, first, last, checked)
    if len(differing):
        fields: dict[str, list[object]] = {
            "first": [str(row) for row in first[differing].tolist()],
            "last": [str(row) for row in last[differing].tolist()],
            "sum": list(sums.tolist()),
        }
        yield total.found(TOTAL_DIFFERS, differing, fields)


def _differing(case: Case, total: Cells, first: Ints, last: Ints, places: Ints) -> tuple[Ints, Floats]:
    """The totals at odds with their rows, and the sum that each should state."""
    by_period = (total.kind >= 0) & np.isin(total.period, case.cells.periods)
    apart, sums = [], []
    for dated in (False, True):
        mine = places[by_period[places] == dated]
        columns = _Columns.of(case, total, mine, dated=dated)
        every = columns.over(first[mine], last[mine], np.ones(len(case.cells), dtype=bool))
        top = columns.over(first[mine], last[mine], ~_contained(case))
        margin = half_steps(total.texts.take(pa.array(mine)), total.value[mine])
        value = total.value[mine]
        wrong = every.readable & every.stated
        for sum_ in (every, top):
            wrong &= np.abs(sum_.value - value) > margin + sum_.slack + EXACT * sum_.scale
        apart.append(mine[wrong])
        sums.append(top.value[wrong])
    found = np.concatenate(apart)
    order = np.argsort(found)
    return found[order], np.concatenate(sums)[order]


@dataclass(frozen=True, eq=False)
class _Sum:
    value: Floats
    slack: Floats
    scale: Floats
    stated: Bools
    readable: Bools


@dataclass(frozen=True, eq=False)
class _Columns:
    """The cells of the file by column, measure and (if `dated`) period, so that a run of rows is a slice."""

    case: Case
    group: Ints
    wanted: Ints
    slack: Floats

    @classmethod
    def of(cls, case: Case, total: Cells, places: Ints, *, dated: bool) -> "_Columns":
        cells = case.cells
        parts = [
            np.concatenate([cells.column, total.column[places]]),
            np.concatenate([cells.measure, total.measure[places]]),
        ]
        if dated:
            parts.append(np.concatenate([cells.period, total.period[places]]))
        group = np.zeros(len(parts[0]), dtype=np.int64)
        for part in parts:
            _, numbered = np.unique(part, return_inverse=True)
            group = group * (int(numbered.max(initial=0)) + 1) + numbered
        return cls(case, group[: len(cells)], group[len(cells) :], half_steps(cells.texts, cells.value))

    def over(self, first: Ints, last: Ints, counted: Bools) -> _Sum:
        """The sums over the rows first to last, both included, of each total's own column."""
        cells = self.case.cells
        rows = int(max(cells.row.max(initial=0), last.max(initial=0))) + 2
        chosen = np.flatnonzero(counted)
        place = self.group[chosen] * rows + cells.row[chosen]
        chosen = chosen[np.argsort(place, kind="stable")]
        place = np.sort(place)
        begin = np.searchsorted(place, self.wanted * rows + first)
        end = np.searchsorted(place, self.wanted * rows + last, side="right")
        value = np.nan_to_num(cells.value[chosen])
        hidden = (cells.status[chosen] == FAULTY) | (cells.status[chosen] == SUPPRESSED)
        return _Sum(
            value=_run(value, begin, end),
            slack=_run(self.slack[chosen], begin, end),
            scale=_run(np.abs(value), begin, end),
            stated=_run(cells.stated[chosen].astype(np.float64), begin, end) > 0,
            readable=_run(hidden.astype(np.float64), begin, end) == 0,
        )


def _run(values: Floats, begin: Ints, end: Ints) -> Floats:
    sums = np.concatenate([[0.0], np.cumsum(values)])
    run: Floats = sums[end] - sums[begin]
    return run


def _contained(case: Case) -> Bools:
    """Whether another row of the file holds the same measure and period for a division above."""
    cells, tree = case.cells, case.tree
    contained = np.zeros(len(cells), dtype=bool)
    placed = np.flatnonzero(cells.placed)
    node = cells.node[placed]
    known = np.unique(cells.key[placed])
    for _ in tree.depths:
        node = tree.parent[node]
        placed, node = placed[node >= 0], node[node >= 0]
        if not len(placed):
            break
        above = cells.key[placed] - cells.node[placed] + node
        at = np.minimum(np.searchsorted(known, above), len(known) - 1)
        contained[placed[known[at] == above]] = True
    return contained

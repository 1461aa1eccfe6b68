"""Which divisions' counts are withheld: small numbers of persons, and what would give them back.

Only of measures that say `suppress_below`. It depends on the measure alone, so that what one indicator hides
is not shown by another one made from the same measure.
"""

import numpy as np

from atlas.definitions import Definitions
from atlas.divisions import Divisions
from atlas.divisions.nodes import Bools, Tree, tree_of
from atlas.indicators.inputs import Inputs, rows_known
from atlas.periods import Period, PeriodKind
from atlas.rollup.pairs import Side, rolled
from atlas.rollup.states import SUPPRESSED, VALUE
from atlas.statistics.suppression import BELOW, Floats, Sums, suppressed, suppressed_through_time
from atlas.store import Reader

_PARTS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6}
"""The parts of a year, by their months."""


def withheld(inputs: Inputs, period: Period) -> Bools:
    """The nodes that show no value of the indicator in `period`."""
    if inputs.within is not None:
        whole, kept = inputs.within
        return withheld(whole, period)[kept]
    marked = np.zeros(len(inputs.tree), dtype=np.bool_)
    for side in inputs.withholding:
        marked |= withheld_figures(side, inputs.tree, period)
    return marked


def withheld_figures(side: Side, tree: Tree, period: Period) -> Bools:
    """The nodes that show no figure of a measure in `period`; remembered by the side.

    Where one part of a year is small, all parts of that year are withheld: the year minus the others would
    give it back. The year itself is then shown, unless it is small too.
    """
    if side.suppress_below is None:
        return np.zeros(len(tree), dtype=np.bool_)
    if side.kind != "flow" or period.kind is PeriodKind.YEAR:
        return _kept(side, tree, period)
    years = range(period.first // 12, period.last // 12 + 1)
    marked = [_kept(side, tree, Period.of_year(year), parts=True) for year in years]
    return np.asarray(np.logical_or.reduce(marked))


def is_withheld(
    store: Reader,
    definitions: Definitions,
    divisions: Divisions,
    measure: str,
    division: str,
    period: Period,
    value: float,
) -> bool:
    """Whether a figure as somebody stated it is withheld, by the figures of today.

    A small one is, also when another one holds in its place; so is that of a former division, always: what
    became of it may be shown whole.
    """
    below = definitions.measures[measure].suppress_below
    if below is None:
        return False
    code = divisions.resolve(division)
    if code != division or 0 < value < below:
        return True
    tree = tree_of(divisions)
    side = store.memory.get(
        ("withheld", store.version, definitions.version, measure, id(divisions)),
        lambda: Side(
            definitions.measures[measure].kind,
            rows_known(store, divisions, measure),
            suppress_below=below,
        ),
    )
    return bool(withheld_figures(side, tree, period)[tree.place[code]])


def _kept(side: Side, tree: Tree, period: Period, parts: bool = False) -> Bools:
    found = side.withheld.get((period, parts))
    if found is None:
        found = _in_parts(side, tree, period) if parts else _at_once(side, tree, period)
        side.withheld[period, parts] = found
    return found


def _at_once(side: Side, tree: Tree, period: Period) -> Bools:
    counts, unknown = _counts(side, tree, period)
    return suppressed(counts, _sums(tree), unknown, side.suppress_below or BELOW)


def _in_parts(side: Side, tree: Tree, year: Period) -> Bools:
    """The nodes whose months, quarters and halves of a year are withheld."""
    wholes, _ = _counts(side, tree, year)
    marked, parts = _kept(side, tree, year).copy(), []
    for kind, months in _PARTS.items():
        if side.rows is None or not len(side.rows.first[side.rows.starting(kind, year.first, year.last)]):
            continue
        periods = [
            Period(kind, first, first + months - 1) for first in range(year.first, year.last + 1, months)
        ]
        counts, unknown = zip(*(_counts(side, tree, each) for each in periods), strict=True)
        marked |= np.logical_or.reduce(unknown)
        parts.append(np.array(counts))
    return suppressed_through_time(parts, wholes, marked, _sums(tree), side.suppress_below or BELOW)


def _counts(side: Side, tree: Tree, period: Period) -> tuple[Floats, Bools]:
    """The count of each node, NaN where there is none, and whether somebody has withheld it already."""
    figures = rolled(side, period, tree).totals.figures
    return np.where(figures.state == VALUE, figures.values[0], np.nan), figures.state == SUPPRESSED


def _sums(tree: Tree) -> Sums:
    return Sums.of(np.where(tree.counted, tree.parent, -1))

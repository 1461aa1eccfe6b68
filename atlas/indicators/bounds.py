"""How far a value could still move: what it would be if the missing children were the worst, or the best.

Partial identification in the manner of Manski (1989, "Anatomy of the selection problem"), but with what was
observed as the limits instead of 0 and 100 %: each child that has not reported gets the lowest, then the
highest rate among its siblings that have. Its denominator is its own latest known one (the figure for the
period, else for one of the periods before it), or else the mean of its siblings'. With rᵢ = nᵢ/dᵢ over the
children i that reported and the denominators eⱼ of those that did not,

    low  = factor · (Σnᵢ + min rᵢ · Σeⱼ) / (Σdᵢ + Σeⱼ),   high the same with max rᵢ.

A coverage counts units: those that have not reported all have none, or all have one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from atlas.divisions.nodes import Ints
from atlas.indicators.coverage import coverage
from atlas.indicators.inputs import Inputs, Question, inputs_of, ordinary
from atlas.periods import Period
from atlas.rollup.own import all_months
from atlas.rollup.pairs import Rolled, Side, rolled, rolled_pair
from atlas.rollup.states import NONE, VALUE

Floats = npt.NDArray[np.float64]
LOOKED_BACK = 12
"""How many earlier periods of the same kind are searched for the denominator of a missing child."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the greatest that a value could become, in its indicator's unit."""

    low: float
    high: float


def bounds_of(question: Question, division: str, period: Period) -> Bounds | None:
    """The bounds of a ratio summed from some of a division's children.

    None where the value has another basis, where no child is missing, and for counts, which have no rate.
    """
    inputs = inputs_of(question).below(division)
    node = inputs.tree.place.get(division)
    if node is None or inputs.numerator is None or not ordinary(period) or _is_stated(inputs, node, period):
        return None
    if inputs.indicator.coverage:
        return _of_coverage(inputs, inputs.numerator, node, period)
    if inputs.denominator is None:
        return None
    found = rolled_pair(inputs.numerator, inputs.denominator, period, inputs.tree)
    return _of_ratio(inputs, inputs.denominator, found, node, period)


def _is_stated(inputs: Inputs, node: int, period: Period) -> bool:
    return inputs.stated is not None and bool(inputs.stated.own(period, len(inputs.tree)).state[node] != NONE)


def _of_coverage(inputs: Inputs, side: Side, node: int, period: Period) -> Bounds | None:
    level, tree = inputs.indicator.unit_level, inputs.tree
    if level is None:
        return None
    counted = coverage(rolled(side, period, tree).totals.figures, tree, level)
    covered, missing = int(counted.covered[node]), int(counted.expected[node] - counted.reported[node])
    if not missing or not int(counted.reported[node]):
        return None
    per_unit = inputs.indicator.factor / int(counted.expected[node])
    return Bounds(covered * per_unit, (covered + missing) * per_unit)


def _of_ratio(inputs: Inputs, side: Side, found: Rolled, node: int, period: Period) -> Bounds | None:
    tree, figures = inputs.tree, found.totals.figures
    missing = int(tree.expected[node] - found.totals.reported[node])
    if found.own.state[node] != NONE or figures.state[node] != VALUE or not missing:
        return None
    children = np.flatnonzero((tree.parent == node) & tree.counted)
    there = children[figures.state[children] == VALUE]
    tops, bases = (values[there] for values in figures.values)
    rates = tops[bases > 0] / bases[bases > 0]
    if not len(rates):
        return None
    # Of some children nothing at all has ever been heard; they have no node.
    silent = children[figures.state[children] == NONE]
    known = _latest_denominators(side, inputs, silent, period)
    known = np.concatenate([known, np.full(missing - len(silent), np.nan)])
    rest = float(np.where(np.isnan(known), bases.mean(), known).sum())
    low, high = (
        inputs.indicator.factor * (tops.sum() + rate * rest) / (bases.sum() + rest)
        for rate in (rates.min(), rates.max())
    )
    return Bounds(float(low), float(high))


def _latest_denominators(side: Side, inputs: Inputs, nodes: Ints, period: Period) -> Floats:
    """The latest known denominator of each node, NaN where there is none."""
    found = np.full(len(nodes), np.nan)
    for each in _back_from(period):
        open_ = np.isnan(found)
        if not bool(open_.any()):
            break
        figures = rolled(side, each, inputs.tree).totals.figures
        whole = (figures.state == VALUE) & (figures.months == all_months(each))
        known = open_ & whole[nodes]
        found[known] = figures.values[0][nodes][known]
    return found


def _back_from(period: Period) -> Iterator[Period]:
    for step in range(LOOKED_BACK + 1):
        back = step * period.months
        yield Period(period.kind, period.first - back, period.last - back)

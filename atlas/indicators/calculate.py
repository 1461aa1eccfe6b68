"""Compute one indicator for one period on every node: roll up, then divide once."""

import numpy as np

from atlas.divisions.nodes import Bools, Ints, Tree
from atlas.indicators.coverage import coverage
from atlas.indicators.inputs import Inputs
from atlas.indicators.outcome import MIXED, NO_BASIS, REPORTED, ROLLED_UP, STATED, Outcome
from atlas.indicators.withheld import withheld
from atlas.periods import Period
from atlas.rollup.origins import Origins
from atlas.rollup.own import Own, all_months
from atlas.rollup.pairs import Rolled, Side, rolled, rolled_pair
from atlas.rollup.states import NONE, NOT_APPLICABLE, VALUE
from atlas.rollup.totals import ENOUGH, Figures, Floats

DIFFERS = 1e-9


def calculate(inputs: Inputs, period: Period) -> Outcome:
    """The indicator in `period`; a rate that a source states comes before the computed value.

    Small counts of persons are withheld here, so that nobody who asks sees them.
    """
    outcome = _computed(inputs, period)
    if inputs.stated is not None:
        _put_stated(outcome, inputs.stated, period)
    if inputs.withholding:
        outcome.withhold(withheld(inputs, period))
    return outcome


def _computed(inputs: Inputs, period: Period) -> Outcome:
    indicator, tree = inputs.indicator, inputs.tree
    if inputs.numerator is None:
        return blank(inputs, period)
    if indicator.coverage and indicator.unit_level is not None:
        return _covered(inputs, inputs.numerator, indicator.unit_level, period)
    if inputs.denominator is None:
        found = rolled(inputs.numerator, period, tree)
        sides = [inputs.numerator]
    else:
        found = rolled_pair(inputs.numerator, inputs.denominator, period, tree)
        sides = [inputs.numerator, inputs.denominator]
    return _divided(inputs, period, found, sides)


def blank(inputs: Inputs, period: Period) -> Outcome:
    """No value anywhere."""
    size = len(inputs.tree)
    nans = [np.full(size, np.nan) for _ in range(4)]
    zeros = [np.zeros(size, dtype=np.int64) for _ in range(6)]
    return Outcome(
        tree=inputs.tree,
        period=period,
        state=np.zeros(size, dtype=np.int64),
        value=nans[0],
        numerator=nans[1],
        denominator=nans[2],
        computed=nans[3],
        basis=zeros[0],
        reported=zeros[1],
        expected=zeros[2],
        months=zeros[3],
        qualifier=zeros[4],
        alternatives=zeros[5],
        complete=np.zeros(size, dtype=bool),
        share=np.zeros(size),
        as_of=np.zeros(size, dtype=np.int64),
        base_as_of=np.zeros(size, dtype=np.int64),
        kind=np.full(size, -1),
        first=np.full(size, -1),
        last=np.full(size, -1),
        origins=Origins(inputs.tree, inputs.names),
    )


def _divided(inputs: Inputs, period: Period, found: Rolled, sides: list[Side]) -> Outcome:
    outcome, figures, own = blank(inputs, period), found.totals.figures, found.own
    top, tree = found.sides[0], inputs.tree
    has, reports = figures.state != NONE, own.state != NONE
    sums = has & ~reports
    outcome.state = figures.state.copy()
    outcome.value, outcome.state = _quotient(figures, inputs.indicator.factor, outcome.state)
    outcome.numerator = np.where(figures.state == VALUE, figures.values[0], np.nan)
    if len(figures.values) > 1:
        outcome.denominator = np.where(figures.state == VALUE, figures.values[1], np.nan)
    outcome.basis = np.where(
        sums, ROLLED_UP, np.where(reports, np.where(found.mixed, MIXED, REPORTED), NO_BASIS)
    )
    below = ~reports & (found.totals.reported > 0)
    outcome.reported = np.where(below, found.totals.reported, np.where(found.mixed, tree.expected, 0))
    outcome.expected = np.where(below | found.mixed, tree.expected, 0)
    if any(side.kind == "flow" for side in sides):
        outcome.months = figures.months
    outcome.qualifier = figures.qualifier
    outcome.complete = figures.complete & (figures.months == all_months(period)) & has
    outcome.share = np.where(has, figures.covered / period.months, 0.0)
    outcome.alternatives = np.where(reports, _alternatives(found.sides), 0)
    _put_children_sum(outcome, found, reports & ~found.mixed, inputs.indicator.factor)
    if sides[0].kind != "flow" and sides[0].counts is None:
        outcome.as_of = np.where(has, figures.as_of, 0)
        outcome.put_dates(sides[0].rows, np.where(reports, top.row, -1))
    if len(sides) > 1 and sides[1].kind == "stock" and sides[1].counts is None:
        outcome.base_as_of = figures.base_as_of
    _trace(outcome.origins, found, sides, tree)
    return outcome


def _quotient(figures: Figures, factor: int, state: Ints) -> tuple[Floats, Ints]:
    valued = state == VALUE
    if len(figures.values) == 1:
        return np.where(valued, figures.values[0] * factor, np.nan), state
    top, base = figures.values
    by_zero = valued & (base == 0)
    state[by_zero] = NOT_APPLICABLE
    divided = np.full(len(state), np.nan)
    np.divide(top * factor, base, out=divided, where=valued & ~by_zero)
    # A part that is larger than its whole: two sources that do not speak of the same thing.
    contradictory = (divided > 100) & (factor == 100)
    state[contradictory] = NONE
    divided[contradictory] = np.nan
    return divided, state


def _alternatives(sides: tuple[Own, ...]) -> Ints:
    total = np.zeros_like(sides[0].alternatives)
    for side in sides:
        total += side.alternatives
    return total


def _put_children_sum(outcome: Outcome, found: Rolled, reports: Bools, factor: int) -> None:
    summed = found.totals.summed
    same_months = summed.months == found.own.months
    comparable = reports & (outcome.state == VALUE) & summed.complete & (summed.state == VALUE) & same_months
    if bool(comparable.any()):
        value, state = _quotient(summed, factor, summed.state.copy())
        differs = ~np.isclose(value, outcome.value, rtol=DIFFERS, atol=0.0)
        outcome.computed = np.where(comparable & differs & (state == VALUE), value, np.nan)


def _trace(origins: Origins, found: Rolled, sides: list[Side], tree: Tree) -> None:
    paired = found.own.state != NONE
    inner = np.where(tree.parent >= 0, ~paired[tree.parent], False)
    lifted = tree.counted & inner & (found.totals.figures.state != NONE)
    for side, own in zip(sides, found.sides, strict=True):
        origins.add(side.rows, own, paired & (own.state != NONE), lifted)
        if bool(found.mixed.any()):
            bare = own.state == NONE
            rising = tree.counted & np.where(tree.parent >= 0, bare[tree.parent], False)
            below_mixed = _below(found.mixed & bare, tree)
            origins.add(side.rows, own, ~bare & below_mixed, rising & below_mixed)


def _below(tops: Bools, tree: Tree) -> Bools:
    marked = tops.copy()
    for depth in tree.depths[1:]:
        marked[depth] |= marked[tree.parent[depth]]
    return marked


def _covered(inputs: Inputs, side: Side, unit_level: str, period: Period) -> Outcome:
    outcome, found = blank(inputs, period), rolled(side, period, inputs.tree)
    counted = coverage(found.totals.figures, inputs.tree, unit_level)
    some = (counted.reported > 0) & (counted.reported >= ENOUGH * counted.expected)
    outcome.state = np.where(some, VALUE, np.where(counted.expected > 0, NONE, NOT_APPLICABLE))
    outcome.numerator = np.where(some, counted.covered, np.nan)
    outcome.denominator = np.where(some, counted.reported, np.nan)
    np.divide(counted.covered * inputs.indicator.factor, counted.reported, out=outcome.value, where=some)
    outcome.basis = np.where(some, ROLLED_UP, NO_BASIS)
    outcome.reported = counted.reported
    outcome.expected = counted.expected
    outcome.complete = some & (counted.reported == counted.expected)
    np.divide(counted.reported, counted.expected, out=outcome.share, where=some)
    if side.kind == "flow":
        outcome.months = np.where(some, all_months(period), 0)
    reports = found.own.state != NONE
    outcome.origins.add(side.rows, found.sides[0], reports, inputs.tree.counted)
    return outcome


def _put_stated(outcome: Outcome, side: Side, period: Period) -> None:
    own = side.own(period, len(outcome.tree))
    stated = own.state != NONE
    outcome.computed = np.where(stated, outcome.value, outcome.computed)
    outcome.value = np.where(stated, np.where(own.state == VALUE, own.value, np.nan), outcome.value)
    outcome.state = np.where(stated, own.state, outcome.state)
    outcome.basis = np.where(stated, STATED, outcome.basis)
    outcome.qualifier = np.where(stated, own.qualifier, outcome.qualifier)
    outcome.alternatives = np.where(stated, own.alternatives, outcome.alternatives)
    outcome.complete = outcome.complete | stated
    outcome.share = np.where(stated, 1.0, outcome.share)
    nowhere = np.zeros(len(stated), dtype=bool)
    outcome.origins.add(side.rows, own, stated, nowhere)
    outcome.put_dates(side.rows, np.where(stated, own.row, -1))

"""Numerator and denominator of each division over exactly the same children and months."""

from dataclasses import dataclass, field

import numpy as np

from atlas.divisions.nodes import Bools, Ints, Tree
from atlas.periods import Period, PeriodKind
from atlas.rollup import own as reports
from atlas.rollup.own import Own
from atlas.rollup.rows import Rows
from atlas.rollup.states import ABOUT, NONE, NOT_APPLICABLE, SUPPRESSED, VALUE
from atlas.rollup.totals import Figures, Floats, Totals, empty, roll_up


@dataclass(frozen=True, eq=False)
class Side:
    """One measure of a ratio: what is known of it.

    `counts` is given for a number of divisions instead of rows. Counts below `suppress_below` are withheld,
    and `withheld` remembers where: by period, and whether in the parts of that period.
    """

    kind: str
    rows: Rows | None = None
    carried: bool = False
    counts: Ints | None = None
    suppress_below: int | None = None
    withheld: dict[tuple[Period, bool], Bools] = field(default_factory=dict)

    @property
    def dated(self) -> bool:
        """Whether its points in time must be those of the other side."""
        return self.kind == "stock" and not self.carried and self.counts is None

    def own(self, period: Period, size: int, keep: Bools | None = None) -> Own:
        """What each node itself reported for the period."""
        if self.counts is not None:
            return reports.derived(self.counts, period)
        if self.rows is None or not len(self.rows):
            return reports.nothing(size)
        if self.kind == "rate":
            return reports.rate(self.rows, period, size)
        if self.kind == "flow":
            return reports.flow(self.rows, period, size, keep)
        if self.carried:
            return reports.carried(self.rows, period, size)
        return reports.stock(self.rows, period, size, keep)


@dataclass(eq=False)
class Rolled:
    """A measure or a pair rolled up; `mixed` marks nodes with one side reported and the other summed."""

    totals: Totals
    own: Figures
    sides: tuple[Own, ...]
    mixed: Bools


def rolled(side: Side, period: Period, tree: Tree) -> Rolled:
    """One measure: reported, else summed from the children. A rate is never summed."""
    found = side.own(period, len(tree))
    figures = _single(found)
    if side.kind == "rate" or side.counts is not None:
        none = empty(len(tree), 1)
        totals = Totals(figures, none, np.zeros(len(tree), dtype=np.int64))
    else:
        totals = roll_up(figures, tree)
    return Rolled(totals, figures, (found,), np.zeros(len(tree), dtype=bool))


def rolled_pair(numerator: Side, denominator: Side, period: Period, tree: Tree) -> Rolled:
    """A numerator and its denominator, summed together.

    A division's pair is what it reported itself for the same months. Where it reported one side only, the
    other side may be the sum of its children if none is missing. Else its pair is the sum of its children's
    pairs, so that a child that lacks one side adds nothing to the other.
    """
    wholes = numerator.own(period, len(tree)), denominator.own(period, len(tree))
    top, base = _same_months(numerator, denominator, period, wholes)
    figures = _paired(top, base)
    mixed = np.zeros(len(tree), dtype=bool)
    for position, side in enumerate((numerator, denominator)):
        lack, have = wholes[position], wholes[1 - position]
        alone = (have.state == VALUE) & (lack.state == NONE)
        if bool(alone.any()) and side.kind != "rate":
            others = roll_up(_single(lack), tree)
            mixed |= _complete_with(figures, have, others, alone, position, (numerator, denominator))
    return Rolled(roll_up(figures, tree), figures, (top, base), mixed)


def _same_months(
    numerator: Side, denominator: Side, period: Period, wholes: tuple[Own, Own]
) -> tuple[Own, Own]:
    top, base = wholes
    both = (top.state != NONE) & (base.state != NONE)
    if numerator.kind == denominator.kind == "flow":
        differ, column, whole = both & (top.months != base.months), "first", False
    elif numerator.dated and denominator.dated:
        differ, column, whole = both & (top.as_of != base.as_of), "last", True
    else:
        return top, base
    if bool(differ.any()) and numerator.rows is not None and denominator.rows is not None:
        keep = _shared(numerator.rows, denominator.rows, differ, period, column, whole)
        size = len(differ)
        top = _replaced(top, numerator.own(period, size, keep[0]), differ)
        base = _replaced(base, denominator.own(period, size, keep[1]), differ)
    return top, base


def _shared(a: Rows, b: Rows, nodes: Bools, period: Period, column: str, years: bool) -> tuple[Bools, Bools]:
    def keys(rows: Rows) -> tuple[Bools, Ints]:
        months = getattr(rows, column)
        near = nodes[rows.node] & (months >= period.first) & (months <= period.last)
        kinds = np.zeros(len(rows), dtype=bool)
        kinds[rows.runs[PeriodKind.MONTH]] = True
        if years:
            kinds[rows.runs[PeriodKind.YEAR]] = True
        near &= kinds
        return near, rows.node[near].astype(np.int64) * 100_000 + months[near]

    (near_a, keys_a), (near_b, keys_b) = keys(a), keys(b)
    near_a[near_a] = np.isin(keys_a, keys_b)
    near_b[near_b] = np.isin(keys_b, keys_a)
    return near_a, near_b


def _replaced(own: Own, found: Own, where: Bools) -> Own:
    return Own(
        value=np.where(where, found.value, own.value),
        state=np.where(where, found.state, own.state),
        months=np.where(where, found.months, own.months),
        as_of=np.where(where, found.as_of, own.as_of),
        qualifier=np.where(where, found.qualifier, own.qualifier),
        alternatives=np.where(where, found.alternatives, own.alternatives),
        row=np.where(where, found.row, own.row),
        used=own.used,
    )


def _single(own: Own) -> Figures:
    has = own.state != NONE
    return Figures(
        values=(own.value,),
        state=own.state,
        months=own.months,
        complete=has & (own.state != SUPPRESSED),
        covered=_count(own.months),
        as_of=own.as_of,
        oldest=np.where(has, own.as_of, np.iinfo(np.int64).max),
        base_as_of=np.zeros(len(own.state), dtype=np.int64),
        qualifier=own.qualifier,
    )


def _paired(top: Own, base: Own) -> Figures:
    both = (top.state != NONE) & (base.state != NONE)
    state = np.where(both, VALUE, NONE)
    state[both & ((top.state == NOT_APPLICABLE) | (base.state == NOT_APPLICABLE))] = NOT_APPLICABLE
    state[both & ((top.state == SUPPRESSED) | (base.state == SUPPRESSED))] = SUPPRESSED
    valued = state == VALUE
    months = np.where(both, top.months & base.months, 0)
    return Figures(
        values=(np.where(valued, top.value, 0.0), np.where(valued, base.value, 0.0)),
        state=state,
        months=months,
        complete=both & (state != SUPPRESSED),
        covered=_count(months),
        as_of=np.where(both, top.as_of, 0),
        oldest=np.where(both, top.as_of, np.iinfo(np.int64).max),
        base_as_of=np.where(both, base.as_of, 0),
        qualifier=np.where(both, _of_ratio(top.qualifier, base.qualifier), 0),
    )


def _complete_with(
    figures: Figures, have: Own, others: Totals, alone: Bools, position: int, sides: tuple[Side, Side]
) -> Bools:
    other = others.summed
    fits: Bools = alone & other.complete & (other.state == VALUE)
    if sides[0].kind == sides[1].kind == "flow":
        fits &= other.months == have.months
    if sides[0].dated and sides[1].dated:
        fits &= (other.as_of == have.as_of) & (other.oldest == have.as_of)
    figures.values[position][fits] = other.values[0][fits]
    figures.values[1 - position][fits] = have.value[fits]
    figures.state[fits] = VALUE
    figures.months[fits] = (have.months & other.months)[fits]
    figures.complete[fits] = True
    figures.covered[fits] = _count(figures.months)[fits]
    figures.as_of[fits] = (have.as_of if position else other.as_of)[fits]
    figures.oldest[fits] = figures.as_of[fits]
    figures.base_as_of[fits] = (other.as_of if position else have.as_of)[fits]
    top, base = (have.qualifier, other.qualifier) if position else (other.qualifier, have.qualifier)
    figures.qualifier[fits] = _of_ratio(top, base)[fits]
    return fits


def _count(months: Ints) -> Floats:
    return np.bitwise_count(months).astype(np.float64)


def _of_ratio(top: Ints, base: Ints) -> Ints:
    """A ratio over a rounded denominator is itself about right, whichever way that was rounded."""
    return np.maximum(top, np.where(base > 0, ABOUT, 0))

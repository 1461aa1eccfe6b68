"""One indicator in one period for every node of a tree, as arrays, and the values made from them."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from atlas.divisions.nodes import Bools, Ints, Tree
from atlas.indicators.values import Basis, IndicatorValue, State
from atlas.periods import Period, PeriodKind
from atlas.rollup.origins import Origins
from atlas.rollup.rows import Rows
from atlas.rollup.states import NONE, NOT_APPLICABLE, SUPPRESSED, VALUE
from atlas.store.schema import KINDS, QUALIFIERS

Floats = npt.NDArray[np.float64]
BASES = (None, Basis.REPORTED, Basis.ROLLED_UP, Basis.STATED, Basis.MIXED)
NO_BASIS, REPORTED, ROLLED_UP, STATED, MIXED = range(len(BASES))
STATES = {
    NONE: State.NO_DATA,
    VALUE: State.VALUE,
    NOT_APPLICABLE: State.NOT_APPLICABLE,
    SUPPRESSED: State.SUPPRESSED,
}


@dataclass(eq=False)
class Outcome:
    """One entry for each node; numbers are NaN where there are none, months 0 where they do not apply.

    `basis` is a place in `BASES`. `kind`, `first` and `last` are the period of the single figure that was
    read, −1 where there is none.
    """

    tree: Tree
    period: Period
    state: Ints
    value: Floats
    numerator: Floats
    denominator: Floats
    computed: Floats
    basis: Ints
    reported: Ints
    expected: Ints
    months: Ints
    qualifier: Ints
    alternatives: Ints
    complete: Bools
    share: Floats
    as_of: Ints
    base_as_of: Ints
    kind: Ints
    first: Ints
    last: Ints
    origins: Origins

    @property
    def nbytes(self) -> int:
        """Memory the arrays take, in bytes."""
        return sum(array.nbytes for array in vars(self).values() if isinstance(array, np.ndarray))

    def value_at(self, node: int, division: str, indicator: str, own_period: bool = False) -> IndicatorValue:
        """The value of one node.

        With `own_period` it carries the period of the figure instead of the one asked.
        """
        state = int(self.state[node])
        stock_date = self._date(node)
        period = self.period
        if own_period and stock_date is not None:
            period, stock_date = stock_date, None
        months = int(self.months[node]).bit_count() if state != NONE else 0
        base = int(self.base_as_of[node])
        return IndicatorValue(
            division=division,
            indicator=indicator,
            period=period,
            state=STATES[state],
            value=_number(self.value[node]),
            numerator=_number(self.numerator[node]),
            denominator=_number(self.denominator[node]),
            denominator_period=_month(base) if base and state == VALUE else None,
            basis=BASES[int(self.basis[node])],
            children_reported=int(self.reported[node]),
            children_expected=int(self.expected[node]),
            months_reported=months,
            months_expected=self.period.months if months else 0,
            qualifier=QUALIFIERS[int(self.qualifier[node])],
            sources=self.origins.of(node) if state != NONE else (),
            computed=_number(self.computed[node]),
            alternatives=int(self.alternatives[node]),
            as_of=stock_date,
            complete=bool(self.complete[node]),
            share=float(self.share[node]),
        )

    def withhold(self, nodes: Bools) -> None:
        """Show no numbers of these nodes, only that there are some."""
        self.state[nodes & (self.state != NONE)] = SUPPRESSED
        for numbers in (self.value, self.numerator, self.denominator, self.computed):
            numbers[nodes] = np.nan

    def put_dates(self, rows: Rows | None, row: Ints) -> None:
        """Take the periods of the rows that single figures were read from; −1 where there is none."""
        has = row >= 0
        if rows is None or not bool(has.any()):
            return
        for name in ("kind", "first", "last"):
            getattr(self, name)[has] = getattr(rows, name)[row[has]]

    def _date(self, node: int) -> Period | None:
        if int(self.kind[node]) >= 0:
            kind = PeriodKind(KINDS[int(self.kind[node])])
            own = _period(kind, int(self.first[node]), int(self.last[node]))
            return None if own == self.period else own
        as_of = int(self.as_of[node])
        return _month(as_of) if as_of and as_of != self.period.last else None


def without(division: str, indicator: str, period: Period, state: State) -> IndicatorValue:
    """No value, and why."""
    return IndicatorValue(division, indicator, period, state)


def _number(value: float) -> float | None:
    return None if value != value else float(value)


@lru_cache(maxsize=4096)
def _month(index: int) -> Period:
    return Period.of_index(index)


@lru_cache(maxsize=4096)
def _period(kind: PeriodKind, first: int, last: int) -> Period:
    return Period(kind, first, last)

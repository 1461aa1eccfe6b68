"""Which values may be held against one another, and the change of a value on the year before."""

from collections.abc import Sequence

from atlas.definitions import Indicator
from atlas.indicators.values import Basis, IndicatorValue, State

MOST_MONTHS_APART = 12


def of_one_time(one: IndicatorValue, other: IndicatorValue) -> bool:
    """Whether two values cover as many months and end at most a year apart.

    Among latest figures of different dates, only such are held against one another.
    """
    apart = abs(one.period.last - other.period.last)
    return one.months_expected == other.months_expected and apart <= MOST_MONTHS_APART


def change_on_year_before(
    values: Sequence[IndicatorValue], before: Sequence[IndicatorValue], indicator: Indicator | None = None
) -> tuple[float | None, ...]:
    """Each value minus the one a year earlier, in the indicator's unit; None where they cannot be compared.

    `before` holds the same divisions in the same order, evaluated for the year before. Two values are
    compared only if both exist, both or neither are stated rates, they cover as many months and, where they
    are sums without a denominator, as many children, and the `indicator` means the same in both periods.
    """
    return tuple(
        None if indicator and indicator.redefined_between(then.period, now.period) else _change(now, then)
        for now, then in zip(values, before, strict=True)
    )


def _change(now: IndicatorValue, then: IndicatorValue) -> float | None:
    if now.value is None or then.value is None or State.VALUE not in (now.state, then.state):
        return None
    alike = (
        now.division == then.division
        and (now.basis is Basis.STATED) == (then.basis is Basis.STATED)
        and now.months_reported == then.months_reported
        and (now.denominator is not None or now.children_reported == then.children_reported)
        and then.period == now.period.year_before()
    )
    return now.value - then.value if alike else None

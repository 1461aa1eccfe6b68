"""The intervals of an indicator's values, and of their ranks, by the method that its definition names."""

from collections.abc import Sequence

import numpy as np

from atlas.definitions import Indicator
from atlas.indicators.values import Basis, IndicatorValue, State
from atlas.statistics.intervals import CONFIDENCE, Interval, byar_intervals, wilson_intervals
from atlas.statistics.rank_intervals import RankInterval, rank_intervals

_METHODS = {"wilson": wilson_intervals, "byar": byar_intervals}


def interval_of(
    indicator: Indicator, value: IndicatorValue, confidence: float = CONFIDENCE
) -> Interval | None:
    """The interval of one value; None as for `intervals_of`."""
    return intervals_of(indicator, [value], confidence)[0]


def intervals_of(
    indicator: Indicator, values: Sequence[IndicatorValue], confidence: float = CONFIDENCE
) -> tuple[Interval | None, ...]:
    """The interval of each value, in their order.

    None where the indicator asks for none, where there is no value, and where the counts behind it are not
    exact: "over 5,000" is further from the truth than chance is. A rate that a source states has the interval
    of its parts, if they are known and give what is stated.
    """
    method = _METHODS.get(indicator.interval)
    if method is None:
        return tuple(None for _ in values)
    counted = [value if _counted(indicator, value) else None for value in values]
    tops = np.array([value and value.numerator for value in counted], dtype=np.float64)
    bases = np.array([value and value.denominator for value in counted], dtype=np.float64)
    found = method(tops, bases, indicator.factor, confidence)
    return tuple(found[place] for place in range(len(values)))


def rank_intervals_of(
    indicator: Indicator, values: Sequence[IndicatorValue]
) -> tuple[RankInterval | None, ...]:
    """The rank of each value with its interval, in their order; None where there is no value.

    Values that are shown as equal are tied.
    """
    shown = [value.value if value.state is State.VALUE else None for value in values]
    return rank_intervals(shown, intervals_of(indicator, values), indicator.direction, indicator.decimals)


def _counted(indicator: Indicator, value: IndicatorValue) -> bool:
    if value.state is not State.VALUE or value.value is None or value.qualifier != "exact":
        return False
    if value.basis is not Basis.STATED:
        return True
    decimals = indicator.decimals
    return value.computed is not None and round(value.computed, decimals) == round(value.value, decimals)

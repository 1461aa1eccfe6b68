"""Indicators: what each division's figures come to, and everything that must be said with the number."""

from atlas.indicators.bounds import Bounds
from atlas.indicators.change import change_on_year_before, of_one_time
from atlas.indicators.evaluate import evaluate, numbers
from atlas.indicators.limits import interval_of, intervals_of, rank_intervals_of
from atlas.indicators.ranking import Rank, ranks
from atlas.indicators.series import series
from atlas.indicators.values import Basis, IndicatorValue, State

__all__ = [
    "Basis",
    "Bounds",
    "IndicatorValue",
    "Rank",
    "State",
    "change_on_year_before",
    "evaluate",
    "interval_of",
    "intervals_of",
    "numbers",
    "of_one_time",
    "rank_intervals_of",
    "ranks",
    "series",
]

"""Whether a value has lately been rising or falling by more than chance (PHE's "recent trends")."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy.stats import chi2

from atlas.statistics.intervals import CONFIDENCE, HIGH_CONFIDENCE, Interval
from atlas.statistics.method import Method

Floats = npt.NDArray[np.float64]

POINTS = 5
WIDTH = 3.92
"""The width of a 95 % interval in standard errors."""
THRESHOLD = float(chi2.isf(1 - HIGH_CONFIDENCE, 1))


class Direction(StrEnum):
    """Where a trend goes; UNCHANGED is no significant change, NONE no verdict."""

    INCREASING = "increasing"
    DECREASING = "decreasing"
    UNCHANGED = "unchanged"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Trend:
    """The weighted slope per year in the indicator's unit, and the test that it is not zero.

    `statistic` is (slope ÷ standard error)², `lower` and `upper` the limits of the slope; all are None where
    there is no verdict.
    """

    direction: Direction
    slope: float | None = None
    lower: float | None = None
    upper: float | None = None
    statistic: float | None = None
    confidence: float = HIGH_CONFIDENCE
    method: Method = Method.RECENT_TREND


NO_TREND = Trend(Direction.NONE)


def recent_trend(points: Sequence[tuple[int, Interval | None]]) -> Trend:
    """The trend of the last five points: (year, 95 % interval), in the order of the years.

    Points are annual, or rolling twelve months numbered one by one; never single months, whose seasons would
    look like trends. Each counts by how certain it is: its weight is 1 ÷ (its standard error)². The value
    rises or falls if (slope ÷ standard error)² exceeds 9.549536 (p = 0.002) and the slope keeps its sign
    whichever point is left out. Fewer points, a missing year or a missing interval: no verdict. Raises
    ValueError if an interval is not one at 95 %.
    """
    last = list(points)[-POINTS:]
    intervals = [interval for _, interval in last if interval is not None]
    if any(interval.confidence != CONFIDENCE for interval in intervals):
        raise ValueError("a trend weighs its points by their 95 % intervals")
    whole = len(intervals) == POINTS and all(b == a + 1 for (a, _), (b, _) in pairwise(last))
    widths = np.array([interval.upper - interval.lower for interval in intervals])
    if not whole or not bool((widths > 0).all()):
        return NO_TREND
    values = np.array([interval.value for interval in intervals])
    return _trend(values, 1 / (widths / WIDTH) ** 2)


def _trend(values: Floats, weights: Floats) -> Trend:
    years = np.arange(POINTS, dtype=np.float64)
    slope, error = _slope(years, values, weights)
    statistic = (slope / error) ** 2
    direction = Direction.UNCHANGED
    if statistic > THRESHOLD and _steady(years, values, weights, slope):
        direction = Direction.INCREASING if slope > 0 else Direction.DECREASING
    reach = THRESHOLD**0.5 * error
    return Trend(direction, slope, slope - reach, slope + reach, statistic)


def _steady(years: Floats, values: Floats, weights: Floats, slope: float) -> bool:
    without = (np.arange(POINTS) != place for place in range(POINTS))
    return all(_slope(years[kept], values[kept], weights[kept])[0] * slope > 0 for kept in without)


def _slope(years: Floats, values: Floats, weights: Floats) -> tuple[float, float]:
    """The slope of the weighted line through the points, and its standard error."""
    from_middle = years - np.average(years, weights=weights)
    spread = float(np.sum(weights * from_middle**2))
    return float(np.sum(weights * from_middle * values)) / spread, spread**-0.5

"""Recent trends: the worked example, a second implementation, and when there is no verdict."""

import math

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import assume, given
from hypothesis import strategies as st

from atlas.statistics.intervals import Interval, wilson
from atlas.statistics.method import Method
from atlas.statistics.trend import NO_TREND, THRESHOLD, Direction, recent_trend

Point = tuple[int, Interval | None]

VALUES = (92.6254, 92.3221, 90.8708, 90.0170, 90.1013)
LIMITS = ((92.4168, 92.8288), (92.1072, 92.5315), (90.6358, 91.1004), (89.7694, 90.2594), (89.8578, 90.3396))


def interval(value: float, lower: float, upper: float) -> Interval:
    return Interval(value, lower, upper, 0.95, Method.WILSON)


def around(*values: float, half: float = 0.5, first: int = 2020) -> list[Point]:
    """Points with intervals of the same width."""
    return [(first + place, interval(each, each - half, each + half)) for place, each in enumerate(values)]


WORKED: list[Point] = [
    (2018 + place, interval(value, *limits))
    for place, (value, limits) in enumerate(zip(VALUES, LIMITS, strict=True))
]


def test_the_worked_example_decreases() -> None:
    trend = recent_trend(WORKED)
    assert trend.direction is Direction.DECREASING
    assert trend.slope is not None
    assert trend.statistic is not None
    assert (round(trend.slope, 6), round(trend.statistic, 3)) == (-0.740511, 418.537)
    assert (trend.confidence, trend.method) == (0.998, Method.RECENT_TREND)


def test_the_threshold_is_that_of_p_002() -> None:
    assert round(THRESHOLD, 6) == 9.549536


def test_only_the_last_five_points_count() -> None:
    assert recent_trend([*around(1, 50, 3, first=2015), *WORKED]) == recent_trend(WORKED)


@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(0.01, 10), st.floats(0.01, 10)), min_size=5, max_size=5)
)
def test_slope_and_statistic_agree_with_weighted_least_squares(drawn: list[tuple[float, ...]]) -> None:
    points = [(year, interval(value, value - a, value + b)) for year, (value, a, b) in enumerate(drawn)]
    errors = np.array([(a + b) / 3.92 for _, a, b in drawn])
    fit = sm.WLS([value for value, *_ in drawn], sm.add_constant(np.arange(5.0)), weights=errors**-2).fit(
        cov_type="fixed scale"
    )
    trend = recent_trend(points)
    assert trend.slope == pytest.approx(fit.params[1], abs=1e-6)
    assert trend.statistic == pytest.approx((fit.params[1] / fit.bse[1]) ** 2, rel=1e-5, abs=1e-6)
    assert trend.lower is not None
    assert trend.upper is not None
    assert (trend.upper - trend.lower) / 2 == pytest.approx(math.sqrt(9.549536) * fit.bse[1], rel=1e-5)


@pytest.mark.parametrize(
    ("values", "expected", "reason"),
    [
        ((90, 91, 92, 93, 94), Direction.INCREASING, "a steady rise far beyond chance"),
        ((94, 93, 92, 91, 90), Direction.DECREASING, "a steady fall"),
        ((90, 90, 90, 90, 90), Direction.UNCHANGED, "no slope at all"),
        ((90, 90.1, 90, 90.1, 90.2), Direction.UNCHANGED, "a slope within chance"),
        ((90, 90, 90, 90, 94), Direction.UNCHANGED, "without its last point the slope is zero"),
        ((90, 89.9, 89.8, 89.7, 94), Direction.UNCHANGED, "without its last point the slope turns round"),
        ((90, 90.3, 90.4, 90.6, 94), Direction.INCREASING, "it rises without the last point too"),
    ],
)
def test_a_trend_needs_more_than_chance_and_more_than_one_point(
    values: tuple[float, ...], expected: Direction, reason: str
) -> None:
    assert recent_trend(around(*values)).direction is expected, reason


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        ([], "no points"),
        (WORKED[:4], "four points"),
        ([*WORKED[:2], (2020, None), *WORKED[3:]], "a missing interval"),
        ([(2017, WORKED[0][1]), *WORKED[1:]], "a missing year"),
        ([*WORKED[:4], WORKED[3]], "the same year twice"),
        (list(reversed(WORKED)), "years backwards"),
        ([*WORKED[:4], (2022, interval(90, 90, 90))], "an interval without width would weigh everything"),
    ],
)
def test_there_is_no_verdict_without_five_years_on_end(points: list[Point], reason: str) -> None:
    assert recent_trend(points) == NO_TREND, reason
    assert recent_trend(points).direction is Direction.NONE, reason


def test_intervals_of_another_confidence_are_a_mistake() -> None:
    wide = [(year, wilson(50 + year, 100, confidence=0.998)) for year in range(5)]
    with pytest.raises(ValueError, match="95 %"):
        recent_trend(wide)


@given(st.lists(st.floats(0, 100), min_size=5, max_size=5), st.floats(0.1, 5), st.floats(-50, 50))
def test_moving_all_values_alike_changes_no_trend(values: list[float], half: float, by: float) -> None:
    trend = recent_trend(around(*values, half=half))
    moved = recent_trend(around(*(value + by for value in values), half=half))
    assert trend.statistic is not None
    assume(abs(trend.statistic - THRESHOLD) > 1e-6)
    assert moved.slope == pytest.approx(trend.slope, abs=1e-9)


@given(st.lists(st.floats(0, 100).map(lambda value: round(value, 2)), min_size=5, max_size=5))
def test_turning_time_round_turns_the_trend_round(values: list[float]) -> None:
    opposite = {
        Direction.INCREASING: Direction.DECREASING,
        Direction.DECREASING: Direction.INCREASING,
        Direction.UNCHANGED: Direction.UNCHANGED,
    }
    forward, backward = recent_trend(around(*values)), recent_trend(around(*reversed(values)))
    assert backward.slope == pytest.approx(-forward.slope if forward.slope else 0, abs=1e-9)
    assume(abs(forward.slope or 0) > 1e-6)
    assert {forward.direction, opposite[backward.direction]} <= {forward.direction, Direction.UNCHANGED}

"""Funnel limits: worked values, the over-dispersion adjustment against a second implementation."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.statistics.funnel import Funnel, Place, funnel_of_proportions, funnel_of_rates
from atlas.statistics.intervals import ImpossibleCountsError
from atlas.statistics.method import Method

POOLED = 0.806424478
"""0.80642448 with the next digit, without which the eighth of a limit is not settled."""
PLAIN = Funnel(POOLED, 0.0, 1.0, 303, 1, True, Method.FUNNEL)
SIZES = st.integers(1, 5_000)
UNITS = st.lists(st.tuples(SIZES, SIZES).map(sorted), min_size=3, max_size=40)


@pytest.mark.parametrize(
    ("total", "confidence", "lower", "upper"),
    [
        (10, 0.95, 0.56154344, 1),
        (10, 0.998, 0.42032590, 1),
        (1531, 0.95, 0.78663349, 0.82621547),
        (1531, 0.998, 0.77522045, 0.83762850),
    ],
)
def test_limits_give_the_worked_values(total: int, confidence: float, lower: float, upper: float) -> None:
    found = PLAIN.at(total, confidence)
    assert (round(found.lower, 8), round(found.upper, 8)) == (lower, upper)
    assert (found.value, found.confidence, found.method) == (POOLED, confidence, Method.FUNNEL)


def test_the_pooled_value_is_that_of_the_sums() -> None:
    found = funnel_of_proportions(np.array([1.0, 50, 90]), np.array([10.0, 100, 100]), 100)
    assert found is not None
    assert found.value == pytest.approx(100 * 141 / 210)


def by_hand(pairs: list[list[int]], proportion: bool) -> tuple[float, float, float]:
    """Pooled value, dispersion and spread, one unit after the other."""
    pooled = sum(x for x, _ in pairs) / sum(n for _, n in pairs)
    variance = pooled * (1 - pooled) if proportion else pooled
    if variance <= 0:
        return pooled, 0.0, 0.0
    scores = sorted((x / n - pooled) / math.sqrt(variance / n) for x, n in pairs)
    units = len(scores)
    cut = int(0.1 * units)
    winsorised = [min(max(score, scores[cut]), scores[units - 1 - cut]) for score in scores]
    total = sum(score**2 for score in winsorised)
    weights = [n / variance for _, n in pairs]
    scale = sum(weights) - sum(weight**2 for weight in weights) / sum(weights)
    return pooled, total / units, math.sqrt(max(0.0, total - (units - 1)) / scale)


@given(pairs=UNITS)
@pytest.mark.parametrize("proportion", [True, False])
def test_the_adjustment_agrees_with_one_unit_after_the_other(
    pairs: list[list[int]], proportion: bool
) -> None:
    events, bases = np.array(pairs, dtype=np.float64).T
    found = (funnel_of_proportions if proportion else funnel_of_rates)(events, bases, 100)
    assert found is not None
    pooled, dispersion, spread = by_hand(pairs, proportion)
    assert found.value == pytest.approx(pooled * 100)
    assert found.dispersion == pytest.approx(dispersion, rel=1e-9, abs=1e-9)
    assert found.spread == pytest.approx(spread * 100, rel=1e-6, abs=1e-5)
    assert found.method is (Method.FUNNEL_ADJUSTED if found.spread else Method.FUNNEL)


@given(UNITS, SIZES)
def test_adjusted_limits_are_never_narrower_and_the_higher_confidence_is_wider(
    pairs: list[list[int]], base: int
) -> None:
    events, bases = np.array(pairs, dtype=np.float64).T
    plain = funnel_of_proportions(events, bases, adjusted=False)
    adjusted = funnel_of_proportions(events, bases)
    assert plain is not None
    assert adjusted is not None
    for confidence in (0.95, 0.998):
        assert adjusted.at(base, confidence).lower <= plain.at(base, confidence).lower
        assert adjusted.at(base, confidence).upper >= plain.at(base, confidence).upper
    near, far = adjusted.at(base), adjusted.at(base, 0.998)
    assert 0 <= far.lower <= near.lower <= adjusted.value <= near.upper <= far.upper <= 1


def test_units_that_differ_by_chance_alone_are_not_adjusted() -> None:
    found = funnel_of_proportions(np.full(31, 80.0), np.full(31, 100.0))
    assert found is not None
    assert (found.spread, found.method) == (0.0, Method.FUNNEL)


def test_of_large_units_nearly_all_leave_plain_limits_and_few_leave_adjusted_ones() -> None:
    chance = np.random.default_rng(5)
    totals = chance.integers(50_000, 500_000, 31).astype(np.float64)
    events = np.floor(totals * chance.normal(0.8, 0.03, 31))
    outside = {}
    for adjusted in (False, True):
        found = funnel_of_proportions(events, totals, adjusted=adjusted)
        assert found is not None
        outside[adjusted] = sum(
            found.place(x / n, n) is not Place.WITHIN for x, n in zip(events, totals, strict=True)
        )
    assert outside[False] > 25
    assert outside[True] <= 4


@pytest.mark.parametrize(
    ("value", "expected", "reason"),
    [
        (POOLED, Place.WITHIN, "the pooled value itself"),
        (0.79, Place.WITHIN, "just inside"),
        (0.78, Place.BEYOND_95, "below the limit at 95 %, above that at 99.8 %"),
        (0.77, Place.BEYOND_998, "below both"),
        (0.83, Place.BEYOND_95, "above the limit at 95 %"),
        (0.84, Place.BEYOND_998, "above both"),
    ],
)
def test_a_unit_lies_within_or_beyond(value: float, expected: Place, reason: str) -> None:
    assert PLAIN.place(value, 1531) is expected, reason


def test_limits_of_rates_are_those_of_counts_and_never_negative() -> None:
    found = funnel_of_rates(np.array([10.0, 12, 8]), np.array([1e5, 1e5, 1e5]), 10_000)
    assert found is not None
    limits = found.at(100_000)
    assert limits.upper == pytest.approx(1 + 1.959964 * math.sqrt(10) / 10, abs=1e-6)
    assert found.at(10).lower == 0
    assert found.at(10).upper > 1


@pytest.mark.parametrize("funnel", [funnel_of_proportions, funnel_of_rates])
@pytest.mark.parametrize(
    ("events", "bases", "reason"),
    [
        ([], [], "no units"),
        ([1.0, 2.0], [10.0, 10.0], "two units"),
        ([1.0, 2.0, math.nan], [10.0, 10.0, 10.0], "two units and one without a figure"),
        ([1.0, 2.0, 0.0], [10.0, 10.0, 0.0], "two units and one without a denominator"),
    ],
)
def test_there_is_no_funnel_of_fewer_than_three_units(
    funnel: Callable[..., Funnel | None], events: list[float], bases: list[float], reason: str
) -> None:
    assert funnel(np.array(events), np.array(bases)) is None, reason


@pytest.mark.parametrize("events", [0.0, 50.0])
def test_where_none_or_all_have_the_event_the_limits_close(events: float) -> None:
    found = funnel_of_proportions(np.full(5, events), np.full(5, 50.0))
    assert found is not None
    assert (found.at(50).lower, found.at(50).upper, found.spread) == (events / 50, events / 50, 0.0)


def test_impossible_counts_are_an_error() -> None:
    with pytest.raises(ImpossibleCountsError, match="11 of 10"):
        funnel_of_proportions(np.array([1.0, 11, 3]), np.array([10.0, 10, 10]))

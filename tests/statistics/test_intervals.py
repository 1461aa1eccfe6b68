"""Limits of proportions and rates: worked values, second implementations, and what always holds."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.rates import confint_poisson

from atlas.statistics.intervals import (
    EXACT_BELOW,
    HIGH_CONFIDENCE,
    ImpossibleCountsError,
    Interval,
    byar,
    byar_intervals,
    wilson,
    wilson_intervals,
)
from atlas.statistics.method import Method

Z = {0.95: 1.959963984540054, 0.998: 3.090232306167813}
COUNTS = st.integers(0, 100_000)
SHARES = st.tuples(COUNTS, COUNTS).map(sorted).filter(lambda pair: pair[1] > 0)


@pytest.mark.parametrize(
    ("events", "total", "confidence", "lower", "upper", "digits"),
    [
        (65, 100, 0.95, 0.552544433, 0.736357518, 9),
        (65, 100, 0.998, 0.495494657, 0.778354061, 9),
        (1045, 5000, 0.95, 0.197955499, 0.220491304, 9),
        (1, 100, 0.95, 0.001767432, 0.054486196, 9),
        (20, 20, 0.95, 0.83887, 1, 5),
        (0, 20, 0.95, 0, 0.16113, 5),
    ],
)
def test_wilson_gives_the_worked_values(
    events: int, total: int, confidence: float, lower: float, upper: float, digits: int
) -> None:
    found = wilson(events, total, confidence=confidence)
    assert found is not None
    assert (round(found.lower, digits), round(found.upper, digits)) == (lower, upper)
    assert (found.value, found.confidence, found.method) == (events / total, confidence, Method.WILSON)


@pytest.mark.parametrize(
    ("events", "lower", "upper", "method"),
    [
        (65, 50.163188, 82.849139, Method.BYAR),
        (1045, 982.593202, 1110.331213, Method.BYAR),
        (1, 0.025318, 5.571643, Method.EXACT),
        (5, 1.623486, 11.668332, Method.EXACT),
        (0, 0, 3.688879, Method.EXACT),
    ],
)
def test_rates_give_the_worked_values(events: int, lower: float, upper: float, method: Method) -> None:
    found = byar(events, 1)
    assert found is not None
    assert (round(found.lower, 6), round(found.upper, 6), found.method) == (lower, upper, method)


def test_the_factor_applies_to_value_and_limits() -> None:
    rate = byar(222, 3215, 100)
    assert rate is not None
    assert [round(number, 6) for number in (rate.value, rate.lower, rate.upper)] == [
        6.905132,
        6.026575,
        7.875729,
    ]
    share, percent = wilson(65, 100), wilson(65, 100, 100)
    assert share is not None
    assert percent == Interval(65, share.lower * 100, share.upper * 100, 0.95, Method.WILSON)


@given(SHARES, st.sampled_from(list(Z)))
def test_wilson_agrees_with_the_formula_written_out(pair: list[int], confidence: float) -> None:
    x, n = pair
    z = Z[confidence]
    root = z * math.sqrt(z**2 + 4 * x * (1 - x / n))
    found = wilson(x, n, confidence=confidence)
    assert found is not None
    assert found.lower == pytest.approx((2 * x + z**2 - root) / (2 * (n + z**2)), abs=1e-12)
    assert found.upper == pytest.approx((2 * x + z**2 + root) / (2 * (n + z**2)), abs=1e-12)
    assert 0 <= found.lower <= found.value <= found.upper <= 1


@given(COUNTS, st.sampled_from(list(Z)))
def test_rates_agree_with_a_second_implementation(events: int, confidence: float) -> None:
    z = Z[confidence]
    if events < EXACT_BELOW:
        lower, upper = confint_poisson(events, 1, method="exact-c", alpha=1 - confidence)
        lower = 0.0 if events == 0 else lower
    else:
        lower = events * (1 - 1 / (9 * events) - z / (3 * math.sqrt(events))) ** 3
        above = events + 1
        upper = above * (1 - 1 / (9 * above) + z / (3 * math.sqrt(above))) ** 3
    found = byar(events, 1, confidence=confidence)
    assert found is not None
    assert (found.lower, found.upper) == (pytest.approx(lower, rel=1e-9), pytest.approx(upper, rel=1e-9))
    assert 0 <= found.lower <= found.value <= found.upper


@given(st.integers(1, 10_000), st.sampled_from(list(Z)))
def test_rates_are_close_to_exact_on_both_sides_of_ten_events(events: int, confidence: float) -> None:
    exact = confint_poisson(events, 1, method="exact-c", alpha=1 - confidence)
    found = byar(events, 1, confidence=confidence)
    assert found is not None
    assert (found.lower, found.upper) == pytest.approx(exact, rel=0.02)


@given(SHARES)
def test_more_confidence_is_a_wider_interval(pair: list[int]) -> None:
    for method in (wilson, byar):
        narrow, wide = method(*pair), method(*pair, confidence=HIGH_CONFIDENCE)
        assert narrow is not None
        assert wide is not None
        assert wide.lower <= narrow.lower <= narrow.upper <= wide.upper


@given(st.lists(SHARES, min_size=1, max_size=40))
def test_many_at_once_are_each_as_alone(pairs: list[list[int]]) -> None:
    events, totals = np.array(pairs, dtype=np.float64).T
    for many, alone in (
        (wilson_intervals(events, totals, 100), [wilson(*pair, 100) for pair in pairs]),
        (byar_intervals(events, totals, 10_000), [byar(*pair, 10_000) for pair in pairs]),
    ):
        assert [many[place] for place in range(len(many))] == alone


@pytest.mark.parametrize("method", [wilson, byar])
@pytest.mark.parametrize(
    ("events", "base", "reason"),
    [
        (0, 0, "nothing divided by nothing"),
        (5, 0, "nor is anything divided by nothing"),
        (None, 100, "no numerator"),
        (5, None, "no denominator"),
        (math.nan, 100, "not a number is no numerator"),
        (5, math.nan, "nor a denominator"),
    ],
)
def test_there_is_no_interval_without_a_quotient(
    method: Callable[..., object], events: float | None, base: float | None, reason: str
) -> None:
    assert method(events, base) is None, reason


@pytest.mark.parametrize(
    ("method", "events", "base", "said"),
    [
        (wilson, 101, 100, "more events than their total: 101 of 100"),
        (wilson, -1, 100, "neither may be negative or infinite: -1 of 100"),
        (wilson, 1, -100, "neither may be negative"),
        (wilson, math.inf, math.inf, "infinite"),
        (byar, -1, 100, "neither may be negative"),
        (byar, 1, math.inf, "infinite"),
    ],
)
def test_impossible_counts_are_an_error_that_names_them(
    method: Callable[..., object], events: float, base: float, said: str
) -> None:
    with pytest.raises(ImpossibleCountsError, match=said):
        method(events, base)


def test_one_impossible_pair_among_many_is_named() -> None:
    with pytest.raises(ImpossibleCountsError, match="7 of 6"):
        wilson_intervals(np.array([1.0, np.nan, 7.0]), np.array([2.0, 5.0, 6.0]))


def test_gaps_among_many_stay_gaps() -> None:
    found = wilson_intervals(np.array([1.0, np.nan, 0.0]), np.array([2.0, 5.0, 0.0]))
    assert [found[place] is None for place in range(3)] == [False, True, True]


def test_no_pairs_at_all_are_no_intervals() -> None:
    empty = np.zeros(0)
    assert (len(wilson_intervals(empty, empty)), len(byar_intervals(empty, empty))) == (0, 0)

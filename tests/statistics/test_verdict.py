"""A value is held against a benchmark only as far as its interval allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.statistics.intervals import Interval, wilson
from atlas.statistics.method import Method
from atlas.statistics.verdict import Verdict, verdict

WITHIN = Interval(65, 55, 74, 0.95, Method.WILSON)
BETTER, SIMILAR, WORSE, HIGHER, LOWER = (
    Verdict.BETTER,
    Verdict.SIMILAR,
    Verdict.WORSE,
    Verdict.HIGHER,
    Verdict.LOWER,
)


@pytest.mark.parametrize(
    ("benchmark", "direction", "expected", "reason"),
    [
        (80, "higher", WORSE, "all of the interval lies below, and higher is better"),
        (80, "lower", BETTER, "all of it lies below, and lower is better"),
        (80, "none", LOWER, "all of it lies below, and neither is better"),
        (50, "higher", BETTER, "all of it lies above, and higher is better"),
        (50, "lower", WORSE, "all of it lies above, and lower is better"),
        (50, "none", HIGHER, "all of it lies above, and neither is better"),
        (65, "higher", SIMILAR, "the value itself"),
        (74, "higher", SIMILAR, "a limit that touches the benchmark does not lie below it"),
        (55, "lower", SIMILAR, "nor above"),
        (0, "higher", BETTER, "zero is a benchmark like any other"),
    ],
)
def test_the_interval_and_the_direction_decide(
    benchmark: float, direction: str, expected: Verdict, reason: str
) -> None:
    assert verdict(WITHIN, benchmark, direction) is expected, reason


def test_there_is_no_verdict_without_an_interval_or_a_benchmark() -> None:
    assert verdict(None, 80, "higher") is Verdict.NONE
    assert verdict(wilson(0, 0), 80, "higher") is Verdict.NONE
    assert verdict(WITHIN, None, "higher") is Verdict.NONE


def test_a_unit_is_never_compared_with_itself() -> None:
    assert verdict(WITHIN, 80, "higher", itself=True) is Verdict.NONE


def test_an_unknown_direction_is_a_mistake_in_the_code_and_says_so() -> None:
    with pytest.raises(KeyError, match="upwards"):
        verdict(WITHIN, 80, "upwards")


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 100))
def test_turning_the_direction_round_turns_the_judgement_round(a: float, b: float, benchmark: float) -> None:
    interval = Interval((a + b) / 2, min(a, b), max(a, b), 0.95, Method.BYAR)
    opposite = {BETTER: WORSE, WORSE: BETTER, SIMILAR: SIMILAR}
    assert verdict(interval, benchmark, "lower") is opposite[verdict(interval, benchmark, "higher")]

"""Axes begin and end at round numbers around everything they show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.export.slides.scale import nice_scale

NUMBERS = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.0, 5.9, (0.0, 6.0, 1.0)),
        (95.3, 99.1, (95.0, 100.0, 1.0)),
        (0.0, 86_000.0, (0.0, 100_000.0, 20_000.0)),
        (-0.35, 0.62, (-0.4, 0.8, 0.2)),
    ],
)
def test_the_ends_are_round(low: float, high: float, expected: tuple[float, float, float]) -> None:
    scale = nice_scale(low, high)
    assert (scale.low, scale.high, scale.step) == pytest.approx(expected)


@given(NUMBERS, st.floats(min_value=0, max_value=1e9))
def test_everything_lies_on_the_axis(low: float, span: float) -> None:
    scale = nice_scale(low, low + span)
    slack = 1e-6 * max(1.0, abs(low), span)
    assert scale.low <= low + slack
    assert scale.high >= low + span - slack
    assert scale.step > 0

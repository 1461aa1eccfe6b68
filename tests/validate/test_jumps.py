"""Jumps against a slow second implementation, and the cases that the formula alone does not settle."""

import statistics
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.validate.jumps import usual_range
from tests.validate.spreadsheets import Cell, fields_of, figures, found, ids, intake, judged

NANMING, YUNYAN = "520102", "520103"


def slow_quantile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def slow_is_jump(value: float, history: Sequence[float]) -> bool:
    if len(history) < 6:
        return False
    middle = statistics.median(history)
    deviations = [abs(each - middle) for each in history]
    mad = statistics.median(deviations)
    mean = sum(deviations) / len(deviations)
    if mad > 0:
        score = 0.6745 * abs(value - middle) / mad
    else:
        spread = max(mean / 0.7979, max(1.0, 0.02 * abs(middle)) / 0.6745)
        score = abs(value - middle) / spread
    first, third = slow_quantile(history, 0.25), slow_quantile(history, 0.75)
    fence = 1.5 * (third - first)
    return score > 3.5 and not first - fence <= value <= third + fence


amounts = st.integers(0, 60).map(float)


@given(st.lists(st.tuples(st.lists(amounts, max_size=12), amounts), min_size=1, max_size=8))
def test_the_usual_range_agrees_with_the_slow_way(cases: list[tuple[list[float], float]]) -> None:
    width = max(len(history) for history, _ in cases) + 1
    table = np.full((len(cases), width), np.nan)
    for row, (history, _) in enumerate(cases):
        table[row, : len(history)] = history
    usual = usual_range(table)
    for row, (history, value) in enumerate(cases):
        outside = bool(value < usual.low[row] or value > usual.high[row])
        assert usual.count[row] == len(history)
        near_edge = any(abs(value - edge) < 1e-6 for edge in (usual.low[row], usual.high[row]))
        assert near_edge or outside == slow_is_jump(value, history)


def months(count: int, first: int = 0) -> list[str]:
    return [f"{2024 + month // 12}-{month % 12 + 1:02d}" for month in range(first, first + count)]


def lawyers(values: Sequence[float], first: int = 0, division: str = NANMING) -> list[Cell]:
    return [
        (division, "lawyers", period, value)
        for period, value in zip(months(len(values), first), values, strict=True)
    ]


STEADY = [100.0, 101, 99, 102, 98, 100, 101]


@pytest.mark.parametrize(
    ("history", "value", "jumps", "reason"),
    [
        (STEADY, 150, True, "half as many again"),
        (STEADY, 50, True, "half of it"),
        (STEADY, 104, False, "a little more than ever"),
        (STEADY[:5], 150, False, "five figures say nothing about what is usual"),
        (STEADY[:6], 150, True, "six do"),
        ([12] * 8, 13, False, "one station more after years of twelve"),
        ([12] * 8, 24, True, "twice as many after years of twelve"),
        ([1000] * 8, 1050, False, "five per cent more after years of one value"),
        ([1000] * 8, 1200, True, "a fifth more after years of one value"),
        ([0] * 8, 3, False, "the first few after years of none"),
        ([0] * 8, 100, True, "a hundred after years of none"),
        ([10] * 7 + [11], 11, False, "MAD is 0, but this was there before"),
        ([10] * 7 + [11], 20, True, "MAD is 0, and this is far from everything"),
        ([10, 1000] * 4, 1500, False, "a history that swings swings on"),
    ],
)
def test_a_jump_is_told_of(history: list[float], value: float, jumps: bool, reason: str) -> None:
    checked = judged(intake(figures(lawyers([value], len(history)))), lawyers(history))
    assert bool(found(checked, "jump")) is jumps, reason


def test_a_jump_says_what_was_usual() -> None:
    (said,) = fields_of(judged(intake(figures(lawyers([400], 7))), lawyers(STEADY)), "jump")
    # Median 100, MAD 1: 100 ± 3.5 ÷ 0.6745; quartiles 99.5 and 101: from 97.25 to 103.25.
    assert (said["count"], said["low"], said["high"]) == (7, 94.81, 105.19)


def test_months_are_not_compared_with_years() -> None:
    years = [(NANMING, "lawyers", str(year), 100.0) for year in range(2015, 2025)]
    assert "jump" not in ids(judged(intake(figures(lawyers([400], 12))), years))
    assert "jump" in ids(judged(intake(figures([(NANMING, "lawyers", "2025", 400)])), years))


def test_spans_have_no_history() -> None:
    spans = [(NANMING, "lawyers", f"2025-01/2025-{month:02d}", 100.0) for month in range(2, 12)]
    assert "jump" not in ids(judged(intake(figures([(NANMING, "lawyers", "2026-01/2026-02", 400)])), spans))


def test_later_figures_are_no_history() -> None:
    later = lawyers(STEADY, 10)
    assert "jump" not in ids(judged(intake(figures(lawyers([400], 3))), later))


def test_another_division_is_no_history() -> None:
    assert "jump" not in ids(judged(intake(figures(lawyers([400], 8, YUNYAN))), lawyers(STEADY)))


def test_a_history_that_ended_long_ago_is_none() -> None:
    assert "jump" not in ids(
        judged(
            intake(figures([(NANMING, "lawyers", "2026-10", 400)])),
            [(NANMING, "lawyers", f"2023-{month:02d}", 100.0) for month in range(1, 10)],
        )
    )


def test_each_month_of_a_file_is_compared_with_what_was_before_it() -> None:
    """The file corrects two years: the first months have too little before them, the later ones enough."""
    accepted = lawyers([100, 101, 99, 100, 101, 99, 500, 510, 490, 505, 495, 500])
    checked = judged(intake(figures(lawyers([1000] * 12))), accepted)
    at_fault = [row for row, _, _ in found(checked, "jump")]
    slow = [
        row
        for row in range(2, 14)
        if slow_is_jump(1000, [value for *_, value in accepted[: row - 2]])  # type: ignore[misc]
    ]
    assert at_fault == slow
    assert at_fault


def test_a_jump_is_no_reason_to_refuse_a_row() -> None:
    checked = judged(intake(figures(lawyers([400], 7))), lawyers(STEADY))
    assert checked.rejected_rows.tolist() == []
    assert checked.acceptable.num_rows == 1


def test_what_is_impossible_in_itself_is_no_jump_as_well() -> None:
    cells = [(NANMING, "lawyers", "2024-08", -400.0), (NANMING, "lawyers", "2026-12", 400.0)]
    checked = judged(intake(figures(cells)), lawyers(STEADY) + lawyers(STEADY, 28))
    assert {"negative", "future_period"} <= ids(checked)
    assert "jump" not in ids(checked)


def test_a_period_of_long_ago_in_the_file_changes_nothing_for_the_others() -> None:
    cells = [(NANMING, "lawyers", "1024-08", 5.0), *lawyers([400], 7)]
    assert [row for row, *_ in found(judged(intake(figures(cells)), lawyers(STEADY)), "jump")] == [3]


def test_months_without_a_figure_are_no_end_of_a_history() -> None:
    every_third = [cell for month, cell in enumerate(lawyers([100.0] * 24)) if month % 3 == 0]
    assert "jump" in ids(judged(intake(figures(lawyers([400], 30))), every_third))

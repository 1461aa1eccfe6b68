"""Rows of 合计 against a slow second implementation, and what rounding explains."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.validate.spreadsheets import Cell, fields_of, figures, found, ids, intake, judged, totals

CODES = ["520102", "520103", "520111", "520112", "520113", "520115"]
OCTOBER, SEPTEMBER = "2026-10", "2026-09"


def lawyers(values: Sequence[float | str]) -> list[Cell]:
    return [(code, "lawyers", OCTOBER, value) for code, value in zip(CODES, values, strict=False)]


def total(value: float | str, measure: str = "lawyers", period: str = OCTOBER) -> Cell:
    return "", measure, period, value


@given(
    st.lists(st.integers(0, 5), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 12)), min_size=1, max_size=5),
)
def test_totals_agree_with_the_slow_way(values: list[int], wanted: list[tuple[int, int, int]]) -> None:
    runs = [(min(a, b, len(values) - 1), min(max(a, b), len(values) - 1), stated) for a, b, stated in wanted]
    rows = [(20 + place, *run) for place, run in enumerate(runs)]
    sums = totals([(total(stated), row, first + 2, last + 2, "") for row, first, last, stated in rows])
    checked = judged(intake(figures(lawyers(values)), sums))
    slow = [row for row, first, last, stated in rows if sum(values[first : last + 1]) != stated]
    assert [row for row, _, _ in found(checked, "total_differs")] == slow


@pytest.mark.parametrize(
    ("cells", "stated", "written", "differs", "reason"),
    [
        ([12_345, 23_456], 36_000, "3.6万", False, "36,000 stands for 35,500 to 36,500"),
        ([12_345, 23_456], 36_000, "36000", True, "a number in full is meant as it stands"),
        ([12_345, 23_456], 36_500, "3.65万", True, "35,801 is not 3.65万"),
        ([12_345, 23_456], 35_801, "35,801", False, "thousands separators round nothing"),
        ([12_345, 23_456], 40_000, "４万", False, "full-width digits: 35,000 to 45,000"),
        ([5, 6], 0, "0", True, "zero is a figure"),
        ([5, 6], 11, "11人", False, "a unit after the number rounds nothing"),
    ],
)
def test_a_total_may_differ_by_its_rounding(
    cells: list[float], stated: float, written: str, differs: bool, reason: str
) -> None:
    checked = judged(intake(figures(lawyers(cells)), totals([(total(stated), 4, 2, 3, written)])))
    assert bool(found(checked, "total_differs")) is differs, reason


def test_a_total_may_differ_by_the_rounding_of_its_rows() -> None:
    rows = [(code, "lawyers", OCTOBER, value, text) for code, value, text in (
        (CODES[0], 12_000, "1.2万"), (CODES[1], 23_000, "2.3万"),
    )]  # fmt: skip
    for stated, differs in ((35_900, False), (36_100, True)):
        sums = totals([(total(stated), 4, 2, 3, str(stated))])
        assert ("total_differs" in ids(judged(intake(figures(rows), sums)))) is differs


def test_a_total_says_what_its_rows_add_up_to() -> None:
    checked = judged(intake(figures(lawyers([5, 6])), totals([(total(12), 4, 2, 3, "")])))
    assert fields_of(checked, "total_differs") == [{"first": "2", "last": "3", "sum": 11.0}]


@pytest.mark.parametrize("hidden", ["*", "abc"])
def test_nothing_is_said_of_a_total_over_cells_that_state_no_number(hidden: str) -> None:
    assert "total_differs" not in ids(
        judged(intake(figures(lawyers([5, hidden])), totals([(total(12), 4, 2, 3, "")])))
    )


def test_an_empty_cell_adds_nothing() -> None:
    assert "total_differs" in ids(
        judged(intake(figures(lawyers([5, "—"])), totals([(total(12), 4, 2, 3, "")])))
    )


def test_a_total_of_rates_is_not_summed() -> None:
    rates = [(code, "hotline_satisfaction", OCTOBER, 90.0) for code in CODES[:2]]
    sums = totals([(total(90, "hotline_satisfaction"), 4, 2, 3, "")])
    assert "total_differs" not in ids(judged(intake(figures(rates), sums)))


def test_a_total_is_not_stored() -> None:
    checked = judged(intake(figures(lawyers([5, 6])), totals([(total(11), 4, 2, 3, "")])))
    assert checked.acceptable.num_rows == 2


def test_a_total_may_count_a_city_or_its_counties() -> None:
    """The city of the first row contains both counties: 11 is right, and 22 is what stands there."""
    rows = [("520100", "lawyers", OCTOBER, 11.0), *lawyers([5, 6])]
    for stated, differs in ((11, False), (22, False), (12, True)):
        checked = judged(intake(figures(rows), totals([(total(stated), 5, 2, 4, "")])))
        assert bool(found(checked, "total_differs")) is differs


def test_a_total_sums_its_own_measure_and_period() -> None:
    rows = [*lawyers([5, 6]), (CODES[0], "law_firms", OCTOBER, 3.0), (CODES[1], "lawyers", SEPTEMBER, 7.0)]
    for cell, differs in (
        (total(11), False),
        (total(3, "law_firms"), False),
        (total(7, period=SEPTEMBER), False),
        (total(18), True),
        (total(18, period=""), False),
    ):
        checked = judged(intake(figures(rows), totals([(cell, 6, 2, 5, "")])))
        assert bool(found(checked, "total_differs")) is differs

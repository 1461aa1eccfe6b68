"""Periods: a code and its period are the same thing, and bad codes are refused in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.periods import LATEST, Period, PeriodKind
from atlas.problems import AtlasError

JANUARY_2024 = 2024 * 12

CODES = [
    ("2024", PeriodKind.YEAR, 0, 11, "a year is its twelve months"),
    ("2024-H1", PeriodKind.HALF, 0, 5, "the first half ends in June"),
    ("2024-H2", PeriodKind.HALF, 6, 11, "the second half starts in July"),
    ("2024-Q1", PeriodKind.QUARTER, 0, 2, "the first quarter ends in March"),
    ("2024-Q4", PeriodKind.QUARTER, 9, 11, "the last quarter ends the year"),
    ("2024-03", PeriodKind.MONTH, 2, 2, "a month is itself"),
    ("2021/2025", PeriodKind.SPAN, -36, 23, "a span of years"),
    ("2023-11/2024-07", PeriodKind.SPAN, -2, 6, "a span of months"),
    ("2024/2024", PeriodKind.SPAN, 0, 11, "a cumulative year is no year"),
    ("2024-12/2024-12", PeriodKind.SPAN, 11, 11, "a cumulative month is no month"),
]

WIDENED = [
    ("2024/2025-08", "2024-01/2025-08", "a year at one edge means its first month"),
    ("2024-07-16/2024-07-22", "2024-07/2024-07", "days widen to whole months"),
]

BAD = ["", "24", "2024-13", "2024-00", "2024-H3", "2024-Q0", "2024-Q5", "2025/2024", "2024/", "2024-1", "H1",
       "2024-13/2025-01", "2024/2025/2026", "3024", "2024 ", "latest ", "2０24"]  # fmt: skip


@pytest.mark.parametrize(("code", "kind", "first", "last", "reason"), CODES, ids=[case[0] for case in CODES])
def test_a_code_is_read_and_written_back(
    code: str, kind: PeriodKind, first: int, last: int, reason: str
) -> None:
    period = Period.parse(code)
    assert period == Period(kind, JANUARY_2024 + first, JANUARY_2024 + last), reason
    assert str(period) == code, reason
    assert period.months == last - first + 1, reason


@pytest.mark.parametrize(("code", "written", "reason"), WIDENED, ids=[case[0] for case in WIDENED])
def test_a_span_is_widened_to_whole_months(code: str, written: str, reason: str) -> None:
    assert str(Period.parse(code)) == written, reason


@pytest.mark.parametrize("code", BAD)
def test_a_bad_code_is_named_in_the_problem(code: str) -> None:
    with pytest.raises(AtlasError) as caught:
        Period.parse(code)
    assert caught.value.problem.id == "unknown_period"
    assert caught.value.problem.fields["value"] == code


def test_every_kind_is_in_the_table_of_codes() -> None:
    assert {case[1] for case in CODES} | {PeriodKind.LATEST} == set(PeriodKind)


def test_latest_has_no_months_and_no_year_before() -> None:
    assert Period.parse("latest") == LATEST
    assert (str(LATEST), LATEST.months, LATEST.year_before()) == ("latest", 0, LATEST)


def test_the_year_before_is_the_same_part_of_the_year_before() -> None:
    codes = ("2024", "2024-H2", "2024-Q1", "2024-03", "2021/2025")
    befores = [str(Period.parse(code).year_before()) for code in codes]
    assert befores == ["2023", "2023-H2", "2023-Q1", "2023-03", "2020/2024"]


def test_a_period_contains_what_lies_wholly_inside_it() -> None:
    year = Period.parse("2024")
    assert year.contains(Period.parse("2024-Q4"))
    assert year.contains(year)
    assert not year.contains(Period.parse("2024-12/2025-01"))
    assert not Period.parse("2024-12").contains(year)


def test_periods_sort_by_their_end_then_by_length() -> None:
    codes = ["2024", "2024-12", "2024-H2", "2023", "2024-Q4", "2024-06"]
    assert [str(p) for p in sorted(map(Period.parse, codes))] == [
        "2023", "2024-06", "2024-12", "2024-Q4", "2024-H2", "2024",
    ]  # fmt: skip


def test_a_cumulative_figure_keeps_its_months_but_is_not_a_year() -> None:
    cumulative = Period.parse("2018").as_span()
    assert cumulative != Period.parse("2018")
    assert Period.parse(str(cumulative)) == cumulative


@given(first=st.integers(1000 * 12, 2999 * 12), length=st.integers(1, 400))
def test_any_span_is_read_back_as_itself(first: int, length: int) -> None:
    span = Period(PeriodKind.SPAN, first, min(first + length - 1, 2999 * 12 + 11))
    assert Period.parse(str(span)) == span

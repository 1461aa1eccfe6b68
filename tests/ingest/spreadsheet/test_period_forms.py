"""Periods as people write them in cells and titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.ingest.spreadsheet.period_forms import period_within, read_period
from atlas.periods import Period

READ = [
    ("2025-03", "2025-03", "the atlas's own code"),
    ("2025-3", "2025-03", "one digit"),
    ("2025/3", "2025-03", "strokes"),
    ("2025.3", "2025-03", "points"),
    ("2025.03", "2025-03", "points and two digits"),
    ("2025年3月", "2025-03", "Chinese"),
    ("2025年03月份", "2025-03", "with 份"),
    ("2025 年 3 月", "2025-03", "with spaces"),
    ("２０２５年３月", "2025-03", "full-width digits"),
    ("二〇二五年三月", "2025-03", "Chinese digits"),
    ("二○二五年十二月", "2025-12", "a circle for zero"),
    ("2025年十月", "2025-10", "a Chinese month"),
    ("25年3月", "2025-03", "a short year"),
    ("202503", "2025-03", "six digits"),
    ("20250331", "2025-03", "a day in eight digits"),
    ("2025-03-31", "2025-03", "a day stands for its month"),
    ("2025/3/1", "2025-03", "a day with strokes"),
    ("2025年3月31日", "2025-03", "a day in Chinese"),
    ("2025-03-31 00:00:00", "2025-03", "a day with a time, as databases give it"),
    ("45717", "2025-03", "a serial number of a spreadsheet"),
    ("45717.5", "2025-03", "one with a time"),
    ("2025年3月底", "2025-03", "the end of a month"),
    ("March 2025", "2025-03", "English"),
    ("Mar-2025", "2025-03", "English, short"),
    ("3/2025", "2025-03", "month first"),
    ("2025", "2025", "a year"),
    ("2025年", "2025", "a year in Chinese"),
    ("2025年度", "2025", "a reporting year"),
    ("2025年全年", "2025", "the whole year"),
    ("2025年末", "2025", "the end of a year"),
    ("2025年上半年", "2025-H1", "a half"),
    ("2025下半年", "2025-H2", "a half without 年"),
    ("2025-H1", "2025-H1", "the atlas's own code"),
    ("2025h2", "2025-H2", "small letters"),
    ("2025年第一季度", "2025-Q1", "a quarter"),
    ("2025年二季度", "2025-Q2", "without 第"),
    ("2025年3季度", "2025-Q3", "with a digit"),
    ("2025Q4", "2025-Q4", "without a stroke"),
    ("Q1 2025", "2025-Q1", "quarter first"),
    ("2025年1-3月累计", "2025-01/2025-03", "cumulative months are a span"),
    ("2025年1—6月", "2025-01/2025-06", "a long dash"),
    ("2025年1月至3月", "2025-01/2025-03", "in words"),
    ("2025年11月-2026年2月", "2025-11/2026-02", "across years"),
    ("2025-01/2025-03", "2025-01/2025-03", "the atlas's own code"),
    ("2021-2025", "2021/2025", "years"),
    ("2025年前三季度", "2025-01/2025-09", "three quarters"),
    ("2025年3-3月", "2025-03", "a span of one month is that month"),
]  # fmt: skip

NOT_READ = [
    ("2025-13", "no thirteenth month"),
    ("202513", "nor in six digits"),
    ("2025-00", "no month zero"),
    ("2025-02-30", "no such day"),
    ("20250230", "nor in eight digits"),
    ("2025-Q5", "no fifth quarter"),
    ("2025-H3", "no third half"),
    ("2025年6-3月", "backwards"),
    ("12345", "a number, too early for a serial"),
    ("99999", "a number, too late for one"),
    ("520103", "a division's code is no month"),
    ("3月", "no year"),
    ("1-3月累计", "no year either"),
    ("0025-03", "no year of ours"),
    ("明年", "in words"),
    ("03/04/2025", "April or March"),
    ("2025-03 2025-04", "two periods"),
    ("2" * 100, "far too long"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "reason"), READ, ids=[text for text, _, _ in READ])
def test_a_period_is_read_however_it_is_written(text: str, code: str, reason: str) -> None:
    assert read_period(text) == Period.parse(code), reason


@pytest.mark.parametrize(("text", "reason"), NOT_READ, ids=[reason for _, reason in NOT_READ])
def test_what_is_no_period_is_not_guessed(text: str, reason: str) -> None:
    assert read_period(text) is None, reason


@pytest.mark.parametrize(
    ("text", "code"), [("3月", "2025-03"), ("1-3月累计", "2025-01/2025-03"), ("2024-05", "2024-05")]
)
def test_a_year_from_the_title_fills_in_where_the_cell_has_none(text: str, code: str) -> None:
    assert read_period(text, 2025) == Period.parse(code)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("2025年3月法律援助情况表", "2025-03"),
        ("贵州省2025年第一季度公证业务统计", "2025-Q1"),
        ("二〇二五年三月报表", "2025-03"),
        ("法律援助202503.xlsx", "2025-03"),
        ("表1 2025-03", "2025-03"),
        ("2025年1-3月累计情况（2025年1-3月）", "2025-01/2025-03"),
        ("统计（2025年度）", "2025"),
    ],
)
def test_a_title_names_its_period(title: str, code: str) -> None:
    assert str(period_within(title)) == code


@pytest.mark.parametrize("title", ["法律援助情况表", "2024年与2025年对比", "", "联系电话 085112345678"])
def test_a_title_without_one_clear_period_names_none(title: str) -> None:
    assert period_within(title) is None


MONTHS = st.builds(Period.of_month, st.integers(1900, 2199), st.integers(1, 12))


@given(MONTHS)
def test_every_month_reads_back_from_every_form(month: Period) -> None:
    year, number = divmod(month.first, 12)
    forms = [
        f"{year}-{number + 1:02d}",
        f"{year}年{number + 1}月",
        f"{year}{number + 1:02d}",
        f"{year}/{number + 1}/28",
    ]
    assert {read_period(form) for form in forms} == {month}


@given(st.text(max_size=70), st.none() | st.integers(-10, 9999))
def test_no_text_makes_reading_fail(text: str, year: int | None) -> None:
    period = read_period(text, year)
    assert period is None or Period.parse(str(period)) == period
    period_within(text)

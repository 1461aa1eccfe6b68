"""Units that headings and notes state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.ingest.spreadsheet.cell_units import SCALES, UNITS, read_unit_factor, unread_scale

STATED = [
    ("受援人数（万人）", 10_000, "人", "behind a heading"),
    ("受援人数(万人次)", 10_000, "人次", "in narrow brackets"),
    ("单位：万元", 10_000, "元", "as a note above the table"),
    ("（单位：万人次）", 10_000, "人次", "in brackets with the word"),
    ("计量单位: 亿元", 100_000_000, "元", "in hundred millions"),
    ("(件)", 1, "件", "a unit alone"),
    ("案件数【件】", 1, "件", "in corner brackets"),
    ("万件", 10_000, "件", "a cell of a column of units"),
    ("亿", 100_000_000, "", "a scale alone"),
    ("成功率（%）", 1, "%", "percent"),
    ("Unit: persons", 1, "persons", "in English"),
    ("Beneficiaries (10,000 persons)", 10_000, "persons", "in English, in ten thousands"),
]  # fmt: skip

NOT_STATED = [
    ("受援人数", "a heading without a unit"),
    ("万山区", "a district whose name begins like a scale"),
    ("受援人数（万山区）", "the same in brackets"),
    ("单位：人、件", "several units"),
    ("受援人数（含农民工）", "a remark in brackets"),
    ("填报单位：司法局", "the unit that reports"),
    ("", "nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "factor", "unit", "reason"), STATED, ids=[text for text, _, _, _ in STATED])
def test_a_stated_unit_gives_its_factor(text: str, factor: float, unit: str, reason: str) -> None:
    assert read_unit_factor(text) == (factor, unit), reason


@pytest.mark.parametrize(("text", "reason"), NOT_STATED, ids=[reason for _, reason in NOT_STATED])
def test_nothing_is_multiplied_where_no_unit_is_stated(text: str, reason: str) -> None:
    assert read_unit_factor(text) == (1.0, ""), reason


@given(
    st.sampled_from(["", *SCALES]), st.sampled_from(UNITS), st.sampled_from(["%s", "数量（%s）", "单位：%s"])
)
def test_every_scale_goes_with_every_unit(scale: str, unit: str, form: str) -> None:
    assert read_unit_factor(form % f"{scale}{unit}") == (SCALES.get(scale, 1), unit)


@pytest.mark.parametrize(
    ("text", "unread", "reason"),
    [
        ("公证员（万人天）", "万人天", "万 before no unit that is known"),
        ("单位：亿元/年", "亿元/年", "the same above a table"),
        ("受援人数（万人）", "", "a unit that is read"),
        ("受援人数（万山区）", "", "a district whose name begins like a scale"),
        ("每万人律师数", "", "a rate, and not where a unit belongs"),
        ("受援人数（人、件）", "", "several units, none of them scaled"),
    ],
)
def test_a_scale_that_cannot_be_read_is_told_from_what_only_looks_like_one(
    text: str, unread: str, reason: str
) -> None:
    assert unread_scale(text) == unread, reason

"""Numbers as people write them, each apart from what only looks like one."""

import math
from collections.abc import Callable
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from atlas.ingest.spreadsheet.cell_numbers import STATUSES, multiplied, read_number, read_numbers

VALUES = [
    ("12", 12, "a plain number"),
    ("0", 0, "zero is a figure, not a missing one"),
    ("007", 7, "leading zeros"),
    ("12.50", 12.5, "decimals"),
    (".5", 0.5, "no digit before the point"),
    ("12.", 12, "no digit after the point"),
    (" 12 ", 12, "spaces around"),
    ("\u3000１２３４\u3000", 1234, "full-width digits and spaces"),
    ("－１２．５", -12.5, "full-width sign and point"),
    ("1,234", 1234, "thousands separators"),
    ("1,234,567.8", 1234567.8, "several of them, with decimals"),
    ("1，234", 1234, "a full-width comma"),
    ("1 234", 1234, "a space between thousands"),
    ("1\u00a0234", 1234, "a space that does not break"),
    ("1\u202f234", 1234, "a narrow one"),
    ("1'234", 1234, "an apostrophe between thousands"),
    ("1’234", 1234, "a typographic one"),
    ("'12", 12, "the apostrophe that makes a spreadsheet keep a text"),
    ("+5", 5, "a plus sign"),
    ("-5", -5, "a minus sign"),
    ("−5", -5, "the mathematical minus sign"),
    ("(12)", -12, "an accountant's negative number"),
    ("（12）", -12, "the same in full width"),
    ("△5", -5, "a triangle for minus, as in some reports"),
    ("¥1,200", 1200, "a currency sign"),
    ("1e5", 100_000, "an exponent"),
    ("1.2E+05", 120_000, "an exponent as spreadsheets write it"),
    ("3.2万", 32_000, "ten thousands"),
    ("3.2 万件", 32_000, "ten thousands with a unit"),
    ("0.57万", 5_700, "binary fractions would give 5,699.999…"),
    ("1.5亿元", 150_000_000, "hundred millions"),
    ("3千", 3_000, "thousands"),
    ("12件", 12, "a unit"),
    ("12 人次", 12, "a unit after a space"),
    ("12cases", 12, "a unit in English"),
    ("95.3%", 95.3, "a percentage stays 0 to 100"),
    ("95.3％", 95.3, "a full-width percent sign"),
    ("(5%)", -5, "a negative percentage"),
    ("12\u200b", 12, "an invisible character, as copied from a web page"),
]  # fmt: skip

OTHERS = [
    ("", "missing", "an empty cell"),
    ("  \u3000", "missing", "only spaces"),
    ("—", "missing", "a dash"),
    ("——", "missing", "a Chinese dash"),
    ("-", "missing", "a hyphen"),
    ("－", "missing", "a full-width hyphen"),
    ("/", "missing", "a stroke"),
    ("／", "missing", "a full-width stroke"),
    ("无", "missing", "a word for nothing"),
    ("暂无", "missing", "nothing as yet"),
    ("N/A", "missing", "not available"),
    ("#N/A", "missing", "the same as a spreadsheet's value"),
    ("缺", "missing", "lacking"),
    ("…", "missing", "an ellipsis"),
    ("……", "missing", "a Chinese ellipsis"),
    ("null", "missing", "a database's word"),
    ("不适用", "not_applicable", "does not apply"),
    ("*", "suppressed", "a star"),
    ("保密", "suppressed", "confidential"),
    ("约100", "faulty", "about is not exact"),
    ("100余", "faulty", "more than"),
    ("近百", "faulty", "in words"),
    (">100", "faulty", "a bound"),
    ("十二", "faulty", "a number in words"),
    ("12人/月", "faulty", "a rate"),
    ("3万2千", "faulty", "two scales"),
    ("5-6", "faulty", "a range"),
    ("1.234,5", "faulty", "points for thousands"),
    ("1,23", "faulty", "a comma that separates no thousands"),
    ("1,2345", "faulty", "the same with four digits"),
    ("1,234 567", "faulty", "two kinds of separators"),
    ("nan", "faulty", "a programmer's word"),
    ("inf", "faulty", "another"),
    ("0x10", "faulty", "hexadecimal"),
    ("1e400", "faulty", "no number that can be kept"),
    ("1_000", "faulty", "a programmer's separator"),
    ("2025-03-01", "faulty", "a date"),
    ("12①", "faulty", "a footnote mark is no digit"),
    ("12²", "faulty", "neither is an exponent"),
    ("٣", "faulty", "digits of another script"),
    ("(-12)", "faulty", "negative twice"),
    ("(12", "faulty", "a bracket that is not closed"),
    ("3万%", "faulty", "a percentage in ten thousands"),
    ("95%人", "faulty", "a percentage with a unit"),
    ("#REF!", "faulty", "an error of the spreadsheet"),
    ("#DIV/0!", "faulty", "another"),
    ("=1+1", "faulty", "a formula in a text file"),
    ("12 34", "faulty", "two numbers"),
    ("9" * 300, "faulty", "too long to be one"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "reason"), VALUES, ids=[reason for _, _, reason in VALUES])
def test_a_number_is_read_however_it_is_written(text: str, value: float, reason: str) -> None:
    numbers = read_numbers(pa.array([text]))
    assert numbers.status.to_pylist() == ["value"], reason
    assert numbers.value.tolist() == [value]


@pytest.mark.parametrize(("text", "status", "reason"), OTHERS, ids=[reason for _, _, reason in OTHERS])
def test_what_is_no_number_is_told_apart(text: str, status: str, reason: str) -> None:
    numbers = read_numbers(pa.array([text]))
    assert numbers.status.to_pylist() == [status], reason
    assert math.isnan(numbers.value[0])


def test_every_status_has_a_case() -> None:
    assert {"value", *(status for _, status, _ in OTHERS)} == set(STATUSES)


def test_scale_unit_and_percent_are_kept_beside_the_value() -> None:
    numbers = read_numbers(pa.array(["3.2万件", "95.3%", "12", "12人"]))
    assert numbers.factor.tolist() == [10_000, 1, 1, 1]
    assert numbers.percent.tolist() == [False, True, False, False]
    assert numbers.unit.to_pylist() == ["件", "", "", "人"]


def test_a_column_is_read_entry_for_entry_in_any_arrow_layout() -> None:
    texts = ["12", "无", "12", "x", "3.2万"]
    plain = read_numbers(pa.array(texts))
    for column in (
        pa.array(texts).dictionary_encode(),
        pa.chunked_array([texts[:2], texts[2:]]),
        pa.chunked_array([pa.array(texts[:2]).dictionary_encode(), pa.array(texts[2:]).dictionary_encode()]),
        pa.array(["", *texts]).slice(1),
    ):
        read = read_numbers(column)
        np.testing.assert_array_equal(read.value, plain.value)
        assert read.status.to_pylist() == ["value", "missing", "value", "faulty", "value"]


@pytest.mark.parametrize("empty", [pa.array([], pa.string()), pa.chunked_array([], pa.string())])
def test_a_column_without_rows_has_no_numbers(empty: pa.Array | pa.ChunkedArray) -> None:
    assert len(read_numbers(empty).value) == 0


PLACES = st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False, allow_infinity=False)
FULL_WIDTH = str.maketrans("0123456789.,-+%", "０１２３４５６７８９．，－＋％")
WAYS = (
    lambda number: f"{number:f}",
    lambda number: f"{number:,f}",
    lambda number: f"{number:,f}".replace(",", "\u00a0"),
    lambda number: f"{number:,f}".replace(",", "'"),
    lambda number: f"{number:,f}".translate(FULL_WIDTH),
    lambda number: f" {number:f}件 ",
    lambda number: f"{number.scaleb(-4):f}万",
    lambda number: f"{number.scaleb(-8):f}亿人",
    lambda number: f"({-number:,f})" if number < 0 else f"+{number:f}",
    lambda number: f"{number:E}",
)


@given(PLACES, st.sampled_from(WAYS))
@example(Decimal("5700"), WAYS[6])
def test_the_same_number_written_in_any_way_reads_as_the_same(
    number: Decimal, way: Callable[[Decimal], str]
) -> None:
    assert read_number(way(number)).value == float(number)


@given(st.lists(st.text(max_size=20), max_size=20))
def test_a_column_reads_as_its_cells_do_one_by_one(texts: list[str]) -> None:
    numbers = read_numbers(pa.array(texts, pa.string()))
    for place, text in enumerate(texts):
        alone = read_number(text)
        assert numbers.status_code[place] == alone.status
        assert numbers.value[place] == alone.value or math.isnan(alone.value)


@given(PLACES, st.sampled_from([100, 10_000, 100_000_000]))
def test_a_factor_of_the_heading_leaves_no_binary_traces(number: Decimal, factor: int) -> None:
    small = number / 1000
    assert multiplied(np.array([float(small)]), factor).tolist() == [float(small * factor)]


def test_multiplying_keeps_what_is_no_number() -> None:
    assert np.isnan(multiplied(np.array([math.nan]), 10_000.0)).all()

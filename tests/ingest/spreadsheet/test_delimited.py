"""Text tables: every cell where a spreadsheet program would show it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.ingest.spreadsheet import delimited, regular_rows
from atlas.ingest.spreadsheet.delimited import read_delimited
from atlas.problems import AtlasError

Rows = list[list[str]]


def rows_of(text: str) -> Rows:
    """The rows as they were read."""
    columns = read_delimited(text.encode(), "a.csv").columns
    return [list(row) for row in zip(*(column.to_pylist() for column in columns), strict=True)]


CASES: list[tuple[str, Rows, str]] = [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]], "commas"),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]], "no line end at the end"),
    ("a\tb\n1\t2\n", [["a", "b"], ["1", "2"]], "tabs"),
    ("a;b\n1,5;2,5\n", [["a", "b"], ["1,5", "2,5"]], "semicolons, with commas in cells"),
    ("a|b\n1|2\n", [["a", "b"], ["1", "2"]], "bars"),
    ("a，b\n1，2\n", [["a", "b"], ["1", "2"]], "full-width commas"),
    ('a，b\n"1，2"，3\n', [["a", "b"], ["1，2", "3"]], "full-width commas and quotation marks"),
    ("a,b\n1,2\n1，2\n", [["a", "b"], ["1", "2"], ["1", "2"]], "some commas typed full-width"),
    ("a,b\n甲，乙,2\n", [["a", "b"], ["甲，乙", "2"]], "a full-width comma inside a text"),
    ("sep=;\na;b\n1;2\n", [["a", "b"], ["1", "2"]], "the line that spreadsheets do not show"),
    ("a\n1\n\n2\n", [["a"], ["1"], [""], ["2"]], "one column, with a blank line"),
    ("a,b\n\n\n1,2\n", [["a", "b"], ["", ""], ["", ""], ["1", "2"]], "blank lines are rows"),
    ("\n\na,b\n", [["", ""], ["", ""], ["a", "b"]], "blank lines at the top are rows"),
    ("题\n\na,b\n1,2\n", [["题", ""], ["", ""], ["a", "b"], ["1", "2"]], "a title"),
    ("a,b\n1,2\n注：甲\n", [["a", "b"], ["1", "2"], ["注：甲", ""]], "a note below"),
    ("a,b,c\n1\n1,2,3,4\n", [["a", "b", "c", ""], ["1", "", "", ""], ["1", "2", "3", "4"]], "ragged rows"),
    ("a,b,,\n1,2,,\n,,,\n", [["a", "b"], ["1", "2"]], "empty columns and rows at the edges are left out"),
    (",,\n,a,b\n,1,2\n", [["", "", ""], ["", "a", "b"], ["", "1", "2"]], "empty ones before it are kept"),
    ('a,b\n"1,234",2\n', [["a", "b"], ["1,234", "2"]], "a quoted separator"),
    ('a,b\n"x\ny",2\n3,4\n', [["a", "b"], ["x\ny", "2"], ["3", "4"]], "a quoted line break is in one row"),
    ('a,b\n"x\n\ny",2\n', [["a", "b"], ["x\n\ny", "2"]], "a quoted blank line is no row"),
    ('a,b\n"say ""hi""",2\n', [["a", "b"], ['say "hi"', "2"]], "doubled quotation marks"),
    ('a,b\n5" pipe,2\n', [["a", "b"], ['5" pipe', "2"]], "a stray one inside a cell"),
    ('a,b\n"x,2\n3,4\n', [["a", "b"], ['"x', "2"], ["3", "4"]], "one that is never closed"),
    ('a,b\n1,2\n3,"x', [["a", "b"], ["1", "2"], ["3", '"x']], "one in the last cell"),
    ('"x"\n', [["x"]], "one quoted cell"),
    ('"a;1","b;2"\n"c;3","d;4"\n', [["a;1", "b;2"], ["c;3", "d;4"]], "other delimiters in quoted cells"),
    (" a , b \n", [[" a ", " b "]], "spaces are kept"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows", "reason"), CASES, ids=[reason for _, _, reason in CASES])
def test_every_cell_is_where_a_spreadsheet_shows_it(text: str, rows: Rows, reason: str) -> None:
    assert rows_of(text) == rows, reason


@pytest.mark.parametrize(("text", "rows", "reason"), CASES, ids=[reason for _, _, reason in CASES])
def test_the_careful_way_reads_the_same(
    text: str, rows: Rows, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited, "regular_columns", lambda *_: None)
    assert rows_of(text) == rows, reason


def test_two_unclosed_quotation_marks_swallow_no_rows() -> None:
    rows = [f"甲{number},{number}" for number in range(500)]
    rows[100] = '"甲100,100'
    rows[300] = '"甲300,300'
    read = rows_of("\n".join(rows) + "\n")
    assert len(read) == 500
    assert read[100] == ['"甲100', "100"]
    assert read[299] == ["甲299", "299"]
    assert read[300] == ['"甲300', "300"]


def test_rows_keep_their_numbers_across_blocks_of_a_large_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regular_rows, "_BLOCK", 1_000)
    rows = [[f"甲{number}", str(number)] for number in range(2_000)]
    for number in range(0, 2_000, 97):
        rows[number] = ["注"]
    table = read_delimited(("\n".join(",".join(row) for row in rows) + "\n").encode(), "a.csv")
    assert table.columns[0].to_pylist() == [row[0] for row in rows]


def test_very_many_odd_rows_are_read_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regular_rows, "_ODD_ROWS", 10)
    text = "a,b\n1,2\n" * 50 + "x\n" * 40
    assert rows_of(text)[99:101] == [["1", "2"], ["x", ""]]


def test_progress_rises_to_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regular_rows, "_BLOCK", 10_000)
    shares: list[float] = []
    read_delimited(b"a,b\n1,2\n" * 10_000, "a.csv", shares.append)
    assert len(shares) > 3
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


LINE = b"a" * 1_000_001


@pytest.mark.parametrize(
    ("data", "problem", "fields"),
    [
        (LINE, "line_too_long", {"row": "1"}),
        (b"a\nb\n" + LINE + b"\nc\n", "line_too_long", {"row": "3"}),
        (b",".join([b"1"] * 2_001) + b"\n", "too_many_columns", {"limit": "2,000"}),
        (b"a,b\n" * 100 + b"," * 2_001 + b"\n", "too_many_columns", {"limit": "2,000"}),
        (b'a,b\n"x\n' * 100 + b'"' + b"," * 2_001 + b"\n", "too_many_columns", {"limit": "2,000"}),
        (b"\n" * 2_000_001, "too_many_rows", {"limit": "2,000,000"}),
        (b"a\n" * 10_000 + b"," * 1_500 + b"\n", "too_many_cells", {}),
    ],
    ids=[
        "one line",
        "a line further down",
        "the heading",
        "a row",
        "a row that is quoted badly",
        "lines",
        "emptiness",
    ],
)
def test_a_limit_is_said_before_memory_is_spent(data: bytes, problem: str, fields: dict[str, str]) -> None:
    with pytest.raises(AtlasError) as caught:
        read_delimited(data, "a.csv")
    assert (caught.value.problem.id, caught.value.problem.fields) == (problem, {"file": "a.csv", **fields})


def test_quotation_marks_that_never_fit_take_no_quadratic_time() -> None:
    line = 'b"b,"a\n'
    rows = rows_of(line * 20_001)
    assert len(rows) > 10_000


CELL = st.text(st.sampled_from('ab1 ,;"\n甲，'), max_size=5)


@given(st.lists(st.lists(CELL, min_size=2, max_size=5), min_size=2, max_size=8))
def test_what_the_standard_writer_writes_reads_back(rows: Rows) -> None:
    width = max(map(len, rows))
    same = [[*row, *[""] * (width - len(row))] for row in rows]
    file = io.StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(
        [["题"] * width, *same, ["末"] * width]
    )
    assert rows_of(file.getvalue())[1:-1] == same


@given(st.text(st.sampled_from('a1,;\t|"\n，'), max_size=80))
def test_both_ways_agree_on_where_the_lines_are(text: str) -> None:
    rows = rows_of(text)
    if '"' not in text:
        assert len(rows) <= len(text.split("\n"))
    assert sum(cell.count("a") for row in rows for cell in row) == text.count("a")

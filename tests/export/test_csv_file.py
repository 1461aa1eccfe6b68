"""A CSV opens as it should in a spreadsheet, and nothing in it is run."""

import csv
import io

import pandas as pd
import pytest

from atlas.export.csv_file import csv_file

NOTES = ("Lawyers, China, 2024", "=1+1")


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "cell",
    [
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("http://192.0.2.1")',
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "  =1+1",
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_becomes_text(cell: str) -> None:
    content = csv_file(pd.DataFrame({"Division": [cell], cell: [1]}), (cell,))
    for row in read(content):
        for each in row:
            assert not each.startswith(("=", "+", "-", "@", "\t", "\r")), each
    assert read(content)[1][0].startswith("'")


@pytest.mark.parametrize(
    ("value", "written", "reason"),
    [
        (-3.5, "-3.5", "negative, and no formula"),
        (0.0, "0", "nothing"),
        (854.0, "854", "a count is whole"),
        (12345678.25, "12345678.25", "large"),
        (99.19244456611004, "99.192445", "a rate says what can be known of it"),
    ],
)
def test_numbers_stay_numbers_as_people_write_them(value: float, written: str, reason: str) -> None:
    assert read(csv_file(pd.DataFrame({"Change": [value]}), ()))[1] == [written], reason


def test_an_empty_number_is_an_empty_cell() -> None:
    assert read(csv_file(pd.DataFrame({"a": [1.5, None], "b": ["x", "y"]}), ()))[2] == ["", "y"]


def test_it_starts_with_a_byte_order_mark_and_ends_lines_as_spreadsheets_do() -> None:
    content = csv_file(pd.DataFrame({"区划": ["贵州省"]}), NOTES)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert read(content)[0] == ["区划"]
    assert read(content)[1] == ["贵州省"]


def test_notes_follow_the_table_after_an_empty_line() -> None:
    lines = read(csv_file(pd.DataFrame({"a": [1], "b": [2]}), NOTES))
    assert lines[2:] == [[], ["Lawyers, China, 2024"], ["'=1+1"]]


def test_commas_quotes_and_line_ends_stay_in_their_cell() -> None:
    text = 'a, "b"\nc'
    assert read(csv_file(pd.DataFrame({"Source": [text]}), ()))[1] == [text]


def test_the_table_itself_is_left_as_it_was() -> None:
    table = pd.DataFrame({"Division": ["=1"]})
    csv_file(table, ())
    assert table["Division"].tolist() == ["=1"]

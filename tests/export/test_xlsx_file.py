"""A table as a workbook: numbers are numbers, text is text."""

import pandas as pd
import pytest

from atlas.export.xlsx_file import xlsx_file
from tests.export.workbooks import formulas_in, sheet_of, values_of


def test_numbers_text_and_gaps_keep_their_kind() -> None:
    table = pd.DataFrame({"区划": ["贵州省", None], "value": [1234.5, float("nan")], "n": [1, 2]})
    sheet = sheet_of(xlsx_file(table, ("a note",), "zh", "表格"))
    assert sheet.title == "表格"
    assert [cell.value for cell in sheet[2]] == ["贵州省", 1234.5, 1]
    assert [cell.value for cell in sheet[3]] == [None, None, 2]
    assert sheet["A5"].value == "a note"


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "<r>x</r>", "http://192.0.2.1", "\t=1"])
def test_no_text_is_run_or_linked(text: str) -> None:
    content = xlsx_file(pd.DataFrame({text: [text]}), (text,), "en", "Table")
    assert formulas_in(content) == []
    cells = [sheet_of(content)[cell] for cell in ("A1", "A2", "A4")]
    assert [cell.data_type for cell in cells] == ["s"] * 3
    assert [cell.hyperlink for cell in cells] == [None] * 3
    assert str(values_of(content)[1][0]).strip() == text.strip()


def test_an_empty_table_is_a_heading() -> None:
    assert values_of(xlsx_file(pd.DataFrame({"a": [], "b": []}), (), "en", "Table")) == [["a", "b"]]

"""Workbooks of every format: each cell in its place and as the spreadsheet shows it."""

import datetime as dt

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from atlas.ingest.spreadsheet.files import read_file
from atlas.ingest.spreadsheet.sheet import ReadFile
from tests.ingest.spreadsheet.workbooks import FILES, ods, ods_cell, raw_cell, raw_xlsx, xlsx

NOON = dt.datetime(2025, 3, 1, 12, 30)  # noqa: DTZ001 - a workbook knows no time zones


def formatted(value: object, number_format: str) -> bytes:
    """A workbook with one formatted cell."""

    def write(workbook: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        look = workbook.add_format({"num_format": number_format})
        if isinstance(value, dt.date):
            sheet.write_datetime(0, 0, value, look)
        else:
            sheet.write(0, 0, value, look)

    return xlsx(write)


def formula(shown: object) -> bytes:
    """A workbook with one formula and the result that was kept with it."""
    return xlsx(lambda _, sheet: sheet.write_formula(0, 0, "=A2/B2", value=shown))


def only_cell(content: bytes) -> str:
    """The text of the first cell."""
    return read_file(content, "a.xlsx").sheets[0].row(1)[0]


TEXTS = [
    (formatted(12.0, "0"), "12", "whole numbers have no point"),
    (formatted(12.5, "0"), "12.5", "what is kept counts, not how many places are shown"),
    (formatted(0.1 + 0.2, "0.00"), "0.3", "fifteen digits, as spreadsheets keep"),
    (formatted(-3, "#,##0"), "-3", "separators are only shown"),
    (formatted(123456789012, "0"), "123456789012", "long numbers have no exponent"),
    (formatted(dt.date(2025, 3, 1), "yyyy-mm-dd"), "2025-03-01", "a date"),
    (formatted(dt.date(2025, 3, 1), 'yyyy"年"m"月"'), "2025-03-01", "a date shown in Chinese"),
    (formatted(dt.date(2025, 3, 1), "mmm-yy"), "2025-03-01", "a date shown as a month"),
    (formatted(NOON, "yyyy-mm-dd hh:mm"), "2025-03-01 12:30:00", "a date and time"),
    (formatted(45717, "General"), "45717", "a number that might have been a date"),
    (formatted(True, "General"), "TRUE", "a truth value"),
    (formatted("1,234", "@"), "1,234", "a text stays as it was typed"),
    (formatted(" a ", "@"), " a ", "with its spaces"),
    (formatted("a\nb", "@"), "a\nb", "with its line breaks"),
    (formatted(0.953, "0.0%"), "95.3%", "a percentage as it is shown"),
    (formatted(0.07, "0%"), "7%", "without binary traces"),
    (formatted(1.5, "0.00%;[Red]-0.00%"), "150%", "in a format with two parts"),
    (formatted(0.5, '0.0"%"'), "0.5", "a percent sign that is only text multiplies nothing"),
    (formula(7), "7", "a formula's kept result"),
    (formula("#REF!"), "#REF!", "an error is not an empty cell"),
    (formula("#DIV/0!"), "#DIV/0!", "another error"),
    (formula("=cmd|'/c calc'!A1"), "=cmd|'/c calc'!A1", "a text that looks like a formula"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "text", "reason"), TEXTS, ids=[reason for _, _, reason in TEXTS])
def test_a_cell_reads_as_it_is_shown(content: bytes, text: str, reason: str) -> None:
    assert only_cell(content) == text, reason


def test_cells_stay_in_place_when_the_sheet_starts_further_down() -> None:
    sheet = read_file(xlsx(lambda _, sheet: sheet.write(3, 2, "甲")), "a.xlsx").sheets[0]
    assert [sheet.row(number) for number in (1, 4)] == [("", "", ""), ("", "", "甲")]
    assert sheet.rows == 4


def test_empty_cells_that_only_have_a_format_are_left_out() -> None:
    def write(workbook: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write(0, 0, "甲")
        sheet.write_blank(5_000, 300, None, workbook.add_format({"bold": True}))
        sheet.write(9, 9, "")

    sheet = read_file(xlsx(write), "a.xlsx").sheets[0]
    assert (sheet.rows, len(sheet.columns)) == (1, 1)


def test_sheets_keep_their_order_and_hidden_ones_are_read() -> None:
    def hidden(_: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write(0, 0, "二")
        sheet.hide()

    content = xlsx(lambda _, sheet: sheet.write(0, 0, "一"), hidden, lambda *_: None)
    read = read_file(content, "a.xlsx")
    assert [(sheet.name, sheet.rows) for sheet in read.sheets] == [("表1", 1), ("表2", 1), ("表3", 0)]


def test_a_sheet_of_a_chart_is_no_table() -> None:
    def write(workbook: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write(0, 0, 1)
        chart = workbook.add_chart({"type": "line"})
        chart.add_series({"values": "=表1!$A$1:$A$1"})
        workbook.add_chartsheet("图").set_chart(chart)

    assert [sheet.name for sheet in read_file(xlsx(write), "a.xlsx").sheets] == ["表1"]


def test_merged_ranges_are_given_from_one_on() -> None:
    content = xlsx(lambda _, sheet: sheet.merge_range("B1:C2", "甲"))
    assert read_file(content, "a.xlsx").sheets[0].merged == ((1, 2, 2, 3),)


def three_sheets() -> ReadFile:
    """A workbook of Excel 97."""
    return read_file((FILES / "three_sheets.xls").read_bytes(), "a.xls")


def test_a_workbook_of_excel_97_is_read() -> None:
    read = three_sheets()
    assert read.format == "XLS"
    assert [sheet.name for sheet in read.sheets] == ["一月", "空", "第三"]
    assert read.sheets[0].row(2) == ("行政区划", "期间", "受援人数", "成功率")
    assert read.sheets[0].row(3) == ("云岩区", "2025-03-01", "12", "95.3%")
    assert read.sheets[0].row(4)[2:] == ("12.5", "TRUE")
    assert read.sheets[0].merged == ((1, 1, 1, 4),)
    assert read.sheets[2].row(5) == ("", "", "x")


def test_percentages_and_errors_of_excel_97_read_as_they_are_shown() -> None:
    sheet = read_file((FILES / "percentages.xls").read_bytes(), "a.xls").sheets[0]
    assert sheet.row(1) == ("95.3%", "7%", "0.5", "33.3333333333%", "100%", "12%", "13%")
    assert sheet.row(2)[:4] == ("#REF!", "#N/A", "TRUE", "12.34")


def test_percentages_of_a_small_workbook_of_libreoffice_are_read_as_they_are_shown() -> None:
    sheet = read_file((FILES / "small.xls").read_bytes(), "a.xls").sheets[0]
    assert sheet.row(2) == ("云岩区", "95.3%")


def test_an_open_document_is_read_with_its_repeated_cells() -> None:
    again = ' table:number-columns-repeated="2"'
    rows = (
        "<table:table-row>"
        + ods_cell("string", "", "云岩区").replace(' office:string-value=""', "")
        + ods_cell("float", "12", "12.0", again)
        + ods_cell("percentage", "0.953", "95.30%", again)
        + ods_cell("date", "2025-03-01", "1.3.25")
        + ods_cell("string", "", "#DIV/0!", ' calcext:value-type="error"')
        + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        f"<table:table-row>{ods_cell('percentage', '0.07', '7%')}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    )
    read = read_file(ods(rows), "a.ods")
    sheet = read.sheets[0]
    assert (read.format, sheet.name, sheet.rows) == ("ODS", "表1", 5)
    assert sheet.row(1) == ("云岩区", "12", "12", "95.3%", "95.3%", "2025-03-01", "#DIV/0!")
    assert sheet.row(5)[0] == "7%"


def test_a_stated_dimension_is_not_believed() -> None:
    content = raw_xlsx(raw_cell("A1", 5), extra={})
    wide = content.replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')
    assert read_file(wide, "a.xlsx").sheets[0].row(1) == ("5",)


def test_a_workbook_with_macros_is_read_and_its_macros_are_said() -> None:
    content = raw_xlsx(raw_cell("A1", 5), extra={"xl/vbaProject.bin": b"macro"})
    read = read_file(content, "a.xlsm")
    assert (read.format, read.sheets[0].row(1)) == ("XLSM", ("5",))
    assert [note.message for note in read.notes] == ["The file contains macros. They were not run."]

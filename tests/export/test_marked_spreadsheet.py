"""The upload comes back with every cell in its place and every problem where it is."""

import io

import numpy as np
import openpyxl
import pyarrow as pa
import pytest
import xlsxwriter

from atlas.divisions import load_divisions
from atlas.export import cell_faults
from atlas.export import marked_spreadsheet as module
from atlas.export.cell_faults import Meanings
from atlas.export.marked_spreadsheet import marked_spreadsheet
from atlas.export.sheet_style import SEVERITY_COLOURS
from atlas.findings import Findings, Severity
from atlas.ingest.spreadsheet.intake import Intake
from atlas.ingest.spreadsheet.rules import NOT_A_NUMBER
from atlas.ingest.spreadsheet.sheet import ReadFile, Sheet
from atlas.language import Language
from atlas.problems import AtlasError
from atlas.validate import Checked
from tests.export.uploads import FAULTY, checked_file, shipped_definitions
from tests.export.workbooks import formulas_in, sheet_of, values_of

ZH, EN = Language("zh"), Language("en")


@pytest.fixture(scope="module")
def checked() -> Checked:
    return checked_file(FAULTY)


@pytest.fixture(scope="module")
def marked(checked: Checked) -> bytes:
    return marked_spreadsheet(checked, ZH, Meanings.to(checked, load_divisions(), shipped_definitions()))


def test_every_cell_is_where_it_was(checked: Checked, marked: bytes) -> None:
    sheet = sheet_of(marked)
    for number in range(1, checked.intake.sheet.rows + 1):
        for column, text in enumerate(checked.intake.sheet.row(number), 1):
            value = sheet.cell(number, column).value
            assert ("" if value is None else str(value)) == text, (number, column)


def test_figures_are_numbers_and_everything_else_is_text(marked: bytes) -> None:
    sheet = sheet_of(marked)
    assert [sheet[cell].value for cell in ("C3", "D3", "B5")] == [12, 100, -5]
    assert [sheet[cell].data_type for cell in ("A3", "B3", "D5", "C7")] == ["s"] * 4


def test_a_faulty_cell_has_the_colour_of_its_severity_and_a_comment(checked: Checked, marked: bytes) -> None:
    sheet = sheet_of(marked)
    worst = cell_faults.cell_severities(checked.findings)
    assert {"A4", "B5", "D5", "E6", "C8"} <= {sheet.cell(row, column).coordinate for row, column in worst}
    for (row, column), severity in worst.items():
        cell = sheet.cell(row, column)
        assert cell.fill.start_color.rgb == "FF" + SEVERITY_COLOURS[severity].lstrip("#")
        assert cell.comment is not None
    plain = [cell for line in sheet.iter_rows() for cell in line if (cell.row, cell.column) not in worst]
    assert [cell.coordinate for cell in plain if cell.comment] == []


def test_a_comment_says_what_is_wrong_and_what_to_do_and_names_the_nearest(marked: bytes) -> None:
    comment = sheet_of(marked)["A4"].comment
    assert comment is not None
    assert "南名区" in comment.text
    assert "南明区（贵阳市） 520102" in comment.text


def test_the_list_has_every_finding_once_with_a_link_to_its_cell(checked: Checked, marked: bytes) -> None:
    sheet = sheet_of(marked, -1)
    assert sheet.title == "问题清单"
    lines = [line for line in sheet.iter_rows(min_row=4) if line[0].value]
    found = [finding for findings in checked.findings for finding in findings]
    assert len(lines) == len(found)
    assert sorted(str(line[1].value or "") for line in lines) == sorted(finding.cell for finding in found)
    for line in lines:
        if line[1].value:
            link = line[1].hyperlink
            assert link is not None
            assert str(link.location).endswith(f"!{line[1].value}")
            assert "贵阳3月" in str(link.location)
        assert line[3].value
        assert line[4].value


def test_errors_come_first_in_the_list(marked: bytes) -> None:
    severities = [str(line[0].value) for line in sheet_of(marked, -1).iter_rows(min_row=4)]
    assert severities == sorted(severities, key=["错误", "警告", "提示"].index)


def test_it_is_written_in_the_readers_language(checked: Checked) -> None:
    content = marked_spreadsheet(checked, EN, Meanings.to(checked, load_divisions(), shipped_definitions()))
    assert sheet_of(content, -1).title == "Problems"
    comment = sheet_of(content)["A4"].comment
    assert comment is not None
    assert "Error" in comment.text
    assert "Nanming District (Guiyang) 520102" in comment.text


def test_a_corrected_marked_file_is_read_like_the_original(marked: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(marked))
    sheet = book.worksheets[0]
    for cell, value in {
        "A4": "南明区",
        "B5": 5,
        "D5": 10,
        "E6": 40,
        "B8": 1639,
        "D8": 260,
        "E8": 238,
        "C8": 59,
    }.items():
        sheet[cell].value = value
    corrected = io.BytesIO()
    book.save(corrected)
    again = checked_file(corrected.getvalue(), "贵阳3月.xlsx")
    assert again.counts[Severity.ERROR] == 0
    assert again.acceptable.num_rows == 4 * 4 + 2


HOSTILE = (
    "=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://192.0.2.1")', "+1+1", "-2+3", "@SUM(A1)", "\t=1",
    "{=1+1}",    "<r><t>raw</t></r>", "</t></is></c><c><f>1+1</f></c>", "<script>alert(1)</script>", "http://192.0.2.1/",
    "mailto:x@192.0.2.1", "_x000D_", "\x01\x1f", "a\ufffeb", "&amp;&#x41;", "\u202eabc", "x" * 40_000,
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:20]))
def test_no_text_of_a_file_is_ever_run_or_breaks_the_workbook(text: str) -> None:
    content = marked_spreadsheet(hostile_file(text), EN)
    assert formulas_in(content) == []
    sheet = sheet_of(content)
    assert [sheet[cell].data_type for cell in ("A1", "A2", "B2")] == ["s"] * 3
    assert sheet["A2"].hyperlink is None
    assert str(values_of(content)[1][0]).strip()
    assert sheet["B2"].comment is not None


def hostile_file(text: str) -> Checked:
    """A file with this text for its name, its sheet's name, a heading, a cell and a refused value."""
    columns = tuple(pa.array(column, pa.string()) for column in ([text, text], ["lawyers", text]))
    return found_in(Sheet(text[:50], columns), [(2, 2)], text)


def found_in(sheet: Sheet, cells: list[tuple[int, int]], text: str = "abc") -> Checked:
    """A sheet in which these cells were no numbers."""
    findings = Findings(
        NOT_A_NUMBER,
        np.array([row for row, _ in cells], dtype=np.int64),
        np.array([column for _, column in cells], dtype=np.int64),
        [text] * len(cells),
    )
    empty = pa.table({})
    intake = Intake(
        file=ReadFile(f"{text[:100]}.csv", "0" * 64, 1, "CSV", (sheet,)),
        sheet=sheet,
        layout="wide",
        headings=(),
        heading_rows=(1,),
        first_row=2,
        last_row=sheet.rows,
        figures=empty,
        totals=empty,
        notes=(),
        findings=(findings,),
    )
    return Checked(intake, (findings,), np.unique(findings.rows), empty)


def test_with_too_many_faults_for_comments_the_list_says_so_and_has_them_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cell_faults, "MOST_COMMENTS", 10)
    column = pa.array(["heading", *["abc"] * 25], pa.string())
    cells = [(row, 1) for row in range(2, 27)]
    content = marked_spreadsheet(found_in(Sheet("data", (column,)), cells), EN)
    sheet, problems = sheet_of(content), sheet_of(content, -1)
    assert sum(line[0].comment is not None for line in sheet.iter_rows()) == 10
    assert sum(line[0].fill.fill_type == "solid" for line in sheet.iter_rows(min_row=2)) == 25
    assert any("10 of 25" in str(line[0].value) for line in problems.iter_rows(max_row=5))
    assert sum(line[0].value == "Error" for line in problems.iter_rows()) == 25


def test_a_finding_about_a_whole_row_marks_its_first_cell_and_one_about_the_file_only_the_list() -> None:
    column = pa.array(["heading", "a", "b"], pa.string())
    content = marked_spreadsheet(found_in(Sheet("data", (column, column)), [(3, 0), (0, 0)]), EN)
    sheet = sheet_of(content)
    commented = [cell.coordinate for line in sheet.iter_rows() for cell in line if cell.comment]
    assert commented == ["A3"]
    listed = [(line[1].value, line[1].hyperlink) for line in sheet_of(content, -1).iter_rows(min_row=4)]
    assert listed[0][0] == "3"
    assert str(listed[0][1].location).endswith("!A3")  # type: ignore[union-attr]  # a link
    assert listed[1] == (None, None) or listed[1] == ("", None)


@pytest.mark.parametrize("most", [10, 1_000], ids=["row by row", "at once"])
def test_a_file_of_many_cells_is_written_row_by_row_and_says_the_same(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "STREAMED", most)
    column = pa.array(["heading", *(str(number) for number in range(30))], pa.string())
    content = marked_spreadsheet(found_in(Sheet("data", (column, column)), [(31, 2)]), EN)
    values = values_of(content)
    assert [line[1] for line in values] == ["heading", *(str(number) for number in range(30))]
    assert sheet_of(content)["B31"].comment is not None
    assert len(values_of(content, 1)) == 4


def test_merged_titles_stay_merged_unless_they_are_marked() -> None:
    columns = tuple(pa.array(column, pa.string()) for column in (["title", "x", "y"], ["", "", "z"]))
    merged = ((1, 1, 1, 2), (2, 1, 2, 2), (1, 1, 9_999_999, 16_000), (3, 2, 3, 2))
    content = marked_spreadsheet(found_in(Sheet("data", columns, merged), [(2, 2)]), EN)
    sheet = sheet_of(content)
    assert [str(each) for each in sheet.merged_cells.ranges] == ["A1:B1"]
    assert sheet["A1"].value == "title"
    assert sheet["A2"].value == "x"


def test_the_other_sheets_of_a_workbook_come_back_too() -> None:
    original = io.BytesIO()
    with xlsxwriter.Workbook(original) as book:
        table, other = book.add_worksheet("数据"), book.add_worksheet("Problems")
        for row, line in enumerate((["地区", "时期", "律师"], ["云岩区", "2026-03", "abc"])):
            table.write_row(row, 0, line)
        other.write_string(4, 2, "kept")
    content = marked_spreadsheet(checked_file(original.getvalue(), "book.xlsx"), EN)
    titles = openpyxl.load_workbook(io.BytesIO(content)).sheetnames
    assert titles == ["数据", "Problems", "Problems 2"]
    assert sheet_of(content, "Problems")["C5"].value == "kept"


def test_a_file_with_more_columns_than_a_sheet_is_refused_in_words() -> None:
    sheet = Sheet("data", (pa.array(["a"], pa.string()),) * 16_385)
    with pytest.raises(AtlasError) as error:
        marked_spreadsheet(found_in(sheet, [(1, 1)]), EN)
    assert error.value.problem.id == "too_large_to_mark"

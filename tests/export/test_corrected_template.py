"""What was right in a file is filled in, what was wrong waits to be filled in, and nothing is lost."""

import io

import openpyxl
import pytest
from openpyxl.cell import Cell

from atlas.divisions import load_divisions
from atlas.export import cell_faults
from atlas.export.corrected_template import corrected_template
from atlas.export.sheet_style import SEVERITY_COLOURS
from atlas.findings import Severity
from atlas.language import Language
from atlas.validate import Checked
from tests.export.uploads import FAULTY, checked_file, shipped_definitions
from tests.export.workbooks import formulas_in, sheet_of, values_of

ZH, EN = Language("zh"), Language("en")
LONG = """地区,时期,指标,数值
云岩区,2026-01,律师,100
云岩区,2026-02,律师,abc
南明区,2026-01,律师,200
南明区,2026-02,律师,不适用
南明区,2026-02,法律援助案件,12
南明区,2026-02,法律援助案件,12
南名区,2026-02,法律援助案件,7
南明区,2026-02,进球数,7
"""


def corrected(checked: Checked, language: Language = ZH) -> bytes:
    return corrected_template(load_divisions(), shipped_definitions(), None, checked, language)


def filled(content: bytes) -> dict[tuple[str, str], object]:
    """The figures of the first sheet by the row's name (and period, where it has one) and the heading."""
    sheet = sheet_of(content)
    headings = {cell.column: str(cell.value) for cell in sheet[4] if cell.value}
    names = [cell.column for cell in sheet[3] if cell.value in ("行政区划", "时期")]
    figures = {}
    for line in sheet.iter_rows(min_row=5):
        name = " ".join(str(line[column - 1].value) for column in names)
        figures |= {(name, headings[cell.column]): cell.value for cell in line if cell.column in headings}
    return {key: value for key, value in figures.items() if key[1] != "上月"}


def cell_at(content: bytes, name: str, heading: str) -> Cell:
    sheet = sheet_of(content)
    column = next(cell.column for cell in sheet[4] if cell.value == heading)
    row = next(
        line[0].row for line in sheet.iter_rows(min_row=5) if name in {str(each.value) for each in line[:3]}
    )
    found = sheet.cell(row, column)
    assert isinstance(found, Cell)
    return found


def test_right_figures_are_filled_in_also_in_rows_with_a_wrong_one() -> None:
    figures = filled(corrected(checked_file(FAULTY)))
    assert figures["云岩区", "律师（人）"] == 1234
    assert figures["花溪区", "法律援助案件（件）"] == 14
    assert figures["白云区", "人民调解案件（件）"] == "不适用"
    assert figures["白云区", "人民调解成功案件（件）"] == "保密"
    assert figures["白云区", "法律援助案件（件）"] is None


@pytest.mark.parametrize(
    ("name", "heading", "said"),
    [("花溪区", "律师（人）", "-5"), ("花溪区", "人民调解案件（件）", "cmd")],
)
def test_a_wrong_figure_is_left_empty_coloured_and_open_with_a_comment(
    name: str, heading: str, said: str
) -> None:
    cell = cell_at(corrected(checked_file(FAULTY)), name, heading)
    assert cell.value is None
    assert cell.fill.start_color.rgb == "FF" + SEVERITY_COLOURS[Severity.ERROR].lstrip("#")
    assert not cell.protection.locked
    assert cell.comment is not None
    assert said in cell.comment.text


def test_a_place_that_was_not_found_keeps_its_row_under_the_name_as_written() -> None:
    content = corrected(checked_file(FAULTY))
    assert filled(content)["南名区", "律师（人）"] == 300
    sheet = sheet_of(content)
    (name,) = [cell for line in sheet.iter_rows(min_row=5) for cell in line if cell.value == "南名区"]
    assert name.comment is not None
    assert "南明区" in name.comment.text
    assert not name.protection.locked
    assert not sheet.cell(name.row, 1).protection.locked


def test_rows_of_totals_are_no_rows_of_the_template() -> None:
    assert "合计" not in {name for name, _ in filled(corrected(checked_file(FAULTY)))}


def test_several_periods_have_a_row_each_with_the_period_beside_the_name() -> None:
    figures = filled(corrected(checked_file(LONG, "long.csv")))
    assert figures["云岩区 2026-01", "律师（人）"] == 100
    assert figures["云岩区 2026-02", "律师（人）"] is None
    assert figures["南明区 2026-02", "律师（人）"] == "不适用"
    assert figures["南明区 2026-02", "法律援助案件（件）"] == 12
    assert figures["南名区 2026-02", "法律援助案件（件）"] == 7


def test_what_has_no_cell_is_in_the_list_with_its_place_in_the_file() -> None:
    content = corrected(checked_file(LONG, "long.csv"))
    listed = [[str(cell) for cell in line] for line in values_of(content, 1)]
    assert any("进球数" in line[2] and line[1] == "C9" for line in listed)


def test_once_filled_in_it_is_read_without_an_error() -> None:
    book = openpyxl.load_workbook(io.BytesIO(corrected(checked_file(FAULTY))))
    sheet = book.worksheets[0]
    for line in sheet.iter_rows(min_row=5):
        for cell in line:
            if cell.value == "南名区":
                cell.value = "南明区"
            elif cell.fill.start_color.rgb == "FF" + SEVERITY_COLOURS[Severity.ERROR].lstrip("#"):
                cell.value = 40 if cell.column > 2 else None
    again = io.BytesIO()
    book.save(again)
    checked = checked_file(again.getvalue(), "again.xlsx")
    assert checked.counts[Severity.ERROR] == 0
    assert set(checked.acceptable["period"].to_pylist()) == {"2026-03"}
    assert checked.acceptable.num_rows == 4 * 4 + 2


def test_a_file_without_one_figure_gives_the_list_alone() -> None:
    content = corrected(checked_file("地区,时期,指标,数值\n云岩区,2026-01,进球数,1\n", "nothing.csv"))
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["问题清单"]


def test_with_too_many_faults_the_rest_is_coloured_without_a_comment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cell_faults, "MOST_COMMENTS", 2)
    content = corrected(checked_file(FAULTY))
    cells = [cell for line in sheet_of(content).iter_rows(min_row=5) for cell in line]
    assert sum(cell.comment is not None for cell in cells) == 2
    errors = "FF" + SEVERITY_COLOURS[Severity.ERROR].lstrip("#")
    assert sum(cell.fill.start_color.rgb == errors for cell in cells) > 3


def test_hostile_names_and_figures_stay_text() -> None:
    text = 'a,时期,指标,数值\n"=HYPERLINK(""http://192.0.2.1"")",2026-01,律师,1\n=1+1,2026-01,律师,=2+2\n'
    content = corrected(checked_file(text.replace("a,", "地区,", 1), "=cmd.csv"))
    assert formulas_in(content) == []
    assert ("=1+1", "律师（人）") in filled(content)

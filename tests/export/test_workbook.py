"""A workbook has a sheet for each view with all its figures, and what must be said with them."""

from io import BytesIO

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from atlas.export import sheet_style
from atlas.export.workbook import workbook_file
from atlas.language import LANGUAGES, Language
from atlas.views.exhibit import Exhibit, Fact
from atlas.views.exhibits import exhibit_of
from atlas.views.pins import Pin
from atlas.workspace import Workspace
from tests.export.workbooks import formulas_in, sheet_of, values_of

BASE = "http://atlas.test:8501"
HOSTILE = ("=1+1", "@SUM(A1)", "<r>x</r>", "http://192.0.2.1", "\x1b[31m\x00", "'=1", "一" * 40)


def exhibit(table: pd.DataFrame, title: str = "A view", *, invented: bool = False) -> Exhibit:
    facts = (Fact("Indicator", "Lawyers"), Fact("Source", "An almanac"))
    return Exhibit("map", {"indicator": "lawyers"}, title, "A sentence.", (), table, facts, invented)


def rows_of(content: bytes, place: int) -> list[list[object]]:
    return [row for row in values_of(content, place) if any(cell not in ("", None) for cell in row)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sheet_has_the_numbers_of_its_view_and_its_facts(workspace: Workspace, lang: str) -> None:
    words = Language(lang)
    shown = exhibit_of(workspace, Pin.parse("map?indicator=lawyers_per_10k&period=latest"), words)
    content = workbook_file([shown], BASE, words)
    rows = rows_of(content, 1)
    assert rows[0][0] == shown.title
    assert rows[1][0] == shown.sentence
    assert rows[2][: len(shown.table.columns)] == list(shown.table.columns)
    written = rows[3 : 3 + len(shown.table)]
    numbers = [name for name in shown.table.columns if pd.api.types.is_numeric_dtype(shown.table[name])]
    assert len(numbers) >= 4
    for name in numbers:
        column = list(shown.table.columns).index(name)
        found = [float("nan") if row[column] == "" else row[column] for row in written]
        # The format keeps sixteen digits.
        assert found == pytest.approx(list(shown.table[name]), rel=1e-15, nan_ok=True), name
    texts = {str(cell) for row in rows_of(content, 1) + rows_of(content, 0) for cell in row}
    for fact in shown.facts:
        assert fact.text in texts, fact.label
    assert any(text.startswith("http://atlas.test:8501/?") for text in texts)


def test_the_contents_lead_to_every_sheet_and_back_to_the_page() -> None:
    table = pd.DataFrame({"a": [1]})
    content = workbook_file([exhibit(table, "Same"), exhibit(table, "Same")], BASE, Language("en"))
    links = [cell.hyperlink for row in sheet_of(content, 0).iter_rows() for cell in row if cell.hyperlink]
    assert [link.location for link in links if link.location] == ["'1 Same'!A1", "'2 Same'!A1"]
    back = "http://atlas.test:8501/?indicator=lawyers&lang=en"
    assert [link.target for link in links if link.target] == [back, back]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_run_and_any_text_is_kept(text: str) -> None:
    content = workbook_file([exhibit(pd.DataFrame({text: [text]}), text)], BASE, Language("en"))
    assert [each for each in formulas_in(content) if "rels" not in each] == []
    assert len(rows_of(content, 1)) >= 5


def test_invented_figures_say_so_on_every_sheet() -> None:
    content = workbook_file([exhibit(pd.DataFrame({"a": [1]}), invented=True)], BASE, Language("zh"))
    for place in (0, 1):
        assert any("虚构" in str(cell) for row in values_of(content, place) for cell in row)


def test_rows_beyond_the_end_of_a_sheet_go_on_on_the_next_and_both_say_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sheet_style, "MOST_ROWS", 40)
    content = workbook_file([exhibit(pd.DataFrame({"n": range(60)}))], BASE, Language("en"))
    sheets = CalamineWorkbook.from_filelike(BytesIO(content)).sheet_names[1:]
    assert len(sheets) > 1
    numbers = []
    for place, _ in enumerate(sheets, 1):
        rows = values_of(content, place)
        assert len(rows) <= 40
        numbers += [row[0] for row in rows if isinstance(row[0], float)]
        assert any("rows" in str(row[0]) for row in rows), place
    assert numbers == list(range(60))


def test_a_text_that_is_cut_is_counted() -> None:
    content = workbook_file([exhibit(pd.DataFrame({"n": ["x" * 40_000]}))], BASE, Language("en"))
    assert any("longer than a cell can hold" in str(row[0]) for row in values_of(content, 1))


@pytest.mark.parametrize("table", [pd.DataFrame(), pd.DataFrame({"a": []})])
def test_a_view_without_figures_says_so(table: pd.DataFrame) -> None:
    content = workbook_file([exhibit(table)], BASE, Language("en"))
    assert any("no figures" in str(row[0]) for row in values_of(content, 1))


def test_infinite_and_missing_numbers_do_not_damage_the_file() -> None:
    table = pd.DataFrame({"a": [float("inf"), float("nan"), None, True, 1]}, dtype=object)
    content = workbook_file([exhibit(table)], BASE, Language("en"))
    assert [row[0] for row in rows_of(content, 1)[3:6]] == ["inf", "True", 1.0]

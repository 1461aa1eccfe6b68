"""A template that was filled in is read again without a question."""

import io
import random

import openpyxl
import pytest

from atlas.divisions import load_divisions
from atlas.export.template import template
from atlas.ingest.spreadsheet.intake import Vocabulary
from atlas.ingest.spreadsheet.reading import read_spreadsheet
from atlas.language import Language
from atlas.periods import Period
from tests.export.test_template import LastMonth
from tests.export.uploads import shipped_definitions


@pytest.mark.parametrize(
    ("code", "lang", "period", "reason"),
    [
        ("520000", "zh", "2025-12", "a province with nine cities"),
        ("110000", "zh", "2025-12", "a municipality"),
        ("500000", "en", "2025-12", "a municipality with districts and counties, in English"),
        ("460000", "zh", "2025-12", "Hainan: cities without counties, counties without a city"),
        ("650000", "en", "2025-12", "Xinjiang: cities of the Corps directly under the region"),
        ("520100", "en", "2025-12", "a city"),
        ("441900", "zh", "2025-12", "Dongguan: the city itself"),
        ("000000", "zh", "2025-12", "the country: provinces and the Corps"),
        ("520102", "zh", "2025-12", "a county: its townships"),
        ("520100", "zh", "2025-Q1", "a quarter"),
        ("520100", "en", "2025-H2", "a half"),
        ("520100", "zh", "2025", "a year"),
    ],
    ids=lambda each: each if " " in each else None,
)
def test_every_figure_comes_back_at_its_place(code: str, lang: str, period: str, reason: str) -> None:
    divisions, definitions = load_divisions(), shipped_definitions()
    store = LastMonth((code, "lawyers", "2025-11", 3.0, "value"))
    content = template(divisions, definitions, store, code, Period.parse(period), Language(lang))
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    dice = random.Random(7)  # noqa: S311 - figures for a test
    written = {}
    for line in sheet.iter_rows(min_row=5):
        for cell in line:
            if not cell.protection.locked:
                cell.value = written[cell.row, cell.column] = dice.randint(2, 90)
    saved = io.BytesIO()
    book.save(saved)
    intake = read_spreadsheet(saved.getvalue(), "filled.xlsx", Vocabulary(divisions, definitions))
    assert [(found.rule.id, found.values[0]) for found in intake.findings if len(found)] == [], reason
    figures = intake.figures.to_pylist()
    assert {(each["row"], each["column"]): each["value"] for each in figures} == written
    assert {each["period"] for each in figures} == {period}
    assert {each["division"] for each in figures} == {
        str(line[0].value) for line in sheet.iter_rows(min_row=5)
    }
    heading = {cell.column: str(cell.value) for cell in sheet[4]}
    for each in figures:
        name = Language(lang).name(definitions.measures[each["measure"]])
        assert heading[each["column"]].startswith(name)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_template_says_nothing_and_the_words_of_its_drop_downs_are_understood(lang: str) -> None:
    divisions, definitions = load_divisions(), shipped_definitions()
    content = template(
        divisions, definitions, None, "520100", Period.parse("2025-12"), Language(lang), measures=["lawyers"]
    )
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    words = str(sheet.data_validations.dataValidation[0].formula1).strip('"').split(",")
    for row, word in enumerate(words, 5):
        sheet.cell(row, 3).value = word
    saved = io.BytesIO()
    book.save(saved)
    figures = read_spreadsheet(
        saved.getvalue(), "t.xlsx", Vocabulary(divisions, definitions)
    ).figures.to_pylist()
    assert [each["status"] for each in figures] == ["not_applicable", "suppressed", *["missing"] * 8]

"""A template has a row for everybody who reports, says what each figure is, and takes nothing else."""

import re

import pandas as pd
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from atlas.definitions import Definitions, load_definitions
from atlas.divisions import Divisions, Level, load_divisions
from atlas.export.template import before, template
from atlas.language import Language
from atlas.periods import Period
from atlas.problems import AtlasError
from tests.export.workbooks import formulas_in, sheet_of, values_of

MONTH = Period.parse("2025-12")
ZH, EN = Language("zh"), Language("en")
FIRST = 5
"""The first row with figures, as the spreadsheet counts."""


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return load_divisions()


@pytest.fixture(scope="module")
def definitions() -> Definitions:
    return load_definitions()


class LastMonth:
    """A store that knows a few figures."""

    def __init__(self, *rows: tuple[str, str, str, float, str]) -> None:
        self.rows = rows

    def current(self, measures=None, first_month=None, last_month=None, divisions=None):  # type: ignore[no-untyped-def]  # as the store's
        found = []
        for division, measure, period, value, status in self.rows:
            when = Period.parse(period)
            if division in divisions and measure in measures and first_month <= when.last <= last_month:
                found.append((division, measure, when.kind.value, when.first, when.last, value, status))
        columns = ["division", "measure", "kind", "first_month", "last_month", "value", "status"]
        return pd.DataFrame(found, columns=columns)


def codes(sheet: Worksheet) -> list[str]:
    return [str(row[0].value) for row in sheet.iter_rows(min_row=FIRST)]


@pytest.mark.parametrize(
    ("code", "level", "count", "some", "reason"),
    [
        ("520000", None, 88, {"520102", "522731"}, "a province: its counties"),
        ("520100", None, 10, {"520102", "520181"}, "a city: its counties"),
        ("110000", None, 16, {"110101"}, "a municipality has no cities between"),
        ("460000", None, 26, {"460400", "460105"}, "Danzhou has no counties and reports itself"),
        ("650000", None, 112, {"659001"}, "cities of the Corps lie directly under the region"),
        ("441900", None, 1, {"441900"}, "Dongguan has no counties: one row for itself"),
        ("350000", None, 83, {"350102"}, "Kinmen does not report"),
        ("000000", None, 32, {"520000", "660000"}, "the country: its provinces and the Corps"),
        ("520000", Level.CITY, 9, {"520100"}, "cities where they are asked for"),
        ("520000", Level.PROVINCE, 1, {"520000"}, "the province's own figures"),
        ("500105", None, None, {"500157001"}, "a retired code: the townships of its successor"),
    ],
    ids=lambda each: each if isinstance(each, str) and " " in each else None,
)
def test_everybody_who_reports_has_one_row(
    divisions: Divisions,
    definitions: Definitions,
    code: str,
    level: Level | None,
    count: int | None,
    some: set[str],
    reason: str,
) -> None:
    content = template(divisions, definitions, None, code, MONTH, ZH, level=level)
    listed = codes(sheet_of(content))
    assert len(listed) == len(set(listed)), reason
    assert count is None or len(listed) == count, reason
    assert some <= set(listed), reason
    assert all(listed[place] < listed[place + 1] for place in range(len(listed) - 1))


def test_nobody_outside_the_reporting_scope_gets_a_row(
    divisions: Divisions, definitions: Definitions
) -> None:
    listed = codes(sheet_of(template(divisions, definitions, None, "000000", MONTH, ZH)))
    assert not {"710000", "810000", "820000"} & set(listed)


@pytest.mark.parametrize(
    ("code", "period", "options", "problem"),
    [
        ("999999", "2025-12", {}, "unknown_division"),
        ("710000", "2025-12", {}, "nobody_reports"),
        ("520000", "latest", {}, "template_period"),
        ("520000", "2021/2025", {}, "template_period"),
        ("520000", "2025-12", {"topics": ["football"]}, "unknown_topic"),
        ("520000", "2025-12", {"measures": ["goals"]}, "unknown_template_measure"),
        ("520000", "2025-12", {"topics": ["corps"]}, "nothing_reported"),
    ],
)
def test_what_no_template_can_be_made_for_is_said(
    divisions: Divisions,
    definitions: Definitions,
    code: str,
    period: str,
    options: dict[str, list[str]],
    problem: str,
) -> None:
    with pytest.raises(AtlasError) as error:
        template(divisions, definitions, None, code, Period.parse(period), EN, **options)  # type: ignore[arg-type]  # one of two lists
    assert error.value.problem.id == problem


def test_only_the_white_cells_can_be_changed(divisions: Divisions, definitions: Definitions) -> None:
    sheet = sheet_of(
        template(divisions, definitions, None, "520100", MONTH, EN, measures=["lawyers", "law_firms"])
    )
    assert sheet.protection.sheet
    assert not sheet.protection.password
    unlocked = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert unlocked == {f"{column}{row}" for column in "CE" for row in range(FIRST, FIRST + 10)}
    assert sheet.freeze_panes == "C5"


def test_a_heading_names_unit_definition_and_trap_in_the_language(
    divisions: Divisions, definitions: Definitions
) -> None:
    measure = definitions.measures["centres_county"]
    assert measure.definition is not None
    assert measure.traps is not None
    for language in (ZH, EN):
        sheet = sheet_of(
            template(divisions, definitions, None, "520100", MONTH, language, measures=[measure.id])
        )
        heading, comment = sheet["C4"].value, sheet["C4"].comment
        assert language.name(measure) in str(heading)
        assert language.name(definitions.unit_of(measure)) in str(heading)
        assert comment is not None
        assert language.name(measure.definition) in comment.text
        assert language.name(measure.traps) in comment.text
        assert sheet["C3"].value == language.name(definitions.topics["platforms"])


def test_the_period_stands_in_the_title_and_in_a_cell_for_programs(
    divisions: Divisions, definitions: Definitions
) -> None:
    sheet = sheet_of(template(divisions, definitions, None, "520100", MONTH, ZH))
    assert "2025年12月" in str(sheet["A1"].value)
    assert "贵阳市" in str(sheet["A1"].value)
    assert sheet["B2"].value == "2025-12"


def test_last_months_figure_stands_beside_in_a_locked_cell(
    divisions: Divisions, definitions: Definitions
) -> None:
    store = LastMonth(
        ("520102", "lawyers", "2025-11", 1234.0, "value"),
        ("520103", "lawyers", "2025-11", float("nan"), "suppressed"),
        ("520111", "lawyers", "2025-11", float("nan"), "not_applicable"),
        ("520112", "lawyers", "2025-10", 9.0, "value"),
        ("520113", "lawyers", "2025-Q3", 7.0, "value"),
    )
    content = template(divisions, definitions, store, "520100", MONTH, ZH, measures=["lawyers"])
    sheet = sheet_of(content)
    assert sheet["D4"].value == "上月"
    earlier = [sheet.cell(FIRST + place, 4).value for place in range(5)]
    assert earlier == [1234, "保密", "不适用", None, None]
    assert all(sheet.cell(FIRST + place, 4).protection.locked for place in range(10))
    assert all(sheet.cell(FIRST + place, 3).value is None for place in range(10))


@pytest.mark.parametrize(
    ("period", "earlier"),
    [
        ("2025-01", "2024-12"),
        ("2025-Q1", "2024-Q4"),
        ("2025-H2", "2025-H1"),
        ("2025", "2024"),
    ],
)
def test_the_period_before_has_the_same_length(period: str, earlier: str) -> None:
    assert str(before(Period.parse(period))) == earlier


def test_every_cell_to_fill_in_offers_the_words_for_no_number(
    divisions: Divisions, definitions: Definitions
) -> None:
    sheet = sheet_of(template(divisions, definitions, None, "520100", MONTH, ZH, measures=["lawyers"]))
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", '"不适用,保密"', "C5:C14")
    # Numbers are typed over the list, so it must not refuse them.
    assert not rule.showErrorMessage
    assert rule.promptTitle == "律师"
    assert "整数" in str(rule.prompt)


@pytest.mark.parametrize(
    ("measure", "wrong", "right"),
    [
        ("lawyers", ["-1", "1.5", "'12人'"], ["0", "12", "'不适用'", "' 保密 '", "''"]),
        ("public_satisfaction", ["-0.1", "100.1", "'85%'"], ["0", "85.3", "100", "'保密'"]),
        ("legal_aid_cases_over_target", ["'x'"], ["-3.5", "0", "12", "'保密'"]),
        ("legal_aid_funding", ["-0.01", "'many'"], ["0", "12.34", "''"]),
    ],
)
def test_what_cannot_be_a_figure_turns_red(
    divisions: Divisions, definitions: Definitions, measure: str, wrong: list[str], right: list[str]
) -> None:
    sheet = sheet_of(template(divisions, definitions, None, "520100", MONTH, ZH, measures=[measure]))
    (area,) = sheet.conditional_formatting
    condition = area.rules[0].formula[0]
    assert str(area.sqref) == "C5:C14"
    assert [cell for cell in wrong if not computed(condition, cell)] == []
    assert [cell for cell in right if computed(condition, cell)] == []


def computed(condition: str, cell: str) -> bool:
    """The few functions of a spreadsheet that the condition uses, in Python."""
    words = re.sub(r"\bC5\b", f"({cell})", condition.replace("<>", "!=").replace('"', "'"))
    functions = {
        "IF": lambda chosen, yes, no: yes() if chosen else no(),
        "ISNUMBER": lambda value: not isinstance(value, str),
        "OR": lambda *given: any(given),
        "AND": lambda *given: all(given),
        "TRIM": lambda value: str(value).strip(),
        "INT": int,
        "FALSE": False,
    }
    test, yes, no = re.fullmatch(r"IF\((ISNUMBER\(.+?\)\)?),(OR\(.*\)|FALSE),(AND\(.*\))\)", words).groups()  # type: ignore[union-attr]  # the one form
    # Only the branch that is taken may be computed: text cannot be compared with a number.
    chosen = yes if eval(test, functions) else no  # noqa: S307 - the atlas's own condition
    return bool(eval(chosen, functions))  # noqa: S307 - the same


def test_topics_choose_measures_and_come_in_the_order_of_the_definitions(
    divisions: Divisions, definitions: Definitions
) -> None:
    content = template(divisions, definitions, None, "520100", MONTH, ZH, topics=["notary", "lawyers"])
    topics = [cell.value for cell in sheet_of(content)[3] if cell.value is not None][2:]
    assert topics == [definitions.topics[each].name.zh for each in ("lawyers", "notary")]


def test_without_a_topic_there_is_a_column_for_all_that_indicators_need_of_counties(
    divisions: Divisions, definitions: Definitions
) -> None:
    headings = [
        str(cell.value) for cell in sheet_of(template(divisions, definitions, None, "520100", MONTH, EN))[4]
    ]
    needed = {name for each in definitions.indicators.values() for name in each.measures}
    monthly = [
        measure
        for measure in definitions.measures.values()
        if measure.id in needed
        and measure.reported_by in ("county", "township")
        and not measure.carry_forward
        and not measure.derived
    ]
    shown = [each for each in headings if each not in ("None", "Previous month")]
    assert len(shown) == len(monthly) > 30
    assert all(any(each.startswith(EN.name(measure)) for each in shown) for measure in monthly)


def test_it_is_printed_on_a4_across_with_headings_on_every_page(
    divisions: Divisions, definitions: Definitions
) -> None:
    sheet = sheet_of(template(divisions, definitions, None, "520000", MONTH, ZH))
    assert sheet.page_setup.orientation == "landscape"
    assert str(sheet.page_setup.paperSize) == "9"
    assert sheet.print_title_rows == "$1:$4"
    assert sheet.print_title_cols == "$A:$C"


def test_no_cell_is_a_formula(divisions: Divisions, definitions: Definitions) -> None:
    content = template(divisions, definitions, None, "520100", MONTH, EN)
    assert formulas_in(content) == []
    assert values_of(content)[1][:2] == ["Period", "2025-12"]

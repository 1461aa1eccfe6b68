"""Which values count as incomplete, and what is said about how far they could move."""

from dataclasses import replace

import pytest

from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level
from atlas.indicators import Basis, IndicatorValue, State
from atlas.language import LANGUAGES, Language
from atlas.periods import Period
from atlas.views.cell import cell_of
from atlas.views.completeness import bounds_text, is_incomplete, marked
from atlas.views.map_view import map_view
from atlas.views.selection import Selection
from atlas.views.value_text import completeness
from atlas.workspace import Workspace

MONTH = Selection(
    Dataset.DEMONSTRATION, COUNTRY, Level.PROVINCE, "mediation_success_rate", Period.parse("2025-12"), "en"
)
EN, ZH = Language("en"), Language("zh")
WHOLE = IndicatorValue(
    "520000",
    "success",
    Period.parse("2025"),
    State.VALUE,
    96.0,
    basis=Basis.ROLLED_UP,
    children_reported=9,
    children_expected=9,
    months_reported=12,
    months_expected=12,
    complete=True,
    share=1.0,
)

CASES = [
    ("nothing is missing", {"complete": True}, False),
    ("a unit is missing", {"children_reported": 8, "share": 0.99}, True),
    ("a month is missing", {"months_reported": 11, "share": 11 / 12}, True),
    ("one township was late once", {"share": 0.998}, False),
    ("a tenth of all that is below is missing", {"share": 0.9}, True),
    ("there is no value at all", {"value": None, "state": State.NO_DATA, "children_reported": 1}, False),
]


@pytest.mark.parametrize(("reason", "fields", "expected"), CASES, ids=[case[0] for case in CASES])
def test_what_is_incomplete(reason: str, fields: dict[str, object], expected: bool) -> None:
    value = replace(WHOLE, **{"complete": False, **fields})  # type: ignore[arg-type]
    assert is_incomplete(value) is expected, reason


def test_what_is_missing_further_down_is_said_where_every_unit_has_reported() -> None:
    value = replace(WHOLE, complete=False, share=0.968)
    assert completeness(value, EN) == "all 9 units have reported, 97% of all figures below"
    assert completeness(value, ZH) == "9个下级单位均已填报，下级数据填报率97%"
    assert "of all figures" not in completeness(WHOLE, EN)
    assert completeness(replace(value, share=0.9996), EN).endswith("99% of all figures below")


def test_a_quotient_with_one_side_summed_up_does_not_say_that_units_have_reported_it() -> None:
    value = replace(WHOLE, basis=Basis.MIXED)
    assert completeness(value, EN) == ""
    assert completeness(replace(value, children_reported=8), EN) == "8 of 9 units have reported"


def incomplete_province(workspace: Workspace) -> tuple[Selection, str]:
    """A selection, and a province of it in which a unit has not reported."""
    for month in ("2025-12", "2025-11", "2025-10", "2025-09"):
        chosen = MONTH.with_(period=Period.parse(month))
        for unit in map_view(workspace, chosen).units:
            if 0 < unit.value.children_reported < unit.value.children_expected and unit.value.value:
                return chosen, unit.division.code
    raise AssertionError("every province of the demonstration figures is complete")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_tooltip_says_between_what_an_incomplete_rate_could_end(
    demonstration: Workspace, lang: str
) -> None:
    chosen, code = incomplete_province(demonstration)
    view, language = map_view(demonstration, chosen), Language(lang)
    unit = view.drawn(code)
    assert unit is not None
    assert unit in marked(view)
    said = bounds_text(demonstration, view, unit.value, language)
    assert said in cell_of(demonstration, view, code, language).lines
    low, high = (float(word.strip("%")) for word in _percentages(said))
    assert low <= round(unit.value.value or 0.0, 1) <= high


def test_a_coverage_could_end_between_none_and_all_of_the_rest(demonstration: Workspace) -> None:
    chosen, _ = incomplete_province(demonstration)
    view = map_view(demonstration, chosen.with_(indicator="county_centre_coverage"))
    unit = next(
        unit for unit in view.units if 0 < unit.value.children_reported < unit.value.children_expected
    )
    assert bounds_text(demonstration, view, unit.value, EN).endswith("if none or all of the rest have one")


def test_nothing_is_said_of_counts_nor_of_whole_values(demonstration: Workspace) -> None:
    chosen, code = incomplete_province(demonstration)
    for indicator in ("legal_aid_cases", "lawyers"):
        view = map_view(demonstration, chosen.with_(indicator=indicator))
        unit = view.drawn(code)
        assert unit is not None
        assert bounds_text(demonstration, view, unit.value, EN) == ""
    view = map_view(demonstration, chosen)
    for unit in view.units:
        if unit.value.children_reported == unit.value.children_expected:
            assert bounds_text(demonstration, view, unit.value, EN) == ""


def test_no_unit_is_marked_where_the_link_hides_the_marks(demonstration: Workspace) -> None:
    chosen, _ = incomplete_province(demonstration)
    assert marked(map_view(demonstration, chosen.with_(mark_incomplete=False))) == ()


def _percentages(text: str) -> list[str]:
    return [
        word for word in text.replace("为", " ").replace("至", " ").replace(",", " ").split() if "%" in word
    ]

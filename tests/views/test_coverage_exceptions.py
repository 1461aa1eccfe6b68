"""Coverage by its exceptions: every unit is counted once, and what is not known is not said to be without."""

from dataclasses import replace

import pytest

from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Division, Level, Scope
from atlas.language import LANGUAGES, Language
from atlas.periods import Period
from atlas.views.coverage_exceptions import Exceptions, exceptions, leads, unknown_text, without_text
from atlas.views.evaluations import value_of_division
from atlas.views.map_view import MapView, map_view
from atlas.views.selection import Selection
from atlas.workspace import Workspace

CENTRES = Selection(
    Dataset.DEMONSTRATION, "540000", Level.CITY, "county_centre_coverage", Period.parse("2025-12"), "en"
)
EN, ZH = Language("en"), Language("zh")
PLACES = [
    {"division": "540000", "level": Level.CITY},
    {"division": "540000", "level": Level.COUNTY},
    {"division": "640000", "level": Level.CITY},
    {"division": "310000", "level": Level.COUNTY},
    {"division": "540100", "level": Level.COUNTY},
    {"division": "540000", "level": Level.CITY, "indicator": "township_station_coverage"},
    {"division": "640104", "level": Level.TOWNSHIP, "indicator": "township_station_coverage"},
]


@pytest.fixture(params=PLACES, ids=lambda place: "-".join(str(part) for part in place.values()))
def view(demonstration: Workspace, request: pytest.FixtureRequest) -> MapView:
    """The view of a coverage in one of several places."""
    return map_view(demonstration, CENTRES.with_(**request.param))


def test_the_exceptions_are_what_the_coverage_itself_counts(demonstration: Workspace, view: MapView) -> None:
    found, own = exceptions(demonstration, view), view.own.value
    assert found is not None
    assert found.expected == own.children_expected
    assert found.reported == own.children_reported == own.denominator
    assert found.reported - len(found.without) == own.numerator
    assert not set(found.without) & set(found.unknown)
    assert all(unit.level is found.level and unit.scope is Scope.REPORTING for unit in found.without)


def test_each_unit_is_where_its_own_value_puts_it(demonstration: Workspace) -> None:
    view = map_view(demonstration, CENTRES)
    found = exceptions(demonstration, view)
    assert found is not None
    for unit in demonstration.divisions.units("540000", Level.COUNTY):
        value = value_of_division(
            demonstration, Dataset.DEMONSTRATION, CENTRES.indicator, unit.code, CENTRES.period, None
        ).value
        assert (unit in found.without) == (value == 0), unit.code
        assert (unit in found.unknown) == (value is None), unit.code


NONE = [
    ("another indicator", {"indicator": "lawyers_per_10k"}),
    ("a centre per county is no coverage", {"indicator": "county_centres_per_unit"}),
    ("one county is one unit", {"division": "540102", "level": Level.TOWNSHIP}),
    ("too few have reported for a value", {"division": COUNTRY, "level": Level.PROVINCE}),
    ("nothing was published", {"dataset": Dataset.PUBLISHED}),
]


@pytest.mark.parametrize(("reason", "fields"), NONE, ids=[case[0] for case in NONE])
def test_there_are_no_exceptions_where(
    demonstration: Workspace, reason: str, fields: dict[str, object]
) -> None:
    assert exceptions(demonstration, map_view(demonstration, CENTRES.with_(**fields))) is None, reason


def some(workspace: Workspace, count: int) -> tuple[Division, ...]:
    return workspace.divisions.units("540000", Level.COUNTY)[:count]


SAID = [
    (7, 0, "7 of 74 county-level units have none:", "74个县级单位中7个尚未设立：", "", ""),
    (1, 1, "1 of 74 county-level units has none:", "74个县级单位中1个尚未设立：", "1 has not", "1个未填报"),
    (0, 0, "All of 74 county-level units have one.", "74个县级单位均已设立。", "", ""),
    (0, 5, "None of those that have reported", "已填报的单位均已设立", "5 have not", "5个未填报"),
    (0, 74, "The source states a total", "来源只公布总数", "", ""),
]


@pytest.mark.parametrize(("without", "unknown", "english", "chinese", "more", "mehr"), SAID)
def test_what_is_said(
    workspace: Workspace, without: int, unknown: int, english: str, chinese: str, more: str, mehr: str
) -> None:
    found = Exceptions(Level.COUNTY, 74, some(workspace, without), some(workspace, unknown))
    assert without_text(found, EN).startswith(english)
    assert without_text(found, ZH).startswith(chinese)
    assert unknown_text(found, EN).startswith(more)
    assert unknown_text(found, ZH).startswith(mehr)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_missing_place_is_named_with_what_it_lies_in(workspace: Workspace, lang: str) -> None:
    view, units = map_view(workspace, CENTRES), some(workspace, 9)
    named = leads(workspace, view, units, Language(lang))
    assert [lead.division for lead in named] == [unit.code for unit in units]
    for lead, unit in zip(named, units, strict=True):
        assert Language(lang).name(unit) in lead.label
        assert Language(lang).name(workspace.divisions[unit.parent or ""]) in lead.label


def test_a_township_leads_to_its_county(workspace: Workspace) -> None:
    county = map_view(workspace, CENTRES.with_(division="640104", level=Level.TOWNSHIP))
    towns = workspace.divisions.units("640104", Level.TOWNSHIP)[:3]
    named = leads(workspace, county, towns, EN)
    assert [lead.division for lead in named] == ["640104"] * 3
    assert [lead.label for lead in named] == [EN.name(town) for town in towns]


def test_many_places_are_counted_by_the_division_they_are_in(workspace: Workspace) -> None:
    view = replace(map_view(workspace, CENTRES), within=workspace.divisions[COUNTRY])
    units = (*some(workspace, 6), workspace.divisions["640104"])
    named = leads(workspace, view, units, EN, most=5)
    assert [(lead.division, lead.label) for lead in named] == [
        ("540000", "Tibet (6)"),
        ("640000", "Ningxia (1)"),
    ]

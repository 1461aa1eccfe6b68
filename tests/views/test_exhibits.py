"""A pinned view becomes an exhibit that says everything its page says."""

import pytest

from atlas.language import Language
from atlas.problems import AtlasError
from atlas.views import exception_facts
from atlas.views.completeness import marked
from atlas.views.coverage_exceptions import exceptions
from atlas.views.exhibits import exhibit_of
from atlas.views.map_view import map_view
from atlas.views.pictures import BarPicture, MapPicture
from atlas.views.pins import MOST_PINS, Pin, read_pins
from atlas.views.selection import read_selection
from atlas.workspace import Workspace, open_workspace

QUERY = {"indicator": "lawyers_per_10k", "period": "latest", "dataset": "published"}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_pinned_map_shows_the_values_of_its_page(lang: str) -> None:
    workspace = open_workspace()
    exhibit = exhibit_of(workspace, Pin.of("map", QUERY), Language(lang))
    view = map_view(workspace, read_selection({**QUERY, "lang": lang}, workspace, lang).selection)
    shown, bars = exhibit.pictures
    assert isinstance(shown, MapPicture)
    assert isinstance(bars, BarPicture)
    assert {unit.code for unit in shown.units if unit.fill} == {
        unit.division.code for unit in view.units if unit.shade is not None
    }
    assert [(bar.code, bar.value) for bar in bars.bars] == [
        (unit.division.code, unit.value.value) for unit in view.ranked
    ]
    assert len(exhibit.facts) == 6
    assert not exhibit.invented
    assert len(exhibit.table) == len(view.units)


COVERAGE = {
    "indicator": "county_centre_coverage",
    "period": "2025-12",
    "dataset": "demonstration",
    "division": "540000",
}


def test_a_pinned_coverage_marks_what_is_incomplete_and_points_out_who_has_none(
    demonstration: Workspace,
) -> None:
    exhibit = exhibit_of(demonstration, Pin.of("map", COVERAGE), Language("en"))
    view = map_view(demonstration, read_selection(COVERAGE, demonstration, "en").selection)
    found, lacking = exceptions(demonstration, view), marked(view)
    assert found is not None
    shown = exhibit.pictures[0]
    assert isinstance(shown, MapPicture)
    assert {unit.code for unit in shown.units if unit.partial} == {unit.division.code for unit in lacking}
    key = {row.look: row.count for row in shown.legend}
    assert key["incomplete"] == str(len(lacking))
    assert key["dot-without"] == str(len(found.without))
    assert {dot.code for dot in shown.dots} == {unit.code for unit in (*found.without, *found.unknown)}
    facts = {fact.label: fact.text for fact in exhibit.facts}
    assert "units have reported" in facts["Reported"]
    assert "if none or all of the rest have one" in facts["Reported"]
    for units, label in ((found.without, "Exceptions"), (found.unknown, "Unknown")):
        for unit in units:
            assert Language("en").name(unit) in facts[label]


def test_places_too_many_to_name_are_counted(
    demonstration: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exception_facts, "NAMED_AT_MOST", 1)
    exhibit = exhibit_of(demonstration, Pin.of("map", COVERAGE), Language("en"))
    (said,) = (fact.text for fact in exhibit.facts if fact.label == "Exceptions")
    assert said.endswith("(1) and 1 more")


def test_a_link_that_hides_the_marks_is_exported_without_them(demonstration: Workspace) -> None:
    exhibit = exhibit_of(demonstration, Pin.of("map", {**COVERAGE, "completeness": "hidden"}), Language("en"))
    shown = exhibit.pictures[0]
    assert isinstance(shown, MapPicture)
    assert not any(unit.partial for unit in shown.units)
    assert "incomplete" not in {row.look for row in shown.legend}


def test_a_pin_survives_the_link() -> None:
    pin = Pin.of("map", {**QUERY, "lang": "zh"})
    assert Pin.parse(str(pin)) == pin
    assert "lang" not in dict(pin.query)


def test_a_link_has_no_more_pins_than_a_meeting_goes_through() -> None:
    assert len(read_pins([f"map?classes={number}" for number in range(40)])) == MOST_PINS
    assert len(read_pins(["map?period=2024", "map?period=2024"])) == 1


def test_a_page_that_cannot_be_pinned_is_named() -> None:
    with pytest.raises(AtlasError) as raised:
        exhibit_of(open_workspace(), Pin.parse("nowhere?x=1"), Language("en"))
    assert raised.value.problems[0].id == "unknown_page"

"""A pinned view becomes an exhibit that says everything its page says."""

import pytest

from atlas.language import Language
from atlas.problems import AtlasError
from atlas.views.exhibits import exhibit_of
from atlas.views.map_view import map_view
from atlas.views.pictures import BarPicture, MapPicture
from atlas.views.pins import MOST_PINS, Pin, read_pins
from atlas.views.selection import read_selection
from atlas.workspace import open_workspace

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

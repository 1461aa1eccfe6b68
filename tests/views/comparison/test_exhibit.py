"""A pinned comparison becomes what its page shows: its maps, and the part that is open."""

import pytest

from atlas.language import Language
from atlas.views.comparison.exhibit import compare_exhibit
from atlas.views.comparison.link import compared_query, read_compared
from atlas.views.exhibit import Exhibit
from atlas.views.pictures import (
    BarPicture,
    FunnelPicture,
    LinePicture,
    MapPicture,
    ScatterPicture,
    SpinePicture,
    TilePicture,
)
from atlas.views.selection import read_selection
from atlas.workspace import COUNTRY, Workspace

RATE = "mediation_success_rate"
INVENTED = {
    "compare": "110000,540000",
    "dataset": "demonstration",
    "indicator": RATE,
    "indicators": RATE,
    "against": "hotline_satisfaction",
    "period": "2025",
}
PUBLISHED = {"compare": "520000,630000", "indicator": "lawyers_per_10k", "period": "latest"}
PARTS = {
    "": (SpinePicture,),
    "spine": (SpinePicture,),
    "scatter": (ScatterPicture,),
    "funnel": (FunnelPicture,),
    "league": (BarPicture,),
    "table": (),
}


def exhibit_of(workspace: Workspace, query: dict[str, str]) -> Exhibit:
    selection = read_selection({**query, "lang": "en"}, workspace, "en").selection
    return compare_exhibit(workspace, selection, query, Language("en"))


@pytest.mark.parametrize("part", PARTS)
def test_the_part_that_is_open_is_among_the_pictures_and_in_the_link(
    demonstration: Workspace, part: str
) -> None:
    exhibit = exhibit_of(demonstration, {**INVENTED, "part": part})
    others = [type(each) for each in exhibit.pictures[1:] if not isinstance(each, MapPicture | LinePicture)]
    assert tuple(others) == PARTS[part]
    assert exhibit.query.get("part", "") == part


@pytest.mark.parametrize(
    ("maps", "kinds"),
    [
        ("", [MapPicture, MapPicture]),
        ("each", [MapPicture, MapPicture]),
        ("all", [MapPicture]),
        ("tiles", [TilePicture]),
    ],
)
def test_the_maps_are_those_that_the_page_shows(
    demonstration: Workspace, maps: str, kinds: list[type]
) -> None:
    exhibit = exhibit_of(demonstration, {**INVENTED, "maps": maps})
    shown = [each for each in exhibit.pictures if isinstance(each, MapPicture | TilePicture)]
    assert [type(each) for each in shown] == kinds
    assert exhibit.query.get("maps", "") == maps
    if maps == "all":
        assert isinstance(shown[0], MapPicture)
        assert shown[0].within == COUNTRY
        assert {unit.code for unit in shown[0].units if unit.marked} == {"110000", "540000"}


def test_where_nothing_is_known_within_the_places_the_tiles_are_shown_and_no_empty_maps(
    workspace: Workspace,
) -> None:
    shown = [
        type(each)
        for each in exhibit_of(workspace, PUBLISHED).pictures
        if isinstance(each, MapPicture | TilePicture)
    ]
    assert shown == [TilePicture]


def test_a_part_that_there_is_not_is_no_part(workspace: Workspace) -> None:
    query = {**PUBLISHED, "part": "nonsense"}
    selection = read_selection({**query, "lang": "en"}, workspace, "en").selection
    found = read_compared(query, workspace, selection)
    assert found.problems == ()
    assert "part" not in compared_query(found.compared)


def test_maps_of_one_scale_share_a_key_that_explains_each_of_them(demonstration: Workspace) -> None:
    query = {
        **INVENTED, "compare": "540000,640000", "indicator": "county_centre_coverage", "period": "2025-12",
    }  # fmt: skip
    exhibit = exhibit_of(demonstration, query)
    first, second = (each for each in exhibit.pictures if isinstance(each, MapPicture))
    assert [(row.look, row.label) for row in first.legend] == [(row.look, row.label) for row in second.legend]
    for shown in (first, second):
        lacking = sum(unit.partial for unit in shown.units)
        counts = {row.look: row.count for row in shown.legend if row.look == "incomplete"}
        assert counts in ({"incomplete": str(lacking)}, {})
    assert any(unit.partial for unit in (*first.units, *second.units))

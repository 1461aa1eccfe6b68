"""The dots of a map of coverage: one for each place without, and for each that has not reported."""

import pytest

from atlas.datasets import Dataset
from atlas.divisions import Level
from atlas.language import Language
from atlas.maps.dots import Dots, dots_of
from atlas.maps.geometry import label_points, load_extent
from atlas.maps.painting import painting
from atlas.periods import Period
from atlas.views import coverage_dots
from atlas.views.coverage_exceptions import exceptions
from atlas.views.map_view import map_view
from atlas.views.selection import Selection
from atlas.workspace import Workspace

CENTRES = Selection(
    Dataset.DEMONSTRATION, "540000", Level.CITY, "county_centre_coverage", Period.parse("2025-12"), "en"
)
EN = Language("en")


@pytest.mark.parametrize("level", [Level.CITY, Level.COUNTY])
def test_each_county_without_has_a_dot_inside_its_own_box_whatever_is_drawn(
    demonstration: Workspace, level: Level
) -> None:
    view = map_view(demonstration, CENTRES.with_(level=level))
    found = exceptions(demonstration, view)
    assert found is not None
    assert found.without
    made = dots_of(demonstration, view, EN)
    for points, units in ((made.without, found.without), (made.unknown, found.unknown)):
        assert len(points) == len(units)
        for (x, y), unit in zip(points, units, strict=True):
            west, south, east, north = load_extent().divisions[unit.code]
            assert west <= x <= east
            assert south <= y <= north


def test_the_painting_carries_the_dots_and_its_legend_counts_them(demonstration: Workspace) -> None:
    view = map_view(demonstration, CENTRES)
    found = exceptions(demonstration, view)
    assert found is not None
    made = painting(demonstration, view, EN)
    assert len(made.message()["dots"]["without"]) == len(found.without)
    counts = {row.look: int(row.count) for row in made.legend.rows if row.look.startswith("dot-")}
    wanted = {"dot-without": len(found.without), "dot-unknown": len(found.unknown)}
    assert counts == {look: count for look, count in wanted.items() if count}


def test_townships_are_marked_once_at_their_county(demonstration: Workspace) -> None:
    view = map_view(demonstration, CENTRES.with_(indicator="township_station_coverage"))
    found = exceptions(demonstration, view)
    assert found is not None
    counties = {unit.parent for unit in found.without}
    made = dots_of(demonstration, view, EN)
    assert len(made.without) == len(counties) <= len(found.without)


def test_more_dots_than_a_map_can_carry_are_left_to_the_list(
    demonstration: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coverage_dots, "DRAWN_AT_MOST", 0)
    assert dots_of(demonstration, map_view(demonstration, CENTRES), EN) == Dots()


def test_other_indicators_have_none(demonstration: Workspace) -> None:
    view = map_view(demonstration, CENTRES.with_(indicator="lawyers"))
    assert dots_of(demonstration, view, EN) == Dots()


def test_a_province_without_a_file_has_no_points() -> None:
    assert label_points("660000") == {}

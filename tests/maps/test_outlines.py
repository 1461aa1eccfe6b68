"""Outlines are coarse, but true to the borders."""

from itertools import pairwise
from typing import Any

import pytest

from atlas.divisions import Level, load_divisions
from atlas.maps.outlines import national_lines, outlines_of

Edge = frozenset[tuple[float, float]]
CITIES = ("520100", "520200", "520300")


def rings(geometry: dict[str, Any]) -> list[list[tuple[float, float]]]:
    coordinates = geometry["coordinates"]
    parts = coordinates if geometry["type"] == "MultiPolygon" else [coordinates]
    return [ring for part in parts for ring in part]


def edges(geometry: dict[str, Any]) -> set[Edge]:
    return {frozenset(edge) for ring in rings(geometry) for edge in pairwise(ring)}


@pytest.mark.parametrize(
    ("code", "level"), [("000000", Level.PROVINCE), ("520000", Level.COUNTY), ("520100", Level.COUNTY)]
)
def test_every_unit_with_a_polygon_has_a_closed_outline(code: str, level: Level) -> None:
    divisions = load_divisions()
    units = divisions.units(code, level)
    outlines = outlines_of(divisions, divisions[code], level).geometries
    assert {unit.code for unit in units if unit.code in outlines} == {
        unit.code for unit in units if unit.polygon
    }
    for geometry in outlines.values():
        assert all(ring[0] == ring[-1] for ring in rings(geometry))


def test_neighbours_share_their_border() -> None:
    divisions = load_divisions()
    outlines = outlines_of(divisions, divisions["520000"], Level.CITY).geometries
    assert edges(outlines["520100"]) & edges(outlines["520300"])


def test_the_outer_border_is_no_border_between_two_units() -> None:
    divisions = load_divisions()
    outlines = outlines_of(divisions, divisions["520000"], Level.CITY)
    shared = edges(outlines.geometries["520100"]) & edges(outlines.geometries["520300"])
    both = {frozenset(each) for line in outlines.outer(CITIES)["coordinates"] for each in pairwise(line)}
    assert not shared & both
    alone = {frozenset(each) for line in outlines.outer(CITIES[:1])["coordinates"] for each in pairwise(line)}
    assert shared <= alone


def test_the_whole_country_comes_with_its_lines() -> None:
    assert len(national_lines(load_divisions()["000000"])) > 0

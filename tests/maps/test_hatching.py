"""A hatch fills what is inside an outline, and nothing else."""

from typing import Any

import pytest
import shapely
from shapely.geometry import shape

from atlas.divisions import Level, load_divisions
from atlas.maps.hatching import hatch
from atlas.maps.outlines import outlines_of

SQUARE = {"type": "Polygon", "coordinates": [[(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)]]}
WITH_HOLE = {
    "type": "Polygon",
    "coordinates": [*SQUARE["coordinates"], [(1, 1), (1, 3), (3, 3), (3, 1), (1, 1)]],
}
BESIDE = {"type": "Polygon", "coordinates": [[(4, 0), (8, 0), (8, 4), (4, 4), (4, 0)]]}


def lines_by_shapely(outline: dict[str, Any], spacing: float) -> float:
    """The length of the hatch as another library cuts it."""
    grid = [
        shapely.LineString([(-500, -500 + c * spacing), (500, 500 + c * spacing)]) for c in range(-99, 99)
    ]
    return float(shapely.MultiLineString(grid).intersection(shape(outline).buffer(0)).length)


@pytest.mark.parametrize("outline", [SQUARE, WITH_HOLE], ids=["square", "hole"])
def test_the_hatch_is_what_another_library_cuts(outline: dict[str, Any]) -> None:
    assert shape(hatch([outline], 0.7)).length == pytest.approx(lines_by_shapely(outline, 0.7), abs=0.1)


def test_the_hatch_of_a_real_county_is_what_another_library_cuts() -> None:
    divisions = load_divisions()
    outline = outlines_of(divisions, divisions["520000"], Level.COUNTY).geometries["520102"]
    assert shape(hatch([outline], 0.1)).length == pytest.approx(lines_by_shapely_near(outline, 0.1), abs=0.3)


def lines_by_shapely_near(outline: dict[str, Any], spacing: float) -> float:
    west, south, east, north = shape(outline).bounds
    low, high = int((south - east) / spacing) - 1, int((north - west) / spacing) + 1
    grid = [
        shapely.LineString([(west, west + c * spacing), (east, east + c * spacing)])
        for c in range(low, high + 1)
    ]
    return float(shapely.MultiLineString(grid).intersection(shape(outline).buffer(0)).length)


def test_the_hatch_of_neighbours_runs_on_across_their_border() -> None:
    together = hatch([SQUARE, BESIDE], 1.0)["coordinates"]
    assert any(start[0] < 4 < end[0] for start, end in together)


def test_nothing_is_hatched_where_there_is_nothing() -> None:
    assert hatch([], 1.0)["coordinates"] == []

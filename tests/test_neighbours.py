"""Neighbours are divisions that are drawn with the same border."""

import json
from pathlib import Path

import pytest

from atlas.divisions import GEO_FOLDER, Level, load_divisions
from atlas.divisions.neighbours import neighbours
from atlas.problems import AtlasError

CASES = [
    ("520000", {"510000", "500000", "430000", "530000", "450000"}, "Guizhou, in the middle of five"),
    ("460000", set(), "an island has none"),
    ("310000", {"320000", "330000"}, "Shanghai, between two and the sea"),
    ("110000", {"120000", "130000"}, "Beijing, with a border to Tianjin"),
    ("440000", {"350000", "360000", "430000", "450000", "810000", "820000"}, "those outside the scope too"),
]


@pytest.mark.parametrize(("code", "expected", "reason"), CASES, ids=[case[2] for case in CASES])
def test_the_neighbours_of_a_province(code: str, expected: set[str], reason: str) -> None:
    assert neighbours(GEO_FOLDER, Level.PROVINCE)[code] == expected, reason


@pytest.mark.parametrize("level", [Level.PROVINCE, Level.CITY, Level.COUNTY])
def test_to_be_a_neighbour_goes_both_ways(level: Level) -> None:
    found = neighbours(GEO_FOLDER, level)
    divisions = load_divisions()
    assert len(found) > 30
    for code, others in found.items():
        assert code in divisions
        assert code not in others
        assert all(code in found[other] for other in others)


def test_townships_have_no_boundaries_and_so_no_neighbours() -> None:
    assert neighbours(GEO_FOLDER, Level.TOWNSHIP) == {}


def test_an_arc_that_runs_backwards_is_the_same_border(tmp_path: Path) -> None:
    units = [
        {"id": "1", "type": "Polygon", "arcs": [[0, 1]]},
        {"id": "2", "type": "MultiPolygon", "arcs": [[[~1, 2]]]},
        {"id": "3", "type": "Polygon", "arcs": [[3]]},
        {"id": "4", "type": None},
    ]
    topology = {"objects": {"units": {"geometries": units}}}
    (tmp_path / "provinces.topojson").write_text(json.dumps(topology), encoding="utf-8")
    assert neighbours(tmp_path, Level.PROVINCE) == {"1": {"2"}, "2": {"1"}, "3": set(), "4": set()}


@pytest.mark.parametrize(
    ("content", "problem"),
    [(None, "missing_geography"), ("{", "damaged_geography"), ("{}", "damaged_geography")],
)
def test_a_bad_file_is_named(tmp_path: Path, content: str | None, problem: str) -> None:
    if content is not None:
        (tmp_path / "cities.topojson").write_text(content, encoding="utf-8")
    with pytest.raises(AtlasError) as raised:
        neighbours(tmp_path, Level.CITY)
    assert raised.value.problem.id == problem
    assert raised.value.problem.fields["file"] == "geo/cities.topojson"

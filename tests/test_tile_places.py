"""The map of equal tiles has a place for every province, and the neighbours lie near one another."""

from pathlib import Path

import pytest

from atlas.divisions import COUNTRY, GEO_FOLDER, Level, load_divisions
from atlas.divisions.neighbours import neighbours
from atlas.divisions.tile_places import tile_places
from atlas.problems import AtlasError

PLACES = {code: (each.column, each.row) for code, each in tile_places(GEO_FOLDER).items()}


def test_every_province_has_one_place_of_its_own() -> None:
    provinces = {unit.code for unit in load_divisions().units(COUNTRY, Level.PROVINCE)}
    assert set(PLACES) == provinces
    assert "660000" in provinces
    assert len(set(PLACES.values())) == len(provinces)


@pytest.mark.parametrize(
    ("one", "other", "where"),
    [
        ("230000", "440000", "north"),
        ("230000", "220000", "north"),
        ("220000", "210000", "north"),
        ("110000", "420000", "north"),
        ("420000", "430000", "north"),
        ("150000", "140000", "north"),
        ("440000", "810000", "north"),
        ("650000", "370000", "west"),
        ("540000", "310000", "west"),
        ("510000", "420000", "west"),
        ("450000", "440000", "west"),
        ("440000", "350000", "west"),
    ],
)
def test_places_are_where_one_looks_for_them(one: str, other: str, where: str) -> None:
    axis = 1 if where == "north" else 0
    assert PLACES[one][axis] < PLACES[other][axis]


def test_most_borders_are_between_tiles_that_touch() -> None:
    pairs = [
        (one, other)
        for one, around in neighbours(GEO_FOLDER, Level.PROVINCE).items()
        for other in around
        if one < other
    ]
    near = [max(abs(PLACES[a][0] - PLACES[b][0]), abs(PLACES[a][1] - PLACES[b][1])) for a, b in pairs]
    assert sum(distance == 1 for distance in near) / len(near) > 0.7


def test_a_bad_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(AtlasError) as raised:
        tile_places(tmp_path)
    assert raised.value.problem.id == "missing_geography"
    (tmp_path / "tiles.csv").write_text(
        "code,column,row,zh,en\n110000,east,2,北京,Beijing\n", encoding="utf-8"
    )
    with pytest.raises(AtlasError) as raised:
        tile_places(tmp_path)
    assert raised.value.problem.id == "damaged_geography"

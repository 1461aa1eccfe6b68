"""The committed boundaries: complete, fitting together, small, and known to the register."""

import gzip
import json
from functools import cache
from pathlib import Path

import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from atlas.divisions import COUNTRY, GEO_FOLDER, Level, load_divisions
from tests.topology import Feature, read_topology

PROVINCES = sorted(path.stem for path in (GEO_FOLDER / "provinces").glob("*.topojson"))
NATIONAL = {"provinces": Level.PROVINCE, "cities": Level.CITY, "counties": Level.COUNTY}
DOT_AREA = 0.001  # square units: the smallest thing that is still drawn, 0.4 km²


@cache
def topology(name: str) -> dict[str, dict[str, Feature]]:
    return read_topology(GEO_FOLDER / f"{name}.topojson")


def shapes(features: dict[str, Feature]) -> dict[str, BaseGeometry]:
    return {code: feature.shape for code, feature in features.items()}


@cache
def extents() -> dict[str, object]:
    document = json.loads((GEO_FOLDER / "geography.json").read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    return document


def test_there_is_a_file_for_each_province_with_a_polygon() -> None:
    drawn = [unit.code for unit in load_divisions().units(COUNTRY, Level.PROVINCE) if unit.polygon]
    assert drawn == PROVINCES
    assert len(PROVINCES) == 34


@pytest.mark.parametrize("name", NATIONAL)
def test_a_national_file_draws_exactly_the_units_of_its_level(name: str) -> None:
    units = load_divisions().units(COUNTRY, NATIONAL[name])
    assert sorted(topology(name)["units"]) == [unit.code for unit in units if unit.polygon]


@pytest.mark.parametrize("province", PROVINCES)
def test_a_province_file_draws_exactly_its_cities_and_counties(province: str) -> None:
    divisions = load_divisions()
    drawn = topology(f"provinces/{province}")
    counties = [unit.code for unit in divisions.units(province, Level.COUNTY) if unit.polygon]
    assert sorted(drawn["counties"]) == (counties or [province])
    cities = [unit.code for unit in divisions.units(province, Level.CITY) if unit.polygon]
    whole = Level.CITY not in divisions.levels_below(province)
    assert sorted(drawn["cities"]) == ([province] if whole else cities)


@pytest.mark.parametrize("province", PROVINCES)
def test_counties_tile_their_city_and_never_overlap(province: str) -> None:
    divisions, drawn = load_divisions(), topology(f"provinces/{province}")
    counties, cities = shapes(drawn["counties"]), shapes(drawn["cities"])
    for code, city in cities.items():
        below = [counties[unit.code] for unit in divisions.units(code, Level.COUNTY) if unit.code in counties]
        below = below or [counties[code]]
        union = shapely.union_all([shapely.make_valid(shape) for shape in below])
        area = shapely.make_valid(city).area
        assert union.symmetric_difference(shapely.make_valid(city)).area < 0.0005 * area + 1e-6, code
        assert sum(shape.area for shape in below) == pytest.approx(area, rel=0.003, abs=0.01), code


@pytest.mark.parametrize(("name", "parents"), [("cities", "provinces"), ("counties", "cities")])
def test_the_units_of_the_country_cover_the_units_above_them(name: str, parents: str) -> None:
    divisions = load_divisions()
    above, below = shapes(topology(parents)["units"]), shapes(topology(name)["units"])
    covered = dict.fromkeys(above, 0.0)
    for code, shape in below.items():
        holder = next(unit.code for unit in divisions.path(code) if unit.code in above)
        covered[holder] += shape.area
    for code, area in covered.items():
        # Each file has its own tolerance, so small islands-of-a-province such as Macao differ most.
        assert area == pytest.approx(above[code].area, rel=0.04, abs=0.35), code


def test_neighbours_at_the_level_of_counties_share_their_borders_exactly() -> None:
    counties = list(shapes(topology("counties")["units"]).values())
    total = sum(shape.area for shape in counties)
    union = shapely.union_all([shapely.make_valid(shape) for shape in counties])
    assert union.area == pytest.approx(total, rel=2e-5)
    holes = sum(len(polygon.interiors) for polygon in shapely.get_parts(union))
    assert holes < 25  # lagoons; a gap between neighbours would be one more


def test_the_area_of_the_country_is_right() -> None:
    square_km = sum(shape.area for shape in shapes(topology("counties")["units"]).values()) * 20 * 20
    assert square_km == pytest.approx(9_600_000, rel=0.02)


@pytest.mark.parametrize("name", [*NATIONAL, "provinces/460000", "provinces/330000", "provinces/440000"])
def test_nothing_that_is_drawn_has_vanished(name: str) -> None:
    for features in topology(name).values():
        for code, feature in features.items():
            assert feature.shape.area > DOT_AREA, code


@pytest.mark.parametrize(
    ("name", "code", "groups", "reason"),
    [
        ("counties", "460303", 100, "Nansha"),
        ("counties", "460302", 40, "Xisha and Zhongsha"),
        ("provinces", "460000", 140, "Hainan with Sansha"),
        ("cities", "330900", 15, "Zhoushan"),
        ("provinces", "710000", 6, "Taiwan with Penghu, Diaoyu Dao and Chiwei Yu"),
        ("provinces/370000", "370614", 7, "Changdao off Penglai"),
    ],
)
def test_island_groups_are_kept(name: str, code: str, groups: int, reason: str) -> None:
    features = topology(name).get("units") or topology(name)["counties"]
    assert len(shapely.get_parts(features[code].shape)) >= groups, reason


def test_the_merged_district_is_one_polygon_and_its_old_codes_are_gone() -> None:
    drawn = topology("provinces/500000")["counties"]
    assert "500157" in drawn
    assert not {"500105", "500112"} & set(drawn)


def test_labels_lie_inside_their_unit_and_have_both_names() -> None:
    for name, kind in (("provinces", "units"), ("cities", "units"), ("provinces/520000", "counties")):
        for code, feature in topology(name)[kind].items():
            at = feature.properties["at"]
            assert isinstance(at, list)
            assert shapely.make_valid(feature.shape).buffer(0.02).contains(shapely.Point(at)), code
            assert feature.properties["zh"]
            assert feature.properties["en"]


def test_labels_are_short() -> None:
    provinces = {code: feature.properties for code, feature in topology("provinces")["units"].items()}
    assert (provinces["520000"]["zh"], provinces["520000"]["en"]) == ("贵州", "Guizhou")
    assert (provinces["150000"]["zh"], provinces["650000"]["zh"]) == ("内蒙古", "新疆")
    assert max(len(str(properties["zh"])) for properties in provinces.values()) == 3


def test_the_lines_of_the_south_china_sea_are_ten_dashes() -> None:
    lines = topology("lines")["lines"]
    kinds = [feature.properties["kind"] for feature in lines.values()]
    assert kinds.count("dash") == 10
    assert set(kinds) == {"dash", "sea", "undefined"}


def test_extents_hold_what_they_frame() -> None:
    boxes = extents()["extents"]
    assert isinstance(boxes, dict)
    for name in ("cities", "provinces"):
        for code, feature in topology(name)["units"].items():
            if code in {"460000", "460300"}:
                continue
            frame = shapely.box(*boxes[code]).buffer(0.2)
            assert frame.contains(feature.shape), code
    divisions = load_divisions()
    assert {code for code in boxes if code != COUNTRY} == {
        code for code in divisions if divisions[code].polygon and code != COUNTRY
    }


def test_the_main_map_ends_at_hainan_and_the_inset_holds_every_dash_and_island() -> None:
    main = shapely.box(*extents()["main_map"])  # type: ignore[misc]
    inset = shapely.box(*extents()["south_china_sea"]).buffer(0.2)  # type: ignore[misc]
    counties = topology("counties")["units"]
    assert main.buffer(0.2).contains(counties["460203"].shape)
    assert main.buffer(0.2).contains(topology("provinces")["units"]["710000"].shape)
    assert not main.intersects(counties["460303"].shape)
    for code in ("460302", "460303", "460203"):
        assert inset.contains(counties[code].shape), code
    for code, feature in topology("lines")["lines"].items():
        if code.startswith("dash"):
            assert inset.contains(feature.shape), code


@pytest.mark.parametrize(
    ("pattern", "most"),
    [
        ("provinces.topojson", 40_000),
        ("cities.topojson", 80_000),
        ("counties.topojson", 240_000),
        ("lines.topojson", 4_000),
        ("provinces/*.topojson", 45_000),
    ],
)
def test_files_are_small_enough_to_send(pattern: str, most: int) -> None:
    files = sorted(GEO_FOLDER.glob(pattern))
    assert files
    for path in files:
        assert len(gzip.compress(path.read_bytes())) <= most, path.name


def test_the_whole_folder_stays_below_five_megabytes() -> None:
    files = [path for path in GEO_FOLDER.rglob("*") if path.is_file()]
    kept = [path for path in files if not {"__pycache__", ".cache"} & set(path.parts)]
    assert sum(path.stat().st_size for path in kept) < 5_000_000


def test_sources_state_every_package_with_version_and_hash() -> None:
    from geo.sources import PACKAGES

    text = Path(GEO_FOLDER / "SOURCES.md").read_text(encoding="utf-8")
    for package in PACKAGES:
        assert f"`{package.name}` {package.version}" in text
        assert f"{package.sha256}  {package.file_name}" in text
    assert "示意图" in text


def test_sources_state_the_counts_of_the_build() -> None:
    text = Path(GEO_FOLDER / "SOURCES.md").read_text(encoding="utf-8")
    counts = extents()["counts"]
    assert isinstance(counts, dict)
    for key, value in counts.items():
        assert f"{value:,}" in text, key

"""A drawn map shows its picture: the colours, the states, the marks, and the whole country with its sea."""

from dataclasses import replace
from typing import Any

import pytest

from atlas.divisions import Level, load_divisions
from atlas.language import Language
from atlas.maps.geometry import Bounds
from atlas.maps.inset import inset
from atlas.maps.static_map import static_map
from atlas.views.legend import LegendRow
from atlas.views.map_pictures import inset_caption
from atlas.views.palette import ACCENT, DOT_LOOKS, lines_over
from atlas.views.pictures import MapDot, MapPicture, MapUnit

STATES = ("no_data", "not_applicable", "suppressed", "outside")
BLUE = "#1A4480"


def picture(within: str = "000000", level: Level = Level.PROVINCE, **looks: dict[str, Any]) -> MapPicture:
    """Every unit in one colour but those that `looks` describes by code."""
    divisions = load_divisions()
    units = tuple(
        replace(MapUnit(unit.code, unit.name_en, "3.14", BLUE, "value"), **looks.get(unit.code, {}))
        for unit in divisions.units(within, level)
    )
    rows = (LegendRow("class", BLUE, "all values", "31"),)
    caption = inset_caption(divisions[within], Language("en"))
    return MapPicture("Lawyers", within, level, units, "Lawyers per 10,000", rows, "Schematic map.", caption)


def drawn(shown: MapPicture, **look: Any) -> dict[str, Any]:
    return static_map(load_divisions(), shown, **look)


def rows(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for layer in spec["layer"] for row in layer["data"]["values"]]


def polygons(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["code"]: row for row in reversed(rows(spec)) if "code" in row and "geometry" in row}


def test_every_unit_has_its_colour_its_name_and_its_value() -> None:
    found = polygons(drawn(picture()))
    assert set(found) == {
        unit.code for unit in load_divisions().units("000000", Level.PROVINCE) if unit.polygon
    }
    assert {(row["fill"], row["said"]) for row in found.values()} == {(BLUE, "3.14")}
    assert found["520000"]["name"] == "Guizhou"


def test_each_kind_of_missing_value_looks_different() -> None:
    codes = ("520000", "210000", "630000", "710000")
    shown = picture(**{code: {"fill": "", "state": state} for code, state in zip(codes, STATES, strict=True)})
    found = polygons(drawn(shown))
    looks = {(found[code]["fill"], found[code]["line"], found[code]["opacity"]) for code in codes}
    assert len(looks) == len(STATES)
    assert not any(look[0] == BLUE for look in looks)


def test_what_has_no_data_is_hatched_and_what_is_complete_is_not() -> None:
    assert not any(layer_of_lines(drawn(picture()), colour) for colour in ("#B4BEC9", "#FFFFFF"))
    blank = drawn(picture(**{"520000": {"fill": "", "state": "no_data"}}))
    assert layer_of_lines(blank, "#B4BEC9")
    assert layer_of_lines(drawn(picture(**{"520000": {"partial": True}})), "#FFFFFF")


def test_what_is_incomplete_is_hatched_so_that_it_shows_on_a_pale_colour() -> None:
    pale = drawn(picture(**{"520000": {"partial": True, "fill": "#E3EDF7"}}))
    assert layer_of_lines(pale, lines_over("#E3EDF7"))
    assert not layer_of_lines(pale, "#FFFFFF")


def test_places_to_point_out_are_dots_over_the_units_and_none_beyond_the_map() -> None:
    dots = (MapDot("540102", "unknown"), MapDot("520102", "without"), MapDot("460301", "without"))
    layers = drawn(replace(picture(), dots=dots))["layer"]
    for fill, line in DOT_LOOKS.values():
        (layer,) = (each for each in layers if look_of(each) == (fill, line))
        assert len(layer["data"]["values"]) == 1


def look_of(layer: dict[str, Any]) -> tuple[Any, Any]:
    mark = layer["mark"] if isinstance(layer["mark"], dict) else {}
    return mark.get("fill"), mark.get("stroke")


def layer_of_lines(spec: dict[str, Any], colour: str) -> list[Any]:
    return [
        row
        for layer in spec["layer"]
        if isinstance(layer["mark"], dict) and layer["mark"].get("stroke") == colour
        for row in layer["data"]["values"]
        if row.get("geometry", {}).get("type") == "MultiLineString"
    ]


def test_a_marked_unit_has_an_outline_over_its_neighbours() -> None:
    spec = drawn(picture(**{"520000": {"marked": True}}))
    assert {code for code, row in polygons(spec).items() if row["line"] == ACCENT} == {"520000"}
    outline = [layer for layer in spec["layer"] if layer["mark"].get("stroke") == ACCENT]
    assert outline[0]["mark"]["strokeWidth"] == 2.0
    assert spec["layer"].index(outline[0]) > 0


def test_the_south_china_sea_stands_in_its_box_and_nowhere_else() -> None:
    corner = inset()
    west, south, east, north = grown(corner.box)
    main = grown(corner.main)
    for row in rows(drawn(picture())):
        for x, y in points(row.get("geometry")):
            in_main = main[0] <= x <= main[2] and main[1] <= y <= main[3]
            assert in_main or (west <= x <= east and south <= y <= north)
    hainan = [row for row in rows(drawn(picture())) if row.get("code") == "460000"]
    assert len(hainan) == 2


def grown(box: Bounds) -> Bounds:
    """Coordinates are rounded."""
    return (box[0] - 0.01, box[1] - 0.01, box[2] + 0.01, box[3] + 0.01)


def points(geometry: dict[str, Any] | None) -> list[tuple[float, float]]:
    def walk(coordinates: Any) -> list[tuple[float, float]]:
        if isinstance(coordinates[0], int | float):
            return [tuple(coordinates)]
        return [point for each in coordinates for point in walk(each)]

    return walk(geometry["coordinates"]) if geometry else []


def test_the_box_of_the_sea_lies_clear_of_taiwan() -> None:
    taiwan = polygons(drawn(picture()))["710000"]
    assert max(x for x, _ in points(taiwan["geometry"])) < inset().box[0]


def test_a_province_has_no_sea_in_a_box() -> None:
    spec = drawn(picture("520000", Level.CITY), height=400)
    assert not [row for row in rows(spec) if "caption" in row]
    caption = [row["caption"] for row in rows(drawn(picture(), height=400)) if "caption" in row]
    assert " ".join(reversed(caption)) == "South China Sea Islands"


def test_counts_are_circles_whose_area_grows_with_the_value() -> None:
    shown = picture(**{"520000": {"size": 1.0}, "210000": {"size": 0.5}})
    circles = {row["code"]: row["area"] for row in rows(drawn(shown)) if "area" in row}
    assert set(circles) == {"520000", "210000"}
    assert circles["520000"] == pytest.approx(4 * circles["210000"], abs=1)
    assert polygons(drawn(shown))["520000"]["fill"] != BLUE


def test_who_reports_without_a_boundary_gets_a_tile_with_its_name() -> None:
    tiles = {row["code"]: row for row in rows(drawn(picture())) if "row" in row}
    assert {row["name"] for row in tiles.values()} == {"Xinjiang Production and Construction Corps"}


def test_the_key_says_what_colours_mean_and_that_the_map_is_schematic() -> None:
    words = [
        row["text"] for row in rows(drawn(picture(), width=900, height=500, legend=True)) if "text" in row
    ]
    assert words == ["Lawyers per 10,000", "all values", "31", "Schematic map."]


def test_names_are_written_where_they_fit_and_never_over_one_another() -> None:
    spec = drawn(picture(), width=900, height=520, named=True)
    names = [row["name"] for row in rows(spec) if "dark" in row]
    assert {"Xinjiang", "Sichuan"} <= set(names)
    assert "Macao" not in names
    assert len(names) == len(set(names))


def test_the_drawing_has_nothing_that_a_page_would_fetch() -> None:
    spec = drawn(picture(), legend=True, named=True, height=400)
    assert spec["projection"]["type"] == "identity"
    assert not {"url", "href", "signal"} & set(str(spec).replace("'", " ").split())

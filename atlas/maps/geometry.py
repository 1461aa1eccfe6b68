"""The boundary files of `geo/`: which file draws which units, in which order, inside which box."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from atlas.divisions import Division, Divisions, Level
from atlas.problems import AtlasError, Problem
from atlas.served_files import GEO_FOLDER, served_file

Bounds = tuple[float, float, float, float]
Point = tuple[float, float]

COUNTRY_FILES = {Level.PROVINCE: "provinces", Level.CITY: "cities", Level.COUNTY: "counties"}


@dataclass(frozen=True, slots=True)
class GeometryFile:
    """One object of one TopoJSON file: its address and the codes of its geometries, in file order."""

    url: str
    object: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """Boxes (west, south, east, north) in projected map units, the South China Sea inset among them."""

    divisions: dict[str, Bounds]
    country: Bounds
    inset: Bounds


def units_file(divisions: Divisions, within: Division, level: Level) -> GeometryFile:
    """The file whose polygons a map of `within` at `level` paints.

    Raises:
        AtlasError: `missing_geography` or `damaged_geography`, naming the file.
    """
    if within.level is Level.COUNTRY:
        return geometry_file(f"{COUNTRY_FILES[level]}.topojson", "units")
    province = divisions.path(within.code)[1].code
    wants_cities = level is Level.CITY and within.level is Level.PROVINCE
    return geometry_file(f"provinces/{province}.topojson", "cities" if wants_cities else "counties")


def context_file() -> GeometryFile:
    """The provinces, drawn pale around a division that is looked at alone."""
    return geometry_file("provinces.topojson", "units")


def lines_file() -> GeometryFile:
    """The national lines, the dashes of the South China Sea among them."""
    return geometry_file("lines.topojson", "lines")


def geometry_file(name: str, wanted: str) -> GeometryFile:
    """Read the codes of object `wanted` in `geo/<name>`."""
    path = GEO_FOLDER / name
    return GeometryFile(served_file(path).url, wanted, _codes(path, wanted, path.stat().st_mtime_ns))


@lru_cache(maxsize=128)
def _codes(path: Path, wanted: str, _modified: int) -> tuple[str, ...]:
    try:
        topology = json.loads(path.read_text(encoding="utf-8"))
        return tuple(str(each.get("id", "")) for each in topology["objects"][wanted]["geometries"])
    except (ValueError, KeyError, TypeError) as error:
        raise AtlasError(
            Problem("damaged_geography", {"file": f"geo/{path.name}", "detail": str(error)})
        ) from error


def label_points(province: str) -> dict[str, Point]:
    """Where in a province's file the labels of its cities and counties stand, by code; empty without a file.

    Raises:
        AtlasError: `damaged_geography`, naming the file.
    """
    path = GEO_FOLDER / "provinces" / f"{province}.topojson"
    return _label_points(path, path.stat().st_mtime_ns) if path.is_file() else {}


@lru_cache(maxsize=64)
def _label_points(path: Path, _modified: int) -> dict[str, Point]:
    try:
        topology = json.loads(path.read_text(encoding="utf-8"))
        shapes = [each for part in topology["objects"].values() for each in part["geometries"]]
        places = {str(each["id"]): each["properties"]["at"] for each in shapes if each.get("properties")}
        return {code: (float(x), float(y)) for code, (x, y) in places.items()}
    except (ValueError, KeyError, TypeError) as error:
        raise AtlasError(
            Problem("damaged_geography", {"file": f"geo/{path.name}", "detail": str(error)})
        ) from error


def load_extent() -> Extent:
    """Read `geo/geography.json`."""
    path = GEO_FOLDER / "geography.json"
    return _extent(path, served_file(path).modified)


@lru_cache(maxsize=4)
def _extent(path: Path, _modified: int) -> Extent:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        boxes = {code: _bounds(box) for code, box in content["extents"].items()}
        return Extent(boxes, _bounds(content["main_map"]), _bounds(content["south_china_sea"]))
    except (ValueError, KeyError, TypeError) as error:
        raise AtlasError(
            Problem("damaged_geography", {"file": f"geo/{path.name}", "detail": str(error)})
        ) from error


def _bounds(box: list[float]) -> Bounds:
    west, south, east, north = box
    return (float(west), float(south), float(east), float(north))

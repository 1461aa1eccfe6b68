"""Coarse outlines for maps of a hand's breadth, taken from the boundary files."""

import json
from collections.abc import Iterable
from functools import lru_cache
from math import ceil, log10
from pathlib import Path
from typing import Any

from atlas.divisions import Division, Divisions, Level
from atlas.maps.geometry import COUNTRY_FILES, load_extent
from atlas.problems import AtlasError, Problem
from atlas.served_files import GEO_FOLDER

Point = tuple[float, float]
Geometry = dict[str, Any]
"""A GeoJSON geometry in projected map units."""

STEPS = 200
"""Outlines keep to a grid of at least this many steps across the map: finer is less than a pixel."""


def unit_outlines(
    divisions: Divisions, within: Division, level: Level, codes: Iterable[str], steps: int = STEPS
) -> dict[str, Geometry]:
    """The outline of each of `codes`, units that a map of `within` at `level` draws; some have none.

    `steps` says how finely: the fewest steps that lie across the map.

    Raises:
        AtlasError: `missing_geography` or `damaged_geography`, naming the file.
    """
    if within.level is Level.COUNTRY:
        name, wanted = f"{COUNTRY_FILES[level]}.topojson", "units"
    else:
        name = f"provinces/{divisions.path(within.code)[1].code}.topojson"
        is_city = level is Level.CITY and within.level is Level.PROVINCE
        wanted = "cities" if is_city else "counties"
    outlines = _outlines(name, wanted, _decimals(within, steps))
    return {code: outlines[code] for code in codes if code in outlines}


def national_lines(within: Division, steps: int = STEPS) -> list[Geometry]:
    """The national lines, the dashes of the South China Sea among them."""
    return list(_outlines("lines.topojson", "lines", _decimals(within, steps)).values())


def _decimals(within: Division, steps: int) -> int:
    west, south, east, north = load_extent().divisions.get(within.code, load_extent().country)
    return max(0, ceil(log10(steps / max(east - west, north - south))))


def _outlines(name: str, wanted: str, decimals: int) -> dict[str, Geometry]:
    path = GEO_FOLDER / name
    try:
        return _read(path, wanted, decimals, path.stat().st_mtime_ns)
    except OSError as error:
        raise AtlasError(Problem("missing_geography", {"file": f"geo/{name}"})) from error
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise AtlasError(
            Problem("damaged_geography", {"file": f"geo/{name}", "detail": str(error)})
        ) from error


@lru_cache(maxsize=16)
def _read(path: Path, wanted: str, decimals: int, _modified: int) -> dict[str, Geometry]:
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_coarse(arc, topology["transform"], decimals) for arc in topology["arcs"]]
    return {
        str(each.get("id", place)): {"type": each["type"], "coordinates": _coordinates(each, arcs)}
        for place, each in enumerate(topology["objects"][wanted]["geometries"])
        if each.get("arcs")
    }


def _coarse(arc: list[list[int]], transform: dict[str, Any], decimals: int) -> list[Point]:
    """An arc's points on the grid, each once in a row; it keeps its two ends, so that neighbours meet."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    kept: list[Point] = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        point = (_short(left + scale_x * x, decimals), _short(bottom + scale_y * y, decimals))
        if not kept or kept[-1] != point:
            kept.append(point)
    return kept if len(kept) > 1 else kept * 2


def _short(number: float, decimals: int) -> float:
    return round(number, decimals) if decimals else round(number)


def _coordinates(geometry: dict[str, Any], arcs: list[list[Point]]) -> Any:
    match geometry["type"]:
        case "Polygon":
            return [_ring(ring, arcs) for ring in geometry["arcs"]]
        case "MultiPolygon":
            return [[_ring(ring, arcs) for ring in part] for part in geometry["arcs"]]
        case "MultiLineString":
            return [_ring(line, arcs) for line in geometry["arcs"]]
        case _:
            return _ring(geometry["arcs"], arcs)


def _ring(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return points

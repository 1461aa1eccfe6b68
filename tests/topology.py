"""Read TopoJSON in tests, by a second and plainer way than the one that writes it."""

import json
from dataclasses import dataclass
from pathlib import Path

from shapely import MultiLineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True)
class Feature:
    """One geometry of a TopoJSON object."""

    shape: BaseGeometry
    properties: dict[str, object]


def read_topology(path: Path) -> dict[str, dict[str, Feature]]:
    """Objects of a TopoJSON file, each with its features by id."""
    document = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_points(arc, document["transform"]) for arc in document["arcs"]]
    return {
        name: {
            geometry["id"]: Feature(_shape(geometry, arcs), geometry.get("properties", {}))
            for geometry in collection["geometries"]
        }
        for name, collection in document["objects"].items()
    }


def _points(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * transform["scale"][0] + transform["translate"][0],
                       y * transform["scale"][1] + transform["translate"][1]))  # fmt: skip
    return points


def _line(indexes: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    line: list[tuple[float, float]] = []
    for index in indexes:
        points = arcs[index] if index >= 0 else arcs[~index][::-1]
        line.extend(points[1:] if line else points)
    return line


def _shape(geometry: dict[str, object], arcs: list[list[tuple[float, float]]]) -> BaseGeometry:
    kind, indexes = geometry["type"], geometry["arcs"]
    assert isinstance(indexes, list)
    if kind == "LineString":
        return MultiLineString([_line(indexes, arcs)])
    polygons = indexes if kind == "MultiPolygon" else [indexes]
    rings = [[_line(ring, arcs) for ring in polygon] for polygon in polygons]
    return MultiPolygon([Polygon(ring[0], ring[1:]) for ring in rings])

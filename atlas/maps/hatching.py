"""Parallel lines inside outlines: a drawn map has no patterns, and a hatch must stay a drawing."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from math import ceil

from atlas.maps.outlines import Geometry, Point, rings

Segment = tuple[Point, Point]


def hatch(geometries: Iterable[Geometry], spacing: float) -> Geometry:
    """Lines rising from left to right, `spacing` apart along both axes, wherever one of the outlines is.

    The lines are those of one grid, so that the hatch of neighbours is continuous.
    """
    crossings: dict[int, list[float]] = defaultdict(list)
    for geometry in geometries:
        for start, end in _edges(geometry):
            _cross(start, end, spacing, crossings)
    segments = [
        segment for number, found in crossings.items() for segment in _inside(number * spacing, sorted(found))
    ]
    return {"type": "MultiLineString", "coordinates": segments}


def _edges(geometry: Geometry) -> Iterable[Segment]:
    return (edge for ring in rings(geometry) for edge in pairwise(ring))


def _cross(start: Point, end: Point, spacing: float, crossings: dict[int, list[float]]) -> None:
    """Note where an edge meets the lines y − x = number × spacing, as x.

    An edge counts its lower end and not its upper one, so that a corner is met once.
    """
    (x, y), (other_x, other_y) = start, end
    low, high = y - x, other_y - other_x
    if low == high:
        return
    if low > high:
        x, y, other_x, other_y, low, high = other_x, other_y, x, y, high, low
    slope = (other_x - x) / (high - low)
    for number in range(ceil(low / spacing), ceil(high / spacing)):
        crossings[number].append(x + slope * (number * spacing - low))


def _inside(offset: float, crossings: list[float]) -> Iterable[Segment]:
    """The pieces of one line that lie inside: between the first and second crossing, third and fourth …"""
    start = None
    for left, right in zip(crossings[::2], crossings[1::2], strict=False):
        if start is None:
            start, reach = left, right
        elif left - reach < 1e-9:
            reach = right
        else:
            yield _segment(start, reach, offset)
            start, reach = left, right
    if start is not None:
        yield _segment(start, reach, offset)


def _segment(left: float, right: float, offset: float) -> Segment:
    return (round(left, 2), round(left + offset, 2)), (round(right, 2), round(right + offset, 2))

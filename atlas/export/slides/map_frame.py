"""Where a map's outlines lie on a slide: map units become inches, and what lies beyond is cut off."""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.export.slides.box import Box
from atlas.export.slides.drawing import Points
from atlas.maps.geometry import Bounds
from atlas.maps.outlines import Geometry


@dataclass(frozen=True, slots=True)
class MapFrame:
    """A part of the map (`bounds`) fitted into the middle of a box on the slide."""

    bounds: Bounds
    box: Box

    @property
    def scale(self) -> float:
        """Inches to a map unit."""
        west, south, east, north = self.bounds
        return min(self.box.width / max(east - west, 1e-9), self.box.height / max(north - south, 1e-9))

    @property
    def fitted(self) -> Box:
        """What of the box the map fills."""
        west, south, east, north = self.bounds
        width, height = (east - west) * self.scale, (north - south) * self.scale
        left = self.box.left + (self.box.width - width) / 2
        return Box(left, self.box.top + (self.box.height - height) / 2, width, height)

    def rings(self, geometry: Geometry) -> list[Points]:
        """The rings of a polygon, cut to the frame."""
        clipped = (_clipped(ring, self.bounds) for part in _parts(geometry) for ring in part)
        return [self._placed(ring) for ring in clipped if len(ring) > 2]

    def lines(self, geometry: Geometry) -> list[Points]:
        """The lines that lie within the frame from end to end."""
        lines = (
            geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]
        )
        return [self._placed(line) for line in lines if all(map(self._holds, line))]

    def centre(self, geometry: Geometry) -> tuple[float, float] | None:
        """The middle of the largest part's box, for a circle or a name."""
        rings = [self._placed(part[0]) for part in _parts(geometry)]
        if not rings:
            return None
        left, top, right, bottom = max(
            map(_extent, rings), key=lambda box: (box[2] - box[0]) * (box[3] - box[1])
        )
        return (left + right) / 2, (top + bottom) / 2

    def _holds(self, point: tuple[float, float]) -> bool:
        west, south, east, north = self.bounds
        return west <= point[0] <= east and south <= point[1] <= north

    def _placed(self, ring: Points) -> Points:
        west, south, _, _ = self.bounds
        scale, left, bottom = self.scale, self.fitted.left, self.fitted.bottom
        return [(left + (x - west) * scale, bottom - (y - south) * scale) for x, y in ring]


def _parts(geometry: Geometry) -> list[list[Points]]:
    parts: list[list[Points]] = (
        geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    )
    return parts


def _extent(ring: Points) -> Bounds:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def _clipped(ring: Points, bounds: Bounds) -> Points:
    """What of a ring lies in the bounds, one side after the other (Sutherland and Hodgman, 1974)."""
    left, bottom, right, top = _extent(ring)
    west, south, east, north = bounds
    if west <= left and right <= east and south <= bottom and top <= north:
        return ring
    if left > east or right < west or bottom > north or top < south:
        return []
    kept = list(ring)
    for axis, edge, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        kept = list(_one_side(kept, axis, edge, sign))
    return kept


def _one_side(ring: Points, axis: int, edge: float, sign: int) -> Iterator[tuple[float, float]]:
    for place, point in enumerate(ring):
        before = ring[place - 1]
        here, there = sign * (point[axis] - edge), sign * (before[axis] - edge)
        if (here < 0) != (there < 0):
            share = there / (there - here)
            x, y = (before[each] + share * (point[each] - before[each]) for each in (0, 1))
            yield (edge, y) if axis == 0 else (x, edge)
        if here >= 0:
            yield point

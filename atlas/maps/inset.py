"""The South China Sea as a box at the corner of a map of the whole country, as on China's standard maps."""

from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry import mapping, shape

from atlas.maps.geometry import Bounds, load_extent
from atlas.maps.outlines import Geometry

SCALE = 0.42
"""Of the main map."""
GAP = 1.5
"""Map units between the south-eastern coast and the box, and around it."""
EAST = 98.0
"""Where the box begins: east of Taiwan."""


@dataclass(frozen=True, slots=True)
class Inset:
    """What is cut out (`source`), where it is put (`box`), and the main map with room for it (`whole`)."""

    source: Bounds
    main: Bounds
    box: Bounds
    whole: Bounds

    def moved(self, geometry: Geometry) -> Geometry | None:
        """What of a geometry the box shows, where the box is; None if nothing."""
        part = clipped(geometry, self.source)
        if part is None:
            return None
        west, south = self.source[:2]
        left, bottom = self.box[:2]

        def move(coordinates: Any) -> Any:
            if isinstance(coordinates[0], int | float):
                x, y = coordinates
                return (round(left + SCALE * (x - west), 2), round(bottom + SCALE * (y - south), 2))
            return [move(each) for each in coordinates]

        return {"type": part["type"], "coordinates": move(part["coordinates"])}

    def frame(self) -> Geometry:
        """The box itself."""
        west, south, east, north = self.box
        ring = [(west, south), (west, north), (east, north), (east, south), (west, south)]
        return {"type": "Polygon", "coordinates": [ring]}


def inset() -> Inset:
    """The inset of a map of the whole country."""
    extent = load_extent()
    west, south, east, north = extent.inset
    bottom = extent.country[1] + GAP
    box = (EAST, bottom, EAST + SCALE * (east - west), bottom + SCALE * (north - south))
    main = extent.country
    whole = (main[0], main[1], max(main[2], box[2] + GAP), main[3])
    return Inset(extent.inset, main, box, whole)


def clipped(geometry: Geometry, box: Bounds) -> Geometry | None:
    """What of a geometry lies in the box; None if nothing, or nothing that can be cut."""
    west, south, east, north = box
    left, bottom, right, top = _bounds(geometry["coordinates"])
    if west <= left and right <= east and south <= bottom and top <= north:
        return geometry
    if right < west or east < left or top < south or north < bottom:
        return None
    wide = _with_area(geometry)
    if not wide["coordinates"]:
        return None
    part = shapely.clip_by_rect(shape(wide), *box)
    if part.geom_type == "GeometryCollection":
        whole = [each for each in part.geoms if each.geom_type == "Polygon"]
        part = shapely.multipolygons(whole) if whole else shapely.MultiPolygon()
    return None if part.is_empty else dict(mapping(part))


def _with_area(geometry: Geometry) -> Geometry:
    """Without the rings that the coarse grid has made a line or a point of: they cannot be cut."""
    match geometry["type"]:
        case "Polygon":
            return {"type": "Polygon", "coordinates": _rings(geometry["coordinates"])}
        case "MultiPolygon":
            parts = map(_rings, geometry["coordinates"])
            return {"type": "MultiPolygon", "coordinates": [part for part in parts if part]}
        case _:
            return geometry


def _rings(rings: list[Any]) -> list[Any]:
    """The rings that can be cut; none where the outer one is a line, for the others are holes in it."""
    return [ring for ring in rings if len(ring) > 3] if len(rings[0]) > 3 else []


def _bounds(coordinates: Any) -> Bounds:
    if isinstance(coordinates[0][0], int | float):
        xs, ys = zip(*coordinates, strict=True)
        return (min(xs), min(ys), max(xs), max(ys))
    wests, souths, easts, norths = zip(*map(_bounds, coordinates), strict=True)
    return (min(wests), min(souths), max(easts), max(norths))

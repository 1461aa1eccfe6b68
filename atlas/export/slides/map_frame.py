"""Where a map lies on a slide: map units become inches."""

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

    def shows(self, point: tuple[float, float]) -> bool:
        """Whether a point of the map lies within the bounds."""
        west, south, east, north = self.bounds
        return west <= point[0] <= east and south <= point[1] <= north

    def rings(self, geometry: Geometry) -> list[Points]:
        """The rings of a polygon, or the lines of several."""
        match geometry["type"]:
            case "MultiPolygon":
                found = [ring for part in geometry["coordinates"] for ring in part]
            case "Polygon" | "MultiLineString":
                found = geometry["coordinates"]
            case _:
                found = [geometry["coordinates"]]
        return [[self.at(point) for point in ring] for ring in found]

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        """Where a point of the map lies; map units run upwards, inches down."""
        west, south, east, north = self.bounds
        scale = self.scale
        left = self.box.left + (self.box.width - (east - west) * scale) / 2
        bottom = self.box.bottom - (self.box.height - (north - south) * scale) / 2
        return left + (point[0] - west) * scale, bottom - (point[1] - south) * scale

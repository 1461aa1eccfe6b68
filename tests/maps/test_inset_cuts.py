"""What a coarse grid has made a line of cannot be cut, and is left out where it would have to be."""

import pytest

from atlas.maps.inset import clipped
from atlas.maps.outlines import Geometry

BOX = (0.0, 0.0, 10.0, 10.0)
FLAT = [(8, 1), (9, 1), (8, 1)]
ACROSS = [(5, 5), (15, 5), (15, 8), (5, 5)]


@pytest.mark.parametrize(
    ("geometry", "expected", "reason"),
    [
        ({"type": "Polygon", "coordinates": [[(8, 1), (12, 1), (8, 1)]]}, None, "a polygon that is a line"),
        (
            {"type": "MultiPolygon", "coordinates": [[FLAT], [[(12, 1), (12, 2), (12, 1)]]]},
            None,
            "parts that are all lines",
        ),
        ({"type": "Polygon", "coordinates": [ACROSS]}, "Polygon", "one that lies across the edge"),
        ({"type": "Polygon", "coordinates": [FLAT]}, "Polygon", "a line that need not be cut"),
    ],
)
def test_what_is_left_of_a_geometry(geometry: Geometry, expected: str | None, reason: str) -> None:
    part = clipped(geometry, BOX)
    assert (part and part["type"]) == expected, reason

"""The names of units on a drawn map, where there is room for them."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from atlas.maps.outlines import Geometry, Point, largest_ring, rings
from atlas.views.lettering import room_for
from atlas.views.palette import INK, is_dark

SIZE = 10
LINE = 12
REACH = 1.15
"""A name may reach over the border of its unit by a letter or so."""
MOST_UNNAMED = 0.25
"""Where fewer than this share of the units can be named, a name here and there would only puzzle."""


@dataclass(frozen=True, eq=False)
class Place:
    """A name, where it would stand, and the outline that it has to fit into.

    `fill` is the colour under it, `below` how many pixels under the place it stands.
    """

    name: str
    fill: str
    at: Point
    geometry: Geometry
    below: float = 0.0


def labels(places: list[Place], unit_size: float) -> list[dict[str, Any]]:
    """Layers with the names that fit, the largest units first; `unit_size` is a pixel in map units."""
    taken: list[tuple[float, float, float, float]] = []
    rows = []
    for place in sorted(places, key=lambda place: -_extent(place)[0] * _extent(place)[1]):
        x, y = place.at[0], place.at[1] - place.below * unit_size
        half = room_for(place.name, SIZE) / 2
        if half * unit_size > REACH * _inside(place.geometry, x, y):
            continue
        if _extent(place)[1] / unit_size * 0.8 < LINE:
            continue
        box = (x / unit_size - half, y / unit_size - LINE / 2, x / unit_size + half, y / unit_size + LINE / 2)
        if any(_overlap(box, other) for other in taken):
            continue
        taken.append(box)
        rows.append({"name": place.name, "x": x, "y": y, "dark": is_dark(place.fill)})
    if len(rows) < MOST_UNNAMED * len(places):
        return []
    on_light = [row for row in rows if not row["dark"]]
    on_dark = [row for row in rows if row["dark"]]
    return [_words(chosen, colour) for chosen, colour in ((on_light, INK), (on_dark, "#FFFFFF")) if chosen]


def fitting(places: list[Place], unit_size: float) -> list[Place]:
    """The places whose names, in type of `SIZE` pixels, have room in them; the largest units come first."""
    taken: list[tuple[float, float, float, float]] = []
    chosen = []
    for place in sorted(places, key=lambda place: -_extent(place)[0] * _extent(place)[1]):
        wide, high = (each / unit_size for each in _extent(place))
        room = room_for(place.name, SIZE)
        if room > wide * 0.92 or high * 0.8 < LINE:
            continue
        x, y = place.at[0] / unit_size, place.at[1] / unit_size
        box = (x - room / 2, y - LINE / 2, x + room / 2, y + LINE / 2)
        if any(_overlap(box, other) for other in taken):
            continue
        taken.append(box)
        chosen.append(place)
    return chosen


def short_name(name: str, names: dict[str, str]) -> str:
    """The name that the boundary file has for maps, in the language of the unit's name."""
    for short in (names.get("zh"), names.get("en")):
        if short and name.startswith(short):
            return short
    return name


def _inside(geometry: Geometry, x: float, y: float) -> float:
    """How far from (x, y) the nearer border lies to the left or the right, in map units; 0 outside."""
    crossings = sorted(
        start[0] + (end[0] - start[0]) * (y - start[1]) / (end[1] - start[1])
        for ring in rings(geometry)
        for start, end in pairwise(ring)
        if (start[1] <= y) != (end[1] <= y)
    )
    for left, right in zip(crossings[::2], crossings[1::2], strict=False):
        if left <= x <= right:
            return min(x - left, right - x)
    return 0.0


def _extent(place: Place) -> tuple[float, float]:
    xs, ys = zip(*largest_ring(place.geometry), strict=True)
    return max(xs) - min(xs), max(ys) - min(ys)


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _words(rows: list[dict[str, Any]], colour: str) -> dict[str, Any]:
    return {
        "data": {"values": rows},
        "mark": {"type": "text", "fontSize": SIZE, "color": colour, "aria": False, "tooltip": None},
        "encoding": {
            "longitude": {"field": "x", "type": "quantitative"},
            "latitude": {"field": "y", "type": "quantitative"},
            "text": {"field": "name", "type": "nominal"},
        },
    }

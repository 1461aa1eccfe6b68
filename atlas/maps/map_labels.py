"""The names of units on a drawn map, where there is room for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from atlas.indicators import State
from atlas.maps.outlines import Geometry, Point, largest_ring, rings
from atlas.views.lettering import room_for
from atlas.views.palette import INK, is_dark
from atlas.views.pictures import MapUnit

SIZE = 10
LINE = 12
REACH = 1.15
"""A name may reach over the border of its unit by a letter or so."""
MOST_UNNAMED = 0.25
"""Where fewer than this share of the units can be named, a name here and there would only puzzle."""


PROVINCE = "0000"
"""How the code of a province, or of what stands beside provinces, ends."""
BESIDE = 5
"""Pixels between a unit and a name that stands beside it."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Place:
    """A name, where it would stand, and the outline that it has to fit into.

    `fill` is the colour under it, `below` how many pixels under the place it stands; `room` are the pixels
    that a circle gives it whatever the outline. One that `must` be named has its name beside it where there
    is no room in it.
    """

    name: str
    fill: str
    at: Point
    geometry: Geometry
    below: float = 0.0
    room: float = 0.0
    must: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands, its middle in map units, and the colour under it ("" beside its unit)."""

    text: str
    at: Point
    ground: str


def standing(places: Iterable[Place], unit_size: float) -> list[Name]:
    """The names that have room, none over another; `unit_size` is a pixel in map units.

    Those that must be named come first, then the largest circles and units.
    """
    offered = sorted(places, key=lambda place: (not place.must, -place.room, -_area(place)))
    taken: list[Box] = []
    found, optional = [], 0
    for place in offered:
        spot = next((each for each in _spots(place, unit_size) if not _meets(each.box, taken)), None)
        if spot is not None:
            taken.append(spot.box)
            at = (spot.box[0] + spot.box[2]) / 2 * unit_size, (spot.box[1] + spot.box[3]) / 2 * unit_size
            found.append((place, Name(place.name, at, "" if spot.aside else place.fill)))
            optional += not place.must
    few = optional < MOST_UNNAMED * len(offered)
    return [name for place, name in found if place.must or not few]


def labels(places: Iterable[Place], unit_size: float) -> list[dict[str, Any]]:
    """Layers with the names that stand."""
    rows = [
        {"name": each.text, "x": each.at[0], "y": each.at[1], "dark": is_dark(each.ground)}
        for each in standing(places, unit_size)
    ]
    on_light = [row for row in rows if not row["dark"]]
    on_dark = [row for row in rows if row["dark"]]
    return [_words(chosen, colour) for chosen, colour in ((on_light, INK), (on_dark, "#FFFFFF")) if chosen]


@dataclass(frozen=True, slots=True)
class _Spot:
    box: Box
    aside: bool


def _spots(place: Place, unit_size: float) -> Iterator[_Spot]:
    """Where a name could stand, in pixels: in its unit or circle, else around it if it must."""
    half = room_for(place.name, SIZE) / 2
    x, y = place.at[0] / unit_size, place.at[1] / unit_size - place.below
    if 2 * half <= place.room or _fits(place, half, unit_size):
        yield _Spot(_box(x, y, half), False)
    if place.must:
        aside = half + BESIDE
        for right, up in ((aside, -LINE / 3), (-aside, -LINE / 2), (0, -LINE), (0, LINE)):
            yield _Spot(_box(x + right, y + up, half), True)


def _fits(place: Place, half: float, unit_size: float) -> bool:
    x, y = place.at[0], place.at[1] - place.below * unit_size
    wide = half * unit_size <= REACH * _inside(place.geometry, x, y)
    return wide and _extent(place)[1] / unit_size * 0.8 >= LINE


def _box(x: float, y: float, half: float) -> Box:
    return x - half, y - LINE / 2, x + half, y + LINE / 2


def _meets(box: Box, taken: Iterable[Box]) -> bool:
    return any(_overlap(box, other) for other in taken)


def must_be_named(unit: MapUnit) -> bool:
    """Whether a map without this name would say something wrong: Hong Kong, Macao and Taiwan are named."""
    return unit.state == State.OUTSIDE and unit.code.endswith(PROVINCE)


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


def _area(place: Place) -> float:
    wide, high = _extent(place)
    return wide * high


def _extent(place: Place) -> tuple[float, float]:
    xs, ys = zip(*largest_ring(place.geometry), strict=True)
    return max(xs) - min(xs), max(ys) - min(ys)


def _overlap(one: Box, other: Box) -> bool:
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

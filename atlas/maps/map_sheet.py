"""A drawn map laid out: which outlines it has, where the sea stands, and how map units become pixels."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from atlas.divisions import Division, Divisions, Level
from atlas.maps.geometry import Bounds, Point, load_extent
from atlas.maps.inset import Inset, clipped, inset
from atlas.maps.outlines import Geometry, Outlines, national_lines, outlines_of
from atlas.views.pictures import MapPicture, MapUnit

MARGIN = 6
"""Pixels around the map."""


@dataclass(frozen=True, eq=False)
class Piece:
    """A unit and one of its outlines: a unit at the South China Sea has a second one, in the inset."""

    unit: MapUnit
    geometry: Geometry
    aside: bool = False

    @property
    def marked(self) -> bool:
        """Whether the outline is to be seen; in the inset it would be a fragment."""
        return self.unit.marked and not self.aside

    @property
    def row(self) -> dict[str, Any]:
        """What a mark knows of its unit."""
        return {"code": self.unit.code, "name": self.unit.name, "said": self.unit.text}


@dataclass(frozen=True, eq=False)
class Sheet:
    """A map laid out: its pieces, the lines over them, the box in map units and the space it is drawn in."""

    pieces: tuple[Piece, ...]
    lines: tuple[Geometry, ...]
    coast: tuple[Geometry, ...]
    box: Bounds
    inset: Inset | None
    outlines: Outlines

    def shows(self, point: Point) -> bool:
        """Whether a point lies on the main map."""
        west, south, east, north = self.box
        return west <= point[0] <= east and south <= point[1] <= north


def sheet_of(divisions: Divisions, within: Division, picture: MapPicture, steps: int) -> Sheet:
    """The sheet of a picture; its outlines have at least `steps` steps across the map.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    outlines = outlines_of(divisions, within, picture.level, steps)
    drawn = [unit for unit in picture.units if unit.code in outlines.geometries]
    if within.level is not Level.COUNTRY:
        pieces = tuple(Piece(unit, outlines.geometries[unit.code]) for unit in drawn)
        box = load_extent().divisions.get(within.code, load_extent().country)
        coast = outlines.outer(unit.code for unit in drawn)
        return Sheet(pieces, (), (coast,), box, None, outlines)
    cut = _cut(outlines, tuple(unit.code for unit in drawn))
    main = [Piece(unit, cut.main[unit.code]) for unit in drawn if unit.code in cut.main]
    small = [Piece(unit, cut.aside[unit.code], aside=True) for unit in drawn if unit.code in cut.aside]
    corner = inset()
    return Sheet(
        pieces=(*main, *small),
        lines=tuple(_both(national_lines(within, steps), corner)),
        coast=cut.coast,
        box=corner.whole,
        inset=corner,
        outlines=outlines,
    )


@dataclass(frozen=True, eq=False)
class Cut:
    """What of each unit is on the main map and what in the inset, and the coast on both."""

    main: dict[str, Geometry]
    aside: dict[str, Geometry]
    coast: tuple[Geometry, ...]


@lru_cache(maxsize=16)
def _cut(outlines: Outlines, codes: tuple[str, ...]) -> Cut:
    """The units of a map of the country, cut once: values change far more often than boundaries."""
    corner = inset()
    parts = [(code, outlines.geometries[code]) for code in codes]
    return Cut(
        main={code: part for code, each in parts if (part := clipped(each, corner.main))},
        aside={code: part for code, each in parts if (part := corner.moved(each))},
        coast=tuple(_both([outlines.outer(codes)], corner)),
    )


def _both(geometries: Iterable[Geometry], corner: Inset) -> Iterable[Geometry]:
    for geometry in geometries:
        for part in (clipped(geometry, corner.main), corner.moved(geometry)):
            if part is not None:
                yield part


def projection(box: Bounds, beside: int) -> dict[str, Any]:
    """Fits the box into the view, left of the legend; map units run upwards, pixels down."""
    west, south, east, north = box
    room = f"(width - {beside + 2 * MARGIN})"
    scale = f"min({room} / {east - west:.4f}, (height - {2 * MARGIN}) / {north - south:.4f})"
    x = f"{MARGIN} + {room} / 2 - {scale} * {(west + east) / 2:.4f}"
    y = f"height / 2 + {scale} * {(south + north) / 2:.4f}"
    return {
        "type": "identity",
        "reflectY": True,
        "scale": {"expr": scale},
        "translate": {"expr": f"[{x}, {y}]"},
    }

"""A map as shapes: one outline for each unit, named after it, so that every one can be recoloured by hand."""

from typing import Any

from atlas.divisions import Divisions, Level
from atlas.export.slides.box import Box
from atlas.export.slides.drawing import Caption, Drawing, Look
from atlas.export.slides.legend_shapes import legend_column, legend_height
from atlas.export.slides.looks import UNDER_CIRCLES, dot_look, on, unit_look
from atlas.export.slides.map_frame import MapFrame
from atlas.language import Language
from atlas.maps.dots import points_of
from atlas.maps.geometry import load_extent
from atlas.maps.inset import clipped, inset
from atlas.maps.map_labels import SIZE, Place, must_be_named, short_name, standing
from atlas.maps.outlines import Geometry, national_lines, outlines_of
from atlas.maps.static_map import COAST, LARGEST_RADIUS, OTHER_RADIUS, is_circles
from atlas.views.lettering import room_for
from atlas.views.palette import DOT_LOOKS, HAIRLINE, SECONDARY
from atlas.views.pictures import MapPicture, MapUnit

STEPS = 700
"""Outlines keep to at least so many steps across the map: on a projector, two pixels each."""
_NAMES = 7.0
"""The type of names, in points."""
_LEGEND, _MANY = 1.9, 400
_SHORT, _LONG = 8, 1.2
"""Rows of a legend that fit below the west of the country; what room beside it a longer one takes."""
_DOT = 0.09
"""The diameter of a dot, in inches."""


def map_shapes(
    divisions: Divisions, slide: Any, box: Box, shown: MapPicture, language: Language, *, small: bool = False
) -> None:
    """Draw a map into a box: units, national lines, inset, circles, names and legend, each a group.

    A `small` map has no names, and its legend stands elsewhere.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    _Map(divisions, slide, box, shown, language, small=small).draw()


class _Map:
    def __init__(
        self,
        divisions: Divisions,
        slide: Any,
        box: Box,
        shown: MapPicture,
        language: Language,
        *,
        small: bool,
    ) -> None:
        self._slide, self._box, self._shown, self._language = slide, box, shown, language
        self._within = divisions[shown.within]
        self._outlines = outlines_of(divisions, self._within, shown.level, STEPS)
        self._inset = inset() if self._within.level is Level.COUNTRY else None
        self._small = small
        extent = load_extent()
        bounds = self._inset.whole if self._inset else extent.divisions.get(shown.within, extent.country)
        # A map of the country leaves room for a short legend below its western half.
        beside = _LEGEND + 0.1 if self._inset is None else _LONG if len(shown.legend) > _SHORT else 0.0
        room = 0.0 if small else beside
        self._frame = MapFrame(bounds, Box(box.left + room, box.top, box.width - room, box.height))
        found = [unit for unit in shown.units if unit.code in self._outlines.geometries]
        # What has an outline in the accent colour must not be covered by its neighbours'.
        self._units = sorted(found, key=lambda unit: unit.marked)

    def draw(self) -> None:
        main = [(unit, self._outlines.geometries[unit.code]) for unit in self._units]
        if self._inset:
            main = [(unit, part) for unit, each in main if (part := clipped(each, self._inset.main))]
        self._polygons(main, self._shown.title)
        if self._inset:
            self._aside()
            self._lines()
        self._circles()
        self._dots()
        if not self._small:
            self._names({unit.code: geometry for unit, geometry in main})
            self._legend()
        self._without_outline()

    def _polygons(self, pieces: list[tuple[MapUnit, Geometry]], name: str) -> None:
        drawing = Drawing(self._slide, name)
        thin = 0.2 if len(pieces) > _MANY else 0.5
        for unit, geometry in pieces:
            said = f"{unit.name}: {unit.text}"
            drawing.area(self._frame.rings(geometry), self._look(unit, thin), unit.name, said)
        drawing.place()

    def _look(self, unit: MapUnit, thin: float) -> Look:
        if is_circles(self._shown) and unit.fill and not unit.marked:
            return unit_look("#FFFFFF", unit.state, partial=unit.partial).with_edge(UNDER_CIRCLES, thin)
        look = unit_look(unit.fill, unit.state, partial=unit.partial, marked=unit.marked)
        return look if look.dashed or unit.marked else look.with_edge(look.edge, thin)

    def _aside(self) -> None:
        """The South China Sea in its box."""
        corner, caption = self._inset, self._shown.inset or self._language.text("South China Sea Islands")
        if corner is None:
            return
        ground = Drawing(self._slide, caption)
        ground.area(self._frame.rings(corner.frame()), Look("#FFFFFF", COAST, 0.5), caption)
        ground.place()
        pairs = [(unit, self._outlines.geometries[unit.code]) for unit in self._units if not unit.marked]
        self._polygons([(unit, part) for unit, each in pairs if (part := corner.moved(each))], caption)
        if not self._small:
            words = Drawing(self._slide, caption)
            left, bottom = self._frame.at((corner.box[0], corner.box[1]))
            right, _ = self._frame.at((corner.box[2], corner.box[1]))
            line = Box(left - 1.2, bottom, right - left + 1.2, 0.16)
            words.words(line, Caption(caption, 7, SECONDARY, align="r"))
            words.place()

    def _lines(self) -> None:
        name = self._language.text("National lines")
        drawing = Drawing(self._slide, name)
        for geometry in national_lines(self._within, STEPS):
            for part in self._both(geometry):
                for line in self._frame.rings(part):
                    drawing.line(line, Look(edge=SECONDARY, width=0.9), name)
        drawing.place()

    def _both(self, geometry: Geometry) -> list[Geometry]:
        """A line as the main map and as the inset shows it."""
        if self._inset is None:
            return [geometry]
        parts = (clipped(geometry, self._inset.main), self._inset.moved(geometry))
        return [part for part in parts if part]

    def _radius(self, unit: MapUnit) -> float:
        """Of a unit's circle, in inches."""
        share = LARGEST_RADIUS.get((self._within.level, self._shown.level), OTHER_RADIUS)
        largest = share * (self._frame.bounds[3] - self._frame.bounds[1]) * self._frame.scale
        return max(0.02, unit.size * largest)

    def _ground(self, unit: MapUnit, name: str) -> str:
        """The colour that a unit's name stands on: the polygon's, or that of a circle large enough."""
        if not is_circles(self._shown):
            return unit.fill
        return unit.fill if 2 * self._radius(unit) * 72 > room_for(name, _NAMES) else ""

    def _circles(self) -> None:
        drawing = Drawing(self._slide, self._shown.legend_title)
        for unit in sorted(self._units, key=lambda each: -each.size):
            if unit.size and unit.fill:
                x, y = self._frame.at(self._outlines.middles[unit.code])
                radius = self._radius(unit)
                circle = Box(x - radius, y - radius, 2 * radius, 2 * radius)
                look = Look(unit.fill, "#FFFFFF", 0.5)
                drawing.oval(circle, look, unit.name, f"{unit.name}: {unit.text}")
        drawing.place()

    def _dots(self) -> None:
        """The counties that a coverage lacks or knows nothing of."""
        drawing = Drawing(self._slide, self._language.text("Dots"))
        for kind in DOT_LOOKS:
            for x, y in points_of(dot.code for dot in self._shown.dots if dot.kind == kind):
                if self._frame.shows((x, y)):
                    left, top = self._frame.at((x, y))
                    drawing.oval(Box(left - _DOT / 2, top - _DOT / 2, _DOT, _DOT), dot_look(kind), kind)
        drawing.place()

    def _names(self, geometries: dict[str, Geometry]) -> None:
        names = {unit.code: short_name(unit.name, self._outlines.names[unit.code]) for unit in self._units}
        places = [
            Place(
                name=names[unit.code],
                fill=self._ground(unit, names[unit.code]),
                at=self._outlines.middles[unit.code],
                geometry=geometries[unit.code],
                must=must_be_named(unit),
            )
            for unit in self._units
            if unit.code in geometries
        ]
        drawing = Drawing(self._slide, self._language.text("Names"))
        for name in standing(places, _NAMES / 72 / SIZE / self._frame.scale):
            x, y = self._frame.at(name.at)
            line = Box(x - 0.8, y - 0.08, 1.6, 0.16)
            drawing.words(line, Caption(name.text, _NAMES, on(name.ground), align="ctr"))
        drawing.place()

    def _legend(self) -> None:
        drawing = Drawing(self._slide, self._language.text("Legend"))
        height = legend_height(self._shown.legend)
        column = Box(self._box.left, self._box.bottom - height, _LEGEND, height)
        legend_column(drawing, column, self._shown.legend_title, self._shown.legend)
        drawing.place()

    def _without_outline(self) -> None:
        """Units that report but have no published boundary get a tile: not a hole, and not a guess."""
        missing = [unit for unit in self._shown.units if unit.code not in self._outlines.geometries]
        drawing = Drawing(self._slide, self._language.text("Reports, but has no published boundary"))
        for place, unit in enumerate(missing[:8]):
            square = Box(self._box.left, self._box.top + place * 0.2 + 0.03, 0.14, 0.14)
            look = unit_look(unit.fill, unit.state, partial=unit.partial, marked=unit.marked)
            drawing.rectangle(
                square, look.with_edge(HAIRLINE, 0.5), unit.name, (), f"{unit.name}: {unit.text}"
            )
            if not self._small:
                words = Box(square.right + 0.08, square.top - 0.03, 2.8, 0.2)
                drawing.words(words, Caption(unit.name, 7.5, SECONDARY))
        drawing.place()

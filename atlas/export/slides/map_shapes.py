"""A map as shapes: one outline for each unit, named after it, so that every one can be recoloured by hand."""

from typing import Any

from atlas.divisions import Level
from atlas.export.slides.box import Box
from atlas.export.slides.drawing import Caption, Drawing, Look
from atlas.export.slides.legend_shapes import legend_column, legend_height
from atlas.export.slides.looks import UNDER_CIRCLES, on, unit_look
from atlas.export.slides.map_frame import MapFrame
from atlas.language import Language
from atlas.maps.geometry import load_extent
from atlas.maps.outlines import national_lines, unit_outlines
from atlas.maps.painting import WORDS
from atlas.views.palette import HAIRLINE, SECONDARY
from atlas.views.pictures import MapPicture, MapUnit
from atlas.workspace import COUNTRY, Workspace

_INSET, _WITHOUT_OUTLINE = WORDS["inset"], WORDS["without_polygon"]
STEPS = 700
"""Outlines keep to at least so many steps across the map: on a projector, two pixels each."""
MOST_NAMED = 40
_LARGEST_CIRCLE = {Level.PROVINCE: 0.075, Level.CITY: 0.055, Level.COUNTY: 0.03}
"""The radius of the largest circle, as a share of the map's longer side."""
_LEGEND = 1.75


def map_shapes(
    workspace: Workspace, slide: Any, box: Box, shown: MapPicture, language: Language, *, small: bool = False
) -> None:
    """Draw a map into a box: units, national lines, inset, circles, names and legend, each a group.

    A `small` map has no names, and its legend stands elsewhere.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    _Map(workspace, slide, box, shown, language, small=small).draw()


class _Map:
    def __init__(
        self,
        workspace: Workspace,
        slide: Any,
        box: Box,
        shown: MapPicture,
        language: Language,
        *,
        small: bool,
    ) -> None:
        self._slide, self._box, self._shown, self._language = slide, box, shown, language
        self._within = workspace.divisions[shown.within]
        self._outlines = unit_outlines(
            workspace.divisions, self._within, shown.level, [unit.code for unit in shown.units], STEPS
        )
        self._whole_country = shown.within == COUNTRY
        self._small = small
        self._frame = self._main_frame()

    def draw(self) -> None:
        drawn = [unit for unit in self._shown.units if unit.code in self._outlines]
        # What has an outline in the accent colour must not be covered by its neighbours'.
        drawn.sort(key=lambda unit: unit.marked)
        self._units(drawn, self._frame, self._shown.title)
        if self._whole_country:
            self._lines(self._frame)
            self._inset(drawn)
        self._circles(drawn)
        if not self._small:
            if len(drawn) <= MOST_NAMED:
                self._names(drawn)
            self._legend()
        self._without_outline()

    def _main_frame(self) -> MapFrame:
        extent = load_extent()
        if self._whole_country:
            return MapFrame(extent.country, self._box)
        bounds = extent.divisions.get(self._shown.within, extent.country)
        if self._small:
            return MapFrame(bounds, self._box)
        left = _LEGEND + 0.1
        return MapFrame(
            bounds, Box(self._box.left + left, self._box.top, self._box.width - left, self._box.height)
        )

    def _units(self, units: list[MapUnit], frame: MapFrame, name: str) -> None:
        drawing = Drawing(self._slide, name)
        circles = any(unit.size for unit in units)
        thin = 0.2 if len(units) > 400 else 0.5
        for unit in units:
            rings = frame.rings(self._outlines[unit.code])
            if rings:
                look = unit_look(unit.fill, unit.state, partial=unit.partial, marked=unit.marked)
                if circles and unit.fill and not unit.marked:
                    look = Look("#FFFFFF", UNDER_CIRCLES, thin)
                elif not unit.marked:
                    look = look.with_edge(look.edge, thin) if not look.dashed else look
                drawing.area(rings, look, unit.name, f"{unit.name}: {unit.text}")
        drawing.place()

    def _lines(self, frame: MapFrame) -> None:
        drawing = Drawing(self._slide, self._language.text("National lines"))
        for geometry in national_lines(self._within, STEPS):
            for line in frame.lines(geometry):
                drawing.line(line, Look(edge="#7A8794", width=0.9), self._language.text("National lines"))
        drawing.place()

    def _inset(self, units: list[MapUnit]) -> None:
        bounds = load_extent().inset
        west, south, east, north = bounds
        height = min(1.4, self._box.height * 0.3)
        width = height * (east - west) / (north - south)
        left = min(self._frame.fitted.right + 0.05, self._box.right - width)
        box = Box(left, self._box.bottom - height, width, height)
        caption = self._language.text(_INSET)
        ground = Drawing(self._slide, caption)
        ground.rectangle(box, Look("#FFFFFF", HAIRLINE, 0.75), caption)
        ground.place()
        frame = MapFrame(bounds, box)
        self._units(units, frame, caption)
        self._lines(frame)
        if not self._small:
            words = Drawing(self._slide, caption)
            line = Box(box.left - 0.6, box.bottom, width + 0.6, 0.16)
            words.words(line, Caption(caption, 7, SECONDARY, align="r"))
            words.place()

    def _circles(self, units: list[MapUnit]) -> None:
        drawing = Drawing(self._slide, self._shown.legend_title)
        largest = _LARGEST_CIRCLE.get(self._shown.level, 0.03) * max(
            self._frame.box.width, self._frame.box.height
        )
        for unit in sorted(units, key=lambda each: -each.size):
            middle = self._frame.centre(self._outlines[unit.code])
            if not unit.size or middle is None:
                continue
            radius = unit.size * largest
            circle = Box(middle[0] - radius, middle[1] - radius, 2 * radius, 2 * radius)
            drawing.oval(circle, Look(unit.fill, "#FFFFFF", 0.5), unit.name, f"{unit.name}: {unit.text}")
        drawing.place()

    def _names(self, units: list[MapUnit]) -> None:
        drawing = Drawing(self._slide, self._language.text("Names"))
        for unit in units:
            middle = self._frame.centre(self._outlines[unit.code])
            if middle is not None:
                name = Box(middle[0] - 0.7, middle[1] - 0.09, 1.4, 0.18)
                drawing.words(
                    name, Caption(unit.name, 7, on(unit.fill if not unit.size else ""), align="ctr")
                )
        drawing.place()

    def _legend(self) -> None:
        drawing = Drawing(self._slide, self._language.text("Legend"))
        height = legend_height(self._shown.legend)
        column = Box(self._box.left, self._box.bottom - height, _LEGEND, height)
        legend_column(drawing, column, self._shown.legend_title, self._shown.legend)
        drawing.place()

    def _without_outline(self) -> None:
        """Units that report but have no published boundary get a tile: not a hole, and not a guess."""
        missing = [unit for unit in self._shown.units if unit.code not in self._outlines]
        drawing = Drawing(self._slide, self._language.text(_WITHOUT_OUTLINE))
        for place, unit in enumerate(missing[:6]):
            box = Box(self._box.left, self._box.top + place * 0.28, min(1.6, self._box.width / 2), 0.24)
            look = unit_look(unit.fill, unit.state, partial=unit.partial, marked=unit.marked)
            caption = Caption(unit.name, 7.5, on(unit.fill), align="ctr")
            drawing.rectangle(
                box, look.with_edge(HAIRLINE, 0.5), unit.name, (caption,), f"{unit.name}: {unit.text}"
            )
        drawing.place()

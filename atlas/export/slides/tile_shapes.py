"""A map on which every unit is a tile of the same size."""

from typing import Any

from atlas.export.slides.box import Box
from atlas.export.slides.drawing import Caption, Drawing
from atlas.export.slides.legend_shapes import legend_column, legend_height
from atlas.export.slides.looks import on, unit_look
from atlas.language import Language
from atlas.views.palette import HAIRLINE
from atlas.views.pictures import TilePicture

_GAP, _LARGEST, _LEGEND = 0.05, 0.78, 1.75


def tile_shapes(
    slide: Any, box: Box, picture: TilePicture, language: Language, *, with_legend: bool = True
) -> None:
    """Draw the tiles, and their legend below at the left, where the sea of a tile map leaves room."""
    columns = max(tile.column for tile in picture.tiles) + 1
    rows = max(tile.row for tile in picture.tiles) + 1
    side = min(_LARGEST, box.width / columns, box.height / rows)
    left = box.left + (box.width - side * columns) / 2
    drawing = Drawing(slide, picture.title)
    for tile in sorted(picture.tiles, key=lambda each: each.marked):
        place = Box(left + tile.column * side, box.top + tile.row * side, side - _GAP, side - _GAP)
        look = unit_look(tile.fill, tile.state, marked=tile.marked)
        if not tile.marked and not look.dashed:
            look = look.with_edge(HAIRLINE, 0.5)
        size = max(5.0, min(9.0, side * 11))
        captions = [Caption(tile.short or tile.name, size, on(tile.fill), bold=True, align="ctr")]
        if tile.fill and side > 0.5:
            captions.append(Caption(tile.figure or tile.text, size, on(tile.fill), align="ctr"))
        drawing.rectangle(place, look, tile.name, captions, f"{tile.name}: {tile.text}")
    drawing.place()
    if with_legend:
        legend = Drawing(slide, language.text("Legend"))
        height = legend_height(picture.legend)
        column = Box(box.left, box.bottom - height, _LEGEND, height)
        legend_column(legend, column, picture.legend_title, picture.legend)
        legend.place()

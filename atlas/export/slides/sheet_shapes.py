"""The pictures of one slide, each drawn as what it is: a map as shapes, a chart as a chart."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from atlas.export.slides.bar_chart import bar_chart
from atlas.export.slides.box import Box
from atlas.export.slides.dot_chart import funnel_chart, scatter_chart
from atlas.export.slides.drawing import Caption, Drawing
from atlas.export.slides.legend_shapes import legend_strip
from atlas.export.slides.line_chart import line_chart
from atlas.export.slides.map_shapes import map_shapes
from atlas.export.slides.spine_shapes import spine_shapes
from atlas.export.slides.tile_shapes import tile_shapes
from atlas.export.slides.waterfall_chart import waterfall_chart
from atlas.language import Language
from atlas.views.palette import INK
from atlas.views.pictures import (
    BarPicture,
    FunnelPicture,
    LinePicture,
    MapPicture,
    Picture,
    ScatterPicture,
    SpinePicture,
    TilePicture,
    WaterfallPicture,
)
from atlas.workspace import Workspace

_GAP, _TITLE, _STRIP = 0.35, 0.3, 0.3
_SHARES = {BarPicture: 1.0, MapPicture: 1.55, TilePicture: 1.3}
"""How much of the width a picture asks for beside another."""


def sheet_shapes(
    workspace: Workspace,
    slide: Any,
    box: Box,
    pictures: Sequence[Picture],
    title: str,
    language: Language,
) -> None:
    """Draw the pictures of one sheet; those called otherwise than the slide have a title of their own.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    if len(pictures) > 2:
        _grid(workspace, slide, box, pictures, language)
        return
    columns = box.columns(tuple(_SHARES.get(type(picture), 1.2) for picture in pictures), _GAP)
    for picture, column in zip(pictures, columns, strict=True):
        inner = column
        if picture.title and picture.title != title:
            _title(slide, column.head(_TITLE), picture.title)
            inner = column.below(_TITLE)
        _draw(workspace, slide, inner, picture, language)


def _grid(workspace: Workspace, slide: Any, box: Box, maps: Sequence[Picture], language: Language) -> None:
    """Small maps side by side in up to two rows, with one legend below if all share it."""
    across = len(maps) if len(maps) < 4 else ceil(len(maps) / 2)
    shared = _legend_of(maps)
    lines = box.head(box.height - _STRIP).rows((1,) * ceil(len(maps) / across), 0.12)
    cells = [cell for line in lines for cell in line.columns((1,) * across, 0.2)]
    for picture, cell in zip(maps, cells, strict=False):
        _title(slide, cell.head(_TITLE), picture.title)
        inner = cell.below(_TITLE)
        if shared is None and isinstance(picture, MapPicture | TilePicture):
            _strip(slide, Box(cell.left, cell.bottom - 0.22, cell.width, 0.22), picture, language)
            inner = inner.head(inner.height - 0.24)
        _draw(workspace, slide, inner, picture, language, with_legend=False)
    if shared is not None:
        _strip(slide, Box(box.left, box.bottom - _STRIP + 0.06, box.width, _STRIP - 0.06), shared, language)


def _legend_of(maps: Sequence[Picture]) -> MapPicture | TilePicture | None:
    """The map with the longest legend, where it holds all others: not every map has every kind of gap."""
    drawn = [each for each in maps if isinstance(each, MapPicture | TilePicture)]
    looks = [{(row.look, row.colour, row.label) for row in each.legend} for each in drawn]
    longest = max(range(len(drawn)), key=lambda place: len(looks[place]))
    return drawn[longest] if all(each <= looks[longest] for each in looks) else None


def _strip(slide: Any, box: Box, picture: MapPicture | TilePicture, language: Language) -> None:
    drawing = Drawing(slide, language.text("Legend"))
    legend_strip(drawing, box, picture.legend_title, picture.legend)
    drawing.place()


def _title(slide: Any, box: Box, title: str) -> None:
    drawing = Drawing(slide, title)
    drawing.words(box, Caption(title, 11, INK, bold=True), anchor="t")
    drawing.place()


def _draw(
    workspace: Workspace,
    slide: Any,
    box: Box,
    picture: Picture,
    language: Language,
    *,
    with_legend: bool = True,
) -> None:
    match picture:
        case MapPicture():
            map_shapes(workspace.divisions, slide, box, picture, language, small=not with_legend)
        case TilePicture():
            tile_shapes(slide, box, picture, language, with_legend=with_legend)
        case BarPicture():
            bar_chart(slide, box, picture, language)
        case LinePicture():
            line_chart(slide, box, picture, language)
        case ScatterPicture():
            scatter_chart(slide, box, picture, language)
        case FunnelPicture():
            funnel_chart(slide, box, picture, language)
        case WaterfallPicture():
            waterfall_chart(slide, box, picture, language)
        case SpinePicture():
            spine_shapes(slide, box, picture, language)

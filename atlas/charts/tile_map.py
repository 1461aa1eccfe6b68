"""A map on which every unit has the same area: a tile each, roughly where it lies."""

from atlas.charts.style import Spec, Width, chart, clickable, layer, raw, tooltip, worded
from atlas.views.lettering import shortened
from atlas.views.palette import ACCENT, INK, MISSING_FILLS, SECONDARY, is_dark
from atlas.views.pictures import TilePicture

ROW_HEIGHT = 44
PAGE_TILE = 52
"""Pixels of a tile's width on a page; names are cut to it."""


def tile_map(picture: TilePicture, *, width: Width = "container", row_height: int = ROW_HEIGHT) -> Spec:
    """Each tile has its unit's name and value; the parameter `chosen` holds the code of a clicked one."""
    columns = max((tile.column for tile in picture.tiles), default=0) + 1
    lines = max((tile.row for tile in picture.tiles), default=0) + 1
    room = (PAGE_TILE if width == "container" else width / columns) - 6
    rows = [
        {
            "code": tile.code,
            "name": tile.name,
            "short": shortened(tile.short or tile.name, room, 11),
            "text": tile.text,
            "value": shortened(tile.figure or tile.text, room, 10),
            "fill": tile.fill or MISSING_FILLS.get(tile.state, "#FFFFFF"),
            "line": ACCENT if tile.marked else _edge(tile.state if not tile.fill else ""),
            "thick": 2.0 if tile.marked else 0.8,
            "ink": "#FFFFFF" if is_dark(tile.fill) else INK,
            "pale": "#FFFFFF" if is_dark(tile.fill) else INK if tile.fill else SECONDARY,
            "column": tile.column,
            "row": tile.row,
            "label": f"{tile.name} {tile.text} [{tile.code}]",
        }
        for tile in picture.tiles
    ]
    x, y = _position("column", columns), _position("row", lines)
    said = tooltip("name", "text")
    look = {
        "x": x,
        "y": y,
        "fill": raw("fill"),
        "stroke": raw("line"),
        "strokeWidth": {"field": "thick", "type": "quantitative", "scale": None, "legend": None},
        "description": worded("label"),
        "tooltip": said,
    }
    at = {"x": x, "y": y, "tooltip": said}
    layers = [
        clickable(layer("rect", look, cornerRadius=3, cursor="pointer")),
        layer("text", {**at, "text": worded("short"), "color": raw("ink")}, dy=-7, fontSize=11),
        layer("text", {**at, "text": worded("value"), "color": raw("pale")}, dy=8, fontSize=10),
    ]
    return chart(rows, layers, width, {"step": row_height})


def _position(field: str, count: int) -> Spec:
    return {
        "field": field,
        "type": "ordinal",
        "axis": None,
        "scale": {"domain": list(range(count)), "paddingInner": 0.06, "paddingOuter": 0.02},
    }


def _edge(state: str) -> str:
    return {"no_data": "#B4BEC9", "outside": "#7A8794"}.get(state, "#FFFFFF")

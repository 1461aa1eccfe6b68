"""Any map picture as one Vega-Lite specification: for small maps on a page, for slides, prints and images."""

from collections.abc import Iterable
from math import pi
from typing import Any, Literal

from atlas.divisions import Divisions, Level
from atlas.indicators import State
from atlas.maps.dots import points_of
from atlas.maps.hatching import hatch
from atlas.maps.map_labels import SIZE, Place, labels, must_be_named, short_name
from atlas.maps.map_legend import LEGEND_WIDTH, legend_layers
from atlas.maps.map_sheet import MARGIN, Piece, Sheet, projection, sheet_of
from atlas.maps.outlines import STEPS, Geometry
from atlas.views.lettering import FONT, room_for, wrapped
from atlas.views.palette import ACCENT, DOT_LOOKS, MISSING_FILLS, SECONDARY, lines_over
from atlas.views.pictures import MapPicture, MapUnit

Spec = dict[str, Any]
"""A Vega-Lite specification."""

HEIGHT = 200
TINY = 8
SMALL = 300
"""A map lower than this has no room for words in its inset."""
UNDER_CIRCLES = "#F6F8FA"
BORDER, UNDER_CIRCLES_BORDER = "#FFFFFF", "#C3CCD6"
BORDERS = {State.OUTSIDE: "#7A8794", State.NO_DATA: "#C3CBD5"}
HATCH, COAST, DOT = "#B4BEC9", "#8592A0", "#6F6890"
DOT_AREA = 34
LARGEST_RADIUS = {
    (Level.COUNTRY, Level.PROVINCE): 0.057,
    (Level.COUNTRY, Level.CITY): 0.043,
    (Level.COUNTRY, Level.COUNTY): 0.025,
    (Level.PROVINCE, Level.COUNTY): 0.05,
}
"""Of the height of the map, as on the map page: the closer the map, the larger its circles."""
OTHER_RADIUS = 0.09
SMALLEST_AREA = 6.0
LINES_ACROSS = 60
"""Lines of a hatch over the height of a map, if they are not too close then."""


def static_map(
    divisions: Divisions,
    picture: MapPicture,
    *,
    width: int | Literal["container"] = "container",
    height: int = HEIGHT,
    legend: bool = False,
    named: bool = False,
) -> Spec:
    """The map; `legend` puts the key and the schematic note beside it, `named` writes the units' names.

    Its selection parameter `chosen` holds the code of a unit that was clicked.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    within = divisions[picture.within]
    sheet = sheet_of(divisions, within, picture, max(STEPS, height))
    unit_size = (sheet.box[3] - sheet.box[1]) / (height - 2 * MARGIN)
    beside = LEGEND_WIDTH if legend else 0
    spacing = unit_size * max(5.0, height / LINES_ACROSS)
    radius = height * LARGEST_RADIUS.get((within.level, picture.level), OTHER_RADIUS)
    layers = [
        *_missing(sheet, spacing, is_circles(picture)),
        *_partial(sheet, spacing * 1.4, is_circles(picture)),
        *_lines(sheet),
        *_inset_frame(sheet, picture.inset if height > SMALL else "", unit_size),
        *_marked(sheet),
        *_points(sheet, radius),
        *_pointed_out(sheet, picture),
        *(labels(_places(sheet, radius if is_circles(picture) else None), unit_size) if named else ()),
        *_tiles(sheet, picture),
        *(legend_layers(picture) if legend else ()),
    ]
    return {
        "width": width,
        "height": height,
        "projection": projection(sheet.box, beside),
        "layer": layers,
        "config": {"view": {"stroke": None}, "background": "transparent", "font": FONT},
    }


def is_circles(picture: MapPicture) -> bool:
    """Whether values are shown as circles, over polygons without colours."""
    return any(row.look == "circle" for row in picture.legend) or any(unit.size for unit in picture.units)


def _missing(sheet: Sheet, spacing: float, circles: bool) -> list[Spec]:
    """The polygons. The hatch lies under them, so that a pointer meets the polygon and not a line."""
    blank = [piece.geometry for piece in sheet.pieces if _state(piece.unit) is State.NO_DATA]
    rows = [_polygon(piece, circles) for piece in sheet.pieces if _state(piece.unit) is not State.OUTSIDE]
    outside = [_polygon(piece, circles) for piece in sheet.pieces if _state(piece.unit) is State.OUTSIDE]
    layers = [_drawn([hatch(blank, spacing)], HATCH, 0.8)] if blank else []
    layers.append(_polygons(rows, chosen=True))
    if outside:
        layers.append(_polygons(outside, strokeDash=[4, 3]))
    return layers


def _state(unit: MapUnit) -> State:
    return State.VALUE if unit.fill else State(unit.state)


def _polygon(piece: Piece, circles: bool) -> dict[str, Any]:
    unit, state = piece.unit, _state(piece.unit)
    colour = UNDER_CIRCLES if circles else unit.fill
    line = BORDERS.get(state, UNDER_CIRCLES_BORDER if circles else BORDER)
    return {
        "type": "Feature",
        "geometry": piece.geometry,
        **piece.row,
        "fill": MISSING_FILLS.get(state, colour),
        "opacity": 0.35 if state is State.NO_DATA else 1.0,
        "line": ACCENT if piece.marked else line,
    }


TOOLTIP = [
    {"field": "name", "type": "nominal", "title": " "},
    {"field": "said", "type": "nominal", "title": "\u200b"},
]
"""Where the titles would stand is nothing to see: the name and the value speak for themselves."""


AT = {
    "longitude": {"field": "x", "type": "quantitative"},
    "latitude": {"field": "y", "type": "quantitative"},
}


def _raw(field: str) -> dict[str, Any]:
    return {"field": field, "type": "nominal", "scale": None, "legend": None}


def _number(field: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "scale": None, "legend": None}


def _polygons(rows: list[dict[str, Any]], chosen: bool = False, **mark: Any) -> Spec:
    layer: Spec = {
        "data": {"values": rows},
        "mark": {
            "type": "geoshape",
            "strokeJoin": "round",
            "strokeWidth": 0.6 if len(rows) < 800 else 0.25,
            "aria": False,
            **mark,
        },
        "encoding": {
            "fill": _raw("fill"),
            "fillOpacity": _number("opacity"),
            "stroke": _raw("line"),
            "tooltip": TOOLTIP,
        },
    }
    if chosen:
        layer["params"] = [
            {
                "name": "chosen",
                "select": {"type": "point", "fields": ["code"], "on": "click", "clear": "dblclick"},
            }
        ]
    return layer


def _partial(sheet: Sheet, spacing: float, circles: bool) -> list[Spec]:
    """Lines over the colour of units that have not reported everything."""
    partial: dict[str, list[Geometry]] = {}
    for piece in sheet.pieces:
        if piece.unit.partial and piece.unit.fill:
            ground = UNDER_CIRCLES if circles else piece.unit.fill
            partial.setdefault(lines_over(ground), []).append(piece.geometry)
    return [_drawn([hatch(found, spacing)], colour, 0.9) for colour, found in partial.items()]


def _pointed_out(sheet: Sheet, picture: MapPicture) -> list[Spec]:
    """The dots of a coverage, those beyond the main map left out."""
    layers: list[Spec] = []
    for kind, (fill, line) in DOT_LOOKS.items():
        points = points_of(dot.code for dot in picture.dots if dot.kind == kind)
        rows = [{"x": x, "y": y} for x, y in points if sheet.shows((x, y))]
        mark = {"type": "circle", "fill": fill, "stroke": line, "strokeWidth": 1, "size": DOT_AREA}
        if rows:
            mark.update(opacity=1, aria=False)
            layers.append({"data": {"values": rows}, "mark": mark, "encoding": AT})
    return layers


def _lines(sheet: Sheet) -> list[Spec]:
    layers = [_drawn(sheet.coast, COAST, 0.7)]
    if sheet.lines:
        layers.append(_drawn(sheet.lines, SECONDARY, 1.1))
    return layers


def _inset_frame(sheet: Sheet, caption: str, unit_size: float) -> list[Spec]:
    if sheet.inset is None:
        return []
    west, _south, east, north = sheet.inset.box
    lines = wrapped(caption, 1.3 * (east - west) / unit_size, TINY)[::-1]
    rows = [
        {"x": (west + east) / 2, "y": north + (2 + 9 * place) * unit_size, "caption": line}
        for place, line in enumerate(lines)
    ]
    mark = {"type": "text", "fontSize": TINY, "baseline": "bottom", "color": SECONDARY, "tooltip": None}
    return [
        _drawn([sheet.inset.frame()], COAST, 0.7),
        {"data": {"values": rows}, "mark": mark, "encoding": {**AT, "text": _raw("caption")}},
    ]


def _marked(sheet: Sheet) -> list[Spec]:
    """The outlines of marked units, over those of their neighbours."""
    marked = [piece.geometry for piece in sheet.pieces if piece.marked]
    return [_drawn(marked, ACCENT, 2.0 if len(marked) < 60 else 1.2)] if marked else []


def _drawn(geometries: Iterable[Geometry], colour: str, width: float) -> Spec:
    rows = [{"type": "Feature", "geometry": geometry} for geometry in geometries]
    return {
        "data": {"values": rows},
        "mark": {
            "type": "geoshape",
            "aria": False,
            "filled": False,
            "stroke": colour,
            "strokeWidth": width,
            "strokeJoin": "round",
            "tooltip": None,
        },
    }


def _points(sheet: Sheet, largest: float) -> list[Spec]:
    """Circles for counts, largest first so that none hides a smaller one, and a dot on what is suppressed."""
    units = {piece.unit.code: piece for piece in reversed(sheet.pieces)}.values()
    circles = [
        {**_at(sheet, piece), "area": _area(piece.unit.size, largest), "fill": piece.unit.fill}
        for piece in sorted(units, key=lambda piece: -piece.unit.size)
        if piece.unit.size and piece.unit.fill
    ]
    dots = [
        {**_at(sheet, piece), "area": 9.0, "fill": DOT}
        for piece in units
        if _state(piece.unit) is State.SUPPRESSED
    ]
    return [_circles(rows, opacity) for rows, opacity in ((circles, 0.78), (dots, 1.0)) if rows]


def _area(size: float, largest: float) -> float:
    return round(max(SMALLEST_AREA, pi * (largest * size) ** 2), 1)


def _at(sheet: Sheet, piece: Piece) -> dict[str, Any]:
    x, y = sheet.outlines.middles[piece.unit.code]
    return {**piece.row, "x": x, "y": y}


def _circles(rows: list[dict[str, Any]], opacity: float) -> Spec:
    return {
        "data": {"values": rows},
        "mark": {
            "type": "circle",
            "aria": False,
            "opacity": opacity,
            "stroke": "#FFFFFF",
            "strokeWidth": 0.6,
        },
        "encoding": {
            **AT,
            "size": _number("area"),
            "fill": _raw("fill"),
            "tooltip": TOOLTIP,
        },
    }


def _places(sheet: Sheet, largest: float | None) -> list[Place]:
    """Where names would stand: amid polygons, or under circles, the largest of which has radius `largest`."""
    main = {piece.unit.code: piece for piece in reversed(sheet.pieces)}
    return [_place(sheet, piece, largest) for piece in main.values()]


def _place(sheet: Sheet, piece: Piece, largest: float | None) -> Place:
    unit = piece.unit
    name = short_name(unit.name, sheet.outlines.names[unit.code])
    room = 0.0 if largest is None else 2 * largest * unit.size
    in_circle = room_for(name, SIZE) <= room
    return Place(
        name=name,
        fill=unit.fill if largest is None or in_circle else "",
        at=sheet.outlines.middles[unit.code],
        geometry=piece.geometry,
        below=0.0 if largest is None or in_circle else room / 2 + 8,
        room=room if in_circle else 0.0,
        must=must_be_named(unit),
    )


TILE_ROW = "height - 12 - 16 * datum.row"


def _tiles(sheet: Sheet, picture: MapPicture) -> list[Spec]:
    """Units without a polygon: a small square with its name for each, at the lower left edge."""
    rows = [
        {
            "code": unit.code,
            "name": unit.name,
            "said": unit.text,
            "fill": unit.fill or MISSING_FILLS.get(unit.state, "#FFFFFF"),
            "line": ACCENT if unit.marked else COAST,
            "row": place,
        }
        for place, unit in enumerate(
            unit for unit in reversed(picture.units) if unit.code not in sheet.outlines.geometries
        )
    ]
    if not rows:
        return []
    position = {"x": {"value": 14}, "y": {"field": "y", "type": "quantitative", "scale": None, "axis": None}}
    data: Spec = {
        "data": {"values": rows},
        "transform": [{"calculate": TILE_ROW, "as": "y"}],
    }
    square = {
        **data,
        "mark": {"type": "square", "size": 110, "strokeWidth": 0.8, "opacity": 1, "aria": False},
        "encoding": {**position, "fill": _raw("fill"), "stroke": _raw("line"), "tooltip": TOOLTIP},
    }
    words = {
        **data,
        "mark": {"type": "text", "align": "left", "dx": 10, "fontSize": 10, "color": SECONDARY, "limit": 240},
        "encoding": {**position, "text": _raw("name"), "tooltip": TOOLTIP},
    }
    blank = [row for row in rows if row["fill"] == MISSING_FILLS[State.NO_DATA]]
    return [square, *_tile_hatch(blank), words]


def _tile_hatch(rows: list[dict[str, Any]]) -> list[Spec]:
    """Three short diagonals on the tile of a unit without data."""
    strokes = [
        {"row": row["row"], "left": left, "right": right, "low": low, "high": high}
        for row in rows
        for left, right, low, high in ((9.5, 14, 0, -4.5), (9.5, 18.5, 4.5, -4.5), (14, 18.5, 4.5, 0))
    ]
    if not strokes:
        return []
    pixels = {"type": "quantitative", "scale": None, "axis": None}
    return [
        {
            "data": {"values": strokes},
            "transform": [
                {"calculate": f"{TILE_ROW} + datum.{end}", "as": name}
                for name, end in (("y", "low"), ("y2", "high"))
            ],
            "mark": {"type": "rule", "stroke": HATCH, "strokeWidth": 0.8, "aria": False, "tooltip": None},
            "encoding": {
                "x": {"field": "left", **pixels},
                "x2": {"field": "right"},
                "y": {"field": "y", **pixels},
                "y2": {"field": "y2"},
            },
        }
    ]

"""The key beside a drawn map: what the colours mean, how many units have each, and that it is schematic."""

from typing import Any

from atlas.views.legend import DOT, INCOMPLETE
from atlas.views.lettering import room_for, shortened, wrapped
from atlas.views.palette import DOT_LOOKS, HAIRLINE, INK, SECONDARY, lines_over
from atlas.views.pictures import MapPicture

LEGEND_WIDTH = 226
TOP = 14
ROW = 20
LINE = 15
SIZE = 12
SMALL = 10
LEFT = 16
"""Pixels between the map and the key."""
INDENT = 22
LOOKS: dict[str, dict[str, Any]] = {
    "no_data": {"fill": "#F7F9FB", "stroke": "#B4BEC9"},
    "not_applicable": {"fill": "#DDD8D0", "stroke": "#DDD8D0"},
    "suppressed": {"fill": "#F3F1F7", "stroke": "#C9C3D6"},
    INCOMPLETE: {"fill": "#FFFFFF", "stroke": HAIRLINE},
    **{
        f"{DOT}{kind}": {"fill": fill, "stroke": line, "shape": "circle", "area": 60}
        for kind, (fill, line) in DOT_LOOKS.items()
    },
    "outside": {"fill": "#FFFFFF", "stroke": "#7A8794", "dash": [3, 2]},
}


def legend_layers(picture: MapPicture) -> list[dict[str, Any]]:
    """The layers of the key; it stands in the `LEGEND_WIDTH` pixels at the right edge of the view."""
    room = LEGEND_WIDTH - LEFT - 4
    heading = wrapped(picture.legend_title, room, SIZE)
    words = [_word(line, TOP + LINE * place, size=SIZE, weight=600) for place, line in enumerate(heading)]
    top = TOP + LINE * len(heading) + 8
    swatches = []
    for place, row in enumerate(picture.legend):
        y = top + ROW * place
        swatches.append(_swatch(row.look, row.colour, y))
        label = shortened(row.label, room - INDENT - room_for(row.count, SIZE) - 8, SIZE)
        words.append(_word(label, y, indent=INDENT))
        words.append(_word(row.count, y, align="right", colour=SECONDARY))
    note = wrapped(picture.note, room, SMALL)
    below = top + ROW * len(picture.legend) + 12
    words += [
        _word(line, below + 13 * place, size=SMALL, colour=SECONDARY) for place, line in enumerate(note)
    ]
    hatches = [row for row in swatches if row["look"] == "no_data"]
    partial = [row for row in swatches if row["look"] == INCOMPLETE]
    dots = [row for row in swatches if row["look"] == "suppressed"]
    return [
        *(_swatches([row], row) for row in swatches),
        *([_strokes(hatches, "#B4BEC9")] if hatches else []),
        *([_strokes(partial, lines_over("#FFFFFF"))] if partial else []),
        *([_dots(dots)] if dots else []),
        *_texts(words),
    ]


def _swatch(look: str, colour: str, y: float) -> dict[str, Any]:
    drawn = LOOKS.get(look, {"fill": colour, "stroke": colour})
    return {"look": look, "y": y, "shape": "circle" if look == "circle" else "square", "area": 150, **drawn}


def _word(
    text: str,
    y: float,
    *,
    indent: float = 0,
    align: str = "left",
    size: int = SIZE,
    weight: int = 400,
    colour: str = INK,
) -> dict[str, Any]:
    return {
        "text": text,
        "y": y,
        "indent": indent,
        "align": align,
        "size": size,
        "weight": weight,
        "colour": colour,
    }


def _placed(rows: list[dict[str, Any]], offset: str) -> dict[str, Any]:
    return {"data": {"values": rows}, "transform": [{"calculate": offset, "as": "x"}]}


def _pixels(field: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


_START = f"width - {LEGEND_WIDTH - LEFT}"


def _swatches(rows: list[dict[str, Any]], look: dict[str, Any]) -> dict[str, Any]:
    return {
        **_placed(rows, f"{_START} + 7"),
        "mark": {
            "type": "point",
            "shape": look["shape"],
            "size": look["area"],
            "filled": False,
            "fill": look["fill"],
            "stroke": look["stroke"],
            "strokeWidth": 0.8,
            "strokeDash": look.get("dash", [1, 0]),
            "opacity": 1,
            "aria": False,
        },
        "encoding": {"x": _pixels("x"), "y": _pixels("y")},
    }


def _strokes(rows: list[dict[str, Any]], colour: str) -> dict[str, Any]:
    """The hatch of a swatch: three short diagonals."""
    lines = [
        {"y": row["y"] + low, "to": row["y"] + high, "left": left, "right": right}
        for row in rows
        for left, right, low, high in ((1, 7, 0, -6), (1, 13, 6, -6), (7, 13, 6, 0))
    ]
    return {
        "data": {"values": lines},
        "transform": [
            {"calculate": f"{_START} + datum.left", "as": "x"},
            {"calculate": f"{_START} + datum.right", "as": "x2"},
        ],
        "mark": {"type": "rule", "stroke": colour, "strokeWidth": 0.8, "aria": False},
        "encoding": {
            "x": _pixels("x"),
            "x2": {"field": "x2"},
            "y": _pixels("y"),
            "y2": {"field": "to"},
        },
    }


def _dots(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        **_placed(rows, f"{_START} + 7"),
        "mark": {"type": "circle", "size": 12, "color": "#6F6890", "opacity": 1, "aria": False},
        "encoding": {"x": _pixels("x"), "y": _pixels("y")},
    }


def _texts(words: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One layer for each look of text: Vega-Lite takes size, weight and alignment from the mark."""
    looks: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for word in words:
        looks.setdefault((word["align"], word["size"], word["weight"], word["colour"]), []).append(word)
    return [
        {
            **_placed(rows, f"{_START} + datum.indent" if align == "left" else "width - 4"),
            "mark": {
                "type": "text",
                "align": align,
                "baseline": "middle",
                "fontSize": size,
                "fontWeight": weight,
                "color": colour,
                "aria": False,
            },
            "encoding": {
                "x": _pixels("x"),
                "y": _pixels("y"),
                "text": {"field": "text", "type": "nominal"},
            },
        }
        for (align, size, weight, colour), rows in looks.items()
    ]

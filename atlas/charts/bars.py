"""Horizontal bars: rank, name, bar with its interval, value; what they are held against as lines across."""

from atlas.charts.style import (
    GRID,
    Spec,
    Width,
    beside_texts,
    chart,
    clickable,
    layer,
    layer_over,
    name_room,
    on_paper,
    raw,
    tooltip,
    worded,
)
from atlas.views.lettering import shortened
from atlas.views.palette import ACCENT, INK, SECONDARY
from atlas.views.pictures import Bar, BarPicture, Reference

ROW_HEIGHT = 19
GAP = 8
DOT = 84
BELOW = 0.12
"""Of a closer scale: how far it reaches below the lowest value."""
EDGE = "#9FB3CA"
THIN, THICK = 0.4, 2.0
LABEL = {"calculate": "datum.name + ' ' + datum.text + ' [' + datum.code + ']'", "as": "label"}
SHORT = {"calculate": "isValid(datum.short) ? datum.short : datum.name", "as": "short"}
END = {"calculate": "isValid(datum.end) ? datum.end : datum.value", "as": "end"}


def bars(picture: BarPicture, *, width: Width = "container", row_height: int = ROW_HEIGHT) -> Spec:
    """The bars in the order of the picture; the parameter `chosen` holds the code of a clicked one.

    The description of a bar ends in its code in brackets, by which the map finds the bar of a unit.
    """
    ranks = name_room([bar.rank for bar in picture.bars])
    names = name_room([bar.name for bar in picture.bars])
    low, high = _domain(picture)
    rows = [_row(place, bar, names, low) for place, bar in enumerate(picture.bars)]
    x = {
        "type": "quantitative",
        "axis": None,
        "scale": beside_texts(low, high, [bar.text for bar in picture.bars]),
    }
    y = {"field": "place", "type": "ordinal", "sort": None, "axis": None}
    said = tooltip("name", "text")
    look = {
        "x": {"field": "value", **x},
        "y": y,
        "color": raw("colour"),
        "stroke": _if_has("line", EDGE),
        "strokeWidth": _if_has("thick", THIN),
        "description": worded("label"),
        "tooltip": said,
    }
    drawn = (
        layer("bar", look, height={"band": 0.72}, cursor="pointer")
        if picture.from_zero
        else layer("circle", look, size=DOT, opacity=1, cursor="pointer")
    )
    drawn = {**clickable(drawn), "transform": [LABEL]}
    written = {"y": y, "x": {"value": -GAP}, "text": worded("short"), "tooltip": said}
    layers = [
        *_marks(picture, drawn, _intervals(rows, x, y), y),
        {**layer("text", written, align="right"), "transform": [SHORT]},
        *_references(picture.references, low, high, x),
        *(
            {**words, "transform": [END]}
            for words in on_paper(
                layer("text", {"y": y, "x": {"field": "end", **x}, "text": worded()}, align="left", dx=5)
            )
        ),
    ]
    if ranks:
        column = {"y": y, "x": {"value": -names - 2 * GAP}, "text": worded("rank")}
        layers.append(layer("text", column, align="right", color=SECONDARY))
    return chart(rows, layers, width, {"step": row_height})


def _row(place: int, bar: Bar, room: float, low: float) -> Spec:
    """What a bar cannot be drawn without; the rest is added where it says more than that.

    A click sends every row anew, and pages are compressed only as far back as the window reaches.
    """
    row: Spec = {
        "place": place,
        "code": bar.code,
        "name": bar.name,
        "value": bar.value,
        "text": bar.text,
        "colour": bar.colour,
    }
    short, end = shortened(bar.name, room, 12), max(bar.value, bar.upper or bar.value, low)
    extra = {
        "rank": (bar.rank, bool(bar.rank)),
        "short": (short, short != bar.name),
        "line": (ACCENT, bar.marked),
        "thick": (THICK, bar.marked),
        "lower": (bar.lower, bar.lower is not None),
        "upper": (bar.upper, bar.upper is not None),
        "end": (end, end != bar.value),
    }
    return row | {name: value for name, (value, said) in extra.items() if said}


def _if_has(field: str, otherwise: object) -> Spec:
    """A field of the row as it stands, or a constant for rows that do not have it."""
    return {
        "condition": {
            "test": f"isValid(datum.{field})",
            "field": field,
            "type": "nominal",
            "scale": None,
            "legend": None,
        },
        "value": otherwise,
    }


def _marks(picture: BarPicture, drawn: Spec, intervals: list[Spec], y: Spec) -> list[Spec]:
    """Bars with their intervals over them; dots with theirs under them, on a line to follow."""
    if picture.from_zero:
        return [drawn, *intervals]
    return [layer("rule", {"y": y}, stroke=GRID), *intervals, drawn]


def _domain(picture: BarPicture) -> tuple[float, float]:
    """From the lowest to the highest that is drawn, zero among them.

    A closer scale leaves zero out and begins a little below the lowest.
    """
    ends = [*([0.0] if picture.from_zero else []), *(each.value for each in picture.references)]
    for bar in picture.bars:
        ends += [end for end in (bar.value, bar.lower, bar.upper) if end is not None]
    low, high = min(ends, default=0.0), max(ends, default=0.0)
    if low == high:
        high = low + 1
    return low if picture.from_zero else low - (high - low) * BELOW, high


def _intervals(rows: list[Spec], x: Spec, y: Spec) -> list[Spec]:
    known = [row for row in rows if "lower" in row and "upper" in row]
    if not known:
        return []
    across = {"x": {"field": "lower", **x}, "x2": {"field": "upper"}, "y": y}
    ends = [
        layer_over(known, "tick", {"x": {"field": end, **x}, "y": y}, color=INK, size=7, thickness=1)
        for end in ("lower", "upper")
    ]
    white = layer_over(known, "rule", across, stroke="#FFFFFF", strokeWidth=3, opacity=0.7)
    return [white, layer_over(known, "rule", across, stroke=INK), *ends]


def _references(references: tuple[Reference, ...], low: float, high: float, x: Spec) -> list[Spec]:
    """A dashed line across all bars for each, its name above them."""
    layers = []
    for place, each in enumerate(references):
        left = each.value - low < 0.6 * (high - low)
        row = [{"value": each.value, "text": f"{each.name} {each.text}"}]
        at = {"x": {"field": "value", **x}}
        layers += [
            layer_over(row, "rule", at, stroke=SECONDARY, strokeDash=[4, 3] if place else [1, 0]),
            layer_over(
                row,
                "text",
                {**at, "y": {"value": -8 - 14 * place}, "text": worded()},
                align="left" if left else "right",
                dx=0,
                color=SECONDARY,
                fontSize=11,
            ),
        ]
    return layers

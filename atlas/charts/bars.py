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
from atlas.views.pictures import BarPicture, Reference

ROW_HEIGHT = 19
GAP = 8
DOT = 84
BELOW = 0.12
"""Of a closer scale: how far it reaches below the lowest value."""
EDGE = "#9FB3CA"


def bars(picture: BarPicture, *, width: Width = "container", row_height: int = ROW_HEIGHT) -> Spec:
    """The bars in the order of the picture; the parameter `chosen` holds the code of a clicked one.

    The description of a bar ends in its code in brackets, by which the map finds the bar of a unit.
    """
    ranks = name_room([bar.rank for bar in picture.bars])
    names = name_room([bar.name for bar in picture.bars])
    low, high = _domain(picture)
    rows = [
        {
            "place": place,
            "code": bar.code,
            "name": bar.name,
            "short": shortened(bar.name, names, 12),
            "rank": bar.rank,
            "value": bar.value,
            "text": bar.text,
            "colour": bar.colour,
            "line": ACCENT if bar.marked else EDGE,
            "thick": 2.0 if bar.marked else 0.4,
            "lower": bar.lower,
            "upper": bar.upper,
            "end": max(bar.value, bar.upper or bar.value, low),
            "label": f"{bar.name} {bar.text} [{bar.code}]",
        }
        for place, bar in enumerate(picture.bars)
    ]
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
        "stroke": raw("line"),
        "strokeWidth": {"field": "thick", "type": "quantitative", "scale": None, "legend": None},
        "description": worded("label"),
        "tooltip": said,
    }
    drawn = (
        layer("bar", look, height={"band": 0.72}, cursor="pointer")
        if picture.from_zero
        else layer("circle", look, size=DOT, opacity=1, cursor="pointer")
    )
    layers = [
        *_marks(picture, clickable(drawn), _intervals(rows, x, y), y),
        layer(
            "text",
            {"y": y, "x": {"value": -GAP}, "text": worded("short"), "tooltip": said},
            align="right",
        ),
        *_references(picture.references, low, high, x),
        *on_paper(layer("text", {"y": y, "x": {"field": "end", **x}, "text": worded()}, align="left", dx=5)),
    ]
    if ranks:
        column = {"y": y, "x": {"value": -names - 2 * GAP}, "text": worded("rank")}
        layers.append(layer("text", column, align="right", color=SECONDARY))
    return chart(rows, layers, width, {"step": row_height})


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
    known = [row for row in rows if row["lower"] is not None and row["upper"] is not None]
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

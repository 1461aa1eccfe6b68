"""How every chart looks: type, hairlines, no decoration."""

from typing import Any, Literal

from atlas.views.lettering import FONT, room_for
from atlas.views.palette import HAIRLINE, INK, SECONDARY

Spec = dict[str, Any]
"""A Vega-Lite specification."""

Width = int | Literal["container"]
"""Pixels, or as wide as the place on the page."""

GRID = "#EDF0F4"
PAGE_WIDTH = 420
"""Pixels that a chart "as wide as its place" is laid out for: a narrow column of a page."""
LONGEST_NAME = 150
LEAST_FOR_MARKS = 0.35
"""Of a chart's width: texts that would need more are sentences."""
CONFIG: Spec = {
    "font": FONT,
    "background": "transparent",
    "view": {"stroke": None},
    "axis": {
        "grid": False,
        "gridColor": GRID,
        "domainColor": HAIRLINE,
        "tickColor": HAIRLINE,
        "labelColor": SECONDARY,
        "titleColor": SECONDARY,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    },
    "text": {"color": INK, "fontSize": 12},
}


def chart(rows: list[Spec], layers: list[Spec], width: Width, height: Any) -> Spec:
    """Layers over rows as one chart in the atlas's type; `height` is pixels or a step for each row."""
    return {
        "width": width,
        "height": height,
        "autosize": {"type": "fit-x", "contains": "padding"},
        "data": {"values": rows},
        "layer": layers,
        "config": CONFIG,
    }


def layer(mark: str, encoding: Spec, **look: Any) -> Spec:
    """One mark for each row of the chart; screen readers are told what a person would point at."""
    aria = {} if "description" in encoding else {"aria": False}
    encoding = encoding if "tooltip" in encoding else {**encoding, "tooltip": {"value": None}}
    return {"mark": {"type": mark, **aria, **look}, "encoding": encoding}


def layer_over(rows: list[Spec], mark: str, encoding: Spec, **look: Any) -> Spec:
    """One mark for each of some other rows."""
    return {"data": {"values": rows}, **layer(mark, encoding, **look)}


def raw(field: str) -> Spec:
    """A colour, a text or a shape as it stands in the row."""
    return {"field": field, "type": "nominal", "scale": None, "legend": None}


def worded(field: str = "text") -> Spec:
    """The words of a mark."""
    return {"field": field, "type": "nominal"}


def tooltip(*fields: str) -> list[Spec]:
    """Lines of a tooltip, without headings: a name and a value speak for themselves.

    Headings have to differ and to be invisible.
    """
    return [
        {"field": field, "type": "nominal", "title": " " if place == 0 else "\u200b" * place}
        for place, field in enumerate(fields)
    ]


def on_paper(words: Spec) -> list[Spec]:
    """A text and, under it, the same as a white edge, for where it lies over lines and bars."""
    mark = {**words["mark"], "stroke": "#FFFFFF", "strokeWidth": 3, "strokeJoin": "round", "opacity": 0.85}
    return [{**words, "mark": mark}, words]


def clickable(mark: Spec) -> Spec:
    """The layer with the parameter `chosen`: the code of what was clicked."""
    select = {"type": "point", "fields": ["code"], "on": "click", "clear": "dblclick"}
    return {**mark, "params": [{"name": "chosen", "select": select}]}


def beside_texts(low: float, high: float, texts: list[str]) -> Spec:
    """A scale from left to right that leaves room for texts beside its marks, however wide the chart is."""
    room = max((room_for(each, 12) for each in texts), default=0) + 10
    reach = {"expr": f"max(width * {LEAST_FOR_MARKS}, width - {room:.0f})"}
    return {"domain": [low, high], "range": [0, reach], "nice": False, "zero": False}


def name_room(names: list[str], size: float = 12) -> float:
    """Pixels for a column of names; longer ones are cut, their tooltip has them whole."""
    return min(LONGEST_NAME, max((room_for(name, size) for name in names), default=0))

"""A spine: on every indicator, where places lie between worst and best, with benchmark and middle half."""

from collections.abc import Iterable

from atlas.charts.style import (
    Spec,
    Width,
    chart,
    clickable,
    layer,
    layer_over,
    name_room,
    raw,
    tooltip,
    worded,
)
from atlas.views.lettering import room_for, shortened
from atlas.views.palette import INK, SECONDARY, VERDICTS
from atlas.views.pictures import SpineMark, SpinePicture, SpineRow

ROW_HEIGHT = 36
LANE_HEIGHT = 11
"""Where several places lie on a row, their names stand above and below it."""
HEAD = 12
"""Over those there is room for the name of the row, on a narrow page."""
NARROW = 520
"""Pixels below which name and value stand over the row instead of beside it."""
PAGE_ROW = 380
"""Pixels of a row that names are laid out for where the width is that of the page."""
GAP = 10
BAR = 12
SMALL = 11
TINY = 10
ALL, MIDDLE = "#EEF1F5", "#CBD4DE"
SHAPES = {
    "better": "triangle-up",
    "worse": "triangle-down",
    "similar": "circle",
    "higher": "diamond",
    "lower": "diamond",
    "none": "circle",
}
ABOVE, BELOW = (-16, -27), (17, 28)
LANES = (ABOVE[0], BELOW[0], ABOVE[1], BELOW[1])
"""Pixels above and below the row where names may stand, the nearest first."""


def spine(picture: SpinePicture, *, width: Width = "container") -> Spec:
    """One row for each indicator; with one place its values stand in a column, with several its names do.

    The parameter `chosen` holds the code of the mark that was clicked.
    """
    alone = all(len(row.marks) <= 1 for row in picture.rows)
    names = name_room([row.name for row in picture.rows])
    values = name_room([mark.text for row in picture.rows for mark in row.marks]) + GAP if alone else 0
    worst = max((room_for(row.worst, SMALL) for row in picture.rows), default=0) + GAP
    best = max((room_for(row.best, SMALL) for row in picture.rows), default=0) + GAP
    room = PAGE_ROW if width == "container" else width - names - values - worst - best
    lanes = [_unnamed(row) if alone else _lanes(row.marks, room) for row in picture.rows]
    middles, height = _middles(lanes)
    rows = [
        _row(y, _head(y, own), row, picture.benchmark)
        for y, row, own in zip(middles, picture.rows, lanes, strict=True)
    ]
    marks = [
        mark for y, row, own in zip(middles, picture.rows, lanes, strict=True) for mark in _marks(y, row, own)
    ]
    layers = [
        _span("0", "1", ALL),
        _span("datum.quarter", "datum.three", MIDDLE),
        *_benchmark(rows, picture.benchmark),
        _beside("worst", "left - 6", align="right"),
        _beside("best", "width - right + 6", align="left"),
        *_names(names),
        clickable(_symbols(marks)),
        *(_values(marks, names + values) if alone else _labels(marks)),
    ]
    params = [
        {"name": "narrow", "expr": f"width < {NARROW}"},
        {"name": "low", "expr": "narrow ? 6 : 0" if alone else "0"},
        {"name": "left", "expr": f"narrow ? 0 : {names + values + worst + GAP}"},
        {"name": "right", "expr": f"narrow ? 0 : {best}"},
    ]
    return {**chart(rows, layers, width, height), "params": params}


Y = {"field": "y", "type": "quantitative", "scale": None, "axis": None}
SAID = {"tooltip": tooltip("name")}
LOW = {"expr": "low"}


def _at(field: str) -> str:
    """Pixels from the left of a place between 0 and 1; a symbol at an end does not leave the row."""
    return f"left + 8 + ({field}) * (width - left - right - 16)"


def _x(field: str) -> Spec:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def _middles(lanes: list[list[int | None]]) -> tuple[list[float], float]:
    """The middle of each row in pixels from the top, and the height of all: a row is as high as its names."""
    middles, top = [], 0.0
    for own in lanes:
        above, below = (len({lane for lane in own if lane in side}) for side in (ABOVE, BELOW))
        head = HEAD if any(lane is not None for lane in own) else 0
        middles.append(top + head + LANE_HEIGHT * above + ROW_HEIGHT / 2)
        top += head + LANE_HEIGHT * (above + below) + ROW_HEIGHT - (8 if above or below else 0)
    return middles, top


def _head(y: float, lanes: list[int | None]) -> float:
    """Where the name of a row stands if it stands over it: above the names of its places."""
    above = len({lane for lane in lanes if lane in ABOVE})
    return y - 11 - (LANE_HEIGHT * above + 6 if any(lane is not None for lane in lanes) else 0)


def _row(y: float, head: float, row: SpineRow, benchmark: str) -> Spec:
    return {
        "y": y,
        "head": head,
        "code": row.code,
        "name": row.name,
        "short": shortened(row.name, 150, 12),
        "worst": row.worst,
        "best": row.best,
        "benchmark": row.benchmark,
        "said": f"{benchmark} {row.benchmark_text}",
        "quarter": row.quarter,
        "three": row.three_quarters,
    }


def _marks(y: float, row: SpineRow, lanes: list[int | None]) -> Iterable[Spec]:
    for mark, lane in zip(row.marks, lanes, strict=True):
        colour = VERDICTS.get(mark.verdict, VERDICTS["none"])
        yield {
            "y": y,
            "code": mark.code,
            "name": mark.name,
            "of": row.name,
            "text": mark.text,
            "at": mark.place,
            "label": _label(mark),
            "lane": lane,
            "colour": colour,
            "fill": "#FFFFFF" if mark.verdict == "none" else colour,
            "shape": SHAPES.get(mark.verdict, "circle"),
            "words": f"{row.name}: {mark.name} {mark.text} [{mark.code}]",
        }


def _label(mark: SpineMark) -> str:
    return shortened(mark.label or mark.name, 90, TINY)


def _unnamed(row: SpineRow) -> list[int | None]:
    return [None for _ in row.marks]


def _lanes(marks: tuple[SpineMark, ...], room: float) -> list[int | None]:
    """The lane of each name, from left to right the first that is free; None where none is."""
    free = dict.fromkeys(LANES, float("-inf"))
    found: dict[int, int | None] = {}
    for place, mark in sorted(enumerate(marks), key=lambda pair: pair[1].place):
        half = room_for(_label(mark), TINY) / 2 + 3
        left = mark.place * room - half
        lane = next((lane for lane, end in free.items() if end <= left), None)
        found[place] = lane
        if lane is not None:
            free[lane] = left + 2 * half
    return [found[place] for place in range(len(marks))]


def _span(start: str, end: str, colour: str) -> Spec:
    drawn = layer(
        "bar", {"y": Y, "x": _x("from"), "x2": {"field": "to"}}, height=BAR, color=colour, yOffset=LOW
    )
    shift = (f"{_at(start)} - {8 if start == '0' else 0}", f"{_at(end)} + {8 if end == '1' else 0}")
    transform = [{"calculate": each, "as": name} for each, name in zip(shift, ("from", "to"), strict=True)]
    return {**drawn, "transform": transform}


def _names(right: float) -> list[Spec]:
    """The names of the rows: left of them, or over them where the chart is narrow."""
    left = {"y": Y, "x": {"value": right}, "text": worded("short"), **SAID}
    over = {"y": {**Y, "field": "head"}, "x": {"value": 0}, "text": worded("short"), **SAID}
    return [
        {**layer("text", left, align="right"), "transform": [{"filter": "!narrow"}]},
        {**layer("text", over, align="left"), "transform": [{"filter": "narrow"}]},
    ]


def _beside(field: str, at: str, align: str) -> Spec:
    """The value at one end of every row, where there is room for it."""
    words = {"y": Y, "x": {"value": {"expr": at}}, "text": worded(field)}
    drawn = layer("text", words, align=align, fontSize=SMALL, color=SECONDARY)
    return {**drawn, "transform": [{"filter": "!narrow"}]}


def _benchmark(rows: list[Spec], name: str) -> list[Spec]:
    """A stroke on every row, and the name of the benchmark over the first."""
    known = [row for row in rows if row["benchmark"] is not None]
    if not known:
        return []
    at = [{"calculate": _at("datum.benchmark"), "as": "px"}]
    look = {"y": Y, "x": _x("px"), "tooltip": tooltip("said")}
    stroke = layer_over(known, "tick", look, color=INK, thickness=2, size=20, yOffset=LOW)
    words = {"x": _x("px"), "y": {"value": 0}, "text": worded()}
    said = layer_over([{**known[0], "text": name}], "text", words, dy=-4, fontSize=SMALL, color=SECONDARY)
    return [{**stroke, "transform": at}, {**said, "transform": at}]


def _symbols(marks: list[Spec]) -> Spec:
    drawn = layer_over(
        marks,
        "point",
        {
            "y": Y,
            "x": _x("px"),
            "shape": raw("shape"),
            "fill": raw("fill"),
            "stroke": raw("colour"),
            "description": worded("words"),
            "tooltip": tooltip("name", "of", "text"),
        },
        size=120,
        opacity=1,
        strokeWidth=1.3,
        cursor="pointer",
        yOffset=LOW,
    )
    return {**drawn, "transform": [{"calculate": _at("datum.at"), "as": "px"}]}


def _values(marks: list[Spec], right: float) -> list[Spec]:
    at = {"y": Y, "x": {"value": {"expr": f"narrow ? width : {right}"}}, "text": worded()}
    low = {"expr": "narrow ? -11 : 0"}
    return [layer_over(marks, "text", at, align="right", fontWeight=600, dy=low)]


def _labels(marks: list[Spec]) -> list[Spec]:
    layers = []
    for lane in LANES:
        rows = [mark for mark in marks if mark["lane"] == lane]
        if rows:
            words = layer_over(
                rows,
                "text",
                {"y": Y, "x": _x("px"), "text": worded("label")},
                dy=lane,
                fontSize=TINY,
                color=SECONDARY,
            )
            layers.append({**words, "transform": [{"calculate": _at("datum.at"), "as": "px"}]})
    return layers

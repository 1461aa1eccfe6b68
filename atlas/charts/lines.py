"""Lines over time: intervals as pale bands, a target, and breaks of definition that no line crosses."""

from collections.abc import Iterable
from itertools import pairwise

from atlas.charts.style import PAGE_WIDTH, Spec, Width, chart, layer, layer_over, on_paper, tooltip, worded
from atlas.views.lettering import room_for, shortened
from atlas.views.palette import INK, SECONDARY
from atlas.views.pictures import WHOLE, Break, Line, LinePicture, Point, Reference

HEIGHT = 240
LOW = 120
"""A chart lower than this has few ticks."""
NO_POINTS = 40
"""A line with more points shows them only where a pointer is."""


def lines(picture: LinePicture, *, width: Width = "container", height: int = HEIGHT) -> Spec:
    """One line for each; a line is interrupted where periods are missing and where a definition changed."""
    months = {point.month: point.when for line in picture.lines for point in line.points}
    step = step_of(months)
    rows = [
        {
            "line": line.name,
            "piece": f"{place} {piece}",
            "month": point.month,
            "when": point.when,
            "value": point.value,
            "text": point.text,
            "lower": point.lower,
            "upper": point.upper,
        }
        for place, line in enumerate(picture.lines)
        for piece, points in enumerate(joined_points(line, picture))
        for point in points
    ]
    x = _months(months, step, 4 if height < LOW else 8)
    y = _values(picture, height)
    colour = _legend(picture.lines, PAGE_WIDTH if width == "container" else width, height)
    banded = [row for row in rows if row["lower"] is not None and row["upper"] is not None]
    layers = []
    if banded:
        band = {"x": x, "y": {**y, "field": "lower"}, "y2": {"field": "upper"}, "color": colour}
        layers.append(layer_over(banded, "area", {**band, "detail": worded("piece")}, opacity=0.13))
    dash = {
        "field": "line",
        "type": "nominal",
        "legend": colour["legend"],
        "scale": {
            "domain": [line.name for line in picture.lines],
            "range": [[5, 3] if line.dashed else [1, 0] for line in picture.lines],
        },
    }
    at = {"x": x, "y": {**y, "field": "value"}, "color": colour}
    layers += [
        *_breaks(picture.breaks, x),
        layer("line", {**at, "detail": worded("piece"), "strokeDash": dash}, strokeWidth=2),
        layer(
            "circle",
            {**at, "tooltip": tooltip("line", "when", "text")},
            size=36 if len(months) <= NO_POINTS else 14,
            opacity=1,
        ),
        *_target(picture.target, y),
        *(_unit(picture.unit) if height >= LOW else ()),
    ]
    return chart(rows, layers, width, height)


def step_of(months: Iterable[int]) -> int:
    """How many months lie between one point in time and the next."""
    return min((later - sooner for sooner, later in pairwise(sorted(months))), default=1)


def joined_points(line: Line, picture: LinePicture) -> list[list[Point]]:
    """The points of a line in runs that may be joined: none across a missing period or a new definition."""
    step = step_of({point.month for each in picture.lines for point in each.points})
    breaks = [each.month for each in picture.breaks]
    pieces: list[list[Point]] = []
    for point in sorted(line.points, key=lambda point: point.month):
        before = pieces[-1][-1].month if pieces else None
        joined = (
            before is not None
            and point.month - before <= step
            and not any(before < month <= point.month for month in breaks)
        )
        if joined:
            pieces[-1].append(point)
        else:
            pieces.append([point])
    return pieces


def _months(months: dict[int, str], step: int, most: int) -> Spec:
    labels = {str(month): when for month, when in months.items()}
    return {
        "field": "month",
        "type": "quantitative",
        "title": None,
        "scale": {
            "domain": [min(months, default=0), max(months, default=1)],
            "zero": False,
            "nice": False,
            "padding": 14,
        },
        "axis": {
            "values": _ticks(sorted(months), step, most),
            "labelExpr": f"({_object(labels)})[datum.value]",
            "labelOverlap": True,
        },
    }


def _ticks(months: list[int], step: int, most: int) -> list[int]:
    """At most `most` of the months, as far apart as people count (2, 3, 6 or 12), the last among them."""
    if not months:
        return []
    reach = (months[-1] - months[0]) // step + 1
    skip = next((each for each in (1, 2, 3, 4, 6, 12, 24) if -(-reach // each) <= most), reach)
    return [month for month in months if (months[-1] - month) % (skip * step) == 0]


def _object(labels: dict[str, str]) -> str:
    """The labels as an object in Vega's expressions, whatever they contain."""
    quoted = (f"{key!r}: '{_escaped(label)}'" for key, label in labels.items())
    return "{" + ", ".join(quoted) + "}"


def _escaped(label: str) -> str:
    return label.replace("\\", "\\\\").replace("'", "\\'").replace("\n", " ")


def _values(picture: LinePicture, height: int) -> Spec:
    ends = [point.value for line in picture.lines for point in line.points]
    ends += [
        end
        for line in picture.lines
        for point in line.points
        for end in (point.lower, point.upper)
        if end is not None
    ]
    if picture.target:
        ends.append(picture.target.value)
    if picture.from_zero:
        ends.append(0.0)
    low, high = min(ends, default=0.0), max(ends, default=1.0)
    if low == high:
        low, high = low - (abs(low) * 0.05 or 1.0), high + (abs(high) * 0.05 or 1.0)
    if picture.is_share:
        high = min(high, WHOLE)
    return {
        "type": "quantitative",
        "title": None,
        "scale": {"domain": [low, high], "zero": False, "nice": True},
        "axis": {
            "tickCount": 3 if height < LOW else 5,
            "grid": True,
            "domain": False,
            "ticks": False,
        },
    }


def _legend(drawn: tuple[Line, ...], width: int, height: int) -> Spec:
    names = [line.name for line in drawn]
    longest = max((room_for(name, 12) for name in names), default=0)
    legend = {
        "orient": "top",
        "title": None,
        "labelFontSize": 12,
        "labelLimit": 200,
        "offset": 2 if height < LOW else 24,
        "padding": 0,
        "symbolType": "stroke",
        "symbolStrokeWidth": 2.5,
        "symbolOpacity": 1,
        "columns": max(1, int(width / (min(longest, 200) + 40))),
    }
    return {
        "field": "line",
        "type": "nominal",
        "scale": {"domain": names, "range": [line.colour for line in drawn]},
        "legend": legend if drawn else None,
    }


def _unit(unit: str) -> list[Spec]:
    """What the axis counts, over it."""
    at = {"x": {"value": 0}, "y": {"value": -14}, "text": worded()}
    return [layer_over([{"text": unit}], "text", at, align="left", fontSize=11, color=SECONDARY)]


def _target(target: Reference | None, y: Spec) -> list[Spec]:
    if target is None:
        return []
    rows = [{"value": target.value, "text": f"{target.name} {target.text}"}]
    at = {"y": {**y, "field": "value"}}
    words = layer_over(
        rows,
        "text",
        {**at, "x": {"value": "width"}, "text": worded()},
        align="right",
        dy=-8,
        fontSize=11,
        color=INK,
    )
    return [layer_over(rows, "rule", at, stroke=INK, strokeDash=[2, 2]), *on_paper(words)]


def _breaks(breaks: tuple[Break, ...], x: Spec) -> list[Spec]:
    """A line at the month of each break, with what is to be said about it at its top."""
    if not breaks:
        return []
    rows = [
        {
            "month": each.month - 0.5,
            "text": shortened(each.text, 180, 11),
            "whole": each.text,
            "when": each.when,
        }
        for each in breaks
    ]
    at = {"x": {**x, "field": "month"}}
    said = tooltip("when", "whole")
    return [
        layer_over(rows, "rule", {**at, "tooltip": said}, stroke=SECONDARY, strokeDash=[4, 3]),
        layer_over(
            rows,
            "text",
            {**at, "y": {"value": 2}, "text": worded(), "tooltip": said},
            align="left",
            baseline="top",
            dx=4,
            fontSize=11,
            color=SECONDARY,
        ),
    ]

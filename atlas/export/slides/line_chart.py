"""Lines over time as a native chart on a true time axis, with target and breaks of definition in it."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from atlas.charts.lines import joined_points, step_of
from atlas.export.legible import legible
from atlas.export.slides.box import Box
from atlas.export.slides.chart_style import add_chart, error_bars, label_point, plain_axis
from atlas.export.slides.drawing import Caption, Drawing
from atlas.export.slides.number_format import number_format
from atlas.export.slides.scale import Scale, nice_scale
from atlas.export.slides.texts import rgb
from atlas.language import Language
from atlas.views.palette import ACCENT, INK, SECONDARY
from atlas.views.pictures import WHOLE, Line, LinePicture, Point

_HEAD = 0.24
_MOST_LABELLED, _MOST_DOTS = 4, 24
_CLOSE = 0.12
"""Of the scale: last values that lie closer have their labels on different sides."""
_DATES = {"zh": 'yyyy"年"m"月"', "en": "yyyy-mm"}
_YEARS = {"zh": 'yyyy"年"', "en": "yyyy"}


def line_chart(slide: Any, box: Box, picture: LinePicture, language: Language) -> None:
    """Draw the lines into a box."""
    caption = Drawing(slide, picture.title)
    caption.words(box.head(_HEAD), Caption(picture.unit, 9, SECONDARY), anchor="t")
    caption.place()
    lines = tuple(line for line in picture.lines if line.points)
    months = _months(picture)
    scale = _scale(picture, lines)
    # A point on the edge itself would be cut away.
    top = scale.high - (scale.high - scale.low) * 0.01
    chart = _chart(slide, box.below(_HEAD), picture, lines, months, top)
    _axes(chart, picture, months, scale, language)
    series = list(chart.plots[0].series)
    below = _labels_below(lines, scale) if len(lines) <= _MOST_LABELLED else None
    for line, drawn in zip(lines, series, strict=False):
        _line(drawn, line, months, joined_points(line, picture))
        if below is not None:
            side = XL_LABEL_POSITION.BELOW if line.code in below else XL_LABEL_POSITION.ABOVE
            place, last = months.index(line.points[-1].month), line.points[-1].text
            label_point(drawn.points[place], last, side, colour=line.colour, bold=True)
    others = series[len(lines) :]
    if picture.target:
        _target(others.pop(0))
    for each, drawn in zip(picture.breaks, others, strict=True):
        _break(drawn, months.index(each.month), len(months), top - scale.low, each.text)
    if len(series) > 1:
        chart.has_legend = True
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(9)
        chart.legend.font.color.rgb = rgb(INK)


def _chart(
    slide: Any, box: Box, picture: LinePicture, lines: tuple[Line, ...], months: list[int], top: float
) -> Any:
    texts = [point.text for line in lines for point in line.points]
    data = CategoryChartData(number_format=number_format(texts).code)
    data.categories = [date(month // 12, month % 12 + 1, 1) for month in months]
    for line in lines:
        values = {point.month: point.value for point in line.points}
        data.add_series(legible(line.name), [values.get(month) for month in months])
    if picture.target:
        data.add_series(
            legible(f"{picture.target.name} {picture.target.text}"), [picture.target.value] * len(months)
        )
    for each in picture.breaks:
        data.add_series(legible(each.text), [top if month == each.month else None for month in months])
    said = "; ".join(
        f"{line.name}: " + ", ".join(f"{point.when} {point.text}" for point in line.points) for line in lines
    )
    chart = add_chart(slide, XL_CHART_TYPE.LINE_MARKERS, box, data, picture.title, said)
    # No line crosses a period without a figure, as on the page.
    space = chart._chartSpace.chart
    for gaps in space.findall("{*}dispBlanksAs"):
        gaps.set("val", "gap")
    return chart


def _months(picture: LinePicture) -> list[int]:
    """Every point in time, also those without a figure, so that a line is interrupted there."""
    found = {point.month for line in picture.lines for point in line.points}
    every = range(min(found), max(found) + 1, step_of(found))
    return sorted({*found, *every, *(each.month for each in picture.breaks)})


def _scale(picture: LinePicture, lines: tuple[Line, ...]) -> Scale:
    """No share of a whole exceeds it, so its axis ends at 100 %."""
    scale = nice_scale(*_range(picture, lines))
    return replace(scale, high=min(scale.high, WHOLE)) if picture.is_share else scale


def _range(picture: LinePicture, lines: tuple[Line, ...]) -> tuple[float, float]:
    values = [point.value for line in lines for point in line.points]
    values += [edge for line in lines for point in line.points for edge in (point.lower, point.upper) if edge]
    values += [picture.target.value] if picture.target else []
    low, high = min(values), max(values)
    room = (high - low) * 0.12 or abs(high) * 0.1 or 1.0
    return (min(0.0, low) if picture.from_zero else _down(low - room, low)), high + room


def _down(wanted: float, low: float) -> float:
    """A line that never was below zero has no axis below it."""
    return max(0.0, wanted) if low >= 0 else wanted


def _labels_below(lines: tuple[Line, ...], scale: Scale) -> set[str]:
    """The lines whose last value is written below them, because another's is just above."""
    close = (scale.high - scale.low) * _CLOSE
    below: set[str] = set()
    for upper, lower in pairwise(sorted(lines, key=lambda line: -line.points[-1].value)):
        if upper.points[-1].value - lower.points[-1].value < close and upper.code not in below:
            below.add(lower.code)
    return below


def _axes(chart: Any, picture: LinePicture, months: list[int], scale: Scale, language: Language) -> None:
    texts = [point.text for line in picture.lines for point in line.points]
    plain_axis(chart.value_axis, number_format=number_format(texts).axis)
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = scale.low, scale.high, scale.step
    yearly = len({month % 12 for month in months}) == 1
    form = (_YEARS if yearly else _DATES)[language.code]
    plain_axis(chart.category_axis, number_format=form)
    element = chart.category_axis._element
    for name in ("baseTimeUnit", "majorUnit", "majorTimeUnit"):
        for old in element.findall(f"{{*}}{name}"):
            element.remove(old)
    step = _step(months[-1] - months[0], yearly=yearly)
    units = (("baseTimeUnit", "months"), ("majorUnit", step), ("majorTimeUnit", "months"))
    for name, value in units:
        element.append(parse_xml(f'<c:{name} {nsdecls("c")} val="{value}"/>'))


def _step(span: int, *, yearly: bool) -> int:
    """Months between two labels of the time axis, about seven of which fit."""
    steps = (12, 24, 36, 60, 120) if yearly else (1, 2, 3, 6, 12, 24, 36, 60, 120)
    return next((step for step in steps if span / step <= 7), steps[-1])


def _line(drawn: Any, line: Line, months: list[int], runs: list[list[Point]]) -> None:
    drawn.smooth = False
    drawn.format.line.color.rgb = rgb(line.colour)
    drawn.format.line.width = Pt(1.5 if line.dashed else 2.25)
    if line.dashed:
        drawn.format.line.dash_style = MSO_LINE.DASH
    # Many points need no dots, and a line that holds others against it has none; a lone point is one.
    bare = len(line.points) > 1 and (line.dashed or len(line.points) > _MOST_DOTS)
    drawn.marker.style = XL_MARKER_STYLE.NONE if bare else XL_MARKER_STYLE.CIRCLE
    drawn.marker.size = 5
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = rgb(line.colour)
    drawn.marker.format.line.color.rgb = rgb(line.colour)
    _interrupt(drawn, line, months, runs, bare=bare)
    if any(point.lower is not None and point.upper is not None for point in line.points):
        found = {point.month: point for point in line.points}
        minus, plus = [], []
        for month in months:
            point = found.get(month)
            known = point is not None and point.lower is not None and point.upper is not None
            minus.append(max(0.0, point.value - point.lower) if known else 0.0)  # type: ignore[union-attr,operator]
            plus.append(max(0.0, point.upper - point.value) if known else 0.0)  # type: ignore[union-attr,operator]
        error_bars(drawn, "y", minus, plus, line.colour)


def _interrupt(drawn: Any, line: Line, months: list[int], runs: list[list[Point]], *, bare: bool) -> None:
    """A new definition begins without a stroke to it; a point on its own, which no stroke shows, is a dot."""
    for run in runs:
        first = drawn.points[months.index(run[0].month)]
        if run is not runs[0]:
            first.format.line.fill.background()
        if bare and len(run) == 1:
            first.marker.style, first.marker.size = XL_MARKER_STYLE.CIRCLE, 4
            first.marker.format.fill.solid()
            first.marker.format.fill.fore_color.rgb = rgb(line.colour)
            first.marker.format.line.color.rgb = rgb(line.colour)


def _target(drawn: Any) -> None:
    """Its value stands in the legend."""
    drawn.smooth = False
    drawn.marker.style = XL_MARKER_STYLE.NONE
    drawn.format.line.color.rgb = rgb(ACCENT)
    drawn.format.line.width = Pt(1.25)
    drawn.format.line.dash_style = MSO_LINE.SQUARE_DOT


def _break(drawn: Any, place: int, count: int, height: float, text: str) -> None:
    """A single point at the top whose error bar reaches the bottom: a vertical line inside the chart."""
    drawn.marker.style = XL_MARKER_STYLE.NONE
    drawn.format.line.fill.background()
    error_bars(drawn, "y", [height if at == place else 0.0 for at in range(count)], [0.0] * count)
    label_point(drawn.points[place], text, XL_LABEL_POSITION.RIGHT, size=8, colour=SECONDARY)

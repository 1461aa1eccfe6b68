"""Scatter and funnel as native charts: dots by colour, the chosen ones with their names, limits as lines."""

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from atlas.export.legible import legible
from atlas.export.slides.box import Box
from atlas.export.slides.chart_style import add_chart, label_point, plain_axis
from atlas.export.slides.drawing import Caption, Drawing
from atlas.export.slides.scale import nice_scale
from atlas.export.slides.texts import rgb
from atlas.language import Language
from atlas.views.lettering import wrapped
from atlas.views.palette import ACCENT, INK, SECONDARY
from atlas.views.pictures import Dot, FunnelPicture, ScatterPicture

_MOST_NAMED = 12
"""Of more dots only the marked ones are named, or the names would lie over one another."""
_MOST_LARGE = 40
_NOTE, _LINE = 0.24, 0.15
_GENERAL = "#,##0.###"


def scatter_chart(slide: Any, box: Box, picture: ScatterPicture, language: Language) -> None:
    """Draw two indicators against one another."""
    data = XyChartData(number_format=_GENERAL)
    groups = _groups(data, picture.dots, language.text("Divisions"))
    chart = add_chart(slide, XL_CHART_TYPE.XY_SCATTER, box, data, picture.title, _said(picture.dots))
    _scales(chart, picture.dots, picture.x_title, picture.y_title)
    _dots(list(chart.plots[0].series), groups, len(picture.dots))


def funnel_chart(slide: Any, box: Box, picture: FunnelPicture, language: Language) -> None:
    """Draw units by denominator and value, between the limits that chance allows."""
    high = _NOTE + _LINE * (len(wrapped(picture.note, box.width * 72, 8.5)) - 1)
    note = Drawing(slide, picture.title)
    note.words(Box(box.left, box.bottom - high, box.width, high), Caption(picture.note, 8.5, SECONDARY))
    note.place()
    data = XyChartData(number_format=_GENERAL)
    # The lines come first: dots belong over them, and LibreOffice draws no dots otherwise.
    limits = (
        (language.text("95% limits"), "lower_95", True),
        (language.text("95% limits"), "upper_95", True),
        (language.text("99.8% limits"), "lower_998", False),
        (language.text("99.8% limits"), "upper_998", False),
    )
    for name, field, _ in limits:
        series = data.add_series(legible(name))
        for limit in picture.limits:
            series.add_data_point(limit.x, getattr(limit, field))
    centre = data.add_series(legible(f"{picture.centre.name} {picture.centre.text}"))
    for x in _ends(picture):
        centre.add_data_point(x, picture.centre.value)
    groups = _groups(data, picture.dots, language.text("Divisions"))
    chart = add_chart(
        slide,
        XL_CHART_TYPE.XY_SCATTER,
        Box(box.left, box.top, box.width, box.height - high),
        data,
        picture.title,
        _said(picture.dots),
    )
    _scales(chart, picture.dots, picture.x_title, picture.y_title)
    drawn = list(chart.plots[0].series)
    for series, (_, _, dashed) in zip(drawn, limits, strict=False):
        _line(series, SECONDARY, 1, dashed=dashed)
    _line(drawn[len(limits)], INK, 1.25, dashed=False)
    _dots(drawn[len(limits) + 1 :], groups, len(picture.dots))


def _groups(data: Any, dots: Sequence[Dot], name: str) -> list[tuple[Dot, ...]]:
    """The dots of each colour, the marked ones last and on top, as series of the chart's data."""
    order = list(dict.fromkeys((dot.marked, dot.colour) for dot in dots))
    groups = [
        tuple(dot for dot in dots if (dot.marked, dot.colour) == key)
        for key in sorted(order, key=lambda key: key[0])
    ]
    for group in groups:
        series = data.add_series(legible(group[0].name if len(group) == 1 else name))
        for dot in group:
            series.add_data_point(dot.x, dot.y)
    return groups


def _dots(drawn: list[Any], groups: list[tuple[Dot, ...]], count: int) -> None:
    for series, group in zip(drawn, groups, strict=True):
        series.format.line.fill.background()
        series.marker.style = XL_MARKER_STYLE.CIRCLE
        series.marker.size = 9 if group[0].marked else 7 if count <= _MOST_LARGE else 5
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = rgb(group[0].colour)
        series.marker.format.line.color.rgb = rgb(ACCENT if group[0].marked else "#FFFFFF")
        series.marker.format.line.width = Pt(1.75 if group[0].marked else 0.5)
        for place, dot in enumerate(group):
            if dot.marked or count <= _MOST_NAMED:
                size = 9 if dot.marked else 7
                colour = INK if dot.marked else SECONDARY
                label_point(
                    series.points[place],
                    dot.name,
                    XL_LABEL_POSITION.RIGHT,
                    size=size,
                    colour=colour,
                    bold=dot.marked,
                )


def _line(series: Any, colour: str, width: float, *, dashed: bool) -> None:
    series.marker.style = XL_MARKER_STYLE.NONE
    series.smooth = False
    series.format.line.color.rgb = rgb(colour)
    series.format.line.width = Pt(width)
    if dashed:
        series.format.line.dash_style = MSO_LINE.DASH


def _scales(chart: Any, dots: Sequence[Dot], x_title: str, y_title: str) -> None:
    for axis, title, values in (
        (chart.category_axis, x_title, [dot.x for dot in dots]),
        (chart.value_axis, y_title, [dot.y for dot in dots]),
    ):
        plain_axis(axis, title=title, number_format=_decimals(values))
        low, high = min(values), max(values)
        room = (high - low) * 0.08 or abs(high) * 0.1 or 1.0
        scale = nice_scale(0.0 if 0 <= low < high - low else low - room, high + room)
        axis.minimum_scale, axis.maximum_scale, axis.major_unit = scale.low, scale.high, scale.step


def _decimals(values: list[float]) -> str:
    """Whole numbers from some tens on, decimals below."""
    top = max(map(abs, values))
    return "#,##0" if top >= 50 else "0.0" if top >= 5 else "0.00"


def _ends(picture: FunnelPicture) -> tuple[float, float]:
    xs = [dot.x for dot in picture.dots] + [limit.x for limit in picture.limits]
    return min(xs), max(xs)


def _said(dots: Sequence[Dot]) -> str:
    return "; ".join(f"{dot.name} {dot.text}" for dot in dots)

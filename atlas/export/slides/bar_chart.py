"""Ranked bars as a native chart, with intervals as error bars and references as lines over it."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.util import Pt

from atlas.export.legible import legible
from atlas.export.slides.bar_marks import add_marks, draw_marks
from atlas.export.slides.bar_scale import reach, value_scale
from atlas.export.slides.box import Box
from atlas.export.slides.chart_style import (
    add_chart,
    error_bars,
    every_label,
    fill_points,
    label_point,
    plain_axis,
    plot_area,
)
from atlas.export.slides.drawing import Caption, Drawing, Look
from atlas.export.slides.number_format import number_format
from atlas.export.slides.texts import rgb
from atlas.language import Language
from atlas.views.bar_ends import two_ends
from atlas.views.lettering import room_for
from atlas.views.palette import ACCENT, INK, SECONDARY
from atlas.views.pictures import Bar, BarPicture, Reference

LONGEST = 34
"""With more bars no name can be read from the back of a room."""
ENDS = 14
_HEAD, _NOTE = 0.24, 0.22
_THICKEST, _REFERENCE = 0.55, 0.17


def bar_chart(slide: Any, box: Box, picture: BarPicture, language: Language) -> None:
    """Draw the bars into a box."""
    picture = two_ends(picture, language, LONGEST, ENDS)
    bars = picture.bars
    chart_box = box.below(_caption(slide, box, picture, language))
    chart_box = chart_box.head(
        min(chart_box.height, len(bars) * _THICKEST + len(picture.references) * _REFERENCE + 0.1)
    )
    size = min(9.0, max(6.0, chart_box.height * 72 / max(len(bars), 1) * 0.62))
    labels = [_label(bar) for bar in bars]
    left = min(0.46, max(room_for(label, size) for label in labels) * 1.06 / 72 / chart_box.width + 0.02)
    head = 0.01 + len(picture.references) * _REFERENCE / chart_box.height
    inner = (left, head, 1 - left - 0.01, 0.99 - head)
    scale = value_scale(picture, chart_box.width * inner[2], size)
    chart = _chart(slide, chart_box, picture, scale, language)
    plot_area(chart, *inner)
    _axes(chart, *scale, size)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 38, 100
    if picture.from_zero:
        _bars(plot, picture, bars, size)
    else:
        draw_marks(plot, picture, scale, size)
    _references(slide, chart_box, inner, picture.references, scale)


def _caption(slide: Any, box: Box, picture: BarPicture, language: Language) -> float:
    """The unit, and what else must be said; how high that is."""
    drawing = Drawing(slide, picture.title)
    drawing.words(box.head(_HEAD), Caption(picture.unit, 9, SECONDARY), anchor="t")
    # The note may be a sentence; followed by another part it has no full stop.
    parts = (picture.note.rstrip(".。") if picture.interval else picture.note, picture.interval)
    said = language.text("; ").join(each for each in parts if each)
    if said:
        drawing.words(box.below(_HEAD).head(_NOTE), Caption(said, 8.5, SECONDARY), anchor="t")
    drawing.place()
    return _HEAD + _NOTE if said else _HEAD


def _chart(slide: Any, box: Box, picture: BarPicture, scale: tuple[float, float], language: Language) -> Any:
    bars = picture.bars
    data = CategoryChartData(number_format=number_format(bar.text for bar in bars).code)
    data.categories = [legible(_label(bar)) for bar in bars]
    said = "; ".join(f"{bar.name} {bar.text}" for bar in bars)
    if not picture.from_zero:
        add_marks(data, picture, scale, language.text("Base"), language.text("Value"))
        return add_chart(slide, XL_CHART_TYPE.BAR_STACKED, box, data, picture.title, said)
    data.add_series(legible(picture.unit), [bar.value for bar in bars])
    if picture.interval:
        data.add_series(legible(picture.interval), [reach(bar) for bar in bars])
    return add_chart(slide, XL_CHART_TYPE.BAR_CLUSTERED, box, data, picture.title, said)


def _label(bar: Bar) -> str:
    return f"{bar.rank}  {bar.name}" if bar.rank else bar.name


def _axes(chart: Any, low: float, high: float, size: float) -> None:
    plain_axis(chart.value_axis)
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = low, high
    chart.value_axis.visible = False
    axis = chart.category_axis
    plain_axis(axis)
    axis.reverse_order = True
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    every_label(axis)
    axis.tick_labels.font.size = Pt(size)
    axis.tick_labels.font.color.rgb = rgb(INK)


def _bars(plot: Any, picture: BarPicture, bars: tuple[Bar, ...], size: float) -> None:
    values = plot.series[0]
    fill_points(values, [bar.colour for bar in bars], "#9FB3CA")
    # Where all are chosen, an outline around each would tell nothing.
    chosen = not all(bar.marked for bar in bars)
    for place, bar in enumerate(bars):
        if bar.marked and chosen:
            values.points[place].format.line.color.rgb = rgb(ACCENT)
            values.points[place].format.line.width = Pt(1.75)
    if not picture.interval:
        _labels(values, bars, size)
        return
    lower = [max(0.0, bar.value - (bar.value if bar.lower is None else bar.lower)) for bar in bars]
    error_bars(values, "y", lower, [reach(bar) - bar.value for bar in bars], INK)
    # An unseen series that ends where the intervals do carries the values, so that none is struck through.
    ends = plot.series[1]
    ends.format.fill.background()
    for place, bar in enumerate(bars):
        label_point(ends.points[place], f" {bar.text}", XL_LABEL_POSITION.OUTSIDE_END, size=size)


def _labels(values: Any, bars: tuple[Bar, ...], size: float) -> None:
    labels = values.data_labels
    labels.show_value = True
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    written = number_format(bar.text for bar in bars)
    labels.number_format = written.code
    labels.number_format_is_linked = False
    labels.font.size = Pt(size)
    labels.font.color.rgb = rgb(INK)
    labels._element.txPr.bodyPr.set("wrap", "none")
    for place, bar in enumerate(bars):
        if not written.writes(bar.text):
            label_point(values.points[place], bar.text, XL_LABEL_POSITION.OUTSIDE_END, size=size)


def _references(
    slide: Any,
    box: Box,
    inner: tuple[float, float, float, float],
    references: tuple[Reference, ...],
    scale: tuple[float, float],
) -> None:
    """A chart with horizontal bars cannot hold a vertical line, so it is drawn over the fixed plot area."""
    left, top, width, height = inner
    low, high = scale
    for place, each in enumerate(references):
        drawing = Drawing(slide, each.name)
        x = box.left + box.width * (left + width * (each.value - low) / (high - low))
        top_of_line = box.top + place * _REFERENCE + _REFERENCE
        bottom = box.top + box.height * (top + height)
        drawing.line([(x, top_of_line), (x, bottom)], Look(edge=INK, width=1, dashed=place > 0), each.name)
        words = f"{each.name} {each.text}"
        wide = room_for(words, 8) / 72 + 0.2
        at = min(max(x - wide / 2, box.left), box.right - wide)
        line = Box(at, top_of_line - _REFERENCE, wide, _REFERENCE)
        drawing.words(line, Caption(words, 8, INK, align="ctr"))
        drawing.place()

"""A waterfall as stacked columns: an unseen base carries each step, which can still be edited in the data."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.util import Pt

from atlas.charts.waterfall import COLOURS, FROM_ZERO
from atlas.export.legible import legible
from atlas.export.slides.box import Box
from atlas.export.slides.chart_style import add_chart, every_label, fill_points, label_point, plain_axis
from atlas.export.slides.drawing import Caption, Drawing
from atlas.export.slides.number_format import number_format
from atlas.export.slides.scale import Scale, nice_scale
from atlas.export.slides.texts import lines_at, rgb
from atlas.language import Language
from atlas.views.palette import INK, SECONDARY
from atlas.views.pictures import Step, WaterfallPicture

_HEAD, _NOTE = 0.24, 8.5
_LABEL_ROOM, _MARK = 0.12, 0.012


def waterfall_chart(slide: Any, box: Box, picture: WaterfallPicture, language: Language) -> None:
    """Draw the steps into a box."""
    floor = _floor(picture.steps)
    words = Drawing(slide, picture.title)
    words.words(box.head(_HEAD), Caption(picture.unit, 9, SECONDARY), anchor="t")
    cut = language.text("The axis does not start at zero.") if floor else ""
    note = language.sentences((picture.note, cut))
    below = lines_at(note, box.width, _NOTE) * _NOTE * 1.25 / 72 + 0.05 if note else 0.0
    words.words(Box(box.left, box.bottom - below, box.width, below), Caption(note, _NOTE, SECONDARY))
    words.place()
    area = Box(box.left, box.top + _HEAD, box.width, box.height - _HEAD - below)
    scale = _scale(picture.steps, floor)
    parts = [_parts(step, floor, (scale.high - scale.low) * _MARK) for step in picture.steps]
    names = (language.text("Base"), language.text("Above zero"), language.text("Below zero"))
    data = CategoryChartData(number_format=number_format(step.text for step in picture.steps).code)
    data.categories = [legible(step.name) for step in picture.steps]
    for place, name in enumerate(names):
        data.add_series(legible(name), [part[place] for part in parts])
    room = (scale.high - scale.low) * _LABEL_ROOM
    data.add_series(legible(language.text("Value")), [room] * len(picture.steps))
    said = "; ".join(f"{step.name} {step.text}" for step in picture.steps)
    chart = add_chart(slide, XL_CHART_TYPE.COLUMN_STACKED, area, data, picture.title, said)
    _axes(chart, picture.steps, scale)
    _series(chart, picture.steps)


def _parts(step: Step, floor: float, thick: float) -> tuple[float, float, float]:
    """Unseen base, part above zero and part below zero of a step's column."""
    low, high = sorted((step.start, step.end))
    if step.kind == "total" and floor:
        # A bar that does not begin at zero would lie: the total is a mark at its value.
        low = high - thick
    if low >= 0:
        return low, high - low, 0.0
    if high <= 0:
        return high, 0.0, low - high
    return 0.0, high, low


def _floor(steps: tuple[Step, ...]) -> float:
    """Where the value axis starts: at zero, or just below the lowest step where all steps are small."""
    ends = [edge for step in steps if step.kind != "total" for edge in (step.start, step.end)]
    if not ends or min(ends) <= 0:
        return 0.0
    spread = max(ends) - min(ends)
    return min(ends) - spread * 0.4 if spread < FROM_ZERO * max(ends) and spread else 0.0


def _scale(steps: tuple[Step, ...], floor: float) -> Scale:
    ends = [edge for step in steps for edge in (step.start, step.end)]
    low, high = floor or min(0.0, *ends), max(0.0, *ends)
    return nice_scale(low, high + (high - low) * _LABEL_ROOM)


def _axes(chart: Any, steps: tuple[Step, ...], scale: Scale) -> None:
    totals = number_format(step.text for step in steps if step.kind == "total").axis
    plain_axis(chart.value_axis, number_format=totals)
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = scale.low, scale.high
    chart.value_axis.major_unit = scale.step
    axis = chart.category_axis
    plain_axis(axis)
    axis.major_tick_mark = XL_TICK_MARK.NONE
    every_label(axis)
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.tick_labels.font.color.rgb = rgb(INK)
    axis.tick_labels.font.size = Pt(9 if len(steps) <= 12 else 7)


def _series(chart: Any, steps: tuple[Step, ...]) -> None:
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    base, above, below, labels = plot.series
    base.format.fill.background()
    labels.format.fill.background()
    for series in (above, below):
        fill_points(series, [COLOURS.get(step.kind, COLOURS["total"]) for step in steps])
    for place, step in enumerate(steps):
        # The unseen column on top of each step carries its value, which would not fit into a short one.
        label_point(labels.points[place], step.text, XL_LABEL_POSITION.INSIDE_BASE, size=9, bold=True)

"""Values as marks on a scale that does not begin at zero, where the length of a bar would lie."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_LABEL_POSITION

from atlas.export.legible import legible
from atlas.export.slides.chart_style import error_bars, fill_points, label_point
from atlas.views.palette import INK
from atlas.views.pictures import Bar, BarPicture

_MARK, _ROOM = 0.012, 0.34
"""Of the scale: how thick a mark is, and the room at the right for the values."""


def marks_range(picture: BarPicture) -> tuple[float, float]:
    """From a little below the lowest end of an interval to where the values are written."""
    ends = [each.value for each in picture.references]
    for bar in picture.bars:
        ends += [each for each in (bar.value, bar.lower, bar.upper) if each is not None]
    low, high = min(ends), max(ends)
    span = (high - low) or abs(high) or 1.0
    return low - span * 0.08, high + span * (0.05 + _ROOM)


def add_marks(data: CategoryChartData, picture: BarPicture, base: str, values: str) -> None:
    """The series: an unseen base up to each mark, the mark around its value, and the room behind it."""
    low, high = marks_range(picture)
    half = (high - low) * _MARK / 2
    data.add_series(legible(base), [bar.value - half for bar in picture.bars])
    data.add_series(legible(picture.unit), [2 * half] * len(picture.bars))
    data.add_series(legible(values), [high - bar.value - half for bar in picture.bars])


def draw_marks(plot: Any, picture: BarPicture, size: float) -> None:
    """Colour the marks, draw the intervals around them, and write the values at the right edge."""
    low, high = marks_range(picture)
    half = (high - low) * _MARK / 2
    base, marks, labels = plot.series
    base.format.fill.background()
    labels.format.fill.background()
    fill_points(marks, [bar.colour for bar in picture.bars])
    if any(bar.upper is not None for bar in picture.bars):
        minus, plus = zip(*(_interval(bar, half) for bar in picture.bars), strict=True)
        error_bars(marks, "y", minus, plus, INK)
    for place, bar in enumerate(picture.bars):
        label_point(labels.points[place], bar.text, XL_LABEL_POSITION.INSIDE_END, size=size)


def _interval(bar: Bar, half: float) -> tuple[float, float]:
    """How far the interval reaches from the end of the mark, which is half a mark beyond the value."""
    lower = bar.value if bar.lower is None else bar.lower
    upper = bar.value if bar.upper is None else bar.upper
    return bar.value - lower + half, max(0.0, upper - bar.value - half)

"""Values as marks on a scale that does not begin at zero, where the length of a bar would lie."""

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_LABEL_POSITION

from atlas.export.legible import legible
from atlas.export.slides.chart_style import error_bars, fill_points, label_point
from atlas.views.palette import INK
from atlas.views.pictures import Bar, BarPicture

_MARK = 0.012
"""How thick a mark is, of the scale."""


def add_marks(
    data: CategoryChartData, picture: BarPicture, scale: tuple[float, float], base: str, values: str
) -> None:
    """The series: an unseen base up to each mark, the mark around its value, and the room behind it."""
    low, high = scale
    half = (high - low) * _MARK / 2
    data.add_series(legible(base), [bar.value - half for bar in picture.bars])
    data.add_series(legible(picture.unit), [2 * half] * len(picture.bars))
    data.add_series(legible(values), [high - bar.value - half for bar in picture.bars])


def draw_marks(plot: Any, picture: BarPicture, scale: tuple[float, float], size: float) -> None:
    """Colour the marks, draw the intervals around them, and write the values at the right edge."""
    low, high = scale
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

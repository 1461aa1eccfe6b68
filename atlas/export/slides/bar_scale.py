"""From where to where the scale of a chart of bars runs, with room for the values written behind them.

A program that finds no room for a value makes the whole plot narrower, and lines drawn over it no longer
stand at their values.
"""

from atlas.views.lettering import room_for
from atlas.views.pictures import Bar, BarPicture

_BESIDE, _WIDER = 0.14, 1.06
"""Between a bar and its value, in inches; how much wider than reckoned other fonts may be."""
_MOST = 0.7
"""Of the plot: no value takes more of it, however long."""
_BELOW, _ABOVE = 0.08, 0.05
"""Of a closer scale: what is left free before the lowest end and behind the highest."""


def reach(bar: Bar) -> float:
    """Where a bar ends, or its interval if that ends farther out."""
    return bar.value if bar.upper is None else max(bar.upper, bar.value)


def value_scale(picture: BarPicture, width: float, size: float) -> tuple[float, float]:
    """The lowest and the highest value of the scale of a plot so many inches wide, with type of this size."""
    ends = [*map(reach, picture.bars), *(each.value for each in picture.references)]
    starts = [bar.value if bar.lower is None else bar.lower for bar in picture.bars]
    if picture.from_zero:
        low, high = min(0.0, *ends, *starts), max(0.0, *ends)
    else:
        low, high = min(*ends, *starts), max(ends)
        span = (high - low) or abs(high) or 1.0
        low, high = low - span * _BELOW, high + span * _ABOVE
    # The values of bars below zero are written at their left.
    before = max((_share(bar, width, size) for bar in picture.bars if bar.value < 0), default=0.0)
    low -= (high - low) * before / (1 - before)
    behind = [
        low + (reach(bar) - low) / (1 - _share(bar, width, size)) for bar in picture.bars if bar.value >= 0
    ]
    high = max([high, *behind])
    return low, high if high > low else low + 1.0


def _share(bar: Bar, width: float, size: float) -> float:
    """How much of the plot the value of a bar takes."""
    return min(_MOST, (room_for(bar.text, size) * _WIDER / 72 + _BESIDE) / width)

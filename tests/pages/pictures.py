"""The smallest picture of each kind that a meeting may see."""

from atlas.divisions import Level
from atlas.views.legend import LegendRow
from atlas.views.pictures import (
    BarPicture,
    LinePicture,
    MapPicture,
    SpinePicture,
    SpineRow,
    WaterfallPicture,
)


def place_map(coloured: bool = False) -> MapPicture:
    """A map without units, whose key has a class or nothing."""
    key = (LegendRow("class", "#123456", "1 to 2", "3"),) if coloured else ()
    return MapPicture("map", "520000", Level.CITY, (), "", key, "")


def bars() -> BarPicture:
    """Bars without any."""
    return BarPicture("bars", "", ())


def lines() -> LinePicture:
    """A chart without lines."""
    return LinePicture("lines", "", (), from_zero=False)


def waterfall() -> WaterfallPicture:
    """A waterfall without steps."""
    return WaterfallPicture("waterfall", "", (), "")


def spine(rows: int) -> SpinePicture:
    """A spine of as many indicators."""
    each = (SpineRow(str(row), f"indicator {row}", "0", "9", 0.5, "5", 0.25, 0.75, ()) for row in range(rows))
    return SpinePicture("spine", tuple(each), "China", "how to read it")

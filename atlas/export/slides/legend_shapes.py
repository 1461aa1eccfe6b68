"""A legend as shapes: a swatch, its words and how many units have it."""

from collections.abc import Sequence

from atlas.export.slides.box import Box
from atlas.export.slides.drawing import Caption, Drawing
from atlas.export.slides.looks import swatch_look
from atlas.views.legend import DOT, LegendRow
from atlas.views.lettering import room_for
from atlas.views.palette import SECONDARY

ROW, SWATCH = 0.2, 0.15
_TITLE = 0.36


def legend_height(rows: Sequence[LegendRow]) -> float:
    """How high a column of these rows is, its title included."""
    return _TITLE + ROW * len(rows)


def legend_column(drawing: Drawing, box: Box, title: str, rows: Sequence[LegendRow]) -> None:
    """One row below the other, at the bottom of the box."""
    top = box.bottom - legend_height(rows)
    drawing.words(Box(box.left, top, box.width, _TITLE - 0.05), Caption(title, 9, bold=True), anchor="b")
    for place, row in enumerate(rows):
        line = Box(box.left, top + _TITLE + place * ROW, box.width, ROW)
        _swatch(drawing, line, row)
        drawing.words(
            Box(line.left + SWATCH + 0.1, line.top, line.width - SWATCH - 0.5, ROW),
            Caption(row.label, _size(row.label, line.width - SWATCH - 0.5)),
        )
        drawing.words(Box(line.right - 0.4, line.top, 0.4, ROW), Caption(row.count, 9, SECONDARY, align="r"))


def legend_strip(drawing: Drawing, box: Box, title: str, rows: Sequence[LegendRow]) -> None:
    """The rows side by side, for several maps that share them; without counts, which differ."""
    asked = [room_for(title, 9) / 72 + 0.3, *(SWATCH + 0.3 + room_for(row.label, 9) / 72 for row in rows)]
    heading, *places = box.columns(tuple(asked), 0.0)
    drawing.words(heading, Caption(title, 9, bold=True))
    for place, row in zip(places, rows, strict=True):
        line = Box(place.left, box.top + (box.height - ROW) / 2, place.width, ROW)
        _swatch(drawing, line, row)
        drawing.words(
            Box(line.left + SWATCH + 0.08, line.top, line.width - SWATCH - 0.1, ROW),
            Caption(row.label, _size(row.label, line.width - SWATCH - 0.1)),
        )


def _size(label: str, width: float) -> float:
    """The type at which a label stays on its line."""
    return next((size for size in (9, 8, 7) if room_for(label, size) <= width * 72), 6)


def _swatch(drawing: Drawing, line: Box, row: LegendRow) -> None:
    box = Box(line.left, line.top + (ROW - SWATCH) / 2, SWATCH, SWATCH)
    look = swatch_look(row.look, row.colour)
    if row.look == "circle" or row.look.startswith(DOT):
        drawing.oval(box, look, row.label)
    else:
        drawing.rectangle(box, look, row.label)

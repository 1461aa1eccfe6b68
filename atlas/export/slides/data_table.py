"""Tables of a slide, which can be edited like any other: what a chart would be too small for."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu

from atlas.export.legible import legible
from atlas.export.sheet_style import text_width
from atlas.export.slides.box import EMU, Box
from atlas.export.slides.texts import rgb, write
from atlas.views.lettering import room_for, wrapped
from atlas.views.palette import INK, SEQUENTIAL

Row = Sequence[str]
_MARGIN, _SHORT_HEADING = 0.05, 1.0
_LINE, _HIGHEST = 1.22, 0.3
"""A line of text as a multiple of its size; how high a row is at most that need not be higher."""
_BOLD = 1.12
"""How much wider than reckoned the letters of a heading may be."""


def data_table(
    slide: Any, box: Box, headings: Row, rows: Sequence[Row], *, right: Sequence[int] = (), size: float = 9
) -> None:
    """A table of texts; the columns `right` are aligned to the right, as numbers are."""
    widths = column_widths(box.width, headings, rows, size)
    heights = row_heights(box.height, widths, (headings, *rows), size)
    frame = slide.shapes.add_table(
        len(rows) + 1,
        len(headings),
        *map(Emu, box.head(sum(heights)).emu()),
    )
    table = frame.table
    _plain(table)
    for column, width in enumerate(widths):
        table.columns[column].width = Emu(round(width * EMU))
    for line, row in enumerate((headings, *rows)):
        table.rows[line].height = Emu(round(heights[line] * EMU))
        for column, text in enumerate(row):
            cell = table.cell(line, column)
            _cell(cell, text, size, heading=line == 0, right=column in right)


def _plain(table: Any) -> None:
    """No stripes and no style of PowerPoint's own; cells carry what little they need."""
    table.horz_banding = False
    table.first_row = False


def _cell(cell: Any, text: str, size: float, *, heading: bool, right: bool) -> None:
    cell.margin_left = cell.margin_right = Emu(round(_MARGIN * EMU))
    cell.margin_top = cell.margin_bottom = Emu(0)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(SEQUENTIAL[3][0] if heading and text else "#FFFFFF")
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    # An empty paragraph would be as high as the type of a new presentation.
    write(paragraph, legible(text) or "\u00a0", size, INK, bold=heading)


def row_heights(height: float, widths: Sequence[float], rows: Sequence[Row], size: float) -> list[float]:
    """Rows that together fill the height, if they are many; one with a text of two lines is higher."""
    least = [
        _LINE * size / 72 * max(_lines(text, width, size) for text, width in zip(row, widths, strict=True))
        for row in rows
    ]
    spare = max(0.0, height - sum(least)) / len(rows)
    return [max(each, min(_HIGHEST, each + spare)) for each in least]


def _lines(text: str, width: float, size: float) -> int:
    return len(wrapped(text, (width - 2 * _MARGIN) * 72, size)) or 1


def column_widths(width: float, headings: Row, rows: Sequence[Row], size: float) -> list[float]:
    """Columns as wide as their longest text asks for, but none so wide that the others vanish.

    Each has room for its heading, or for the longest word of it, and for the longest word below.
    """
    lines = (headings, *rows)
    wanted = [min(40, max(2, *(text_width(row[column]) for row in lines))) for column in range(len(headings))]
    least = [
        max(_heading(headings[column], size), *(_word(row[column], size) for row in lines))
        for column in range(len(headings))
    ]
    if sum(least) > width:
        return [width * each / sum(least) for each in least]
    return _shared(width, wanted, least)


def _shared(width: float, wanted: Sequence[float], least: Sequence[float]) -> list[float]:
    """The width by what each asks for; who would get too little gets the least, and the others the rest."""
    poor: set[int] = set()
    while True:
        rest = width - sum(least[place] for place in poor)
        asked = sum(each for place, each in enumerate(wanted) if place not in poor)
        shares = [least[place] if place in poor else rest * each / asked for place, each in enumerate(wanted)]
        short = {place for place, share in enumerate(shares) if share < least[place] - 1e-9}
        if not short:
            return shares
        poor |= short


def _heading(text: str, size: float) -> float:
    """A short heading stays on one line."""
    whole = _inches(text, size)
    return whole if whole <= _SHORT_HEADING else 0.0


def _word(text: str, size: float) -> float:
    return max((_inches(word, size) for word in wrapped(text, 0, size)), default=0.0)


def _inches(text: str, size: float) -> float:
    return room_for(text, size) * _BOLD / 72 + 2 * _MARGIN if text else 0.0

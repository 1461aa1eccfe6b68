"""Tables of a slide, which can be edited like any other: what a chart would be too small for."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu

from atlas.export.legible import legible
from atlas.export.sheet_style import text_width
from atlas.export.slides.box import EMU, Box
from atlas.export.slides.texts import rgb, write
from atlas.views.palette import INK, SEQUENTIAL

Row = Sequence[str]


def data_table(
    slide: Any, box: Box, headings: Row, rows: Sequence[Row], *, right: Sequence[int] = (), size: float = 9
) -> None:
    """A table of texts; the columns `right` are aligned to the right, as numbers are."""
    height = min(0.3, box.height / (len(rows) + 1))
    frame = slide.shapes.add_table(
        len(rows) + 1,
        len(headings),
        *map(Emu, Box(box.left, box.top, box.width, height * (len(rows) + 1)).emu()),
    )
    table = frame.table
    _plain(table)
    widths = _widths(box.width, headings, rows)
    for column, width in enumerate(widths):
        table.columns[column].width = Emu(round(width * EMU))
    for line, row in enumerate((headings, *rows)):
        table.rows[line].height = Emu(round(height * EMU))
        for column, text in enumerate(row):
            cell = table.cell(line, column)
            _cell(cell, text, size, heading=line == 0, right=column in right)


def _plain(table: Any) -> None:
    """No stripes and no style of PowerPoint's own; cells carry what little they need."""
    table.horz_banding = False
    table.first_row = False


def _cell(cell: Any, text: str, size: float, *, heading: bool, right: bool) -> None:
    cell.margin_left = cell.margin_right = Emu(round(0.05 * EMU))
    cell.margin_top = cell.margin_bottom = Emu(0)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(SEQUENTIAL[3][0] if heading and text else "#FFFFFF")
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    # An empty paragraph would be as high as the type of a new presentation.
    write(paragraph, legible(text) or "\u00a0", size, INK, bold=heading)


def _widths(width: float, headings: Row, rows: Sequence[Row]) -> list[float]:
    """Columns as wide as their longest text asks for, but none so wide that the others vanish."""
    wanted = [
        min(40, max(2, *(text_width(row[column]) for row in (headings, *rows))))
        for column in range(len(headings))
    ]
    return [width * each / sum(wanted) for each in wanted]

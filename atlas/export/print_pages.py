"""How a template is printed: A4 across, names and headings on every page, no measure torn apart."""

from collections.abc import Sequence
from typing import Any

from atlas.export.sheet_style import A4
from atlas.export.template_layout import HEADING_ROW, TITLE_ROW, Layout

FIGURE_WIDTH, EARLIER_WIDTH = 13, 10
_ONE_PAGE = 12
"""More columns than these are printed over several pages."""
_SCALE, _PAGE_WIDTH, _PADDING = 65, 176, 1.5
"""Percent, the characters that a page is then wide, and what a pair of columns takes beyond its own."""


def set_up_pages(sheet: Any, layout: Layout, name_widths: Sequence[float], title: str) -> None:
    """Prepare a template's sheet for printing; `name_widths` are those of the columns that stay."""
    last_column = layout.column(len(layout.measures)) - 1
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.repeat_rows(TITLE_ROW, HEADING_ROW)
    sheet.repeat_columns(0, layout.first_column - 1)
    sheet.print_area(0, 0, layout.last_row, last_column)
    if last_column < _ONE_PAGE:
        sheet.fit_to_pages(1, 0)
    else:
        pair = FIGURE_WIDTH + EARLIER_WIDTH + _PADDING
        pairs = max(1, int((_PAGE_WIDTH - sum(name_widths)) // pair))
        sheet.set_print_scale(_SCALE)
        sheet.set_v_pagebreaks([layout.column(place) for place in range(pairs, len(layout.measures), pairs)])
    sheet.set_footer("&L" + title.replace("&", "&&")[:200] + "&R&P / &N")

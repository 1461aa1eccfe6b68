"""What no chart can show readably, as a table: the many bars of a ranking, or a view that has no picture."""

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from atlas.export.sheet_style import text_width
from atlas.export.slides.bar_chart import LONGEST
from atlas.language import Language
from atlas.views.exhibit import Exhibit
from atlas.views.pictures import BarPicture, Picture

BLOCKS, LINES = 4, 24
"""A ranking stands in so many columns of so many lines: what can be read on one slide."""
_ROWS, _COLUMNS, _WORDS = 16, 8, 28

Table = tuple[Sequence[str], list[list[str]]]
"""Headings, and rows of texts; a block of columns ends with an empty one."""


def long_rankings(pictures: Sequence[Picture]) -> tuple[BarPicture, ...]:
    """The bars that are too many for a chart and few enough for one slide."""
    return tuple(
        each
        for each in pictures
        if isinstance(each, BarPicture) and LONGEST < len(each.bars) <= BLOCKS * LINES
    )


def ranking_table(picture: BarPicture, language: Language) -> Table:
    """A ranking column by column: place, name and value, three cells for each bar."""
    lines = math.ceil(len(picture.bars) / BLOCKS)
    headings = [language.text("Place"), language.text("Division"), language.text("Value"), ""] * BLOCKS
    rows = []
    for line in range(lines):
        row: list[str] = []
        for block in range(BLOCKS):
            place = block * lines + line
            bar = picture.bars[place] if place < len(picture.bars) else None
            row += [bar.rank, bar.name, bar.text, ""] if bar else [""] * 4
        rows.append(row[:-1])
    return headings[:-1], rows


def view_table(exhibit: Exhibit, language: Language) -> tuple[Table, str]:
    """The first rows and the narrow columns of a view's table, and what was left to the workbook."""
    table = exhibit.table
    narrow = [
        name
        for name in table.columns
        if max((text_width(str(cell)) for cell in table[name].head(_ROWS)), default=0) <= _WORDS
    ][:_COLUMNS]
    rows = [
        [_words(cell, language) for cell in row] for row in table[narrow].head(_ROWS).itertuples(index=False)
    ]
    left = len(table) - len(rows)
    said = ""
    if left > 0 or len(narrow) < len(table.columns):
        said = language.text(
            "{shown} of {all} rows; all rows and columns are in the workbook.",
            shown=language.number(len(rows)),
            all=language.number(len(table)),
        )
    return ([str(name) for name in narrow], rows), said


def _words(cell: Any, language: Language) -> str:
    if pd.isna(cell):
        return ""
    if isinstance(cell, float) and not cell.is_integer():
        return language.number(cell, 2)
    return language.number(cell) if isinstance(cell, float) else str(cell)

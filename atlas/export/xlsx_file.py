"""A table as a workbook that opens as it should: numbers are numbers, and no text is ever run."""

from numbers import Real

import pandas as pd

from atlas.export.sheet_style import Book, cell_text, text_width

_NARROW, _WIDE = 9, 60


def xlsx_file(table: pd.DataFrame, notes: tuple[str, ...], language: str, name: str) -> bytes:
    """The table on a sheet called `name`, its notes (title, source, whether invented) below an empty line."""
    book = Book(language)
    sheet = book.file.add_worksheet(name)
    plain = book.lined()
    for column, heading in enumerate(table.columns):
        texts = [str(heading), *map(str, table[heading])]
        width = min(max(map(text_width, texts)) + 2, _WIDE)
        sheet.set_column(column, column, max(width, _NARROW))
        sheet.write_string(0, column, cell_text(str(heading)), book.heading(align="left"))
    for line, row in enumerate(table.itertuples(index=False, name=None), 1):
        for column, cell in enumerate(row):
            if pd.isna(cell):
                sheet.write_blank(line, column, None, plain)
            elif isinstance(cell, Real):
                sheet.write_number(line, column, float(cell), plain)
            else:
                sheet.write_string(line, column, cell_text(str(cell)), plain)
    for line, note in enumerate(notes, len(table) + 2):
        sheet.write_string(line, 0, cell_text(note), book.look())
    sheet.freeze_panes(1, 0)
    if len(table):
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
    sheet.hide_gridlines(2)
    return book.content()

"""CSV that a spreadsheet opens as it should be: UTF-8 with a mark, and no cell that would be run."""

from io import StringIO

import pandas as pd
from defusedcsv import csv

DECIMALS = 6


def csv_file(table: pd.DataFrame, notes: tuple[str, ...]) -> bytes:
    """The table, then its notes (title, source, date, whether the figures are invented) below an empty line.

    Text that starts like a formula is written so that spreadsheets show it instead of running it.
    """
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([_trimmed(str(column)) for column in table.columns])
    for row in table.astype(object).where(table.notna(), None).itertuples(index=False, name=None):
        writer.writerow([_plain(_trimmed(cell)) for cell in row])
    writer.writerow([])
    writer.writerows([_trimmed(note)] for note in notes)
    return text.getvalue().encode("utf-8-sig")


def _trimmed(cell: object) -> object:
    """Text without the white space around it: a spreadsheet skips it, and would run the formula behind."""
    return cell.strip() if isinstance(cell, str) else cell


def _plain(cell: object) -> object:
    """A number without what only a computer's way of counting adds: 854, not 854.0; 99.192445."""
    if not isinstance(cell, float):
        return cell
    rounded = round(cell, DECIMALS)
    return int(rounded) if rounded.is_integer() else rounded

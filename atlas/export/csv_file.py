"""CSV that Excel opens as it should be: UTF-8 with a byte-order mark, and no cell that a spreadsheet would run."""

import pandas as pd

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_file(table: pd.DataFrame, notes: tuple[str, ...]) -> bytes:
    """The table, then its notes (title, source, date, whether the figures are invented) below an empty line."""
    safe = table.copy()
    for column in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[column]):
            safe[column] = [_unarmed(value) for value in safe[column]]
    text = safe.to_csv(index=False, lineterminator="\r\n")
    foot = pd.DataFrame({"": [_unarmed(note) for note in notes]}).to_csv(index=False, header=False, lineterminator="\r\n")
    return ("\ufeff" + text + "\r\n" + foot).encode()


def _unarmed(value: object) -> object:
    """Text that starts like a formula gets an apostrophe, which spreadsheets show as text."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return "'" + value
    return value

"""Values of a workbook's cells as the texts that a spreadsheet would show plainly."""

import datetime as dt
import re

Cells = dict[tuple[int, int], str]
"""Texts by row and column, both from 0."""

PERCENT_FORMATS = frozenset((9, 10))
"""The numbers of the two formats for percentages that every workbook knows."""

_LITERALS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def cell_text(value: object) -> str:
    """12 not 12.0, dates as 2025-03-01, TRUE and FALSE; a span of time in days, as a workbook keeps it."""
    if value.__class__ is str:
        return str(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return number_text(value)
    if isinstance(value, dt.datetime):
        return value.isoformat(" ") if value.time() != dt.time() else value.date().isoformat()
    if isinstance(value, dt.timedelta):
        return number_text(value.total_seconds() / 86_400)
    return str(value)


def number_text(value: float) -> str:
    """The shortest text of a number with 15 digits, which is all that a spreadsheet keeps."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"


def percent_text(value: bytes | float) -> str:
    """0.953 as "95.3%"; "" for what is no number."""
    try:
        # Rounded as a decimal would be: 0.07 is 7 %, not 7.000000000000001 %.
        return f"{number_text(round(float(value) * 100, 10))}%"
    except (ValueError, OverflowError):
        return ""


def is_percent_format(code: str) -> bool:
    """Whether a number format multiplies by 100: 0.0% does, 0"%" does not."""
    return "%" in _LITERALS.sub("", code)

"""A second table to the right of the first, as lists are printed in two halves."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pyarrow.compute as pc

from atlas.ingest.spreadsheet.column_meaning import Meaning
from atlas.ingest.spreadsheet.column_words import DIVISION_KINDS, Kind
from atlas.ingest.spreadsheet.name_keys import name_key
from atlas.ingest.spreadsheet.sheet import Sheet

_FIGURES = (Kind.FIGURE, Kind.VALUE)
_BEFORE_NAMES = (Kind.EMPTY, Kind.SERIAL, Kind.CODE)


def without_right_half(sheet: Sheet, start: int, columns: Sequence[Meaning]) -> tuple[Meaning, ...]:
    """The columns of a table, those of another one to its right marked as not its own.

    `start` is how many rows of the sheet lie above the rows of the table. The other one begins where the
    heading of the division stands again, with other divisions below it and figures on either side.
    """
    first = next(_begins(sheet, start, columns), None)
    if first is None:
        return tuple(columns)
    beside = [
        column if column.kind is Kind.EMPTY else replace(column, kind=Kind.BESIDE)
        for column in columns[first:]
    ]
    return (*columns[:first], *beside)


def _begins(sheet: Sheet, start: int, columns: Sequence[Meaning]) -> Iterator[int]:
    named = [place for place, column in enumerate(columns) if column.kind in DIVISION_KINDS]
    for place in named:
        same = [other for other in named if other < place and _is_headed_alike(columns, other, place)]
        if not same or not _has_figures(columns[same[0] : place]) or not _has_figures(columns[place:]):
            continue
        if not pc.all(pc.equal(sheet.columns[same[0]][start:], sheet.columns[place][start:])).as_py():
            yield _first_before(columns, place)


def _is_headed_alike(columns: Sequence[Meaning], one: int, other: int) -> bool:
    return name_key(columns[one].text) == name_key(columns[other].text)


def _has_figures(columns: Sequence[Meaning]) -> bool:
    return any(column.kind in _FIGURES for column in columns)


def _first_before(columns: Sequence[Meaning], place: int) -> int:
    """Serial numbers and codes stand to the left of a name and belong to it."""
    while columns[place - 1].kind in _BEFORE_NAMES:
        place -= 1
    return place

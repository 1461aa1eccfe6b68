"""Where another table begins on the same sheet, below the one that is read."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from atlas.ingest.spreadsheet.address_columns import Mask
from atlas.ingest.spreadsheet.cell_characters import plain
from atlas.ingest.spreadsheet.column_meaning import ColumnReader, Meaning
from atlas.ingest.spreadsheet.column_words import DIVISION_KINDS, Kind, kind_of
from atlas.ingest.spreadsheet.distinct import Distinct
from atlas.ingest.spreadsheet.division_names import DivisionNames
from atlas.ingest.spreadsheet.heading_block import may_name_columns
from atlas.ingest.spreadsheet.name_keys import name_key
from atlas.ingest.spreadsheet.row_kinds import RowKind, is_note, kind_of_row
from atlas.ingest.spreadsheet.table import Table
from atlas.ingest.spreadsheet.title_lines import Surroundings, read_surroundings

_DIVISION = (Kind.CODE, *DIVISION_KINDS)
_FIRST = frozenset((*_DIVISION, Kind.SERIAL, Kind.MEASURE_NAME, Kind.PERIOD, Kind.YEAR))
_STATED_BY_ROW = (Kind.PERIOD, Kind.YEAR, Kind.MONTH)
_LONGEST_WORD, _LONGEST_TITLE = 16, 80
_MOST_SUSPECTED = 20_000
"""No table repeats its heading more often."""
_NEAR = 8
"""How many rows a title may stand above its heading, and a heading above its figures."""


def up_to_next_table(table: Table, reader: ColumnReader, names: DivisionNames) -> Table:
    """The table without the rows of what begins below it on the same sheet."""
    end = _next_table(table, reader, names)
    if end is None:
        return table
    return Table(table.sheet, table.heading, table.surroundings, table.columns, end, (*table.others, end + 1))


def _next_table(table: Table, reader: ColumnReader, names: DivisionNames) -> int | None:
    """The place in the sheet of the row where the next table begins, counted from 0; None where none does.

    A heading begins one that names other columns, or that repeats the first below another title; so does a
    title with another period that has figures below it.
    """
    own = {name_key(word) for column in table.columns for word in (column.text, *column.text.split())} - {""}
    for row in _suspected(table, own):
        cells = table.sheet.row(row + 1)
        if not may_name_columns(cells):
            continue
        if _is_title(cells):
            begins = _tells_another_period(table, cells, row, names)
        elif _names_columns(cells, reader):
            begins = not _repeats(table, cells, reader) or _has_another_title(table, row, reader, names)
        else:
            begins = False
        if begins:
            return _first_of(table, row, reader)
    return None


def _suspected(table: Table, own: set[str]) -> list[int]:
    """Rows, by their place in the sheet, with a word as in a heading, or with a date and no figures."""
    headed = np.zeros(table.rows, np.bool_)
    dated = np.zeros(table.rows, np.bool_)
    for place in {0, *table.of(*_FIRST, Kind.MONTH)} if table.columns else ():
        column = table.distinct(place)
        headed |= _said(column, lambda text: _is_heading_word(text, own))
        if table.columns[place].kind not in _STATED_BY_ROW:
            dated |= _said(column, _may_state_period)
    for place in table.of(Kind.FIGURE, Kind.VALUE) if dated.any() else ():
        dated &= pc.equal(table.texts(place), "").to_numpy(zero_copy_only=False)
    rows: list[int] = (np.flatnonzero(headed | dated)[:_MOST_SUSPECTED] + table.start).tolist()
    return rows


def _said(column: Distinct, is_meant: Callable[[str], bool]) -> Mask:
    worded = np.flatnonzero(pc.invert(pc.utf8_is_digit(column.texts)).to_numpy(zero_copy_only=False))
    said = np.zeros(len(column.texts), np.bool_)
    said[worded] = [is_meant(text) for text in column.texts.take(pa.array(worded)).to_pylist()]
    found: Mask = said[column.places] if said.any() else np.zeros(len(column.places), np.bool_)
    return found


def _is_heading_word(text: str, own: set[str]) -> bool:
    if len(text) > _LONGEST_WORD or not (name_key(text) in own or kind_of(text) in _FIRST):
        return False
    return kind_of_row((text,), frozenset()) not in (RowKind.GRAND_TOTAL, RowKind.SUBTOTAL)


def _may_state_period(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and any(letter.isdigit() or letter in "年月季" for letter in text)


def _is_title(cells: Sequence[str]) -> bool:
    return sum(bool(plain(cell)) for cell in cells) == 1


def _tells_another_period(table: Table, cells: Sequence[str], row: int, names: DivisionNames) -> bool:
    """Whether a line between rows of figures states a period that is not the table's."""
    line = next(cell for cell in cells if plain(cell))
    if table.of(*_STATED_BY_ROW) or is_note(line) or not _figures_between(table, table.start, row):
        return False
    if all(column.period for column in table.columns if column.kind is Kind.FIGURE):
        return False
    period = read_surroundings((line,), "", "", names).period
    return period not in (None, table.surroundings.period) and _figures_between(table, row + 1, row + _NEAR)


def _figures_between(table: Table, first: int, last: int) -> bool:
    end = min(last, first + _NEAR, table.sheet.rows)
    return any(not may_name_columns(table.sheet.row(row + 1)) for row in range(first, end))


def _names_columns(cells: Sequence[str], reader: ColumnReader) -> bool:
    meanings = [reader.read((cell,)) for cell in cells if plain(cell)]
    if any(meaning.kind in _DIVISION for meaning in meanings):
        return True
    return any(meaning.measure or meaning.kind is Kind.VALUE for meaning in meanings) or (
        any(meaning.kind is Kind.MEASURE_NAME for meaning in meanings) and len(meanings) > 1
    )


def _repeats(table: Table, cells: Sequence[str], reader: ColumnReader) -> bool:
    """Whether every cell says what the column's own heading says, or the same in other words."""
    return all(
        _says_the_same(cell, column, reader)
        for cell, column in zip(cells, table.heading.columns, strict=True)
        if name_key(cell)
    )


def _says_the_same(cell: str, column: Meaning, reader: ColumnReader) -> bool:
    key = name_key(cell)
    if key == name_key(column.text) or key in map(name_key, column.text.split()):
        return True
    meaning = reader.read((cell,))
    return meaning.kind is not Kind.UNKNOWN and _told(meaning) == _told(column)


def _told(meaning: Meaning) -> tuple[object, ...]:
    return meaning.kind, meaning.measure, meaning.period, meaning.relative, meaning.division


def _has_another_title(table: Table, row: int, reader: ColumnReader, names: DivisionNames) -> bool:
    """Whether what stands above a repeated heading makes its figures those of another place, unit, measure
    or period."""
    around, told = table.surroundings, read_surroundings(list(_lines_above(table, row)), "", "", names)
    by_title = not any(column.measure for column in table.heading.columns)
    measures = {column.measure for column in table.columns}
    return (
        _is_elsewhere(told, around, names)
        or (bool(told.units) and told.units != around.units)
        or (told.period not in (None, around.period) and not table.of(*_STATED_BY_ROW))
        or (by_title and reader.measures.within(told.title) not in ("", *measures))
    )


def _is_elsewhere(told: Surroundings, around: Surroundings, names: DivisionNames) -> bool:
    if not told.place or not around.place or told.place == around.place:
        return False
    return not names.lies_in(told.place, around.place)


def _lines_above(table: Table, row: int) -> Iterator[str]:
    """The texts above a heading, up to the last row of figures or the same heading, from the top down."""
    heading = table.sheet.row(row + 1)
    lines: list[tuple[str, ...]] = []
    for above in range(row, max(table.start, row - _NEAR), -1):
        cells = table.sheet.row(above)
        if cells == heading or not may_name_columns(cells):
            break
        lines.append(cells)
    yield from (cell for cells in reversed(lines) for cell in cells if plain(cell))


def _first_of(table: Table, row: int, reader: ColumnReader) -> int:
    """The row of the title above a heading; a division without figures is no title."""
    first = place = row
    while place > max(table.start, row - _NEAR):
        place -= 1
        cells = [cell for cell in table.sheet.row(place + 1) if plain(cell)]
        if len(cells) > 1 or (cells and (not may_name_columns(tuple(cells)) or reader.is_division(cells[0]))):
            break
        first = place if cells else first
    return first

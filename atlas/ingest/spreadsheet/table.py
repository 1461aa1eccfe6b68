"""A table in a sheet: its heading, its surroundings, and its columns below the heading."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import pyarrow as pa

from atlas.ingest.spreadsheet.cell_characters import plain
from atlas.ingest.spreadsheet.cell_units import read_unit_factor
from atlas.ingest.spreadsheet.column_meaning import NO_UNIT, ColumnReader, Meaning
from atlas.ingest.spreadsheet.column_words import Kind
from atlas.ingest.spreadsheet.distinct import Distinct, distinct
from atlas.ingest.spreadsheet.division_names import DivisionNames
from atlas.ingest.spreadsheet.heading_block import (
    SCANNED_ROWS,
    HeadingBlock,
    find_heading,
    heading_above,
    may_name_columns,
)
from atlas.ingest.spreadsheet.sheet import Sheet
from atlas.ingest.spreadsheet.side_by_side import without_right_half
from atlas.ingest.spreadsheet.title_lines import Surroundings, read_surroundings

_LOOKED_AT = 200


@dataclass(frozen=True, eq=False)
class Table:
    """`columns` say what each column is for, in the sheet's order. Rows are counted below the heading.

    `end` is how many rows of the sheet lie above the next table, where there is one. `others` are the rows of
    the sheet, counted from 1, where tables begin that are not read.
    """

    sheet: Sheet
    heading: HeadingBlock
    surroundings: Surroundings
    columns: tuple[Meaning, ...]
    end: int
    others: tuple[int, ...] = ()
    _distinct: dict[int, Distinct] = field(default_factory=dict)

    @property
    def start(self) -> int:
        """The place in the sheet of the first row below the heading, counted from 0."""
        return self.heading.last

    @property
    def rows(self) -> int:
        """How many rows lie below the heading, up to the next table."""
        return max(self.end - self.start, 0)

    def of(self, *kinds: Kind) -> list[int]:
        """The places of the columns of these kinds, in the sheet's order."""
        return [place for place, column in enumerate(self.columns) if column.kind in kinds]

    def texts(self, column: int) -> pa.Array | pa.ChunkedArray:
        """The cells of a column below the heading."""
        return self.sheet.columns[column].slice(self.start, self.rows)

    def distinct(self, column: int) -> Distinct:
        """The same as distinct texts, taken apart once."""
        if column not in self._distinct:
            self._distinct[column] = distinct(self.texts(column))
        return self._distinct[column]

    @property
    def measure_by_row(self) -> bool:
        """Whether each row says what it counts."""
        return any(column.kind is Kind.MEASURE_NAME for column in self.columns)


def find_table(sheet: Sheet, file_stem: str, reader: ColumnReader, names: DivisionNames) -> Table | None:
    """The table of a sheet, or None where no row names its columns."""
    top = top_rows(sheet)
    heading = find_heading(sheet, top, reader)
    if heading is None:
        return None
    other = heading_above(sheet, top, heading.first, reader)
    surroundings = read_surroundings(_lines_above(top, heading, other), sheet.name, file_stem, names)
    decided = _decided(sheet, heading, surroundings, reader)
    columns = without_right_half(sheet, heading.last, decided)
    others = (other.first,) if other is not None else ()
    return Table(sheet, heading, surroundings, columns, sheet.rows, others)


def _lines_above(
    top: Sequence[tuple[str, ...]], heading: HeadingBlock, other: HeadingBlock | None
) -> list[str]:
    """The texts above a heading; of a sheet with a table above, first what stands between, then its title."""
    rows = list(top[: heading.first - 1])
    if other is not None:
        figures = max(row for row in range(other.last, len(rows)) if not may_name_columns(rows[row]))
        rows = [*rows[figures + 1 :], *rows[: other.first - 1]]
    return [cell for row in rows for cell in row if cell]


def top_rows(sheet: Sheet) -> list[tuple[str, ...]]:
    """The rows in which a heading is looked for."""
    columns = [column.slice(0, SCANNED_ROWS).to_pylist() for column in sheet.columns]
    return [tuple(row) for row in zip(*columns, strict=True)]


def _decided(
    sheet: Sheet, heading: HeadingBlock, around: Surroundings, reader: ColumnReader
) -> tuple[Meaning, ...]:
    columns = list(heading.columns)
    for place, column in enumerate(columns):
        if column.kind is Kind.NAME_OR_UNIT:
            kind = Kind.UNIT if _holds_units(sheet, heading.last, place) else Kind.NAME
            columns[place] = replace(column, kind=kind)
    if not any(column.measure or column.kind is Kind.MEASURE_NAME for column in columns):
        measure = reader.measures.within(around.title)
        columns = [_counting(column, measure) for column in columns] if measure else columns
    return tuple(columns)


def _counting(column: Meaning, measure: str) -> Meaning:
    if column.kind is Kind.VALUE or (column.kind is Kind.FIGURE and not column.measure):
        return replace(column, kind=Kind.FIGURE, measure=measure)
    return column


def _holds_units(sheet: Sheet, start: int, place: int) -> bool:
    written = [text for text in _first(sheet, start, place) if plain(text)]
    return bool(written) and all(read_unit_factor(text) != NO_UNIT for text in written)


def _first(sheet: Sheet, start: int, place: int) -> Iterable[str]:
    texts: list[str] = sheet.columns[place].slice(start, _LOOKED_AT).to_pylist()
    return texts

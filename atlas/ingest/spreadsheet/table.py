"""A table in a sheet: its heading, its surroundings, and its columns below the heading."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import pyarrow as pa

from atlas.ingest.spreadsheet.cell_characters import plain
from atlas.ingest.spreadsheet.cell_units import read_unit_factor
from atlas.ingest.spreadsheet.column_meaning import NO_UNIT, ColumnReader, Meaning
from atlas.ingest.spreadsheet.column_words import Kind
from atlas.ingest.spreadsheet.distinct import Distinct, distinct
from atlas.ingest.spreadsheet.division_names import DivisionNames
from atlas.ingest.spreadsheet.heading_block import SCANNED_ROWS, HeadingBlock, find_heading
from atlas.ingest.spreadsheet.sheet import Sheet
from atlas.ingest.spreadsheet.title_lines import Surroundings, read_surroundings

_LOOKED_AT = 200


@dataclass(frozen=True, eq=False)
class Table:
    """`columns` say what each column is for, in the sheet's order. Rows are counted below the heading."""

    sheet: Sheet
    heading: HeadingBlock
    surroundings: Surroundings
    columns: tuple[Meaning, ...]
    _distinct: dict[int, Distinct] = field(default_factory=dict)

    @property
    def start(self) -> int:
        """The place in the sheet of the first row below the heading, counted from 0."""
        return self.heading.last

    @property
    def rows(self) -> int:
        """How many rows lie below the heading."""
        return max(self.sheet.rows - self.start, 0)

    def of(self, *kinds: Kind) -> list[int]:
        """The places of the columns of these kinds, in the sheet's order."""
        return [place for place, column in enumerate(self.columns) if column.kind in kinds]

    def texts(self, column: int) -> pa.Array | pa.ChunkedArray:
        """The cells of a column below the heading."""
        return self.sheet.columns[column].slice(self.start)

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
    above = [cell for row in top[: heading.first - 1] for cell in row if cell]
    surroundings = read_surroundings(above, sheet.name, file_stem, names)
    columns = _decided(sheet, heading, surroundings, reader)
    return Table(sheet, heading, surroundings, columns)


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

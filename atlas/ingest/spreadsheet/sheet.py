"""A sheet as it was read: columns of text, whatever the file's format."""

from dataclasses import dataclass

import pyarrow as pa

from atlas.findings import Note


@dataclass(frozen=True, eq=False)
class Sheet:
    """One table of cells as text, from the file's first row on, so that row n of the file is entry n − 1.

    `columns` are string arrays of one length, "" where a cell is empty. Numbers of a workbook are written
    plainly (12, 0.5), dates as 2025-03-01. `merged` lists the merged ranges as (first row, first column, last
    row, last column), counted from 1.
    """

    name: str
    columns: tuple[pa.StringArray | pa.ChunkedArray, ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def rows(self) -> int:
        """How many rows, empty ones included."""
        return len(self.columns[0]) if self.columns else 0

    def row(self, number: int) -> tuple[str, ...]:
        """The texts of one row, counted from 1."""
        return tuple(str(column[number - 1]) for column in self.columns)


@dataclass(frozen=True, eq=False)
class ReadFile:
    """The sheets of a file and how it was read; `encoding` and `delimiter` are "" for workbooks.

    `notes` say what a person should know about the reading: a name with another ending, lost characters.
    """

    file_name: str
    sha256: str
    size: int
    format: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    delimiter: str = ""
    notes: tuple[Note, ...] = ()

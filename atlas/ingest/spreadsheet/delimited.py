"""Text tables become columns: fast where the text is regular, row by row where it is not."""

import io
import re
from dataclasses import dataclass

import pyarrow as pa

from atlas.ingest.spreadsheet.careful_rows import careful_rows
from atlas.ingest.spreadsheet.columns import columns_of, trimmed
from atlas.ingest.spreadsheet.dialect import dialect_of
from atlas.ingest.spreadsheet.limits import COLUMNS, check_lines, check_shape
from atlas.ingest.spreadsheet.regular_rows import Progress, regular_columns, resplit

# Written by spreadsheet programs for themselves: it names the delimiter and is not shown as a row.
_DIRECTIVE = re.compile(rb'"?sep=([,;|\t])"?\n', re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class DelimitedTable:
    """The columns of a text table and the character that separates its cells."""

    columns: tuple[pa.StringArray, ...]
    delimiter: str


def read_delimited(data: bytes, file: str, progress: Progress = lambda _: None) -> DelimitedTable:
    """Read UTF-8 text whose lines end with a line feed; entry n − 1 of a column is the spreadsheet's row n.

    Blank lines are rows; a quoted cell with line breaks is in one row; a short row is filled up. `progress`
    is called with 0 to 1. Raises AtlasError for what exceeds `limits`.
    """
    check_lines(file, data)
    directive = _DIRECTIVE.match(data)
    if directive:
        data = data[directive.end() :]
    dialect = dialect_of(data, directive[1].decode() if directive else "")
    check_shape(file, 0, dialect.columns, len(data))
    columns = regular_columns(data, file, dialect, progress)
    if columns is None:
        lines = (line.rstrip(b"\n").decode("utf-8", "replace") for line in io.BytesIO(data))
        rows = (resplit(row, dialect) for row in careful_rows(lines, dialect.delimiter))
        columns = columns_of(rows, COLUMNS)
        check_shape(file, len(columns[0]) if columns else 0, len(columns), len(data))
    progress(1.0)
    return DelimitedTable(trimmed(columns), dialect.delimiter)

"""Text tables become columns: fast where the text is regular, row by row where it is not."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

from atlas.ingest.spreadsheet.careful_rows import LONGEST_CELL, careful_rows
from atlas.ingest.spreadsheet.columns import columns_of, empty, stacked, trimmed
from atlas.ingest.spreadsheet.dialect import FULL_WIDTH_COMMA, Dialect, dialect_of
from atlas.ingest.spreadsheet.limits import COLUMNS, check_lines, check_shape

Progress = Callable[[float], None]

_BLOCK = 4_000_000
_ODD_ROWS = 50_000
_STAND_IN = "\x1f"
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
    columns = _fast(data, file, dialect, progress)
    if columns is None:
        lines = (line.rstrip(b"\n").decode("utf-8", "replace") for line in io.BytesIO(data))
        rows = (_resplit(row, dialect) for row in careful_rows(lines, dialect.delimiter))
        columns = columns_of(rows, COLUMNS)
        check_shape(file, len(columns[0]) if columns else 0, len(columns), len(data))
    progress(1.0)
    return DelimitedTable(trimmed(columns), dialect.delimiter)


def _fast(data: bytes, file: str, dialect: Dialect, progress: Progress) -> list[pa.StringArray] | None:
    """The columns, or None where quotation marks are not what they seem."""
    quoted = b'"' in data
    delimiter = dialect.delimiter
    if delimiter == FULL_WIDTH_COMMA:
        if quoted or _STAND_IN.encode() in data:
            return None
        data, delimiter = data.replace(delimiter.encode(), _STAND_IN.encode()), _STAND_IN
    if quoted and data.count(b'"') % 2:
        return None
    odd: list[tuple[int, str]] = []
    try:
        batches = list(_batches(data, delimiter, dialect.columns, quoted, odd, progress))
    except pa.ArrowInvalid:
        return None
    columns = stacked([batch.columns for batch in batches])
    if quoted and _has_swallowed(columns, odd):
        return None
    return (
        _with_odd_rows(columns, odd, Dialect(delimiter, dialect.columns), file, len(data)) if odd else columns
    )


def _batches(
    data: bytes, delimiter: str, width: int, quoted: bool, odd: list[tuple[int, str]], progress: Progress
) -> Iterator[pa.RecordBatch]:
    def keep(row: arrow_csv.InvalidRow) -> str:
        odd.append((row.number - 1, row.text))
        return "skip" if len(odd) <= _ODD_ROWS else "error"

    names = [str(place) for place in range(width)]
    source = pa.BufferReader(pa.py_buffer(data))
    reader = arrow_csv.open_csv(
        source,
        # Rows are numbered for `keep` only when one thread reads.
        arrow_csv.ReadOptions(use_threads=False, block_size=_BLOCK, column_names=names),
        arrow_csv.ParseOptions(
            delimiter=delimiter,
            quote_char='"' if quoted else False,
            newlines_in_values=quoted,
            ignore_empty_lines=False,
            invalid_row_handler=keep,
        ),
        arrow_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False, check_utf8=False
        ),
    )
    for batch in reader:
        progress(min(1.0, source.tell() / len(data)))
        yield batch


def _has_swallowed(columns: Sequence[pa.StringArray], odd: Sequence[tuple[int, str]]) -> bool:
    """Whether a cell holds so many lines that its quotation mark must have lacked its partner."""
    if any(text.count("\n") > LONGEST_CELL for _, text in odd):
        return True
    most = (pc.max(pc.count_substring(column, "\n")).as_py() or 0 for column in columns)
    return any(lines > LONGEST_CELL for lines in most)


def _with_odd_rows(
    columns: Sequence[pa.StringArray],
    odd: Sequence[tuple[int, str]],
    dialect: Dialect,
    file: str,
    size: int,
) -> list[pa.StringArray]:
    """The regular rows and the odd ones, each in its place."""
    extra = columns_of((_resplit(_cells(text, dialect.delimiter), dialect) for _, text in odd), COLUMNS)
    regular = len(columns[0]) if columns else 0
    total = regular + len(odd)
    check_shape(file, total, max(len(extra), dialect.columns), size)
    places = np.array([number for number, _ in odd], np.int64)
    is_odd = np.zeros(total, np.bool_)
    is_odd[places] = True
    order = np.empty(total, np.int64)
    order[is_odd] = np.arange(regular, total)
    order[~is_odd] = np.arange(regular)
    both = stacked([columns or [empty(0)], extra])
    return [column.take(pa.array(order)) for column in both]


def _cells(text: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(text, newline="\n"), delimiter=delimiter), [])
    except csv.Error:
        return text.split(delimiter)


def _resplit(row: list[str], dialect: Dialect) -> list[str]:
    """A row in which some commas were typed full-width, if that is what makes it too short."""
    if dialect.delimiter != "," or len(row) >= dialect.columns:
        return row
    parts = [part for cell in row for part in cell.split(FULL_WIDTH_COMMA)]
    return parts if len(parts) == dialect.columns else row

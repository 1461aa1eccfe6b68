"""Rows of a text table read fast, all at once; the few that have another number of cells are put back."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv

from atlas.ingest.spreadsheet.careful_rows import LONGEST_CELL
from atlas.ingest.spreadsheet.columns import columns_of, stacked
from atlas.ingest.spreadsheet.dialect import FULL_WIDTH_COMMA, Dialect
from atlas.ingest.spreadsheet.limits import COLUMNS, check_shape

Progress = Callable[[float], None]

# Larger than the longest line that is read.
_BLOCK = 1 << 20
_ODD_ROWS = 20_000
_STAND_IN = "\x1f"

Odd = list[tuple[int, str]]
"""Rows with another number of cells than most: their numbers from 0, and their texts."""


def regular_columns(
    data: bytes, file: str, dialect: Dialect, progress: Progress
) -> list[pa.StringArray] | None:
    """The columns of the table, or None where quotation marks are not what they seem, or most rows are odd.

    Raises AtlasError for what exceeds `limits`.
    """
    quoted = b'"' in data
    delimiter = dialect.delimiter
    if quoted and data.count(b'"') % 2:
        return None
    if delimiter == FULL_WIDTH_COMMA:
        if quoted or _STAND_IN.encode() in data:
            return None
        data, delimiter = data.replace(delimiter.encode(), _STAND_IN.encode()), _STAND_IN
    if not quoted:
        check_shape(file, data.count(b"\n"), dialect.columns, len(data))
    odd: Odd = []
    try:
        pieces = list(_pieces(data, delimiter, dialect.columns, odd, progress, quoted=quoted))
    except pa.ArrowInvalid:
        return None
    if quoted and _has_swallowed(pieces, odd):
        return None
    rows = len(odd) + sum(len(piece[0]) for piece in pieces)
    check_shape(file, rows, dialect.columns, len(data))
    if not odd:
        return stacked(pieces)
    extra = columns_of((_resplit(text, delimiter, dialect) for _, text in odd), COLUMNS)
    check_shape(file, rows, len(extra), len(data))
    return _in_order([*pieces, extra], _order(rows, [number for number, _ in odd]))


def resplit(row: list[str], dialect: Dialect) -> list[str]:
    """A row in which some commas were typed full-width, taken apart if that is what makes it too short."""
    if dialect.delimiter != "," or len(row) >= dialect.columns:
        return row
    parts = [part for cell in row for part in cell.split(FULL_WIDTH_COMMA)]
    return parts if len(parts) == dialect.columns else row


def _pieces(
    data: bytes, delimiter: str, width: int, odd: Odd, progress: Progress, *, quoted: bool
) -> Iterator[list[pa.StringArray]]:
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
        yield batch.columns


def _has_swallowed(pieces: Sequence[Sequence[pa.StringArray]], odd: Odd) -> bool:
    """Whether a cell holds so many lines that its quotation mark must have lacked its partner."""
    if any(text.count("\n") > LONGEST_CELL for _, text in odd):
        return True
    most = (pc.max(pc.count_substring(column, "\n")).as_py() or 0 for piece in pieces for column in piece)
    return any(lines > LONGEST_CELL for lines in most)


def _resplit(text: str, delimiter: str, dialect: Dialect) -> list[str]:
    try:
        row = next(csv.reader(io.StringIO(text, newline="\n"), delimiter=delimiter), [])
    except csv.Error:
        row = text.split(delimiter)
    return resplit(row, dialect)


def _order(rows: int, odd: Sequence[int]) -> pa.Int64Array:
    """Where each row is found when the odd ones come after all others."""
    is_odd = np.zeros(rows, np.bool_)
    is_odd[odd] = True
    order = np.empty(rows, np.int64)
    order[is_odd] = np.arange(rows - len(odd), rows)
    order[~is_odd] = np.arange(rows - len(odd))
    return pa.array(order)


def _in_order(pieces: list[list[pa.StringArray]], order: pa.Int64Array) -> list[pa.StringArray]:
    columns = stacked([piece for piece in pieces if piece])
    for place, column in enumerate(columns):
        columns[place] = column.take(order)
    return columns

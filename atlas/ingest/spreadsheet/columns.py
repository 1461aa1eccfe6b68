"""Columns of text put together from rows and from pieces."""

from collections.abc import Iterable, Sequence
from itertools import islice

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

_PIECE = 10_000


def empty(rows: int) -> pa.StringArray:
    """A column of empty cells."""
    return pa.repeat(pa.scalar("", pa.string()), rows)


def columns_of(rows: Iterable[Sequence[str]], widest: int) -> list[pa.StringArray]:
    """The columns of rows of any length; short ones are filled up with empty cells.

    Works on a few thousand rows at a time, so that rows may be made as they are asked for. Reads no further
    once a row is wider than `widest`.
    """
    pieces: list[list[pa.StringArray]] = []
    source = iter(rows)
    while piece := list(islice(source, _PIECE)):
        width = max(map(len, piece))
        texts = ([row[place] if place < len(row) else "" for row in piece] for place in range(width))
        if width > widest:
            return [empty(len(piece))] * width
        pieces.append([pa.array(column, pa.string()) for column in texts] or [empty(len(piece))])
    return stacked(pieces)


def stacked(pieces: list[list[pa.StringArray]]) -> list[pa.StringArray]:
    """Pieces of a table below each other; those with fewer columns are filled up.

    Takes the pieces out of the lists it is given, so that the table is never in memory twice.
    """
    width = max(map(len, pieces), default=0)
    rows = [len(piece[0]) for piece in pieces]
    columns = []
    for place in range(width):
        column = [
            piece[place] if place < len(piece) else empty(length)
            for piece, length in zip(pieces, rows, strict=True)
        ]
        for piece in pieces:
            if place < len(piece):
                piece[place] = None
        columns.append(pa.concat_arrays(column))
    return columns


def trimmed(columns: Sequence[pa.StringArray]) -> tuple[pa.StringArray, ...]:
    """The columns up to the last row and the last column in which anything is written."""
    lengths = [_used(column) for column in columns]
    rows = max(lengths, default=0)
    last = max((place for place, length in enumerate(lengths, start=1) if length), default=0)
    return tuple(column.slice(0, rows) if len(column) > rows else column for column in columns[:last])


def _used(column: pa.StringArray) -> int:
    """How many rows a column has down to its last cell that is not empty."""
    # A full column shows it in its last rows; only the tail of an emptier one is looked at in growing steps.
    tail = 64
    while True:
        start = max(0, len(column) - tail)
        filled = np.flatnonzero(pc.binary_length(column.slice(start)).to_numpy(zero_copy_only=False))
        if len(filled):
            return start + int(filled[-1]) + 1
        if start == 0:
            return 0
        tail *= 8

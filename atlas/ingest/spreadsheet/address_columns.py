"""The cells of each row that say its division, taken together and worked on once for each distinct text."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from atlas.ingest.spreadsheet.distinct import Distinct
from atlas.ingest.spreadsheet.division_addresses import Address

Places = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class RowAddresses:
    """The distinct addresses of a table, and for every row the place of its own among them."""

    addresses: tuple[Address, ...]
    places: Places


def blanks(column: Distinct) -> Mask:
    """Which rows are empty in a column, white space included."""
    empty = np.array([not text.strip() for text in column.texts.to_pylist()], np.bool_)
    return empty[column.places] if len(empty) else np.zeros(len(column.places), np.bool_)


def filled_down(column: Distinct, empty: Mask, stop: Mask) -> Places:
    """Places where an empty cell takes what stands above it; it stays empty at and below a row of `stop`
    until something is written again."""
    row = np.arange(len(empty))
    last = np.maximum.accumulate(np.where(~empty | stop, row, 0)) if len(row) else row
    filled: Places = column.places[last]
    return filled


def joined(columns: Sequence[Distinct], rows: int) -> RowAddresses:
    """Addresses from the columns that name the division, the largest first."""
    if not columns:
        return RowAddresses(((),), np.zeros(rows, np.int32))
    first = columns[0]
    addresses: list[Address] = [(text,) for text in first.texts.to_pylist()]
    places = first.places.astype(np.int64)
    for column in columns[1:]:
        texts = column.texts.to_pylist()
        pairs, inverse = np.unique(places * max(len(texts), 1) + column.places, return_inverse=True)
        addresses = [(*addresses[pair // len(texts)], texts[pair % len(texts)]) for pair in pairs.tolist()]
        places = inverse.astype(np.int64).reshape(-1)
    return RowAddresses(tuple(addresses), places.astype(np.int32))

"""Periods as people write them in cells, titles and headings."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from atlas.ingest.spreadsheet.cell_characters import plain
from atlas.ingest.spreadsheet.distinct import distinct
from atlas.ingest.spreadsheet.period_forms import read_period

VALUE, MISSING, FAULTY = range(3)


@dataclass(frozen=True, eq=False)
class Periods:
    """A column of cells read as periods, entry for entry.

    `code` is "" and the months are −1 where none could be read; `status_code` is then MISSING (nothing was
    written) or FAULTY. `code` and `kind` are dictionary-encoded.
    """

    code: pa.DictionaryArray
    kind: pa.DictionaryArray
    first_month: npt.NDArray[np.int32]
    last_month: npt.NDArray[np.int32]
    status_code: npt.NDArray[np.int8]


def read_periods(texts: pa.Array | pa.ChunkedArray, year: int | None = None) -> Periods:
    """Read a column of texts, dictionary-encoded or not. Never raises for what a cell says.

    `year` is taken where a cell states none (“3月”, “1-3月累计”).
    """
    parts = distinct(texts)
    written = parts.texts.to_pylist()
    read = [read_period(text, year) for text in written]
    status = np.array(
        [
            VALUE if each else FAULTY if plain(text) else MISSING
            for each, text in zip(read, written, strict=True)
        ],
        np.int8,
    )
    first = np.array([each.first if each else -1 for each in read], np.int32)
    last = np.array([each.last if each else -1 for each in read], np.int32)
    return Periods(
        code=parts.column(_strings([str(each) if each else "" for each in read])),
        kind=parts.column(_strings([str(each.kind) if each else "" for each in read])),
        first_month=first[parts.places],
        last_month=last[parts.places],
        status_code=status[parts.places],
    )


def _strings(values: Sequence[str]) -> pa.StringArray:
    return pa.array(values, pa.string())

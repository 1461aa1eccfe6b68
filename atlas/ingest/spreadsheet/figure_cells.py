"""The cells of figures: one array for each thing that a figure states."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from atlas.ingest.spreadsheet.cell_numbers import STATUSES
from atlas.ingest.spreadsheet.intake import FIGURE_COLUMNS
from atlas.periods import Period

Array = npt.NDArray[np.int32]


class Keys:
    """Numbers for the divisions, measures and periods of a file; 0 is the one that is not known."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {"": 0}
        self._measures: dict[str, int] = {"": 0}
        self._periods: dict[Period | None, int] = {None: 0}

    @property
    def codes(self) -> list[str]:
        """Divisions in the order of their numbers."""
        return list(self._codes)

    @property
    def measures(self) -> list[str]:
        """Measures in the order of their numbers."""
        return list(self._measures)

    @property
    def periods(self) -> list[Period | None]:
        """Periods in the order of their numbers."""
        return list(self._periods)

    def code(self, code: str) -> int:
        """The number of a division."""
        return self._codes.setdefault(code, len(self._codes))

    def measure(self, measure: str) -> int:
        """The number of a measure."""
        return self._measures.setdefault(measure, len(self._measures))

    def period(self, period: Period | None) -> int:
        """The number of a period."""
        return self._periods.setdefault(period, len(self._periods))


@dataclass(frozen=True, eq=False)
class Cells:
    """Cells of a column. `rows` and `column` count from 1; `codes` and the next two are numbers in `Keys`."""

    rows: Array
    column: int
    codes: Array
    measures: Array
    periods: Array
    value: npt.NDArray[np.float64]
    status: npt.NDArray[np.int8]
    text: pa.Array | pa.ChunkedArray

    def where(self, mask: npt.NDArray[np.bool_]) -> "Cells":
        """Some of them."""
        if mask.all():
            return self
        return Cells(
            self.rows[mask],
            self.column,
            self.codes[mask],
            self.measures[mask],
            self.periods[mask],
            self.value[mask],
            self.status[mask],
            self.text.filter(pa.array(mask)),
        )


def figure_table(cells: Sequence[Cells], keys: Keys) -> pa.Table:
    """The cells of all columns as one table of `FIGURE_COLUMNS`."""
    if not cells:
        return FIGURE_COLUMNS.empty_table()
    spans = [(p.first, p.last, str(p), str(p.kind)) if p else (-1, -1, "", "") for p in keys.periods]
    first, last = (np.array([span[side] for span in spans], np.int32) for side in (0, 1))
    periods = np.concatenate([each.periods for each in cells])
    kinds = sorted({span[3] for span in spans})
    kind_of = np.array([kinds.index(span[3]) for span in spans], np.int32)
    texts = [chunk for each in cells for chunk in _chunks(each.text)]
    return pa.table(
        {
            "row": np.concatenate([each.rows for each in cells]),
            "column": np.concatenate([np.full(len(each.rows), each.column, np.int32) for each in cells]),
            "division": _words(np.concatenate([each.codes for each in cells]), keys.codes),
            "measure": _words(np.concatenate([each.measures for each in cells]), keys.measures),
            "period": _words(periods, [span[2] for span in spans]),
            "first_month": first[periods],
            "last_month": last[periods],
            "kind": _words(kind_of[periods], kinds),
            "value": np.concatenate([each.value for each in cells]),
            "status": _words(np.concatenate([each.status for each in cells]), list(STATUSES)),
            "text": pa.chunked_array(texts, pa.string()),
        }
    )


def _words(places: npt.NDArray[np.int32] | npt.NDArray[np.int8], words: list[str]) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int32)), pa.array(words, pa.string()))


def _chunks(text: pa.Array | pa.ChunkedArray) -> list[pa.Array]:
    if isinstance(text, pa.ChunkedArray):
        return list(text.chunks)
    return [text]

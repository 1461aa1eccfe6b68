"""The current observations of one measure as arrays, ready to be rolled up."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

_TYPES: Mapping[str, Any] = {
    "division": np.int32,
    "first": np.int32,
    "last": np.int32,
    "kind": np.int8,
    "value": np.float64,
    "status": np.int8,
    "qualifier": np.int8,
    "source": np.int32,
    "alternatives": np.int32,
}


@dataclass(frozen=True, slots=True)
class Observed:
    """One row for each division and period, sorted by kind and first month; arrays of one length.

    `division` is the code as a number; `kind`, `status` and `qualifier` are places in the lists of `schema`;
    `value` is NaN unless the status is value; `source` is the source's number in the store or −1.
    """

    division: npt.NDArray[np.int32]
    first: npt.NDArray[np.int32]
    last: npt.NDArray[np.int32]
    kind: npt.NDArray[np.int8]
    value: npt.NDArray[np.float64]
    status: npt.NDArray[np.int8]
    qualifier: npt.NDArray[np.int8]
    source: npt.NDArray[np.int32]
    alternatives: npt.NDArray[np.int32]

    @classmethod
    def of(cls, columns: Mapping[str, npt.NDArray[np.generic]]) -> "Observed":
        """From columns of any numeric type."""
        return cls(**{name: _as(columns[name], kind) for name, kind in _TYPES.items()})

    def __len__(self) -> int:
        return len(self.division)

    @property
    def nbytes(self) -> int:
        """Memory the arrays take, in bytes."""
        return sum(array.nbytes for array in self.arrays().values())

    def arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """The columns by name."""
        return {name: getattr(self, name) for name in _TYPES}

    def take(self, rows: npt.NDArray[np.generic]) -> "Observed":
        """The rows at these places, or where this mask is true."""
        return Observed.of({name: array[rows] for name, array in self.arrays().items()})

    def ordered(self) -> "Observed":
        """The same rows by kind, first month and division."""
        later = _after(self.kind, _after(self.first, self.division[1:] >= self.division[:-1]))
        if bool(later.all()):
            return self
        return self.take(np.lexsort((self.division, self.first, self.kind)))


def unpacked(columns: Mapping[str, npt.NDArray[Any]]) -> Observed:
    """Observations from the columns that `expressions.coded` selects."""
    packed = columns["packed"]
    size = len(packed)
    if size and bool((packed == packed[0]).all()):
        packed = np.broadcast_to(packed[:1], size)
        words = {name: np.broadcast_to(column, size) for name, column in _words(packed[:1]).items()}
    else:
        words = _words(packed)
    last = columns["first"] + words.pop("months")
    alternatives = columns.get("alternatives", np.broadcast_to(np.zeros(1, dtype=np.int32), size))
    return Observed.of({**columns, **words, "last": last, "alternatives": alternatives})


def contested_months(rows: Observed) -> tuple[int, ...]:
    """First months in which some division and period has several rows; `rows` must be ordered."""
    same = (
        (rows.division[1:] == rows.division[:-1])
        & (rows.kind[1:] == rows.kind[:-1])
        & (rows.first[1:] == rows.first[:-1])
    )
    return tuple(int(month) for month in np.unique(rows.first[1:][same]))


def joined(parts: tuple[Observed, ...]) -> Observed:
    """All rows of the parts, ordered."""
    columns = {name: np.concatenate([part.arrays()[name] for part in parts]) for name in _TYPES}
    return Observed.of(columns).ordered()


def _words(packed: npt.NDArray[Any]) -> dict[str, npt.NDArray[Any]]:
    return {
        "months": packed // 1000,
        "kind": packed // 100 % 10,
        "status": packed // 10 % 10,
        "qualifier": packed % 10,
    }


def _after(column: npt.NDArray[Any], tied: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Whether each entry follows the one before it, `tied` deciding between equal ones."""
    found: npt.NDArray[np.bool_] = (column[1:] > column[:-1]) | ((column[1:] == column[:-1]) & tied)
    return found


def _as(column: npt.NDArray[Any], kind: Any) -> npt.NDArray[Any]:
    if column.strides == (0,):
        return np.broadcast_to(column[:1].astype(kind), column.shape)
    return column.astype(kind, copy=False)

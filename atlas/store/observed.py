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

    `division` is the code as a number; `kind`, `status` and `qualifier` are places in the lists of `schema`; `value`
    is NaN unless the status is value; `source` is the source's number in the store or −1.
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
        return cls(**{name: columns[name].astype(kind, copy=False) for name, kind in _TYPES.items()})

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
        place = (self.kind.astype(np.int64) * 100_000 + self.first) * 1_000_000_000 + self.division
        if bool(np.all(place[1:] >= place[:-1])):
            return self
        return self.take(np.argsort(place, kind="stable"))


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

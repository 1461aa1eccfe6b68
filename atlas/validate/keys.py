"""Division, measure and period as one number, so that figures are compared by sorting and searching."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from atlas.findings import Ints
from atlas.periods import Period, PeriodKind

KINDS = tuple(PeriodKind)
MOST_MONTHS = 1000
"""Longer spans than this many months are kept apart by their first month and kind only."""

MANY = 2_000_000

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Keys:
    """Packs a node of the tree, the place of a measure and a period; sizes are those of their lists."""

    nodes: int
    measures: int

    def of(self, node: Any, measure: Any, period: Any) -> Ints:
        """The packed key, meaningful where none of the three is negative."""
        packed: Ints = (np.asarray(period, dtype=np.int64) * self.measures + measure) * self.nodes + node
        return packed

    def node(self, key: Ints) -> Ints:
        """The node of a key."""
        return key % self.nodes

    def measure(self, key: Ints) -> Ints:
        """The place of a key's measure."""
        return key // self.nodes % self.measures

    def period(self, key: Ints) -> Ints:
        """The packed period of a key."""
        return key // (self.nodes * self.measures)


def packed_period(first: Any, last: Any, kind: Any) -> Ints:
    """One number for a period; periods that begin later have a higher one."""
    months = np.minimum(np.asarray(last, dtype=np.int64) - first, MOST_MONTHS - 1)
    packed: Ints = (np.asarray(first, dtype=np.int64) * MOST_MONTHS + months) * len(KINDS) + kind
    return packed


def numbered(values: Ints, size: int) -> tuple[Ints, Ints]:
    """The distinct values, all from 0 to `size` − 1, in order, and the place of each entry among them."""
    if size > 4 * len(values) + MANY:
        distinct, places = np.unique(values, return_inverse=True)
        return distinct, places
    # Marking them in a table of all possible values is several times faster than sorting.
    place = np.zeros(size, dtype=np.int64)
    place[values] = 1
    distinct = np.flatnonzero(place)
    place[distinct] = np.arange(len(distinct))
    return distinct, place[values]


def period_of(packed: int) -> Period:
    """The period that a packed one stands for."""
    months, kind = divmod(int(packed), len(KINDS))
    first, length = divmod(months, MOST_MONTHS)
    return Period(KINDS[kind], first, first + length)


@dataclass(frozen=True, eq=False)
class Lookup:
    """Values by key; of equal keys the first one counts."""

    keys: Ints
    values: Floats

    @cached_property
    def _sorted(self) -> tuple[Ints, Ints]:
        order = np.argsort(self.keys, kind="stable")
        return self.keys[order], order

    def places(self, keys: Ints) -> Ints:
        """Where each of `keys` is found first, −1 where it is not."""
        known, order = self._sorted
        if not len(known):
            return np.full(len(keys), -1, dtype=np.int64)
        found = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        return np.where(known[found] == keys, order[found], -1)

    def find(self, keys: Ints) -> Floats:
        """The value of each of `keys`, NaN where there is none."""
        if not len(self.keys):
            return np.full(len(keys), np.nan)
        places = self.places(keys)
        return np.where(places >= 0, self.values[places], np.nan)

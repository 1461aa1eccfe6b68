"""The observations of one measure on the nodes of the tree, recoded and merged divisions included."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from atlas.divisions import Divisions
from atlas.divisions.nodes import Ints, Tree
from atlas.periods import PeriodKind
from atlas.rollup.retired import under_todays_codes
from atlas.store.observed import Observed
from atlas.store.schema import KINDS


@dataclass(frozen=True, eq=False)
class Rows:
    """One row for each node and period, ordered by kind and first month; arrays as in `Observed`."""

    node: Ints
    first: Ints
    last: Ints
    kind: Ints
    value: npt.NDArray[np.float64]
    status: Ints
    qualifier: Ints
    source: Ints
    alternatives: Ints
    runs: dict[PeriodKind, slice]

    def __len__(self) -> int:
        return len(self.node)

    @property
    def nbytes(self) -> int:
        """Memory the arrays take, in bytes; a column that repeats one value takes none."""
        return sum(array.nbytes for name in _COLUMNS if (array := getattr(self, name)).strides != (0,))

    @cached_property
    def has_sources(self) -> bool:
        """Whether any row names its source."""
        return bool(len(self)) and (self.source.strides != (0,) or int(self.source[0]) >= 0)

    @cached_property
    def nodes(self) -> int:
        """How many nodes have a figure for a month or a year."""
        marked = np.zeros(int(self.node.max()) + 1 if len(self) else 0, dtype=bool)
        for kind in (PeriodKind.MONTH, PeriodKind.YEAR):
            marked[self.node[self.runs[kind]]] = True
        return int(marked.sum())

    def starting(self, kind: PeriodKind, first: int, last: int) -> slice:
        """The rows of a kind whose first month lies in first … last."""
        run = self.runs[kind]
        months = self.first[run]
        bounds = np.searchsorted(months, np.array([first, last + 1], dtype=months.dtype))
        return slice(run.start + int(bounds[0]), run.start + int(bounds[1]))

    def on(self, renumbered: Ints) -> "Rows":
        """The same rows on a pruned tree; `renumbered` maps nodes, −1 where a node is gone."""
        node = renumbered[self.node]
        kept = node >= 0
        columns = {name: getattr(self, name)[kept] for name in _COLUMNS}
        columns["node"] = node[kept]
        return _rows(columns)


_COLUMNS = ("node", "first", "last", "kind", "value", "status", "qualifier", "source", "alternatives")


def rows_of(observed: Observed, tree: Tree, divisions: Divisions) -> Rows:
    """Put observations on the tree.

    Figures of recoded and merged divisions count under today's code, unless today's division has a figure of
    its own for the same period.
    """
    node = tree.nodes_of(observed.division)
    columns: dict[str, Any] = {name: getattr(observed, name) for name in _COLUMNS[1:]}
    columns["node"] = node
    if bool((node < 0).any()):
        retired = observed.take(node < 0)
        columns = {name: array[node >= 0] for name, array in columns.items()}
        columns = _with(columns, under_todays_codes(retired, tree, divisions))
    return _rows(columns)


def _rows(columns: dict[str, Any]) -> Rows:
    kind = columns["kind"]
    bounds = np.searchsorted(kind, np.arange(len(KINDS) + 1))
    runs = {PeriodKind(name): slice(int(bounds[i]), int(bounds[i + 1])) for i, name in enumerate(KINDS)}
    return Rows(**{name: _small(name, columns[name]) for name in _COLUMNS}, runs=runs)


def _small(name: str, array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    if name in ("node", "value") or not len(array):
        return array.astype(np.int32) if name == "node" else array
    if bool((array == array[0]).all()):
        return np.broadcast_to(array[:1], array.shape)
    return array


def _with(columns: dict[str, Any], retired: dict[str, list[Any]]) -> dict[str, Any]:
    key = ("node", "kind", "first", "last")
    known = set(zip(*(columns[name].tolist() for name in key), strict=True))
    fresh = [
        place
        for place, row in enumerate(zip(*(retired[name] for name in key), strict=True))
        if row not in known
    ]
    added = {
        name: np.array([retired[name][place] for place in fresh], columns[name].dtype) for name in _COLUMNS
    }
    merged = {name: np.concatenate([columns[name], added[name]]) for name in _COLUMNS}
    order = np.lexsort((merged["node"], merged["first"], merged["kind"]))
    return {name: array[order] for name, array in merged.items()}

"""The division tree as arrays: nodes by depth, so that one pass from the bottom sums every level."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
import pandas as pd

from atlas.divisions.model import Scope
from atlas.divisions.tree import Divisions

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
_LEVELS = ("country", "province", "city", "county", "township")
_DERIVED = {"cities": "city", "counties": "county", "townships": "township"}
_trees: "WeakKeyDictionary[Divisions, Tree]" = WeakKeyDictionary()


@dataclass(frozen=True, eq=False)
class Tree:
    """Current divisions as nodes 0 … n − 1, parents before their children.

    `number` is the code as a number, `parent` the node above (−1 at the top), `counted` whether a node's
    figures go into its parent's (not those of the corps nor of divisions outside the scope), `expected` how
    many children are counted, `depths` the run of nodes at each depth, `level` the place in country …
    township. `within` tells for each level how many reporting divisions of it lie in a node, the node
    included.
    """

    number: Ints
    parent: Ints
    counted: Bools
    outside: Bools
    expected: Ints
    level: Ints
    within: dict[str, Ints]
    depths: tuple[slice, ...]
    codes: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.number)

    @cached_property
    def place(self) -> dict[str, int]:
        """The node of each code."""
        return {code: node for node, code in enumerate(self.codes)}

    @cached_property
    def _index(self) -> pd.Index:
        return pd.Index(self.number)

    def nodes_of(self, numbers: npt.NDArray[Any]) -> Ints:
        """The nodes of codes given as numbers; −1 where there is none."""
        return self._index.get_indexer(pd.Index(numbers.astype(np.int64)))

    def lineage(self, nodes: Ints) -> Bools:
        """True for these nodes and all their ancestors."""
        marked = np.zeros(len(self), dtype=bool)
        marked[nodes] = True
        for depth in reversed(self.depths[1:]):
            marked[self.parent[depth][marked[depth]]] = True
        return marked

    def below(self, node: int) -> Bools:
        """True for a node and everything below it."""
        marked = np.zeros(len(self), dtype=bool)
        marked[node] = True
        for depth in self.depths[1:]:
            marked[depth] |= marked[self.parent[depth]]
        return marked

    def pruned(self, kept: Bools) -> "Tree":
        """Only the kept nodes; what they expect to have below them stays.

        A node whose parent goes is a new top.
        """
        renumbered = np.where(kept, np.cumsum(kept) - 1, -1)
        parent = np.where(self.parent[kept] >= 0, renumbered[self.parent[kept]], -1)
        sizes = np.cumsum([0, *(int(kept[depth].sum()) for depth in self.depths)])
        runs = [slice(int(a), int(b)) for a, b in pairwise(sizes) if b > a]
        return Tree(
            number=self.number[kept],
            parent=parent,
            counted=self.counted[kept] & (parent >= 0),
            outside=self.outside[kept],
            expected=self.expected[kept],
            level=self.level[kept],
            within={level: counts[kept] for level, counts in self.within.items()},
            depths=tuple(runs),
            codes=tuple(self.codes[node] for node in np.flatnonzero(kept)),
        )


def tree_of(divisions: Divisions) -> Tree:
    """The tree of the current divisions; made once for each `Divisions`."""
    tree = _trees.get(divisions)
    if tree is None:
        tree = _trees[divisions] = _tree(divisions)
    return tree


def _tree(divisions: Divisions) -> Tree:
    frame = divisions.frame
    parents = dict(zip(frame["code"], frame["parent"], strict=True))
    depth_of: dict[str, int] = {"": -1}

    def depth(code: str) -> int:
        if code not in depth_of:
            depth_of[code] = depth(parents[code]) + 1 if parents[code] in parents else 0
        return depth_of[code]

    frame = frame.assign(depth=[depth(code) for code in frame["code"]]).sort_values(
        ["depth", "parent", "code"]
    )
    codes = tuple(frame["code"])
    place = {code: node for node, code in enumerate(codes)}
    parent = np.array([place.get(code, -1) for code in frame["parent"]], dtype=np.int64)
    scope = frame["scope"].to_numpy()
    counted = (parent >= 0) & ((scope == Scope.REPORTING.value) | (scope == scope[parent]))
    sizes = Counter(frame["depth"])
    ends = np.cumsum([0, *(sizes[each] for each in range(len(sizes)))])
    depths = tuple(slice(int(a), int(b)) for a, b in pairwise(ends))
    level = np.array([_LEVELS.index(each) for each in frame["level"]], dtype=np.int64)
    expected = np.bincount(parent[counted], minlength=len(codes))
    return Tree(
        number=np.array([int(code) for code in codes], dtype=np.int64),
        parent=parent,
        counted=counted,
        outside=scope == Scope.OUTSIDE.value,
        expected=expected,
        level=level,
        within={each: _within(level == _LEVELS.index(each), parent, counted, depths) for each in _LEVELS[1:]},
        depths=depths,
        codes=codes,
    )


def level_place(level: str) -> int:
    """The place of a level in country … township."""
    return _LEVELS.index(level)


def derived_level(derived: str) -> str:
    """The level that a measure derived from the tree counts."""
    return _DERIVED[derived]


def _within(units: Bools, parent: Ints, counted: Bools, depths: tuple[slice, ...]) -> Ints:
    total = units.astype(np.int64)
    for depth in reversed(depths[1:]):
        np.add.at(total, parent[depth][counted[depth]], total[depth][counted[depth]])
    return total

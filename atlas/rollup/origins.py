"""Which sources stand behind a figure, or behind all the figures it was summed from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from atlas.divisions.nodes import Bools, Ints, Tree
from atlas.rollup.own import Own
from atlas.rollup.rows import Rows


@dataclass(frozen=True, eq=False)
class Contribution:
    """The rows of one measure that went in.

    Those of the nodes marked `own`; a node's sources reach its parent where `lifted` is true.
    """

    rows: Rows
    used: Ints
    own: Bools
    lifted: Bools


@dataclass(eq=False)
class Origins:
    """Sources by node, worked out when first asked for."""

    tree: Tree
    names: Mapping[int, str]
    contributions: list[Contribution] = field(default_factory=list)

    def add(self, rows: Rows | None, found: Own, own: Bools, lifted: Bools) -> None:
        """Say what went in."""
        if rows is not None and rows.has_sources and len(found.used):
            self.contributions.append(Contribution(rows, found.used, own, lifted))

    def of(self, node: int) -> tuple[str, ...]:
        """The ids of the sources behind a node's figure, in the order of the store."""
        if not self.contributions:
            return ()
        nodes, sources = self._pairs
        bounds = np.searchsorted(nodes, [node, node + 1])
        return tuple(self.names[int(source)] for source in sources[bounds[0] : bounds[1]])

    @cached_property
    def _pairs(self) -> tuple[Ints, Ints]:
        many = max(self.names, default=0) + 1
        found = np.unique(np.concatenate([_lifted(each, self.tree, many) for each in self.contributions]))
        return found // many, found % many


def _lifted(contribution: Contribution, tree: Tree, many: int) -> Ints:
    rows, used = contribution.rows, contribution.used
    used = used[contribution.own[rows.node[used]] & (rows.source[used] >= 0)]
    pairs = np.unique(rows.node[used].astype(np.int64) * many + rows.source[used])
    every = [pairs]
    for depth in reversed(tree.depths[1:]):
        here = pairs[(pairs // many >= depth.start) & (pairs // many < depth.stop)]
        here = here[contribution.lifted[here // many]]
        above = np.unique(tree.parent[here // many] * many + here % many)
        every.append(above)
        pairs = np.unique(np.concatenate([pairs, above]))
    return np.concatenate(every)

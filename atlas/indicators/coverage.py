"""Coverage: the share of units of a level that have at least one, counted unit by unit."""

from dataclasses import dataclass

import numpy as np

from atlas.divisions.nodes import Ints, Tree, level_place
from atlas.rollup.states import VALUE
from atlas.rollup.totals import Figures


@dataclass(frozen=True, eq=False)
class Counted:
    """For each node the units within.

    Those that have at least one, those that reported, and all current ones.
    """

    covered: Ints
    reported: Ints
    expected: Ints


def coverage(figures: Figures, tree: Tree, unit_level: str) -> Counted:
    """Count the units of `unit_level` below each node, a unit itself included.

    A total known only for a larger division says nothing about single units and counts nowhere. A unit whose
    figure is suppressed or not applicable is not among those that reported.
    """
    units = tree.level == level_place(unit_level)
    reported = (units & (figures.state == VALUE)).astype(np.int64)
    covered = reported * (figures.values[0] >= 1)
    for depth in reversed(tree.depths[1:]):
        counted = tree.counted[depth]
        parent = tree.parent[depth][counted]
        np.add.at(covered, parent, covered[depth][counted])
        np.add.at(reported, parent, reported[depth][counted])
    return Counted(covered, reported, tree.within[unit_level])

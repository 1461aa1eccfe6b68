"""What is known already about the figures of a file, fetched by one query."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from atlas.divisions.nodes import Tree
from atlas.findings import Ints
from atlas.validate.cells import VALUE, Cells
from atlas.validate.context import Asked, Context
from atlas.validate.keys import Bools, Floats, Lookup, packed_period
from atlas.validate.pairs import compared_with

REACH = 36
"""How many steps (months, quarters …) back a unit's own history goes."""
STEPS = (1, 3, 6, 12)
"""The months of a step of each kind of period that has a history: months, quarters, halves, years."""
_STATUS = np.array([1, VALUE, 2, 3])
"""The statuses of the store as places in `STATUSES`."""


@dataclass(frozen=True, eq=False)
class Earlier:
    """Accepted figures of the file's measures and of those they are compared with."""

    node: Ints
    measure: Ints
    first: Ints
    last: Ints
    kind: Ints
    value: Floats
    status: Ints
    periods: Ints
    key_of_same: Ints
    places_of_same: Ints

    @cached_property
    def same(self) -> Lookup:
        """Numbers for the very periods of the file, by key."""
        stated = self.status[self.places_of_same] == VALUE
        return Lookup(self.key_of_same[stated], self.value[self.places_of_same[stated]])

    @cached_property
    def anything(self) -> Lookup:
        """The same with what is no number, which is NaN."""
        return Lookup(self.key_of_same, self.value[self.places_of_same])


def earlier(cells: Cells, tree: Tree, context: Context) -> Earlier:
    """What the store holds for the measures of the file and those they are compared with."""
    measures = list(context.definitions.measures)
    wanted = compared_with(
        context.definitions, frozenset(measures[place] for place in cells.measures.tolist())
    )
    names = tuple(name for name in measures if name in wanted)
    if context.store is None or not names or not len(cells.periods):
        return _nothing()
    reported = context.store.reported(_asked(cells, tree, context, names))
    places = np.array([measures.index(name) for name in names], dtype=np.int64)
    node = tree.nodes_of(reported.division)
    first, last, kind = (np.asarray(each) for each in (reported.first, reported.last, reported.kind))
    measure = places[reported.measure]
    same = np.flatnonzero((node >= 0) & _in_file(cells, first, last, kind))
    period = packed_period(first[same], last[same], kind[same])
    return Earlier(
        node, measure, first, last, kind, np.asarray(reported.value),
        _STATUS[reported.status], cells.periods,
        cells.keys.of(node[same], measure[same], period), same,
    )  # fmt: skip


def _in_file(cells: Cells, first: Ints, last: Ints, kind: Ints) -> Bools:
    """Whether the period is one of the file's; only candidates are packed."""
    low, high = int(cells.first[cells.kind >= 0].min()), int(cells.last[cells.kind >= 0].max())
    found = (first >= low) & (last <= high)
    near = np.flatnonzero(found)
    found[near] = np.isin(packed_period(first[near], last[near], kind[near]), cells.periods)
    return found


def _asked(cells: Cells, tree: Tree, context: Context, names: tuple[str, ...]) -> Asked:
    """The figures of the file's own divisions two reaches back, and in its months those around them."""
    measures = list(context.definitions.measures)
    dated = cells.kind >= 0
    step = max((STEPS[kind] for kind in set(cells.kind[dated].tolist()) if kind < len(STEPS)), default=1)
    first, last = int(cells.last[dated].min()), int(cells.last[dated].max())
    own = np.zeros(len(tree), dtype=bool)
    own[cells.node[cells.node >= 0]] = True
    above = tree.lineage(np.flatnonzero(own))
    # Those above, and the children of all of them: whatever sums to one of them or beside them.
    around = above | np.where(tree.parent >= 0, above[tree.parent], False)
    return Asked(
        measures=names,
        own=tuple(measures[place] for place in cells.measures.tolist()),
        carried=tuple(name for name in names if context.definitions.measures[name].carry_forward),
        divisions=tuple(tree.codes[node] for node in np.flatnonzero(own).tolist()),
        around=tuple(tree.codes[node] for node in np.flatnonzero(around).tolist()),
        since=int(cells.first[dated].min()) - 2 * REACH * step,
        first=first,
        last=last,
    )


def _nothing() -> Earlier:
    none, no_value = np.empty(0, dtype=np.int64), np.empty(0)
    return Earlier(none, none, none, none, none, no_value, none, none, none, none)

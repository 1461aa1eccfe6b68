"""What two periods have alike below the top of a tree: the same divisions over the same months.

A sum may change only because somebody else reported. So each child's figures are parted into those over what
both periods have, and those that only one of them has, all the way down to whoever reported.
"""

from dataclasses import dataclass

import numpy as np

from atlas.divisions.nodes import Bools, Ints, Tree, level_place
from atlas.periods import Period
from atlas.rollup.pairs import Rolled, Side, rolled, rolled_pair
from atlas.rollup.states import NONE, SUPPRESSED, VALUE
from atlas.rollup.totals import Floats

BEFORE, NOW = 0, 1
Pair = tuple[Floats, Floats]
"""Numerators and denominators; the denominators of a count are 0."""


@dataclass(frozen=True, eq=False)
class Parted:
    """One entry for each child of the top, `codes` in the tree's order.

    `alike` and `alone` hold, for the earlier and the later period, the numerators and the denominators (0 for
    a count). `units` counts whoever reported: over the same months in both, and otherwise, that is in one
    period alone or over other months. `suppressed` says that a figure below is withheld.
    """

    codes: tuple[str, ...]
    alike: tuple[Pair, Pair]
    alone: tuple[Pair, Pair]
    units: tuple[Ints, Ints]
    suppressed: Bools


@dataclass(eq=False)
class _End:
    """One period: each node's figures, and whether it has any and reported them itself."""

    period: Period
    values: Pair
    has: Bools
    own: Bools
    months: Ints
    complete: Bools
    withheld: Bools


def parted(top: Side, base: Side | None, tree: Tree, periods: tuple[Period, Period]) -> Parted:
    """Part the figures of the children of node 0, the top of the tree."""
    before, now = (_end(_rolled(top, base, period, tree), period) for period in periods)
    inner = before.has & now.has & ~before.own & ~now.own
    reached = _reached(tree, inner) & (before.has | now.has)
    ends = reached & ~inner
    both = ends & before.has & now.has
    whole = (before.own | before.complete) & (now.own | now.complete)
    same = both & whole & (before.months == now.months)
    alike = [_only(before.values, same), _only(now.values, same)]
    bits = before.months & now.months
    some = both & before.own & now.own & ~same & (bits != 0)
    if bool(some.any()):
        monthly = [_monthly(top, base, tree, end, some, bits) for end in (before, now)]
        some &= monthly[BEFORE].adds_up & monthly[NOW].adds_up
        for part, found in zip(alike, monthly, strict=True):
            for values, shared in zip(part, found.values, strict=True):
                values[some] = shared[some]
    alone = [
        _only((end.values[0] - part[0], end.values[1] - part[1]), ends & end.has)
        for end, part in zip((before, now), alike, strict=True)
    ]
    child = _child_of(tree)
    return Parted(
        codes=_codes(tree),
        alike=(_summed(alike[BEFORE], child, tree), _summed(alike[NOW], child, tree)),
        alone=(_summed(alone[BEFORE], child, tree), _summed(alone[NOW], child, tree)),
        units=(_count(same, child, tree), _count(ends & ~same, child, tree)),
        suppressed=_count(reached & (before.withheld | now.withheld), child, tree) > 0,
    )


def parted_coverage(side: Side, unit_level: str, tree: Tree, periods: tuple[Period, Period]) -> Parted:
    """The same for a coverage: a unit is one in the denominator, and one in the numerator if it has any."""
    units = (tree.level == level_place(unit_level)) & _reached(tree, np.ones(len(tree), dtype=bool))
    before, now = (rolled(side, period, tree).totals.figures for period in periods)
    known = [units & (figures.state == VALUE) for figures in (before, now)]
    same = known[BEFORE] & known[NOW]
    values = [((figures.values[0] >= 1).astype(np.float64), np.ones(len(tree))) for figures in (before, now)]
    child = _child_of(tree)
    alike = [_summed(_only(pair, same), child, tree) for pair in values]
    alone = [
        _summed(_only(pair, there & ~same), child, tree) for pair, there in zip(values, known, strict=True)
    ]
    return Parted(
        codes=_codes(tree),
        alike=(alike[BEFORE], alike[NOW]),
        alone=(alone[BEFORE], alone[NOW]),
        units=(_count(same, child, tree), _count(known[BEFORE] ^ known[NOW], child, tree)),
        suppressed=np.zeros(len(_codes(tree)), dtype=bool),
    )


def _rolled(top: Side, base: Side | None, period: Period, tree: Tree) -> Rolled:
    return rolled(top, period, tree) if base is None else rolled_pair(top, base, period, tree)


def _end(found: Rolled, period: Period) -> _End:
    figures = found.totals.figures
    values = (
        figures.values if len(figures.values) == 2 else (figures.values[0], np.zeros_like(figures.values[0]))
    )
    return _End(
        period=period,
        values=(values[0], values[1]),
        has=figures.state != NONE,
        own=found.own.state != NONE,
        months=figures.months,
        complete=figures.complete,
        withheld=figures.state == SUPPRESSED,
    )


def _reached(tree: Tree, inner: Bools) -> Bools:
    """The nodes whose figures go into the sum at the top through nodes that only pass them on."""
    reached = np.zeros(len(tree), dtype=bool)
    for depth in tree.depths[1:]:
        parent = tree.parent[depth]
        reached[depth] = tree.counted[depth] & ((parent == 0) | (reached[parent] & inner[parent]))
    return reached


def _child_of(tree: Tree) -> Ints:
    """For each node the place of the child of the top that it lies in; −1 for the top itself."""
    child = np.full(len(tree), -1)
    if len(tree.depths) > 1:
        first = tree.depths[1]
        child[first] = np.arange(first.stop - first.start)
        for depth in tree.depths[2:]:
            child[depth] = child[tree.parent[depth]]
    return child


def _codes(tree: Tree) -> tuple[str, ...]:
    return tree.codes[tree.depths[1]] if len(tree.depths) > 1 else ()


@dataclass(frozen=True, eq=False)
class _Months:
    """The values of some months of each node, and whether its months add up to its whole figure."""

    values: Pair
    adds_up: Bools


def _monthly(top: Side, base: Side | None, tree: Tree, end: _End, nodes: Bools, bits: Ints) -> _Months:
    """Of the figures of `nodes`, those of the months in `bits`; a stock is the same in every month."""
    shared, whole = ((np.zeros(len(tree)), np.zeros(len(tree))) for _ in range(2))
    flows = [side is not None and side.kind == "flow" for side in (top, base)]
    for month in range(end.period.months):
        asked = nodes & ((end.months >> month) & 1 == 1)
        if not bool(asked.any()):
            continue
        when = Period.of_index(end.period.first + month)
        inside = asked & ((bits >> month) & 1 == 1)
        for place, side in enumerate((top, base)):
            if side is not None and flows[place]:
                own = side.own(when, len(tree)).value
                whole[place][asked] += own[asked]
                shared[place][inside] += own[inside]
    for place in (0, 1):
        if not flows[place]:
            shared[place][nodes] = whole[place][nodes] = end.values[place][nodes]
    adds_up = [np.isclose(whole[place], end.values[place], rtol=1e-9) for place in (0, 1)]
    return _Months(shared, adds_up[0] & adds_up[1])


def _only(values: Pair, nodes: Bools) -> Pair:
    return np.where(nodes, values[0], 0.0), np.where(nodes, values[1], 0.0)


def _summed(values: Pair, child: Ints, tree: Tree) -> Pair:
    size, below = len(_codes(tree)), child >= 0
    top, base = (
        np.bincount(child[below], weights=each[below], minlength=size).astype(np.float64) for each in values
    )
    return top, base


def _count(nodes: Bools, child: Ints, tree: Tree) -> Ints:
    return np.bincount(child[nodes & (child >= 0)], minlength=len(_codes(tree)))

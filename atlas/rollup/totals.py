"""Sum what the children have into what their parent has, from the bottom of the tree to its top."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from atlas.divisions.nodes import Bools, Ints, Tree
from atlas.rollup.states import NONE, NOT_APPLICABLE, SUPPRESSED, VALUE

Floats = npt.NDArray[np.float64]

ENOUGH = 0.5
"""The share of its children that must have figures before their sum stands for a division."""


@dataclass(eq=False)
class Figures:
    """One entry for each node: one or two values (numerator, denominator) that belong together.

    `state` as in `rows`; `values` are 0 unless the state is value. `complete` says that nothing is missing
    below and that all of it covers the same months; `covered` is how many months there are figures for, on
    average over the children, where a missing one has none. `as_of` and `oldest` bound the months at whose
    end stocks hold; `base_as_of` is the denominator's.
    """

    values: tuple[Floats, ...]
    state: Ints
    months: Ints
    complete: Bools
    covered: Floats
    as_of: Ints
    oldest: Ints
    base_as_of: Ints
    qualifier: Ints


@dataclass(eq=False)
class Totals:
    """`figures`: each node's own, else the sum of its children; `summed`: the children's sum, own or not.

    `reported` counts the children that went into the sum (those that said "not applicable" included).
    """

    figures: Figures
    summed: Figures
    reported: Ints


def roll_up(own: Figures, tree: Tree) -> Totals:
    """Fill the nodes that have no figures of their own with the sum over their counted children.

    A sum over a suppressed child is suppressed. A child without figures is missing, not zero. Where fewer
    than half of the children have figures their sum is not their parent's figure: one city's cases are no
    province's.
    """
    size = len(tree)
    summed = empty(size, len(own.values))
    figures = copied(own)
    reported = np.zeros(size, dtype=np.int64)
    for above, depth in reversed(list(pairwise(tree.depths))):
        _sum_children(figures, summed, reported, tree, above, depth)
        _adopt(figures, summed, above, reported[above] >= ENOUGH * tree.expected[above])
    return Totals(figures, summed, reported)


def empty(size: int, columns: int) -> Figures:
    """No figures for any node."""
    return Figures(
        values=tuple(np.zeros(size) for _ in range(columns)),
        state=np.zeros(size, dtype=np.int64),
        months=np.zeros(size, dtype=np.int64),
        complete=np.zeros(size, dtype=bool),
        covered=np.zeros(size),
        as_of=np.zeros(size, dtype=np.int64),
        oldest=np.full(size, np.iinfo(np.int64).max),
        base_as_of=np.zeros(size, dtype=np.int64),
        qualifier=np.zeros(size, dtype=np.int64),
    )


def copied(figures: Figures) -> Figures:
    """The same figures in arrays of their own."""
    arrays = {name: getattr(figures, name).copy() for name in _ARRAYS}
    return Figures(values=tuple(value.copy() for value in figures.values), **arrays)


_ARRAYS = ("state", "months", "complete", "covered", "as_of", "oldest", "base_as_of", "qualifier")


def _sum_children(
    figures: Figures, summed: Figures, reported: Ints, tree: Tree, above: slice, depth: slice
) -> None:
    state = figures.state[depth]
    here = np.flatnonzero((state != NONE) & tree.counted[depth])
    if not len(here):
        return
    child, state = here + depth.start, state[here]
    parent = tree.parent[child] - above.start
    size = above.stop - above.start
    count = np.bincount(parent, minlength=size)
    reported[above] = count
    for value, total in zip(figures.values, summed.values, strict=True):
        total[above] = np.bincount(parent, weights=value[child], minlength=size)
    summed.state[above] = np.where(count > 0, VALUE, NONE)
    if not bool((state == VALUE).all()):
        valued = np.bincount(parent[state == VALUE], minlength=size)
        summed.state[above][(count > 0) & (valued == 0)] = NOT_APPLICABLE
        summed.state[above][parent[state == SUPPRESSED]] = SUPPRESSED
    _gather(np.bitwise_or, summed.months[above], parent, figures.months[child], count)
    whole = figures.complete[child] & (figures.months[child] == summed.months[above][parent])
    wholes = np.bincount(parent[whole], minlength=size)
    summed.complete[above] = (wholes > 0) & (wholes == tree.expected[above])
    covered = np.bincount(parent, weights=figures.covered[child], minlength=size)
    np.divide(covered, tree.expected[above], out=summed.covered[above], where=tree.expected[above] > 0)
    _gather(np.maximum, summed.as_of[above], parent, figures.as_of[child], count)
    _gather(np.minimum, summed.oldest[above], parent, figures.oldest[child], count)
    _gather(np.maximum, summed.base_as_of[above], parent, figures.base_as_of[child], count)
    _gather(np.maximum, summed.qualifier[above], parent, figures.qualifier[child], count)


def _gather(combine: np.ufunc, total: Ints, parent: Ints, values: Ints, count: Ints) -> None:
    if values.min() == values.max():
        total[count > 0] = values[0]
    else:
        combine.at(total, parent, values)


def _adopt(figures: Figures, summed: Figures, above: slice, enough: Bools) -> None:
    bare = (figures.state[above] == NONE) & enough
    for name in _ARRAYS:
        array = getattr(figures, name)[above]
        array[bare] = getattr(summed, name)[above][bare]
    for value, total in zip(figures.values, summed.values, strict=True):
        value[above][bare] = total[above][bare]

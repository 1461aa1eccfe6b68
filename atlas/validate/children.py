"""A division's own figure beside the sum of the divisions below it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from atlas.findings import Findings, Ints, Rule
from atlas.validate.case import Case
from atlas.validate.keys import Bools, Floats
from atlas.validate.rounding import half_steps
from atlas.validate.rules import CHILDREN_DIFFER, CHILDREN_EXCEED

EXACT = 1e-9
"""What adding in binary may lose, as a share of the sum."""
_NO_CELL = np.iinfo(np.int64).max


@dataclass(frozen=True, eq=False)
class Figures:
    """Figures of divisions by packed key, in its order; `cell` is their place in the file, −1 if accepted.

    `slack` is how much rounding may have moved each, `children` how many children a sum is made of.
    """

    key: Ints
    value: Floats
    cell: Ints
    slack: Floats
    children: Ints


def children_and_parents(case: Case) -> Iterator[Findings]:
    """Parents whose own figure is not the sum of their children, each from the file or else accepted.

    A child without a figure of its own counts with the sum of all of its children. A sum is compared where
    every child is in it, and also where it exceeds the parent already; what rounding explains is no
    difference. Told at the parent's cell; where the file has none, of the whole file, since no child is more
    at fault than another. Rates are never summed.
    """
    known = _known(case)
    if not _has_parents(case, known):
        return
    if not len(_differing(case, known).key):
        return
    differing = _differing(case, _with_slack(case, known))
    complete = differing.children == _expected(case, differing)
    yield from _told(case, known, _taken(differing, complete), CHILDREN_DIFFER)
    yield from _told(case, known, _taken(differing, ~complete), CHILDREN_EXCEED)


def _known(case: Case) -> Figures:
    """The file's figures, and accepted ones where the file has none, in the order of their keys."""
    cells, before = case.cells, case.earlier.same
    kept = np.array([measure.kind != "rate" for measure in case.measures], dtype=bool)
    key = np.concatenate([cells.key[cells.usable], before.keys])
    value = np.concatenate([cells.value[cells.usable], before.values])
    cell = np.concatenate([cells.usable, np.full(len(before.keys), -1, dtype=np.int64)])
    key, first = np.unique(key, return_index=True)
    zeros = np.zeros(len(key))
    everything = Figures(key, value[first], cell[first], zeros, zeros.astype(np.int64))
    return _taken(everything, kept[cells.keys.measure(key)])


def _has_parents(case: Case, known: Figures) -> bool:
    """Whether any division has a figure as well as one below it; where none has, there is nothing to sum."""
    present = np.zeros(len(case.tree), dtype=bool)
    present[case.cells.keys.node(known.key)] = True
    below = present.copy()
    for depth in reversed(case.tree.depths[1:]):
        below[case.tree.parent[depth][below[depth]]] = True
    parents = np.zeros(len(case.tree), dtype=bool)
    parents[case.tree.parent[1:][below[1:]]] = True
    return bool((present & parents).any())


def _with_slack(case: Case, known: Figures) -> Figures:
    slack = np.zeros(len(known.key))
    written = known.cell >= 0
    cells = known.cell[written]
    slack[written] = half_steps(case.cells.texts.take(pa.array(cells)), case.cells.value[cells])
    return Figures(known.key, known.value, known.cell, slack, known.children)


def _differing(case: Case, known: Figures) -> Figures:
    """The sums that differ from the parent's own figure, level by level from the bottom."""
    found, below = [], _none()
    for depth in reversed(range(1, len(case.tree.depths))):
        level = _of_depth(case, known, depth)
        below = _summed(case, _joined(level, _without(below, level.key)))
        found.append(_apart(case, known, below))
        below = _taken(below, below.children == _expected(case, below))
    return _joined(*found)


def _apart(case: Case, known: Figures, summed: Figures) -> Figures:
    own, has = _own(known, summed)
    margin = summed.slack + known.slack[own] + EXACT * np.abs(summed.value)
    difference = summed.value - known.value[own]
    complete = summed.children == _expected(case, summed)
    apart = np.where(complete, np.abs(difference) > margin, difference > margin)
    from_file = (summed.cell >= 0) | (known.cell[own] >= 0)
    return _taken(summed, has & apart & from_file)


def _own(known: Figures, summed: Figures) -> tuple[Ints, Bools]:
    """Where each parent's own figure stands among the known ones, and whether it has one."""
    place = np.minimum(np.searchsorted(known.key, summed.key), max(len(known.key) - 1, 0))
    return place, known.key[place] == summed.key


def _expected(case: Case, summed: Figures) -> Ints:
    return case.tree.expected[case.cells.keys.node(summed.key)]


def _summed(case: Case, below: Figures) -> Figures:
    """The sum of the counted children of each parent; `cell` is the first child's that is in the file."""
    node = case.cells.keys.node(below.key)
    counted = case.tree.counted[node]
    below = _taken(below, counted)
    parents = below.key + (case.tree.parent[node] - node)[counted]
    key, where = np.unique(parents, return_inverse=True)
    size = len(key)
    first = np.full(size, _NO_CELL, dtype=np.int64)
    np.minimum.at(first, where, np.where(below.cell >= 0, below.cell, _NO_CELL))
    return Figures(
        key,
        _sums(where, below.value, size),
        np.where(first == _NO_CELL, -1, first),
        _sums(where, below.slack, size),
        np.bincount(where, minlength=size),
    )


def _sums(where: Ints, values: Floats, size: int) -> Floats:
    return np.bincount(where, values, size).astype(np.float64)


def _told(case: Case, known: Figures, apart: Figures, rule: Rule) -> Iterator[Findings]:
    if not len(apart.key):
        return
    own, _ = _own(known, apart)
    places = known.cell[own]
    keys = case.cells.keys
    fields: dict[str, list[object]] = {
        "measure": list(case.measures_at(keys.measure(apart.key))),
        "division": list(case.divisions_at(keys.node(apart.key))),
        "period": list(case.periods_at(keys.period(apart.key))),
        "reported": list(known.value[own].tolist()),
        "sum": list(apart.value.tolist()),
        "count": list(apart.children.tolist()),
        "expected": list(_expected(case, apart).tolist()),
    }
    order = np.argsort(places, kind="stable")
    ordered = {name: [column[place] for place in order.tolist()] for name, column in fields.items()}
    yield case.cells.found_or_of_file(rule, places[order], ordered)


def _of_depth(case: Case, figures: Figures, depth: int) -> Figures:
    run = case.tree.depths[depth]
    node = case.cells.keys.node(figures.key)
    return _taken(figures, (node >= run.start) & (node < run.stop))


def _without(figures: Figures, keys: Ints) -> Figures:
    return _taken(figures, ~np.isin(figures.key, keys))


def _taken(figures: Figures, kept: Bools | Ints) -> Figures:
    return Figures(
        figures.key[kept],
        figures.value[kept],
        figures.cell[kept],
        figures.slack[kept],
        figures.children[kept],
    )


def _joined(*parts: Figures) -> Figures:
    return Figures(
        *(np.concatenate([getattr(part, name) for part in parts]) for name in Figures.__dataclass_fields__)
    )


def _none() -> Figures:
    none = np.empty(0, dtype=np.int64)
    return Figures(none, np.empty(0), none, np.empty(0), none)

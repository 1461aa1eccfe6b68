"""Which cells of a table of sums are withheld, so that nobody can work out a small number of persons.

A count of 1 to 4 is withheld (primary), and so is a second cell wherever a total minus its other parts would
give the first back (secondary), level by level. Zeros are nobody's and are always shown. After that every
small count may still be at least two things to a reader who knows all other cells, that each withheld one is
1 or more, and, where it is so, that none of them exceeds 4. Cell suppression: Willenborg & de Waal 2001.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

BELOW = 5
"""Counts below this, zero excepted, are small."""


@dataclass(frozen=True, eq=False)
class Sums:
    """Cells that add up along a tree: the cells of each level, from the top, and the total of each cell.

    `total` is the place of the cell that one is a part of, −1 where it is part of none.
    """

    total: Ints
    levels: tuple[Ints, ...]

    @classmethod
    def of(cls, total: Ints) -> "Sums":
        """The sums of a tree given by the place of each cell's parent."""
        levels = [np.flatnonzero(total < 0)]
        while len(levels[-1]):
            above = np.zeros(len(total) + 1, dtype=np.bool_)
            above[levels[-1]] = True
            levels.append(np.flatnonzero(above[total]))
        return cls(total, tuple(levels[:-1]))


@dataclass(frozen=True, eq=False)
class _Table:
    """The cells there are, and how much each could differ from what it is without anybody noticing.

    `room` [kinds of room, cells] is a cell's own; of a withheld total it becomes that of its withheld parts.
    The withheld parts of a total that is shown need `least` of each kind together.
    """

    there: Bools
    values: Floats
    room: Floats
    least: Floats


def suppressed(values: Floats, sums: Sums, unknown: Bools, below: int = BELOW) -> Bools:
    """The cells to withhold: the small ones, and those that would give them back.

    `values` are counts, NaN where there is no cell; `unknown` marks cells that were withheld before they came
    here. The second cell is the smallest other one (the first of equal ones) that is not zero, so that
    together they are no small number either; where there is no other one, the total is withheld itself.
    """
    known = np.where(unknown, 1.0, values)
    less, more = np.where(unknown, 0.0, (known - 1, below - 1 - known))
    # A count that is not small is not bound to stay below the limit.
    more[known >= below] = 1
    room = np.stack([known, less, more])
    table = _Table(~np.isnan(known), known, room, least=np.array([below, 1.0, 1.0]))
    return _closed(unknown | _small(values, below), table, sums)


def suppressed_through_time(
    parts: Sequence[Floats], wholes: Floats, withheld: Bools, sums: Sums, below: int = BELOW
) -> Bools:
    """The cells whose parts in time (the months of a year, its quarters) are all withheld.

    They are those with a small part, those whose `wholes` are `withheld`, and those that would give any part
    of these back: from the wholes that stay, and the parts of all others. Each of `parts` is [times, cells],
    NaN where there is none.
    """
    hidden: Bools = withheld.copy()
    for each in parts:
        hidden |= _small(each, below).any(axis=0)
    tables = [_parts_table(each, wholes) for each in parts]
    before = -1
    while before != (before := int(hidden.sum())):
        for table in tables:
            hidden |= _closed(hidden & table.there, table, sums)
    return hidden


def _parts_table(parts: Floats, wholes: Floats) -> _Table:
    there = ~np.isnan(parts).all(axis=0)
    in_parts = np.nansum(parts, axis=0)
    values = np.where(np.isnan(wholes) | (in_parts == 0), in_parts, wholes)
    # Two cells guard each other whatever they hold: a small part of a whole that is shown has company at
    # another time, so counts may move round the corners of a square, and no sum of them changes.
    return _Table(np.asarray(there), values, room=np.zeros((0, len(wholes))), least=np.zeros(0))


def _small(values: Floats, below: int) -> Bools:
    found: Bools = (values > 0) & (values < below)
    return found


def _closed(first: Bools, table: _Table, sums: Sums) -> Bools:
    """The cells withheld `first`, and further ones until no sum gives any of them back."""
    hidden, room = first.copy(), table.room.copy()
    heirs = np.full(len(hidden), -1)
    for level in reversed(sums.levels[1:]):
        parts = level[table.there[level]]
        _hide_others(hidden, room, parts, table, sums)
        _pass_up(heirs, hidden, room, parts, table, sums)
    for level in sums.levels[:-1]:
        # A total that is withheld is given back by its parts unless one of them is withheld too.
        alone = level[hidden[level] & (heirs[level] >= 0)]
        hidden[heirs[alone]] = True
    return hidden


def _hide_others(hidden: Bools, room: Floats, parts: Ints, table: _Table, sums: Sums) -> None:
    """Withhold more parts of each total that gives its withheld ones back; at last the total."""
    while True:
        own = parts[hidden[parts]]
        totals, counts, found = _summed(own, room, sums)
        safe = (counts >= 2) & (found >= table.least[:, np.newaxis]).all(axis=0)
        lacking = totals[table.there[totals] & ~hidden[totals] & ~safe]
        if not len(lacking):
            return
        other = _smallest(parts[~hidden[parts]], table, sums)
        other = other[np.isin(sums.total[other], lacking)]
        hidden[other] = True
        hidden[np.setdiff1d(lacking, sums.total[other])] = True


def _pass_up(heirs: Ints, hidden: Bools, room: Floats, parts: Ints, table: _Table, sums: Sums) -> None:
    """Give each total the room of its withheld parts, or else the part that would be withheld with it."""
    smallest = _smallest(parts[~hidden[parts]], table, sums)
    heirs[sums.total[smallest]] = smallest
    totals, _, found = _summed(parts[hidden[parts]], room, sums)
    heirs[totals] = -1
    room[:, totals] = found


def _summed(cells: Ints, room: Floats, sums: Sums) -> tuple[Ints, Ints, Floats]:
    """The totals of these cells, how many cells each has, and the sums of their room."""
    totals, place, counts = np.unique(sums.total[cells], return_inverse=True, return_counts=True)
    found = np.zeros((len(room), len(totals)))
    for kind, own in enumerate(room):
        found[kind] = np.bincount(place, weights=own[cells], minlength=len(totals))
    return totals, counts, found


def _smallest(cells: Ints, table: _Table, sums: Sums) -> Ints:
    """Of the cells of each total the smallest that is not zero."""
    some = cells[table.values[cells] > 0]
    ordered = some[np.lexsort((some, table.values[some], sums.total[some]))]
    return ordered[np.unique(sums.total[ordered], return_index=True)[1]]

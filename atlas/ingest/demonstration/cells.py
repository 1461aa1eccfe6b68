"""The figures of one measure: months in rows, units in columns."""

from dataclasses import dataclass

import numpy as np

from atlas.definitions import Measure
from atlas.divisions import Level
from atlas.ingest.demonstration.arrays import Flags, Floats
from atlas.ingest.demonstration.reporters import Country, Reporters


@dataclass(frozen=True)
class Cells:
    """`values` [months, units] of one measure, where `reported`; the others are kept for the parts of a
    stock.
    """

    measure: Measure
    reporters: Reporters
    months: tuple[int, ...]
    values: Floats
    reported: Flags
    not_applicable: Flags | None = None
    suppressed: Flags | None = None


def aligned(cells: Cells, country: Country, level: Level, months: tuple[int, ...]) -> Floats:
    """The values for the units of `level` and for `months`: [months, units].

    Finer units are summed; a coarser unit counts at the first unit inside it. A month without a figure takes
    the latest one before it.
    """
    own = np.array(cells.months)
    rows = np.maximum(np.searchsorted(own, np.array(months), side="right") - 1, 0)
    values = cells.values[rows]
    source = cells.reporters.level
    if source is level:
        return values
    size = len(country[level])
    if source.depth > level.depth:
        home = country.home(source, level)
        return np.stack([np.bincount(home, row, size) for row in values])
    placed = np.zeros((len(months), size))
    homes, first = np.unique(country.home(level, source), return_index=True)
    placed[:, first] = values[:, homes]
    return placed


def has_figures(cells: Cells, level: Level, months: tuple[int, ...]) -> Flags | None:
    """Where a measure with the same units and months was reported; None where they differ."""
    same = cells.reporters.level is level and cells.months == months
    return cells.reported if same else None

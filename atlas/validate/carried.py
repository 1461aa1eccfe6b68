"""Measures that keep their latest value until the next one, such as the population."""

import numpy as np

from atlas.findings import Ints
from atlas.validate.case import Case
from atlas.validate.keys import Floats

MONTHS = 2**20
"""More than any month's count."""


def value_at(case: Case, measure: str, places: Ints) -> Floats:
    """A measure's value for the division and period of each cell; NaN where there is none.

    What the file says comes first, then the accepted figure, and of a measure that is carried forward the
    last one known by then. A number of divisions is counted in the tree.
    """
    known = case.measures[case.place_of(measure)]
    if known.derived is not None:
        return case.counted_units(known)[case.cells.node[places]]
    keys = case.keys_for(case.place_of(measure), places)
    found = case.cells.lookup.find(keys)
    missing = np.isnan(found)
    if missing.any():
        found[missing] = case.earlier.same.find(keys[missing])
    missing = np.isnan(found)
    if known.carry_forward and missing.any():
        found[missing] = _last_known(case, case.place_of(measure), places[missing])
    return found


def _last_known(case: Case, measure: int, places: Ints) -> Floats:
    earlier, cells = case.earlier, case.cells
    usable = np.flatnonzero((earlier.measure == measure) & (earlier.node >= 0) & ~np.isnan(earlier.value))
    when = earlier.node[usable] * MONTHS + earlier.last[usable]
    order = np.argsort(when, kind="stable")
    when, value = when[order], earlier.value[usable[order]]
    if not len(when):
        return np.full(len(places), np.nan)
    at = np.searchsorted(when, cells.node[places] * MONTHS + cells.last[places], side="right") - 1
    same = (at >= 0) & (when[at] // MONTHS == cells.node[places])
    return np.where(same, value[at], np.nan)

"""The population of the divisions of a file."""

import numpy as np

from atlas.findings import Ints
from atlas.validate.case import Case
from atlas.validate.keys import Floats, Lookup


def population_at(case: Case, places: Ints) -> Floats:
    """The population of each cell's division: what the file says, or what was last known by then, or NaN."""
    measures = case.context.definitions.measures
    if "population" not in measures:
        return np.full(len(places), np.nan)
    cells, measure = case.cells, case.place_of("population")
    stated = cells.lookup.find(cells.keys.of(cells.node[places], measure, cells.period[places]))
    missing = np.isnan(stated)
    if missing.any():
        stated[missing] = _last_known(case, cells.node[places[missing]], measure)
    return stated


def _last_known(case: Case, nodes: Ints, measure: int) -> Floats:
    """The newest figure of each node; a census years ago says enough about what is impossible."""
    earlier = case.earlier
    usable = np.flatnonzero((earlier.measure == measure) & (earlier.node >= 0) & ~np.isnan(earlier.value))
    newest_first = usable[np.argsort(-earlier.last[usable].astype(np.int64), kind="stable")]
    return Lookup(earlier.node[newest_first], earlier.value[newest_first]).find(nodes)

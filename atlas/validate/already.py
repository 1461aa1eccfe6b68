"""Figures of the file that were reported before with another value."""

from collections.abc import Iterator

import numpy as np

from atlas.findings import Findings
from atlas.validate.case import Case
from atlas.validate.cells import FAULTY, MISSING, of_file
from atlas.validate.rules import ALREADY_REPORTED


def already_reported(case: Case) -> Iterator[Findings]:
    """One note that counts them; the preview shows each old and new value."""
    cells, before = case.cells, case.earlier.anything
    if not len(before.keys):
        return
    places = np.flatnonzero(cells.placed & (cells.status != MISSING) & (cells.status != FAULTY))
    at = before.places(cells.key[places])
    places, at = places[at >= 0], at[at >= 0]
    old, status = before.values[at], case.earlier.status[case.earlier.places_of_same[at]]
    differs = (status != cells.status[places]) | (cells.stated[places] & (old != cells.value[places]))
    if differs.any():
        yield of_file(ALREADY_REPORTED, count=int(np.count_nonzero(differs)))

"""Divisions that were merged or recoded during the window report under their old codes first."""

from dataclasses import dataclass

import numpy as np

from atlas.divisions import Divisions
from atlas.ingest.demonstration.arrays import Flags, Floats

MERGED = ("500105", "500112")
"""Jiangbei and Yubei of Chongqing, which became Liangjiang New Area (500157) in 2025."""
RECODED = ("540422", "540530")
"""Milin and Cuona of Tibet, counties that became cities in 2023."""
_FIRST_PART = 0.42


@dataclass(frozen=True, slots=True)
class FormerCode:
    """An old code, today's one, the first month of today's, and how its figures are shared with the next old
    code.
    """

    old: str
    new: str
    change: int
    first: bool
    alone: bool


def former_codes(divisions: Divisions) -> tuple[FormerCode, ...]:
    """The old codes of this tree. The register knows only the year of a change; July is taken for it."""
    found = []
    for old in (*MERGED, *RECODED):
        division = divisions.get(old)
        if division is None or division.valid_to is None:
            continue
        change = division.valid_to.year * 12 + 6
        found.append(FormerCode(old, divisions.resolve(old), change, old != MERGED[1], old in RECODED))
    return tuple(found)


def split(code: FormerCode, values: Floats) -> Floats:
    """The old unit's part of counts; both parts of a merged unit sum to the whole, and a part of a part stays
    one.
    """
    if code.alone:
        return values
    first = np.floor(values * _FIRST_PART)
    return first if code.first else values - first


def before(code: FormerCode, months: tuple[int, ...]) -> Flags:
    """Which months belong to the old code."""
    return np.array(months) < code.change

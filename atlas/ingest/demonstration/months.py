"""Which months the demonstration covers, how often a measure is reported, and how a year runs."""

from collections.abc import Collection

import numpy as np

from atlas.definitions import Measure
from atlas.ingest.demonstration.arrays import Floats

LAST_MONTH = 2025 * 12 + 11
"""December 2025: a fixed end, so that every run makes the same figures and the 36 months are three full
years.
"""
MONTHS = 36
_SEASON = (1.0, 0.97, 1.08, 1.0, 1.0, 1.1, 0.98, 0.97, 1.06, 0.95, 1.03, 1.16)
_NEW_YEAR_DIP = {(2023, 1): 0.72, (2023, 2): 0.95, (2024, 2): 0.68, (2025, 1): 0.78, (2025, 2): 0.88}


def window(months: int) -> tuple[int, ...]:
    """The months up to the fixed end; whole years only, because flows are calibrated by year.

    Raises ValueError if `months` is not a multiple of 12.
    """
    if months <= 0 or months % 12:
        raise ValueError("the demonstration covers whole years: months must be a multiple of 12")
    return tuple(range(LAST_MONTH - months + 1, LAST_MONTH + 1))


def reported_months(measure: Measure, months: int, in_use: bool, census: Collection[int]) -> tuple[int, ...]:
    """The months for which `measure` is reported.

    Flows come every month; so do stocks, except those of townships and those that no indicator shows, which
    come at the end of each quarter: 38,745 townships would otherwise double the number of rows. Measures that
    are carried forward come at the end of each year, from the year before the first month, and in the months
    of a census.
    """
    every = window(months)
    if measure.carry_forward:
        ends = tuple(month for month in (every[0] - 1, *every) if month % 12 == 11)
        return tuple(sorted({*ends, *census}))
    if measure.kind == "flow":
        return every
    if measure.kind == "rate" and not in_use:
        return tuple(month for month in every if month % 12 == 11)
    if measure.reported_by == "township" or not in_use:
        step = 3 if in_use or measure.reported_by != "township" else 12
        return tuple(month for month in every if (month + 1) % step == 0)
    return every


def season(months: tuple[int, ...]) -> Floats:
    """How busy each month is: less at Chinese New Year, more at the end of quarters and of the year."""
    return np.array(
        [_SEASON[month % 12] * _NEW_YEAR_DIP.get((month // 12, month % 12 + 1), 1.0) for month in months]
    )

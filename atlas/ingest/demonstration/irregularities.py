"""What real reporting is like: gaps, late reports, typing errors, small numbers withheld."""

import numpy as np

from atlas.definitions import Measure
from atlas.divisions import Level
from atlas.ingest.demonstration.arrays import Flags, Floats
from atlas.ingest.demonstration.chance import uniform
from atlas.ingest.demonstration.months import LAST_MONTH
from atlas.ingest.demonstration.reporters import Country, Reporters

IMPROVING = "520000"
"""Guizhou: its rates and its lawyers rise clearly during the three years."""
SUPPRESSED = frozenset({"legal_aid_cases_women_children"})
"""Measures of persons in which some counties withhold the numbers 1 to 4 themselves.

A sum over them is unknown; where counties state all their numbers, the atlas can withhold fewer.
"""
_MISSED_MONTH = {Level.TOWNSHIP: 0.0015, Level.COUNTY: 0.002, Level.CITY: 0.001, Level.PROVINCE: 0.0}
_MISSED_QUARTER = 0.004
_LATE = 0.035
_VERY_LATE = 0.012
_WITHHOLDS = 0.01
_SPIKES = {Level.TOWNSHIP: 1e-5, Level.COUNTY: 2e-4, Level.CITY: 1e-4, Level.PROVINCE: 0.0}


def reported(measure: Measure, country: Country, reporters: Reporters, months: tuple[int, ...]) -> Flags:
    """Which cells [months, units] arrived.

    Whatever concerns one topic comes on one form, so its measures are missing together. Late reporters lack
    the last month or the last two of everything. Stocks carried forward are complete.
    """
    if measure.carry_forward:
        return np.ones((len(months), len(reporters)), dtype=np.bool_)
    level = reporters.level
    if level is Level.TOWNSHIP:
        home = country.home(Level.TOWNSHIP, Level.COUNTY)
        forms = _forms(measure.topic, country[Level.COUNTY], months)[:, home]
        return forms & ~_missed(measure.topic, reporters, months)
    return _forms(measure.topic, reporters, months)


def spikes(measure: Measure, reporters: Reporters, months: int) -> Floats:
    """Factors that are 1 nearly everywhere, and 5 to 9 in the few cells that somebody mistyped."""

    def make(shape: tuple[int, int], province: str) -> Floats:
        hit = uniform(shape, "spike", measure.id, province) < _SPIKES[reporters.level]
        return np.where(hit, 5 + 4 * uniform(shape, "size of spike", measure.id, province), 1.0)

    return reporters.draw(months, make)


def suppressed(measure: Measure, reporters: Reporters, values: Floats) -> Flags | None:
    """Where a small number is withheld; None if this measure withholds nothing."""
    if measure.id not in SUPPRESSED:
        return None
    unit = reporters.draw(1, lambda shape, province: uniform(shape, "withholds", province))
    withheld: Flags = (unit < _WITHHOLDS) & (values >= 1) & (values <= 4)
    return withheld


def _forms(topic: str, reporters: Reporters, months: tuple[int, ...]) -> Flags:
    if reporters.level is Level.PROVINCE:
        return np.ones((len(months), len(reporters)), dtype=np.bool_)
    quarter = reporters.draw(1, lambda shape, province: uniform(shape, "quarter", topic, province))
    started = reporters.draw(1, lambda shape, province: uniform(shape, "start", topic, province))
    late = reporters.draw(1, lambda shape, province: uniform(shape, "late", province))
    first = LAST_MONTH - 30 + np.floor(started * 24)
    month = np.array(months)[:, np.newaxis]
    absent = (quarter < _MISSED_QUARTER) & (month >= first) & (month < first + 3)
    waiting = ((late < _LATE) & (month == LAST_MONTH)) | ((late < _VERY_LATE) & (month == LAST_MONTH - 1))
    arrived: Flags = ~(_missed(topic, reporters, months) | absent | waiting)
    return arrived


def _missed(topic: str, reporters: Reporters, months: tuple[int, ...]) -> Flags:
    limit = _MISSED_MONTH[reporters.level]
    return reporters.draw(len(months), lambda shape, province: uniform(shape, "gap", topic, province)) < limit

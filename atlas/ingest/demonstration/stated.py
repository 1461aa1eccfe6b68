"""Rates that sources only ever state: one value at every level, each the mean of the values below it."""

import numpy as np

from atlas.definitions import Measure
from atlas.divisions import COUNTRY, Level
from atlas.ingest.demonstration.arrays import Floats
from atlas.ingest.demonstration.cells import Cells
from atlas.ingest.demonstration.chance import generator, uniform
from atlas.ingest.demonstration.irregularities import IMPROVING
from atlas.ingest.demonstration.reporters import Country, Reporters
from atlas.ingest.demonstration.shapes import Stated
from atlas.ingest.demonstration.totals import Sizes

_LEVELS = (Level.COUNTY, Level.CITY, Level.PROVINCE)


def stated_rates(
    measure: Measure, shape: Stated, months: tuple[int, ...], country: Country, sizes: Sizes
) -> list[Cells]:
    """The rate at the level that reports it and at every level above: rates are never rolled up.

    A unit's rate is the mean of those below it, weighted by residents, so the levels agree. Where a province
    has a published rate, its units are moved so that their mean is that rate.
    """
    reporters = country.of(measure)
    if reporters is None:
        return []
    values = _moved(measure, shape, months, reporters, sizes, _invented(measure, shape, months, reporters))
    if reporters is country.corps:
        return [_cells(measure, shape, months, reporters, values, ())]
    levels = [level for level in _LEVELS if level.depth <= reporters.level.depth]
    found = []
    for level in levels:
        above = country[level]
        means = values if level is reporters.level else _means(values, reporters, country, level)
        found.append(_cells(measure, shape, months, above, means, tuple(levels)))
    people = np.array([sizes.people(province) for province in country[Level.PROVINCE].provinces])
    whole = (found[-1].values * people).sum(axis=1, keepdims=True) / people.sum()
    return [*found, _cells(measure, shape, months, _country(), whole, ())]


def _invented(measure: Measure, shape: Stated, months: tuple[int, ...], reporters: Reporters) -> Floats:
    width = shape.high - shape.low
    unit = reporters.draw(1, lambda size, home: uniform(size, "rate", measure.id, home))
    home = reporters.draw(
        1, lambda size, home: np.full(size, generator("province rate", measure.id, home).random())
    )
    noise = reporters.draw(len(months), lambda size, home: uniform(size, "noise", measure.id, home))
    run = np.linspace(0, 1, len(months))[:, np.newaxis]
    level = 0.5 * home + 0.3 * unit + 0.1 * run + 0.1 * noise
    better = np.array([code[:2] + "0000" == IMPROVING for code in reporters.codes])
    level = np.where(better, 0.05 + 0.8 * run + 0.1 * noise, level)
    return shape.low + width * level


def _moved(
    measure: Measure,
    shape: Stated,
    months: tuple[int, ...],
    reporters: Reporters,
    sizes: Sizes,
    values: Floats,
) -> Floats:
    means = reporters.by_province(values * reporters.people) / reporters.by_province(
        reporters.people[np.newaxis]
    )
    wanted = np.array(means)
    for place, province in enumerate(reporters.provinces):
        curve = sizes.curve(measure.id, province, months)
        if curve is not None:
            wanted[:, place] = curve
    if measure.unit == "percent" and shape.high > 50:
        rest = (100 - wanted) / np.maximum(100 - means, 1e-9)
        return 100 - (100 - values) * reporters.spread(rest)
    return values * reporters.spread(wanted / np.maximum(means, 1e-9))


def _means(values: Floats, reporters: Reporters, country: Country, level: Level) -> Floats:
    home, size = country.home(reporters.level, level), len(country[level])
    people = np.bincount(home, reporters.people, size)
    return np.stack([np.bincount(home, row * reporters.people, size) / people for row in values])


def _cells(
    measure: Measure,
    shape: Stated,
    months: tuple[int, ...],
    reporters: Reporters,
    values: Floats,
    levels: tuple[Level, ...],
) -> Cells:
    # A municipality stands in at the level of cities, but states its rate once, as the province that it is.
    once = reporters.own_level | np.array([level not in levels for level in reporters.levels])
    rounded = np.round(values, shape.decimals)
    return Cells(measure, reporters, months, rounded, np.broadcast_to(once, rounded.shape))


def _country() -> Reporters:
    one = np.ones(1)
    start = np.zeros(1, dtype=np.int64)
    return Reporters(Level.COUNTRY, (COUNTRY,), (COUNTRY,), start, (Level.COUNTRY,), one, one)

"""Make the figures of one measure from its shape."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from atlas.definitions import Measure
from atlas.divisions import Level
from atlas.ingest.demonstration.apportioning import apportion
from atlas.ingest.demonstration.arrays import Flags, Floats
from atlas.ingest.demonstration.cells import Cells, aligned, has_figures
from atlas.ingest.demonstration.chance import factors, uniform
from atlas.ingest.demonstration.irregularities import spikes, suppressed
from atlas.ingest.demonstration.months import season
from atlas.ingest.demonstration.reporters import Country, Reporters
from atlas.ingest.demonstration.shapes import ClassOf, Each, PerPeople, Presence, Share, Stated, Sum
from atlas.ingest.demonstration.totals import Sizes, Totals

_WOBBLE = {Level.TOWNSHIP: 0.3, Level.COUNTY: 0.14, Level.CITY: 0.08, Level.PROVINCE: 0.03}
_NO_COMMISSION = 0.16
_COMMISSION_TOPIC = "arbitration"


@dataclass(frozen=True)
class Task:
    """One measure to make: who reports it, when, and where figures arrived."""

    measure: Measure
    reporters: Reporters
    months: tuple[int, ...]
    arrived: Flags

    @property
    def is_flow(self) -> bool:
        """Whether figures of months add up."""
        return self.measure.kind == "flow"

    @property
    def dates(self) -> tuple[int, ...]:
        """The dates at which provinces have a total: the ends of years for a flow, every month otherwise."""
        return tuple(month for month in self.months if month % 12 == 11) if self.is_flow else self.months

    def per_date(self, cells: Floats) -> Floats:
        """Sums [dates, provinces] of cells [months, units]."""
        sums = self.reporters.by_province(cells)
        return sums.reshape(-1, 12, sums.shape[1]).sum(axis=1) if self.is_flow else sums

    def draw(self, purpose: str) -> Floats:
        """Numbers in [0, 1) for every cell of a flow, for every unit of a stock."""
        rows = len(self.months) if self.is_flow else 1
        name = self.measure.id
        return self.reporters.draw(rows, lambda shape, province: uniform(shape, purpose, name, province))

    def vary(self, purpose: str, spread: float) -> Floats:
        """A factor for every unit, with some noise from month to month for a flow."""
        name, level = self.measure.id, self.reporters.level
        units = self.reporters.draw(1, lambda shape, home: factors(spread, shape, purpose, name, home))
        if not self.is_flow:
            return units
        wobble = self.reporters.draw(
            len(self.months),
            lambda shape, home: factors(_WOBBLE[level], shape, "wobble", purpose, name, home),
        )
        return units * wobble


def make(task: Task, sizes: Sizes, country: Country, made: Mapping[str, Cells]) -> Cells:
    """The figures of a measure; the measures it depends on are in `made`."""
    shape = sizes.shapes[task.measure.id]
    match shape:
        case PerPeople():
            return _per_people(task, shape, sizes)
        case Presence():
            return _presence(task, shape, sizes, country, made)
        case Each():
            return _each(task, shape, sizes)
        case Share():
            return _share(task, shape, sizes, country, made)
        case Sum():
            return _sum(task, shape, sizes, country, made)
        case ClassOf():
            return _class(task, shape, country, made)
        case Stated():
            raise ValueError(f"{task.measure.id} is stated at several levels and made elsewhere")


def _per_people(task: Task, shape: PerPeople, sizes: Sizes) -> Cells:
    people = task.reporters.people * task.reporters.urban**shape.urban
    weights = people * task.vary("unit", shape.spread)
    applicable = np.ones(len(task.reporters), dtype=np.bool_)
    if task.measure.topic == _COMMISSION_TOPIC:
        none = task.reporters.draw(1, lambda size, home: uniform(size, "commission", home))[0]
        applicable = (none >= _NO_COMMISSION) | (task.reporters.people > 0.1)
    weights = weights * applicable
    if task.is_flow:
        weights = weights * season(task.months)[:, np.newaxis] * task.arrived
        weights = weights * spikes(task.measure, task.reporters, len(task.months))
    invented = np.round(sizes.per_people(task.measure, shape, task.reporters.provinces, task.dates))
    totals = sizes.calibrated(task.measure, task.reporters.provinces, task.dates, invented)
    return _finished(task, _apportioned(task, weights, totals), totals, ~applicable)


def _presence(
    task: Task, shape: Presence, sizes: Sizes, country: Country, made: Mapping[str, Cells]
) -> Cells:
    level = task.reporters.level
    real = task.reporters.own_level | (level is Level.COUNTY)
    able = np.broadcast_to(real.astype(np.float64), (len(task.months), len(task.reporters)))
    if shape.within:
        able = able * np.minimum(aligned(made[shape.within], country, level, task.months), 1)
    units = task.reporters.by_province(able)
    share = Share("", 2 * shape.share - 1, 1.0)
    shares = sizes.shares(task.measure, share, task.reporters.provinces, task.dates)
    totals = sizes.calibrated(task.measure, task.reporters.provinces, task.dates, np.round(shares * units))
    values = np.where(totals.exact, totals.values, np.minimum(totals.values, units))
    totals = Totals(values, totals.exact & (units > 0))
    caps = np.maximum(1.0, np.ceil(values / np.maximum(units, 1)))
    cells = _apportioned(task, able, totals, task.reporters.spread(caps) * able)
    if level is Level.TOWNSHIP:
        task = Task(task.measure, task.reporters, task.months, task.arrived & real)
    return _finished(task, cells, totals, ~real if level is Level.CITY else None)


def _each(task: Task, shape: Each, sizes: Sizes) -> Cells:
    numbers = np.floor(shape.low + (shape.high - shape.low + 1) * task.draw("each"))
    weights = np.broadcast_to(numbers, (len(task.months), len(task.reporters)))
    if task.is_flow:
        weights = weights * task.arrived
    sums = task.per_date(weights)
    totals = sizes.calibrated(task.measure, task.reporters.provinces, task.dates, sums)
    return _finished(task, _apportioned(task, weights, totals), totals)


def _share(task: Task, shape: Share, sizes: Sizes, country: Country, made: Mapping[str, Cells]) -> Cells:
    level = task.reporters.level
    whole = _lasting(made[shape.of], country, level, task.months)
    arrived = has_figures(made[shape.of], level, task.months)
    task = Task(task.measure, task.reporters, task.months, task.arrived if arrived is None else arrived)
    caps = whole
    for other in shape.beside:
        caps = np.maximum(caps - aligned(made[other], country, level, task.months), 0)
    if task.is_flow:
        caps, whole = caps * task.arrived, whole * task.arrived
    sums = task.per_date(whole)
    provinces = task.reporters.provinces
    shares = sizes.shares(task.measure, shape, provinces, task.dates)
    totals = sizes.calibrated(task.measure, provinces, task.dates, np.round(shares * sums))
    totals = _believable(totals, shape, shares, sums)
    by_month = np.repeat(shares, 12, axis=0) if task.is_flow else shares
    weights = whole * _unit_shares(task, shape, task.reporters.spread(by_month))
    return _finished(task, _apportioned(task, weights, totals, caps if shape.is_part else None), totals)


def _sum(task: Task, shape: Sum, sizes: Sizes, country: Country, made: Mapping[str, Cells]) -> Cells:
    level = task.reporters.level
    weights = np.sum([aligned(made[name], country, level, task.months) for name in shape.of], axis=0)
    totals = sizes.calibrated(task.measure, task.reporters.provinces, task.dates, task.per_date(weights))
    return _finished(task, _apportioned(task, weights, totals), totals)


def _class(task: Task, shape: ClassOf, country: Country, made: Mapping[str, Cells]) -> Cells:
    whole = aligned(made[shape.of], country, task.reporters.level, task.months)
    values = np.floor(whole / shape.step) * shape.step
    return Cells(task.measure, task.reporters, task.months, values, task.arrived & (values >= shape.least))


def _lasting(cells: Cells, country: Country, level: Level, months: tuple[int, ...]) -> Floats:
    """The whole that a part refers to: no more than the yearly figure at the end of the year."""
    whole = aligned(cells, country, level, months)
    if not cells.measure.carry_forward:
        return whole
    return np.minimum(whole, aligned(cells, country, level, tuple(month + 11 for month in months)))


def _unit_shares(task: Task, shape: Share, shares: Floats) -> Floats:
    if shape.is_part and shape.low > 0.5:
        return np.maximum(1 - (1 - shares) * task.vary("rest", 0.55), 0.05)
    varied = shares * task.vary("part", 0.25)
    return np.minimum(varied, 1.0) if shape.is_part else varied


def _believable(totals: Totals, shape: Share, shares: Floats, sums: Floats) -> Totals:
    if shape.is_part:
        low, high = np.minimum(shape.low, shares) * sums, np.maximum(shape.high, shares) * sums
    else:
        low, high = shape.low / 2 * sums, shape.high * 2 * sums
    values = np.where(totals.exact, totals.values, np.clip(totals.values, np.floor(low), np.ceil(high)))
    return Totals(np.minimum(values, sums) if shape.is_part else values, totals.exact)


def _apportioned(task: Task, weights: Floats, totals: Totals, caps: Floats | None = None) -> Floats:
    shape = (len(task.months), len(task.reporters))
    weights = np.broadcast_to(weights, shape)
    offsets = np.broadcast_to(task.draw("rounding"), shape)
    wanted = np.round(totals.values)
    if not task.is_flow:
        return apportion(weights, wanted, offsets, task.reporters.starts, caps)
    years = [slice(12 * year, 12 * year + 12) for year in range(len(task.dates))]
    return np.concatenate(
        [
            apportion(
                weights[year],
                wanted[place : place + 1],
                offsets[year],
                task.reporters.starts,
                None if caps is None else caps[year],
                across_months=True,
            )
            for place, year in enumerate(years)
        ]
    )


def _finished(task: Task, values: Floats, totals: Totals, not_applicable: Flags | None = None) -> Cells:
    arrived = task.arrived
    if not task.is_flow:
        arrived = arrived | task.reporters.spread(totals.exact)
    withheld = suppressed(task.measure, task.reporters, values)
    if withheld is not None:
        exact = np.repeat(totals.exact, 12, axis=0) if task.is_flow else totals.exact
        withheld = withheld & ~task.reporters.spread(exact)
    outside = None
    if not_applicable is not None and not_applicable.any():
        outside = np.broadcast_to(not_applicable, values.shape)
    return Cells(task.measure, task.reporters, task.months, values, arrived, outside, withheld)

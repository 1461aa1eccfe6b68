"""The demonstration: invented figures for every measure and every division, the same on every machine."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from graphlib import TopologicalSorter

import pyarrow as pa

from atlas.batches import Batch
from atlas.definitions import Definitions, Measure
from atlas.divisions import Divisions
from atlas.ingest.demonstration.anchors import Anchors, published_anchors
from atlas.ingest.demonstration.cells import Cells
from atlas.ingest.demonstration.former_codes import former_codes
from atlas.ingest.demonstration.irregularities import reported
from atlas.ingest.demonstration.making import Task, make
from atlas.ingest.demonstration.months import MONTHS, reported_months, window
from atlas.ingest.demonstration.reporters import Country
from atlas.ingest.demonstration.shapes import Stated, parents
from atlas.ingest.demonstration.stated import stated_rates
from atlas.ingest.demonstration.tables import tables
from atlas.ingest.demonstration.totals import Sizes

BATCH = "demonstration"
ORIGIN = "demonstration"
RECEIVED_AT = dt.datetime(2026, 1, 15, 8, 0, tzinfo=dt.UTC)
Progress = Callable[[float], None]


def demonstration_batch(
    divisions: Divisions,
    definitions: Definitions,
    published: Batch,
    months: int = MONTHS,
    progress: Progress = lambda _: None,
) -> Batch:
    """A batch of invented observations for the `months` up to December 2025.

    Each measure is reported by the units of its `reported_by` level alone, so nothing is counted twice and
    every level above is a sum. Provinces with a published figure for a year (flows) or a date (stocks) inside
    the window have exactly that total; figures outside it are carried over by growth. Rates that the atlas
    computes are not made; rates that are only ever stated are made for every level. `progress` is called with
    0 to 1 while the observations are read.

    Raises ValueError unless `months` is a multiple of 12.
    """
    window(months)
    anchors = published_anchors(published, definitions)
    return Batch(
        id=BATCH,
        origin=ORIGIN,
        observations=_observations(divisions, definitions, anchors, months, progress),
        received_at=RECEIVED_AT,
        author=ORIGIN,
    )


def generated_measures(definitions: Definitions) -> tuple[Measure, ...]:
    """The measures that get invented figures: all but those counted in the tree and rates computed from
    parts.
    """
    computed = {
        indicator.stated for indicator in definitions.indicators.values() if indicator.numerator is not None
    }
    return tuple(
        measure
        for measure in definitions.measures.values()
        if measure.derived is None and measure.id not in computed
    )


def _observations(
    divisions: Divisions, definitions: Definitions, anchors: Anchors, months: int, progress: Progress
) -> Iterator[pa.Table]:
    country = Country(divisions)
    sizes = Sizes(definitions, anchors, country.provinces)
    former = former_codes(divisions)
    census = anchors.common_dates("population", country.provinces)
    measures = _ordered(generated_measures(definitions), sizes)
    weights = [_WORK[measure.reported_by] for measure in measures]
    made: dict[str, Cells] = {}
    done = 0.0
    progress(0.0)
    for measure, weight in zip(measures, weights, strict=True):
        in_use = bool(definitions.using(measure.id))
        dates = reported_months(measure, months, in_use, census if measure.id == "population" else ())
        for cells in _cells(measure, dates, country, sizes, made):
            yield from tables(cells, former)
        done += weight
        progress(done / sum(weights))


_WORK = {"township": 12.0, "county": 1.0, "city": 0.2, "province": 0.1}


def _cells(
    measure: Measure,
    dates: tuple[int, ...],
    country: Country,
    sizes: Sizes,
    made: dict[str, Cells],
) -> Iterator[Cells]:
    shape = sizes.shapes[measure.id]
    reporters = country.of(measure)
    if isinstance(shape, Stated):
        yield from stated_rates(measure, shape, dates, country, sizes)
    elif reporters is not None:
        task = Task(measure, reporters, dates, reported(measure, country, reporters, dates))
        made[measure.id] = make(task, sizes, country, made)
        yield made[measure.id]


def _ordered(measures: tuple[Measure, ...], sizes: Sizes) -> list[Measure]:
    by_id: Mapping[str, Measure] = {measure.id: measure for measure in measures}
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for measure in measures:
        sorter.add(measure.id, *parents(sizes.shapes[measure.id]))
    return [by_id[name] for name in sorter.static_order()]

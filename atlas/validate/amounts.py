"""What a single figure may be: not negative, whole where things are counted, and of a possible size."""

from collections.abc import Iterator, Mapping

import numpy as np

from atlas.definitions import Measure, Unit
from atlas.findings import Findings
from atlas.validate.carried import value_at
from atlas.validate.case import Case
from atlas.validate.pairs import POPULATION
from atlas.validate.rules import ABOVE_POPULATION, FRACTION, NEGATIVE, OUT_OF_RANGE

MOST: Mapping[str, float] = {
    "count": 1e10,
    "person": 1e10,
    "percent": 100,
    "points": 1e4,
    "CNY": 1e13,
    "per_10k": 1e4,
    "hours": 1e9,
    "ratio": 1e6,
}
"""The most that a figure in a unit of each family can be; CNY and counts far above the whole country's."""
COUNTED = ("count", "person")
WHOLE = 1e-9
"""How far a counted figure may lie beside a whole number, as a share of it: 1.2345万 in binary does."""


def negatives(case: Case) -> Iterator[Findings]:
    """Figures below zero, but for changes, which may fall."""
    signed = case.measure_is(case.signed.tolist())
    places = np.flatnonzero((case.cells.value < 0) & (case.cells.measure >= 0) & ~signed)
    if len(places):
        fields = {"measure": case.measures_at(case.cells.measure[places])}
        yield case.cells.found(NEGATIVE, places, fields)


def fractions(case: Case) -> Iterator[Findings]:
    """Half a person or a third of a case; stated rates may be anything."""
    counted = case.measure_is(
        [unit.family in COUNTED and measure.kind != "rate" for measure, unit in _measures(case)]
    )
    value = np.where(counted, case.cells.value, 0.0)
    beside = np.abs(value - np.rint(value)) > WHOLE * np.maximum(np.abs(value), 1)
    places = np.flatnonzero(beside)
    if len(places):
        measures = case.cells.measure[places]
        fields = {
            "measure": case.measures_at(measures),
            "unit": [case.units[place] for place in measures.tolist()],
        }
        yield case.cells.found(FRACTION, places, fields)


def out_of_range(case: Case) -> Iterator[Findings]:
    """Figures larger than anything that could be counted; a share above 100 %."""
    families = (unit.family for unit in case.units)
    limits = [
        MOST["points" if signed else family] for family, signed in zip(families, case.signed, strict=True)
    ]
    most = case.by_measure(limits)
    places = np.flatnonzero(case.cells.value > most)
    if len(places):
        measures = case.cells.measure[places]
        fields = {"measure": case.measures_at(measures), "most": most[places].tolist()}
        yield case.cells.found(OUT_OF_RANGE, places, fields)


def above_population(case: Case) -> Iterator[Findings]:
    """More lawyers, mediators or staff than inhabitants."""
    people = case.measure_is([_are_residents(*each) for each in _measures(case)])
    places = np.flatnonzero(people & case.cells.placed & case.cells.stated)
    if not len(places) or POPULATION not in case.context.definitions.measures:
        return
    population = value_at(case, POPULATION, places)
    beyond = case.cells.value[places] > population
    if beyond.any():
        places = places[beyond]
        fields = {
            "measure": case.measures_at(case.cells.measure[places]),
            "division": case.divisions_at(case.cells.node[places]),
            "population": population[beyond].tolist(),
        }
        yield case.cells.found(ABOVE_POPULATION, places, fields)


def _are_residents(measure: Measure, unit: Unit) -> bool:
    return measure.kind == "stock" and unit.family == "person" and measure.id != POPULATION


def _measures(case: Case) -> Iterator[tuple[Measure, Unit]]:
    return zip(case.measures, case.units, strict=True)

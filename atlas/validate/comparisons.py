"""One measure beside another: a numerator within its denominator, and the rules of indicators.yaml."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from atlas.findings import Findings, Ints
from atlas.messages import N_
from atlas.validate.carried import value_at
from atlas.validate.case import Case
from atlas.validate.keys import Bools, Floats
from atlas.validate.pairs import Pair, declared, shares
from atlas.validate.rules import CROSS_MEASURE_ERROR, CROSS_MEASURE_WARNING, NUMERATOR_ABOVE_DENOMINATOR

ACCEPTED_EARLIER = N_("The one that is not in the file was accepted earlier.")


@dataclass(frozen=True, eq=False)
class Exceeding:
    """Cells where the lesser measure exceeds the greater one, with the figure of each.

    `accepted` marks those whose other figure stands nowhere in the file.
    """

    places: Ints
    lesser: Floats
    greater: Floats
    accepted: Bools


def cross_measures(case: Case) -> Iterator[Findings]:
    """What breaks a declared rule. A measure that the file lacks is looked up among the accepted figures."""
    rules = case.context.definitions.rules.values()
    for rule, pair in zip(rules, declared(case.context.definitions), strict=True):
        exceeding = _exceeding(case, pair)
        if len(exceeding.places):
            fields = _fields(case, pair, exceeding)
            fields["statement"] = [rule.sentence] * len(exceeding.places)
            found = CROSS_MEASURE_ERROR if rule.severity == "error" else CROSS_MEASURE_WARNING
            yield case.cells.found(found, exceeding.places, fields)


def numerators(case: Case) -> Iterator[Findings]:
    """Shares above 100 %, of every indicator whose numerator is a part of its denominator."""
    for pair in shares(case.context.definitions):
        exceeding = _exceeding(case, pair)
        if len(exceeding.places):
            fields = _fields(case, pair, exceeding)
            fields["indicator"] = [pair.because] * len(exceeding.places)
            fields["division"] = case.divisions_at(case.cells.node[exceeding.places])
            yield case.cells.found(NUMERATOR_ABOVE_DENOMINATOR, exceeding.places, fields)


def _exceeding(case: Case, pair: Pair) -> Exceeding:
    """Told at the lesser measure, or at the greater one where the file lacks the lesser."""
    low, high = _cells_of(case, pair.lesser), _cells_of(case, pair.greater)
    value = case.cells.value
    limit = value_at(case, pair.greater, low) if len(low) else np.empty(0)
    alone = np.isnan(case.cells.lookup.find(case.keys_for(case.place_of(pair.lesser), high)))
    high = high[alone]
    part = value_at(case, pair.lesser, high) if len(high) else np.empty(0)
    below, above = value[low] > limit, part > value[high]
    return Exceeding(
        np.concatenate([low[below], high[above]]),
        np.concatenate([value[low[below]], part[above]]),
        np.concatenate([limit[below], value[high[above]]]),
        np.concatenate([_not_in_file(case, pair.greater, low[below]), np.ones(int(above.sum()), dtype=bool)]),
    )


def _not_in_file(case: Case, measure: str, places: Ints) -> Bools:
    """Whether a measure of these cells was accepted earlier: neither written in the file nor counted."""
    if case.context.definitions.measures[measure].derived is not None:
        return np.zeros(len(places), dtype=bool)
    return np.isnan(case.cells.lookup.find(case.keys_for(case.place_of(measure), places)))


def _cells_of(case: Case, measure: str) -> Ints:
    """The cells with a number of a measure, in the order of the file."""
    place = case.place_of(measure)
    if place not in case.cells.measures:
        return np.empty(0, dtype=np.int64)
    cells = case.cells
    chosen: Ints = cells.usable[cells.measure[cells.usable] == place]
    return chosen


def _fields(case: Case, pair: Pair, exceeding: Exceeding) -> dict[str, Sequence[object]]:
    count, measures = len(exceeding.places), case.context.definitions.measures
    return {
        "measure": [measures[pair.lesser]] * count,
        "other": [measures[pair.greater]] * count,
        "figure": exceeding.lesser.tolist(),
        "limit": exceeding.greater.tolist(),
        "origin": [ACCEPTED_EARLIER if accepted else "" for accepted in exceeding.accepted.tolist()],
    }

"""One measure beside another: a numerator within its denominator, and the rules of indicators.yaml."""

from collections.abc import Iterator, Sequence

import numpy as np

from atlas.definitions import Definitions, Indicator
from atlas.findings import Findings, Ints
from atlas.validate.case import Case
from atlas.validate.keys import Floats
from atlas.validate.rules import CROSS_MEASURE_ERROR, CROSS_MEASURE_WARNING, NUMERATOR_ABOVE_DENOMINATOR


def cross_measures(case: Case) -> Iterator[Findings]:
    """What breaks a declared rule. A measure that the file lacks is looked up among the accepted figures."""
    for rule in case.context.definitions.rules.values():
        places, figures, limits = _exceeding(case, *rule.at_most)
        if len(places):
            fields = _compared(case, places, rule.at_most, figures, limits)
            fields["statement"] = [rule.sentence] * len(places)
            found = CROSS_MEASURE_ERROR if rule.severity == "error" else CROSS_MEASURE_WARNING
            yield case.cells.found(found, places, fields)


def numerators(case: Case) -> Iterator[Findings]:
    """Shares above 100 %, of every indicator whose numerator is a part of its denominator."""
    for indicator in shares(case.context.definitions):
        pair = (str(indicator.numerator), str(indicator.denominator))
        places, figures, limits = _exceeding(case, *pair)
        if len(places):
            fields = _compared(case, places, pair, figures, limits)
            fields["indicator"] = [indicator] * len(places)
            fields["division"] = list(case.divisions_at(case.cells.node[places]))
            yield case.cells.found(NUMERATOR_ABOVE_DENOMINATOR, places, fields)


def shares(definitions: Definitions) -> tuple[Indicator, ...]:
    """The indicators in percent, but for those whose two measures a rule compares already."""
    declared = {rule.at_most for rule in definitions.rules.values()}
    return tuple(
        indicator
        for indicator in definitions.indicators.values()
        if indicator.factor == 100
        and indicator.denominator is not None
        and (indicator.numerator, indicator.denominator) not in declared
    )


def compared_with(definitions: Definitions, names: frozenset[str]) -> frozenset[str]:
    """The measures that some rule compares with one of `names`."""
    pairs = [rule.at_most for rule in definitions.rules.values()]
    pairs += [(str(each.numerator), str(each.denominator)) for each in shares(definitions)]
    return frozenset(name for pair in pairs if names & set(pair) for name in pair)


def _exceeding(case: Case, lesser: str, greater: str) -> tuple[Ints, Floats, Floats]:
    """Cells of either measure where the lesser is the greater one; each pair is told of once."""
    cells, low, high = case.cells, case.place_of(lesser), case.place_of(greater)
    of_low = np.flatnonzero(cells.placed & cells.stated & (cells.measure == low))
    limit = _other(case, of_low, high)
    below = cells.value[of_low] > limit
    of_high = np.flatnonzero(cells.placed & cells.stated & (cells.measure == high))
    of_high = of_high[np.isnan(cells.lookup.find(_moved(case, of_high, low)))]
    part = case.earlier.same.find(_moved(case, of_high, low))
    above = part > cells.value[of_high]
    return (
        np.concatenate([of_low[below], of_high[above]]),
        np.concatenate([cells.value[of_low[below]], part[above]]),
        np.concatenate([limit[below], cells.value[of_high[above]]]),
    )


def _other(case: Case, places: Ints, measure: int) -> Floats:
    """Another measure of the same division and period: counted in the tree, in the file, or accepted."""
    if case.measures[measure].derived is not None:
        return case.counted_units(case.measures[measure])[case.cells.node[places]]
    keys = _moved(case, places, measure)
    found = case.cells.lookup.find(keys)
    missing = np.isnan(found)
    if missing.any():
        found[missing] = case.earlier.same.find(keys[missing])
    return found


def _moved(case: Case, places: Ints, measure: int) -> Ints:
    """The keys of these cells for another measure."""
    cells = case.cells
    return cells.keys.of(cells.node[places], measure, cells.period[places])


def _compared(
    case: Case, places: Ints, pair: tuple[str, str], figures: Floats, limits: Floats
) -> dict[str, Sequence[object]]:
    lesser, greater = (case.context.definitions.measures[name] for name in pair)
    return {
        "measure": [lesser] * len(places),
        "other": [greater] * len(places),
        "figure": list(figures.tolist()),
        "limit": list(limits.tolist()),
    }

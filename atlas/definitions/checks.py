"""What the schema alone cannot see: whether measures, indicators, units and topics fit together."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from atlas.definitions import remedies
from atlas.definitions.model import Classes, CrossMeasureRule, Definitions, Indicator, Measure

Finding = tuple[str, Any, str]
"""Dotted key, value, remedy."""


def findings(definitions: Definitions) -> Iterator[Finding]:
    """Every contradiction, in the order of the file."""
    for measure in definitions.measures.values():
        yield from _measure(definitions, measure)
    for indicator in definitions.indicators.values():
        for key, value, remedy in _indicator(definitions, indicator):
            yield f"indicators.{indicator.id}.{key}", value, remedy
    for rule in definitions.rules.values():
        yield from _rule(definitions, rule)


def _measure(definitions: Definitions, measure: Measure) -> Iterator[Finding]:
    key = f"measures.{measure.id}"
    if measure.unit not in definitions.units:
        yield f"{key}.unit", measure.unit, remedies.UNKNOWN_UNIT
    if measure.topic not in definitions.topics:
        yield f"{key}.topic", measure.topic, remedies.UNKNOWN_TOPIC
    if measure.derived is not None and measure.kind != "stock":
        yield f"{key}.kind", measure.kind, remedies.DERIVED
    if measure.suppress_below is not None and not _counts_persons(definitions, measure):
        yield f"{key}.suppress_below", measure.suppress_below, remedies.SUPPRESS_BELOW


def _counts_persons(definitions: Definitions, measure: Measure) -> bool:
    """Whether it may be a number of persons or of their cases, of which parts add up to wholes."""
    unit = definitions.units.get(measure.unit)
    counted = unit is None or unit.family in ("count", "person")
    return counted and measure.kind != "rate" and measure.derived is None and not measure.signed


def _rule(definitions: Definitions, rule: CrossMeasureRule) -> Iterator[Finding]:
    for name in rule.at_most:
        if name not in definitions.measures:
            yield f"rules.{rule.id}.at_most", name, remedies.UNKNOWN_MEASURE
    if rule.at_most[0] == rule.at_most[1]:
        yield f"rules.{rule.id}.at_most", rule.at_most[0], remedies.TWO_MEASURES


def _indicator(definitions: Definitions, indicator: Indicator) -> Iterator[Finding]:
    if indicator.topic not in definitions.topics:
        yield "topic", indicator.topic, remedies.UNKNOWN_TOPIC
    yield from _parts(definitions, indicator)
    yield from _shape(indicator)
    yield from _unit(definitions, indicator)
    yield from _classes(indicator.classes)
    yield from _redefined(indicator)
    other = indicator.stands_in
    if other is not None and (other == indicator.id or other not in definitions.indicators):
        yield "stands_in", other, remedies.UNKNOWN_INDICATOR


def _parts(definitions: Definitions, indicator: Indicator) -> Iterator[Finding]:
    for key in ("numerator", "denominator", "stated"):
        name = getattr(indicator, key)
        if name is None:
            continue
        measure = definitions.measures.get(name)
        if measure is None:
            yield key, name, remedies.UNKNOWN_MEASURE
        elif key == "stated" and measure.kind != "rate":
            yield key, name, remedies.NOT_A_RATE
        elif key != "stated" and measure.kind == "rate":
            yield key, name, remedies.NOT_SUMMED


def _shape(indicator: Indicator) -> Iterator[Finding]:
    if indicator.numerator is None and indicator.stated is None:
        yield "numerator", None, remedies.NO_VALUE
    if indicator.numerator is None and indicator.denominator is not None:
        yield "numerator", None, remedies.NO_NUMERATOR
    complete = indicator.unit_level is not None and indicator.numerator is not None
    if indicator.coverage and not (complete and indicator.denominator is None):
        yield "unit_level", indicator.unit_level, remedies.COVERAGE_LEVEL
    if indicator.unit_level is not None and not indicator.coverage:
        yield "unit_level", indicator.unit_level, remedies.LEVEL_WITHOUT_COVERAGE
    if indicator.interval != "none" and indicator.denominator is None:
        yield "interval", indicator.interval, remedies.INTERVAL


def _unit(definitions: Definitions, indicator: Indicator) -> Iterator[Finding]:
    unit = definitions.units.get(indicator.unit)
    if unit is None:
        yield "unit", indicator.unit, remedies.UNKNOWN_UNIT
        return
    if indicator.denominator is not None or indicator.coverage:
        if indicator.factor != unit.factor:
            yield "factor", indicator.factor, remedies.FACTOR
        if indicator.interval == "wilson" and unit.factor != 100:
            yield "interval", indicator.interval, remedies.INTERVAL
        return
    single = definitions.measures.get(indicator.numerator or indicator.stated or "")
    if indicator.factor != 1:
        yield "factor", indicator.factor, remedies.FACTOR
    if single is not None and single.unit != indicator.unit:
        yield "unit", indicator.unit, remedies.UNIT_DIFFERS


def _classes(classes: Classes) -> Iterator[Finding]:
    breaks = ", ".join(f"{edge:g}" for edge in classes.breaks)
    if len(classes.breaks) != (classes.k - 1 if classes.scheme == "stated" else 0):
        yield "classes.breaks", breaks, remedies.BREAKS_COUNT
    if any(low >= high for low, high in pairwise(classes.breaks)):
        yield "classes.breaks", breaks, remedies.BREAKS_ORDER


def _redefined(indicator: Indicator) -> Iterator[Finding]:
    months = [each.month for each in indicator.redefined]
    if any(earlier >= later for earlier, later in pairwise(months)):
        yield "redefined", ", ".join(each.since for each in indicator.redefined), remedies.REDEFINED_ORDER

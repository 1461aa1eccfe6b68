"""Which measures are compared with which."""

from dataclasses import dataclass

from atlas.definitions import CrossMeasureRule, Definitions, Indicator

POPULATION = "population"


@dataclass(frozen=True, slots=True)
class Pair:
    """The lesser measure is at most the greater one, by a declared rule or as a part of an indicator."""

    lesser: str
    greater: str
    because: CrossMeasureRule | Indicator


def declared(definitions: Definitions) -> tuple[Pair, ...]:
    """The rules of indicators.yaml."""
    return tuple(Pair(*rule.at_most, rule) for rule in definitions.rules.values())


def shares(definitions: Definitions) -> tuple[Pair, ...]:
    """Numerators that are a part of their denominator, but for those that a rule compares already."""
    known = {rule.at_most for rule in definitions.rules.values()}
    found = (
        Pair(str(each.numerator), str(each.denominator), each)
        for each in definitions.indicators.values()
        if each.factor == 100 and each.denominator is not None
    )
    return tuple(pair for pair in found if (pair.lesser, pair.greater) not in known)


def compared_with(definitions: Definitions, names: frozenset[str]) -> frozenset[str]:
    """The measures that one of `names` is compared with, and `names` themselves."""
    pairs = [{pair.lesser, pair.greater} for pair in (*declared(definitions), *shares(definitions))]
    beside = names.union(*(pair for pair in pairs if names & pair))
    counted = any(definitions.unit_of(definitions.measures[name]).family == "person" for name in names)
    people = {POPULATION} if counted and POPULATION in definitions.measures else set()
    return beside | people

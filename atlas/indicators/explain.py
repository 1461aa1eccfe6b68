"""Why an indicator of a division changed between two periods: its children's effects."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from atlas.definitions import Definitions, Indicator
from atlas.divisions import Divisions
from atlas.indicators.decomposition import Amount, Reports, Split, split_count, split_ratio
from atlas.indicators.inputs import Inputs, Question, grades_of, inputs_of
from atlas.indicators.withheld import withheld
from atlas.periods import Period
from atlas.rollup.alike import Pair, Parted, parted, parted_coverage
from atlas.store import Reader


class Obstacle(StrEnum):
    """Why a change cannot be split into effects of children."""

    REDEFINED = "redefined"
    NO_CHILDREN = "no_children"
    NO_PARTS = "no_parts"
    NOT_REPORTED = "not_reported"
    SUPPRESSED = "suppressed"
    NOTHING_ALIKE = "nothing_alike"


@dataclass(frozen=True, slots=True)
class Reporters:
    """How many units below a child reported: over the same months in both periods, and otherwise."""

    alike: int
    otherwise: int


@dataclass(frozen=True, eq=False)
class Explanation:
    """The split, or what stands in its way; `reports` and `reporters` are of the children that have any."""

    reports: tuple[Reports, ...]
    reporters: tuple[Reporters, ...]
    split: Split | None
    obstacle: Obstacle | None


def explain(
    store: Reader,
    definitions: Definitions,
    divisions: Divisions,
    indicator: Indicator,
    division: str,
    before: Period,
    now: Period,
    *,
    as_known_on: date | datetime | None = None,
    grades: Sequence[str] | None = None,
) -> Explanation:
    """Split the change of what the children of `division` add up to, from `before` to `now`.

    The periods are of one kind. Raises AtlasError "unknown_division".
    """
    question = Question(store, definitions, divisions, indicator, as_known_on, grades_of(grades))
    code = divisions.resolve(division)
    return store.memory.get(
        question.key("explanation", code, before, now), lambda: _explained(question, code, (before, now))
    )


def _explained(question: Question, code: str, periods: tuple[Period, Period]) -> Explanation:
    indicator, measures = question.indicator, question.definitions.measures
    if indicator.redefined_between(*periods):
        return _stopped(Obstacle.REDEFINED)
    if not question.divisions.children(code):
        return _stopped(Obstacle.NO_CHILDREN)
    if indicator.numerator is None or measures[indicator.numerator].kind == "rate":
        return _stopped(Obstacle.NO_PARTS)
    inputs = inputs_of(question).below(code)
    found = _parted(inputs, periods)
    if found is None or not found.codes:
        return _stopped(Obstacle.NOT_REPORTED)
    if bool(found.suppressed.any()) or _gives_away(inputs, found, periods):
        return _stopped(Obstacle.SUPPRESSED)
    reports, reporters = _reports(found)
    if not reports:
        return _stopped(Obstacle.NOT_REPORTED)
    split = _split(indicator, reports) if _share(reports, reporters) else None
    return Explanation(reports, reporters, split, None if split else Obstacle.NOTHING_ALIKE)


def _gives_away(inputs: Inputs, found: Parted, periods: tuple[Period, Period]) -> bool:
    """Whether a split would tell numbers that are withheld.

    It tells those of the children, and of units below them that reported in one of the periods only or that
    lack a month of it: what is alone then is a part of a year.
    """
    if not inputs.withholding:
        return False
    hidden = withheld(inputs, periods[0]) | withheld(inputs, periods[1])
    if hidden[0] or bool(hidden[inputs.tree.parent == 0].any()):
        return True
    for period in periods:
        hidden = hidden | withheld(inputs, Period.of_index(period.last))
    return bool(hidden.any() and found.units[1].any())


def _split(indicator: Indicator, reports: tuple[Reports, ...]) -> Split | None:
    if indicator.denominator is not None or indicator.coverage:
        return split_ratio(reports, indicator.factor)
    return split_count(reports)


def _share(reports: tuple[Reports, ...], reporters: tuple[Reporters, ...]) -> bool:
    """Whether anybody reported the same months in both periods."""
    whole = any(each.alike for each in reporters)
    return whole or any(amount.top or amount.base for each in reports for amount in each.alike)


def _stopped(obstacle: Obstacle) -> Explanation:
    return Explanation((), (), None, obstacle)


def _parted(inputs: Inputs, periods: tuple[Period, Period]) -> Parted | None:
    indicator = inputs.indicator
    if inputs.numerator is None or not len(inputs.tree):
        return None
    if indicator.coverage and indicator.unit_level is not None:
        return parted_coverage(inputs.numerator, indicator.unit_level, inputs.tree, periods)
    return parted(inputs.numerator, inputs.denominator, inputs.tree, periods)


def _reports(found: Parted) -> tuple[tuple[Reports, ...], tuple[Reporters, ...]]:
    """Only of children whose units reported in at least one of the periods."""
    reports, reporters = [], []
    for place, code in enumerate(found.codes):
        alike, otherwise = (int(counted[place]) for counted in found.units)
        if alike or otherwise:
            reports.append(Reports(code, _amounts(found.alike, place), _amounts(found.alone, place)))
            reporters.append(Reporters(alike, otherwise))
    return tuple(reports), tuple(reporters)


def _amounts(ends: tuple[Pair, Pair], place: int) -> tuple[Amount, Amount]:
    before, now = (Amount(Fraction(float(top[place])), Fraction(float(base[place]))) for top, base in ends)
    return before, now

"""Where divisions lie between the worst and the best of their level, held against a benchmark.

The benchmark is the nearest division that all of them lie in (the parent of a single one), or the country
where that has no figure. The country itself is laid among its provinces and held against nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from atlas.definitions import Indicator
from atlas.divisions import Division, Level
from atlas.indicators import IndicatorValue, intervals_of, of_one_time
from atlas.messages import N_
from atlas.statistics.intervals import Interval
from atlas.statistics.verdict import Verdict, verdict
from atlas.views.evaluations import value_asked
from atlas.views.selection import Selection
from atlas.views.spread import Spread, spread_of
from atlas.workspace import COUNTRY, Workspace

RATES = ("percent", "per_10k", "ratio")
"""Families of units; a class of lawyers ("over 30,000") is stated as rates are, yet it counts people."""
COUNT = N_("a count, which grows with the size of the place")
NO_VALUE = N_("no figure")
TOO_FEW = N_("too few units have a figure")


@dataclass(frozen=True, slots=True)
class Vertebra:
    """One division with one indicator; `place` runs from 0 (worst) to 1 (best)."""

    division: Division
    value: IndicatorValue
    place: float
    interval: Interval | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SpineLine:
    """One indicator among all units of the level; `benchmark` is None where there is none with a figure."""

    indicator: Indicator
    spread: Spread
    benchmark: IndicatorValue | None
    vertebrae: tuple[Vertebra, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An indicator that has no line, and the sentence that says why."""

    indicator: Indicator
    reason: str


@dataclass(frozen=True, slots=True)
class Spine:
    """The lines of divisions of one level; `within` is the benchmark, None for the country itself."""

    selection: Selection
    level: Level
    within: Division | None
    divisions: tuple[Division, ...]
    lines: tuple[SpineLine, ...]
    left_out: tuple[LeftOut, ...]


def spine(
    workspace: Workspace,
    selection: Selection,
    divisions: Sequence[Division],
    indicators: Sequence[Indicator],
) -> Spine:
    """The spine of divisions of one level, in the order given, as the selection asks for their figures.

    Only rates have a line: a count grows with the size of the place.
    """
    within = benchmark_of(workspace, divisions)
    level = Level.PROVINCE if within is None else divisions[0].level
    lines: list[SpineLine] = []
    left_out: list[LeftOut] = []
    for indicator in indicators:
        found = _line(workspace, selection, level, within, divisions, indicator)
        if isinstance(found, SpineLine):
            lines.append(found)
        else:
            left_out.append(LeftOut(indicator, found))
    return Spine(selection, level, within, tuple(divisions), tuple(lines), tuple(left_out))


def is_rate(workspace: Workspace, indicator: Indicator) -> bool:
    """Whether places of any size can be held against one another by this indicator."""
    return indicator.is_ratio and workspace.definitions.unit_of(indicator).family in RATES


def benchmark_of(workspace: Workspace, divisions: Sequence[Division]) -> Division | None:
    """The nearest division that all of them lie in; None for the country."""
    above = [workspace.divisions.path(division.code)[:-1] for division in divisions]
    shared = [step[0] for step in zip(*above, strict=False) if len(set(step)) == 1]
    return shared[-1] if shared else None


def benchmark_value(
    workspace: Workspace, selection: Selection, indicator: str, within: Division | None
) -> IndicatorValue | None:
    """The benchmark's own value, or the country's where it has none."""
    for code in dict.fromkeys(each for each in (within and within.code, COUNTRY) if within and each):
        value = value_asked(workspace, selection, indicator=indicator, division=code)
        if value.value is not None:
            return value
    return None


def judged(
    indicator: Indicator, value: IndicatorValue, benchmark: IndicatorValue | None, interval: Interval | None
) -> Verdict:
    """What a value's interval says of the benchmark; nothing where their dates lie too far apart."""
    if benchmark is None or not of_one_time(value, benchmark):
        return Verdict.NONE
    return verdict(
        interval,
        benchmark.value,
        indicator.direction,
        itself=value.division == benchmark.division,
    )


def _line(
    workspace: Workspace,
    selection: Selection,
    level: Level,
    within: Division | None,
    divisions: Sequence[Division],
    indicator: Indicator,
) -> SpineLine | str:
    if not is_rate(workspace, indicator):
        return COUNT
    values = [
        value_asked(workspace, selection, indicator=indicator.id, division=division.code)
        for division in divisions
    ]
    if all(value.value is None for value in values):
        return NO_VALUE
    spread = spread_of(
        workspace,
        selection.dataset,
        indicator.id,
        level,
        selection.period,
        selection.grades,
        selection.known,
    )
    if spread is None:
        return TOO_FEW
    benchmark = benchmark_value(workspace, selection, indicator.id, within)
    return SpineLine(
        indicator,
        spread,
        benchmark,
        tuple(
            Vertebra(
                division=division,
                value=value,
                place=spread.place(value.value, indicator.direction),
                interval=interval,
                verdict=judged(indicator, value, benchmark, interval),
            )
            for division, value, interval in zip(
                divisions, values, intervals_of(indicator, values), strict=True
            )
            if value.value is not None
        ),
    )

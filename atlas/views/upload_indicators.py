"""What indicators become when the figures of a file count: each as it is, and as it would be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from atlas.definitions import Indicator
from atlas.divisions import Division, Divisions, Level
from atlas.indicators import IndicatorValue, evaluate
from atlas.periods import Period
from atlas.store import Reader
from atlas.workspace import COUNTRY, Workspace

OTHERS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class IndicatorChange:
    """One indicator of one division, before and after."""

    indicator: Indicator
    before: IndicatorValue
    after: IndicatorValue

    @property
    def difference(self) -> float | None:
        """After minus before, where both have a value."""
        if self.before.value is None or self.after.value is None:
            return None
        return self.after.value - self.before.value


@dataclass(frozen=True, slots=True)
class Area:
    """Where and when a file's figures lie: the division around them all, its units, and the period shown."""

    division: Division
    level: Level
    period: Period


def area_of(divisions: Divisions, figures: pd.DataFrame) -> Area:
    """The smallest division with all divisions of the figures in it, and the latest of their main periods.

    A file on one division is shown among its siblings. Of the whole country the provinces are drawn.
    """
    codes = [str(code) for code in figures.division.unique()]
    around = divisions[common_division(divisions, codes)]
    counted = {str(code): int(count) for code, count in figures.period.value_counts().items()}
    most = max(counted.values())
    period = max(Period.parse(code) for code, count in counted.items() if 2 * count >= most)
    return Area(around, _level(divisions, around, codes), period)


def common_division(divisions: Divisions, codes: Sequence[str]) -> str:
    """The deepest division that contains all of `codes`; the parent of a single one."""
    paths = [[step.code for step in divisions.path(code)] for code in codes]
    shared = COUNTRY
    for steps in zip(*paths, strict=False):
        if len(set(steps)) > 1:
            break
        shared = steps[0]
    if list(codes) == [shared] or not divisions.levels_below(shared):
        return divisions[shared].parent or COUNTRY
    return shared


def _level(divisions: Divisions, around: Division, codes: Iterable[str]) -> Level:
    offered = divisions.levels_below(around.code)
    if around.level is Level.COUNTRY:
        return offered[0]
    deepest = max((divisions[code].level for code in codes), key=lambda level: level.depth)
    return next((level for level in reversed(offered) if level.depth <= deepest.depth), offered[0])


def touched_indicators(workspace: Workspace, measures: Iterable[str]) -> tuple[Indicator, ...]:
    """The indicators made from these measures, the headline ones first."""
    wanted = set(measures)
    touched = [
        each
        for each in workspace.definitions.indicators.values()
        if wanted & {each.numerator, each.denominator, each.stated}
    ]
    return tuple(sorted(touched, key=lambda each: not each.headline))


def indicator_changes(
    workspace: Workspace, now: Reader, then: Reader, area: Area, measures: Iterable[str]
) -> tuple[IndicatorChange, ...]:
    """The headline indicators of the area, then others that the measures touch, where there is a value."""
    headlines = workspace.definitions.headlines
    others = [each for each in touched_indicators(workspace, measures) if each not in headlines]
    found = (_change(workspace, now, then, area, each) for each in (*headlines, *others))
    told = [each for each in found if each.before.value is not None or each.after.value is not None]
    return tuple(told[: len(headlines) + OTHERS_SHOWN])


def _change(
    workspace: Workspace, now: Reader, then: Reader, area: Area, indicator: Indicator
) -> IndicatorChange:
    code = [area.division.code]
    before, after = (
        evaluate(store, workspace.definitions, workspace.divisions, indicator, code, area.period)[0]
        for store in (now, then)
    )
    return IndicatorChange(indicator, before, after)

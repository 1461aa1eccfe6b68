"""How far apart the units of a level lie: the lowest, the middle half and the highest in the country."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

import numpy as np

from atlas.datasets import Dataset
from atlas.divisions import Division, Level, Scope
from atlas.indicators import numbers
from atlas.periods import Period
from atlas.views.evaluations import Grades, moment_of
from atlas.workspace import COUNTRY, Workspace

FEWEST = 4
"""Of fewer units than this there is no middle half."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The values of `count` units, in the indicator's unit; quarters by linear interpolation."""

    lowest: float
    quarter: float
    middle: float
    three_quarters: float
    highest: float
    count: int

    def place(self, value: float, direction: str) -> float:
        """Where a value lies from the worst (0) to the best (1); from the lowest where neither is better.

        A value beyond the units lies at the end, and among units that are all the same in the middle.
        """
        if self.highest == self.lowest:
            return 0.5
        share = min(max((value - self.lowest) / (self.highest - self.lowest), 0.0), 1.0)
        return 1 - share if direction == "lower" else share


def spread_of(
    workspace: Workspace,
    dataset: Dataset,
    indicator: str,
    level: Level,
    period: Period,
    grades: Grades,
    known: date | None = None,
) -> Spread | None:
    """The spread of all units of `level` in the country that report; None where too few have a value."""
    version, moment = workspace.version(dataset), moment_of(workspace, dataset, known)
    return _spread(workspace, dataset, version, indicator, level, period, grades, moment)


def spread_units(workspace: Workspace, level: Level) -> tuple[Division, ...]:
    """The current divisions of a level that are expected to report.

    A map fills its gaps with units of other levels (a municipality among cities); a spread does not.
    """
    return tuple(
        unit
        for unit in workspace.divisions.units(COUNTRY, level)
        if unit.level is level and unit.scope is Scope.REPORTING
    )


@lru_cache(maxsize=1024)
def _spread(
    workspace: Workspace,
    dataset: Dataset,
    _version: str,
    indicator: str,
    level: Level,
    period: Period,
    grades: Grades,
    known: datetime | None,
) -> Spread | None:
    found = numbers(
        workspace.store(dataset),
        workspace.definitions,
        workspace.divisions,
        workspace.definitions.indicators[indicator],
        [unit.code for unit in spread_units(workspace, level)],
        period,
        as_known_on=known,
        grades=grades,
    )
    values = found[~np.isnan(found)]
    if len(values) < FEWEST:
        return None
    lowest, quarter, middle, three_quarters, highest = np.quantile(values, (0, 0.25, 0.5, 0.75, 1)).tolist()
    return Spread(lowest, quarter, middle, three_quarters, highest, len(values))

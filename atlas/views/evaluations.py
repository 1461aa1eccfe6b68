"""Values of indicators for the views, kept until the store they come from changes."""

from functools import lru_cache

from atlas.datasets import Dataset
from atlas.divisions import Level
from atlas.indicators import IndicatorValue, evaluate, series
from atlas.periods import Period, PeriodKind
from atlas.views.periods_offered import latest_period
from atlas.workspace import COUNTRY, Workspace

Grades = tuple[str, ...] | None


def values_of_units(
    workspace: Workspace,
    dataset: Dataset,
    indicator: str,
    within: str,
    level: Level,
    period: Period,
    grades: Grades,
) -> tuple[IndicatorValue, ...]:
    """The value of `indicator` for every unit that a map of `within` at `level` draws, in their order."""
    return _units(workspace, dataset, workspace.version(dataset), indicator, within, level, period, grades)


def value_of_division(
    workspace: Workspace, dataset: Dataset, indicator: str, division: str, period: Period, grades: Grades
) -> IndicatorValue:
    """The value of `indicator` for one division."""
    return _one(workspace, dataset, workspace.version(dataset), indicator, division, period, grades)


def values_over_time(
    workspace: Workspace, dataset: Dataset, indicator: str, division: str, kind: PeriodKind, grades: Grades
) -> tuple[IndicatorValue, ...]:
    """Every period of `kind` for which the division has a value, earliest first."""
    return _series(workspace, dataset, workspace.version(dataset), indicator, division, kind, grades)


def reference_values(
    workspace: Workspace, dataset: Dataset, indicator: str, level: Level, period: Period, grades: Grades
) -> tuple[float, ...]:
    """The values that fix the common scale, at the latest period of the same kind.

    For a rate they are those of the provinces, for a count those of all units of the level drawn: a
    township's count has no place on a scale of provinces. They depend neither on the division looked at nor
    on the date, so that a colour keeps its meaning on drill-down and over time.
    """
    latest = latest_period(workspace, dataset, indicator, period.kind) or period
    is_count = workspace.definitions.indicators[indicator].symbol == "circles"
    compared = level if is_count else Level.PROVINCE
    values = values_of_units(workspace, dataset, indicator, COUNTRY, compared, latest, grades)
    return tuple(each.value for each in values if each.value is not None)


@lru_cache(maxsize=512)
def _units(
    workspace: Workspace,
    dataset: Dataset,
    _version: str,
    indicator: str,
    within: str,
    level: Level,
    period: Period,
    grades: Grades,
) -> tuple[IndicatorValue, ...]:
    codes = [unit.code for unit in workspace.divisions.units(within, level)]
    return _evaluated(workspace, dataset, indicator, codes, period, grades)


@lru_cache(maxsize=2048)
def _one(
    workspace: Workspace,
    dataset: Dataset,
    _version: str,
    indicator: str,
    division: str,
    period: Period,
    grades: Grades,
) -> IndicatorValue:
    return _evaluated(workspace, dataset, indicator, [division], period, grades)[0]


@lru_cache(maxsize=1024)
def _series(
    workspace: Workspace,
    dataset: Dataset,
    _version: str,
    indicator: str,
    division: str,
    kind: PeriodKind,
    grades: Grades,
) -> tuple[IndicatorValue, ...]:
    return series(
        workspace.store(dataset),
        workspace.definitions,
        workspace.divisions,
        workspace.definitions.indicators[indicator],
        division,
        kind,
        grades=grades,
    )


def _evaluated(
    workspace: Workspace, dataset: Dataset, indicator: str, codes: list[str], period: Period, grades: Grades
) -> tuple[IndicatorValue, ...]:
    return evaluate(
        workspace.store(dataset),
        workspace.definitions,
        workspace.divisions,
        workspace.definitions.indicators[indicator],
        codes,
        period,
        grades=grades,
    )

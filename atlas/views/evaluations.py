"""Values of indicators for the views, kept until the store they come from changes."""

from datetime import date, datetime
from functools import lru_cache

from atlas.datasets import Dataset
from atlas.divisions import Level
from atlas.indicators import Bounds, IndicatorValue, evaluate, series
from atlas.indicators.bounds import bounds_of
from atlas.indicators.inputs import Question
from atlas.office_time import end_of_day
from atlas.periods import Period, PeriodKind
from atlas.views.known_days import known_days
from atlas.views.periods_offered import latest_period
from atlas.views.selection import Selection
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
    known: date | None = None,
) -> tuple[IndicatorValue, ...]:
    """The value of `indicator` for every unit that a map of `within` at `level` draws, in their order.

    `known` is the day at whose end the figures were known, None for now; here and below.
    """
    version, moment = workspace.version(dataset), moment_of(workspace, dataset, known)
    return _units(workspace, dataset, version, indicator, within, level, period, grades, moment)


def value_of_division(
    workspace: Workspace,
    dataset: Dataset,
    indicator: str,
    division: str,
    period: Period,
    grades: Grades,
    known: date | None = None,
) -> IndicatorValue:
    """The value of `indicator` for one division."""
    version, moment = workspace.version(dataset), moment_of(workspace, dataset, known)
    return _one(workspace, dataset, version, indicator, division, period, grades, moment)


def value_asked(
    workspace: Workspace,
    selection: Selection,
    *,
    indicator: str | None = None,
    division: str | None = None,
    period: Period | None = None,
) -> IndicatorValue:
    """The value that a selection asks for, of another indicator, division or period where one is given."""
    return value_of_division(
        workspace,
        selection.dataset,
        indicator or selection.indicator,
        division or selection.division,
        period or selection.period,
        selection.grades,
        selection.known,
    )


def values_asked(workspace: Workspace, selection: Selection) -> tuple[IndicatorValue, ...]:
    """The values of the units that a selection draws."""
    return values_of_units(
        workspace,
        selection.dataset,
        selection.indicator,
        selection.division,
        selection.level,
        selection.period,
        selection.grades,
        selection.known,
    )


def values_over_time(
    workspace: Workspace,
    dataset: Dataset,
    indicator: str,
    division: str,
    kind: PeriodKind,
    grades: Grades,
    known: date | None = None,
) -> tuple[IndicatorValue, ...]:
    """Every period of `kind` for which the division has a value, earliest first."""
    version, moment = workspace.version(dataset), moment_of(workspace, dataset, known)
    return _series(workspace, dataset, version, indicator, division, kind, grades, moment)


def reference_values(
    workspace: Workspace, dataset: Dataset, indicator: str, level: Level, period: Period, grades: Grades
) -> tuple[float, ...]:
    """The values that fix the common scale, at the latest period of the same kind.

    For a rate they are those of the provinces, for a count those of all units of the level drawn: a
    township's count has no place on a scale of provinces. They depend neither on the division looked at nor
    on the date nor on when figures were known, so that a colour keeps its meaning on drill-down, over time
    and between what was known then and now.
    """
    latest = latest_period(workspace, dataset, indicator, period.kind) or period
    is_count = workspace.definitions.indicators[indicator].symbol == "circles"
    compared = level if is_count else Level.PROVINCE
    values = values_of_units(workspace, dataset, indicator, COUNTRY, compared, latest, grades)
    return tuple(each.value for each in values if each.value is not None)


def bounds_of_division(
    workspace: Workspace,
    dataset: Dataset,
    indicator: str,
    division: str,
    period: Period,
    grades: Grades,
    known: date | None = None,
) -> Bounds | None:
    """What the value of `indicator` for one division could become once its missing children report."""
    version, moment = workspace.version(dataset), moment_of(workspace, dataset, known)
    return _bounds(workspace, dataset, version, indicator, division, period, grades, moment)


@lru_cache(maxsize=1024)
def _units(
    workspace: Workspace,
    dataset: Dataset,
    _version: str,
    indicator: str,
    within: str,
    level: Level,
    period: Period,
    grades: Grades,
    known: datetime | None,
) -> tuple[IndicatorValue, ...]:
    codes = [unit.code for unit in workspace.divisions.units(within, level)]
    return _evaluated(workspace, dataset, indicator, codes, period, grades, known)


@lru_cache(maxsize=2048)
def _one(
    workspace: Workspace,
    dataset: Dataset,
    _version: str,
    indicator: str,
    division: str,
    period: Period,
    grades: Grades,
    known: datetime | None,
) -> IndicatorValue:
    return _evaluated(workspace, dataset, indicator, [division], period, grades, known)[0]


@lru_cache(maxsize=1024)
def _bounds(
    workspace: Workspace,
    dataset: Dataset,
    _version: str,
    indicator: str,
    division: str,
    period: Period,
    grades: Grades,
    known: datetime | None,
) -> Bounds | None:
    asked = workspace.definitions.indicators[indicator]
    store = workspace.store(dataset)
    question = Question(store, workspace.definitions, workspace.divisions, asked, known, grades)
    return bounds_of(question, division, period)


@lru_cache(maxsize=1024)
def _series(
    workspace: Workspace,
    dataset: Dataset,
    _version: str,
    indicator: str,
    division: str,
    kind: PeriodKind,
    grades: Grades,
    known: datetime | None,
) -> tuple[IndicatorValue, ...]:
    return series(
        workspace.store(dataset),
        workspace.definitions,
        workspace.divisions,
        workspace.definitions.indicators[indicator],
        division,
        kind,
        as_known_on=known,
        grades=grades,
    )


def _evaluated(
    workspace: Workspace,
    dataset: Dataset,
    indicator: str,
    codes: list[str],
    period: Period,
    grades: Grades,
    known: datetime | None,
) -> tuple[IndicatorValue, ...]:
    return evaluate(
        workspace.store(dataset),
        workspace.definitions,
        workspace.divisions,
        workspace.definitions.indicators[indicator],
        codes,
        period,
        as_known_on=known,
        grades=grades,
    )


def moment_of(workspace: Workspace, dataset: Dataset, known: date | None) -> datetime | None:
    """The end of the day; None where nothing has happened since, so that it is not computed twice."""
    if known is None:
        return None
    moment = end_of_day(known)
    days = known_days(workspace, dataset)
    return None if days is None or days.newest <= moment else moment

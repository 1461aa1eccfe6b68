"""The recent past of an indicator of the division: its points in time, and whether it rises or falls."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from atlas.definitions import Indicator
from atlas.indicators import IndicatorValue, State, interval_of
from atlas.periods import PeriodKind
from atlas.statistics.intervals import Interval
from atlas.statistics.trend import NO_TREND, POINTS, Trend, recent_trend
from atlas.views.evaluations import values_over_time
from atlas.views.selection import Selection
from atlas.workspace import Workspace

TrendPoint = tuple[int, Interval | None]
OVERLAP = 1.4
"""How many times the variance of a slope through five windows that share half of their months is that of
independent ones: 28 ÷ 20, the squares of (−2, −3, −1, 1, 3, 2) against twice those of (−2, −1, 0, 1, 2)."""


@dataclass(frozen=True, slots=True)
class Recent:
    """The values of one kind of period, earliest first, and the trend of the last five annual points.

    With fewer than five years, the points are `rolling`: twelve months each, ended half a year apart.
    """

    values: tuple[IndicatorValue, ...]
    trend: Trend
    rolling: bool


def recent_of(workspace: Workspace, selection: Selection, indicator: Indicator) -> Recent:
    """The recent past of an indicator of the selected division, up to the period looked at."""
    version = workspace.version(selection.dataset)
    return _recent(workspace, version, selection.of_values, indicator.id)


def one_meaning(indicator: Indicator, values: Sequence[IndicatorValue]) -> tuple[IndicatorValue, ...]:
    """The values since the definition last changed: across a change there is no trend."""
    if not values:
        return ()
    changes = [each.month for each in indicator.redefined if each.month <= values[-1].period.last]
    since = max(changes, default=0)
    return tuple(value for value in values if value.period.first >= since)


def annual_points(indicator: Indicator, years: Sequence[IndicatorValue]) -> tuple[TrendPoint, ...]:
    """Each whole year with the interval of its value."""
    whole = (year for year in years if _whole(year))
    return tuple((year.period.year, interval_of(indicator, year)) for year in whole)


def rolling_points(
    indicator: Indicator, halves: Sequence[IndicatorValue], flows: tuple[bool, bool]
) -> tuple[TrendPoint, ...]:
    """Twelve months ended at the end of each half-year, numbered one by one, with their value's interval.

    `flows` says whether numerator and denominator are counted during a period, and so are added up; a stock
    is that of the later half. Raw halves are never points: their seasons would look like trends.
    """
    return tuple(
        (later.period.last // 6, interval_of(indicator, _year_of(earlier, later, indicator, flows)))
        for earlier, later in pairwise(halves)
        if _whole(earlier) and _whole(later) and later.period.first == earlier.period.last + 1
    )


def widened(points: Iterable[TrendPoint]) -> tuple[TrendPoint, ...]:
    """The points with the intervals that a test of independent points needs to be as strict as it says."""
    reach = OVERLAP**0.5
    return tuple(
        (
            number,
            interval
            and replace(
                interval,
                lower=interval.value - reach * (interval.value - interval.lower),
                upper=interval.value + reach * (interval.upper - interval.value),
            ),
        )
        for number, interval in points
    )


@lru_cache(maxsize=4096)
def _recent(workspace: Workspace, _version: str, selection: Selection, name: str) -> Recent:
    indicator = workspace.definitions.indicators[name]
    wanted = selection.period.kind
    kind = PeriodKind.YEAR if wanted is PeriodKind.LATEST else wanted
    values = _series(workspace, selection, name, kind)
    trend, rolling = _trend(workspace, selection, indicator)
    return Recent(values, trend, rolling)


def _trend(workspace: Workspace, selection: Selection, indicator: Indicator) -> tuple[Trend, bool]:
    if indicator.interval == "none":
        return NO_TREND, False
    years = annual_points(
        indicator, one_meaning(indicator, _series(workspace, selection, indicator.id, PeriodKind.YEAR))
    )
    if len(years) >= POINTS:
        return recent_trend(years), False
    measures = workspace.definitions.measures
    sides = (indicator.numerator, indicator.denominator)
    flows = tuple(side is not None and measures[side].kind == "flow" for side in sides)
    halves = one_meaning(indicator, _series(workspace, selection, indicator.id, PeriodKind.HALF))
    trend = recent_trend(widened(rolling_points(indicator, halves, (flows[0], flows[1]))))
    return trend, trend is not NO_TREND


def _series(
    workspace: Workspace, selection: Selection, indicator: str, kind: PeriodKind
) -> tuple[IndicatorValue, ...]:
    values = values_over_time(
        workspace,
        selection.dataset,
        indicator,
        selection.division,
        kind,
        selection.grades,
        selection.known,
    )
    if selection.period.kind is PeriodKind.LATEST:
        return values
    return tuple(value for value in values if value.period.last <= selection.period.last)


def _whole(value: IndicatorValue) -> bool:
    return value.state is State.VALUE and value.months_reported == value.months_expected


def _year_of(
    earlier: IndicatorValue, later: IndicatorValue, indicator: Indicator, flows: tuple[bool, bool]
) -> IndicatorValue:
    top, base = (
        None if mine is None or other is None else mine + other if is_flow else mine
        for mine, other, is_flow in (
            (later.numerator, earlier.numerator, flows[0]),
            (later.denominator, earlier.denominator, flows[1]),
        )
    )
    value = None if top is None or not base else top / base * indicator.factor
    return replace(later, numerator=top, denominator=base, value=value, computed=value)

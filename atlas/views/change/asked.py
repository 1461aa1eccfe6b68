"""Which change a link asks about: the two periods, and the effect that the map shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from atlas.indicators.explain import Explanation, explain
from atlas.periods import Period, PeriodKind
from atlas.problems import AtlasError, Problem
from atlas.views.evaluations import moment_of, value_asked, values_over_time
from atlas.views.periods_offered import OFFERED, offered_periods
from atlas.views.selection import Selection
from atlas.workspace import Workspace

BEFORE, EFFECT = "before", "effect"
"""Query parameters of the page: the earlier period, and the effect on the map."""


class Effect(StrEnum):
    """What the map shows of each child."""

    RATE = "rate"
    MIX = "mix"
    REPORTING = "reporting"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ChangeAsked:
    """The later period is that of the selection, unless it asks for the latest figures.

    `before` is None where nothing earlier can be compared; `offered` are the earlier periods that have
    figures, newest first. `problems` says what had to be corrected in the link.
    """

    selection: Selection
    now: Period
    before: Period | None
    offered: tuple[Period, ...]
    effect: Effect
    problems: tuple[Problem, ...] = ()


def change_asked(workspace: Workspace, selection: Selection, parameters: Mapping[str, str]) -> ChangeAsked:
    """Read `before` and `effect`; a bad value falls back to its default and is reported."""
    problems: list[Problem] = []
    wanted = _wanted(parameters.get(BEFORE), problems)
    now, before = _periods(workspace, selection)
    offered = _earlier(workspace, selection, now)
    if wanted is not None and wanted in offered:
        before = wanted
    elif wanted is not None:
        problems.append(Problem("unfit_before", {"value": str(wanted), "period": str(now)}))
    return ChangeAsked(
        selection, now, before, offered, _effect(parameters.get(EFFECT), problems), tuple(problems)
    )


def may_have_changed(workspace: Workspace, selection: Selection) -> bool:
    """Whether the question why it changed makes sense: there are children, a value and an earlier one.

    Of latest figures only that there is more than one period, for looking at every value would take longer.
    """
    if not workspace.divisions.children(selection.division):
        return False
    if selection.period.kind is PeriodKind.LATEST:
        offered = offered_periods(workspace, selection.dataset, selection.indicator)
        return any(len(periods) > 1 for periods in offered.values())
    if not _has_value(workspace, selection, selection.period):
        return False
    before = _periods(workspace, selection)[1]
    return before is not None and _has_value(workspace, selection, before)


def explanation_of(workspace: Workspace, selection: Selection, before: Period, now: Period) -> Explanation:
    """The split of the selected division's change between two periods."""
    chosen = selection
    return explain(
        workspace.store(chosen.dataset),
        workspace.definitions,
        workspace.divisions,
        workspace.definitions.indicators[chosen.indicator],
        chosen.division,
        before,
        now,
        as_known_on=moment_of(workspace, chosen.dataset, chosen.known),
        grades=chosen.grades,
    )


def _wanted(value: str | None, problems: list[Problem]) -> Period | None:
    if not value:
        return None
    try:
        return Period.parse(value)
    except AtlasError as error:
        problems.extend(error.problems)
        return None


def _effect(value: str | None, problems: list[Problem]) -> Effect:
    try:
        return Effect(value or Effect.RATE)
    except ValueError:
        problems.append(Problem("unknown_effect", {"value": str(value)}))
        return Effect.RATE


def _periods(workspace: Workspace, selection: Selection) -> tuple[Period, Period | None]:
    """A year earlier, or else the newest earlier period with figures of the division."""
    now = selection.period
    if now.kind is PeriodKind.LATEST:
        return _newest_pair(workspace, selection)
    offered = _earlier(workspace, selection, now)
    candidates = [period for period in (now.year_before(), *offered) if period in offered]
    with_value = (period for period in candidates if _has_value(workspace, selection, period))
    return now, next(with_value, next(iter(candidates), None))


def _earlier(workspace: Workspace, selection: Selection, now: Period) -> tuple[Period, ...]:
    offered = offered_periods(workspace, selection.dataset, selection.indicator)
    return tuple(period for period in offered.get(now.kind, ()) if period < now)


def _newest_pair(workspace: Workspace, selection: Selection) -> tuple[Period, Period | None]:
    """The two newest periods of a kind that share children; else the two newest with values at all."""
    version = workspace.version(selection.dataset)
    return _pair(workspace, version, selection.of_values)


@lru_cache(maxsize=512)
def _pair(workspace: Workspace, _version: str, selection: Selection) -> tuple[Period, Period | None]:
    second_best: tuple[Period, Period | None] = selection.period, None
    for kind in OFFERED:
        known = _with_values(workspace, selection, kind)
        for place, now in enumerate(known):
            for before in known[place + 1 :]:
                if explanation_of(workspace, selection, before, now).split:
                    return now, before
        if second_best[1] is None and known:
            second_best = known[0], known[1] if len(known) > 1 else None
    return second_best


def _with_values(workspace: Workspace, selection: Selection, kind: PeriodKind) -> list[Period]:
    """The periods of a kind for which the division has a value, newest first."""
    chosen = selection
    values = values_over_time(
        workspace, chosen.dataset, chosen.indicator, chosen.division, kind, chosen.grades, chosen.known
    )
    return [value.period for value in reversed(values) if value.value is not None]


def _has_value(workspace: Workspace, selection: Selection, period: Period) -> bool:
    return value_asked(workspace, selection, period=period).value is not None

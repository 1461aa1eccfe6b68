"""The targets of the division: where it stands, and at what pace it goes."""

from dataclasses import dataclass

from atlas.definitions import Target
from atlas.indicators import IndicatorValue
from atlas.indicators.pathway import Pathway, pathway
from atlas.office_time import today
from atlas.periods import Period, PeriodKind
from atlas.views.evaluations import value_asked
from atlas.views.profile.entries import Entry
from atlas.views.selection import Selection
from atlas.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TargetEntry:
    """An indicator with a target; `pathway` is None where the division has no value."""

    entry: Entry
    target: Target
    pathway: Pathway | None


def targets_of(
    workspace: Workspace, selection: Selection, entries: tuple[Entry, ...]
) -> tuple[TargetEntry, ...]:
    """Every indicator that has a target, in the order of the definitions."""
    found = []
    for entry in entries:
        target = entry.indicator.target
        if target is not None:
            earlier = _year_before(workspace, selection, entry.value)
            way = pathway(target, entry.indicator.direction, entry.value, earlier, month_looked_at(selection))
            found.append(TargetEntry(entry, target, way))
    return tuple(found)


def month_looked_at(selection: Selection) -> int:
    """The month from whose end the page looks at the figures; for the latest ones it is this month."""
    if selection.period.kind is not PeriodKind.LATEST:
        return selection.period.last
    day = selection.known or today()
    return day.year * 12 + day.month - 1


def _year_before(workspace: Workspace, selection: Selection, value: IndicatorValue) -> IndicatorValue | None:
    """The value twelve months earlier: of the same kind of period, else of the month at whose end it held."""
    if value.value is None:
        return None
    before = value.period.year_before()
    for period in dict.fromkeys((before, Period.of_index(before.last))):
        found = value_asked(
            workspace, selection, indicator=value.indicator, division=value.division, period=period
        )
        if found.value is not None:
            return found
    return None

"""A map without any figure: why it has none, and the nearest views that have some."""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas.datasets import Dataset
from atlas.definitions import Indicator
from atlas.divisions import Level, Scope
from atlas.indicators import State
from atlas.language import Language
from atlas.messages import N_
from atlas.periods import LATEST, Period
from atlas.views.choosing import chosen
from atlas.views.evaluations import values_asked
from atlas.views.known_days import known_days
from atlas.views.map_view import MapView
from atlas.views.offers import offers, reported_above
from atlas.views.periods_offered import latest_period
from atlas.views.selection import Selection
from atlas.workspace import Workspace

REPORTERS = {
    Level.PROVINCE: N_("This is reported by provinces. There are no figures below that level."),
    Level.CITY: N_("This is reported by cities. There are no figures below that level."),
    Level.COUNTY: N_("This is reported by counties. There are no figures below that level."),
}
LEVEL_MAPS = {
    Level.PROVINCE: N_("By province"),
    Level.CITY: N_("By city"),
    Level.COUNTY: N_("By county"),
}


@dataclass(frozen=True, slots=True)
class WayOn:
    """A view that has figures: what a button to it says, and the one field of the selection that differs."""

    label: str
    field: str
    value: str | Level | Period | Dataset


def why_empty(workspace: Workspace, view: MapView, language: Language) -> str:
    """Why the map has no figures, in one or two sentences."""
    if not view.units:
        if view.within.scope is Scope.OUTSIDE:
            return language.text("Hong Kong, Macao and Taiwan do not report to this atlas.")
        return language.text(
            "{division} has no units below it that report.", division=language.name(view.within)
        )
    known = view.selection.known
    days = known_days(workspace, view.selection.dataset) if known else None
    if known and days and known < days.first.date():
        return language.text(
            "On {date} the atlas knew no figures at all. The first came on {first}.",
            date=language.date(known),
            first=language.date(days.first.date()),
        )
    if any(unit.value.state is State.SUPPRESSED for unit in view.reporting):
        return language.text(
            "What is known on these units is withheld: numbers so small could identify people. Longer "
            "periods and larger places can be shown more often."
        )
    reporter = reported_above(workspace, view)
    if reporter is not None:
        return language.text(REPORTERS[reporter])
    return language.text("There are no figures on these units yet. Their spreadsheets would fill this map.")


def ways_on(workspace: Workspace, view: MapView, language: Language) -> tuple[WayOn, ...]:
    """The newest period, the level or place above, and the dataset for which there are figures."""
    if not view.units:
        return ()
    found = (_period(workspace, view), _above(workspace, view), _dataset(workspace, view))
    return tuple(
        WayOn(_label(workspace, value, language), field, value)
        for field, value in (each for each in found if each is not None)
    )


def indicators_on(workspace: Workspace, view: MapView) -> tuple[Indicator, ...]:
    """Other indicators for which these units have figures."""
    return tuple(each for each in offers(workspace, view) if each.id != view.indicator.id)


def _label(workspace: Workspace, value: str | Level | Period | Dataset, language: Language) -> str:
    if isinstance(value, Period):
        return language.text("Latest figures") if value == LATEST else language.period(value)
    if isinstance(value, Level):
        return language.text(LEVEL_MAPS[value])
    if isinstance(value, Dataset):
        return language.text("Demonstration figures")
    return language.text("Map of {division}", division=language.name(workspace.divisions[value]))


def _period(workspace: Workspace, view: MapView) -> tuple[str, Period] | None:
    """The newest period of the same kind, or else of any."""
    for period in _newest(workspace, view):
        if period != view.selection.period and _has_figures(workspace, view.selection.with_(period=period)):
            return "period", period
    return None


def _newest(workspace: Workspace, view: MapView) -> Iterator[Period]:
    """Published figures have dates of their own, so that only the latest ones fill a map."""
    asked = view.selection
    if asked.dataset is Dataset.PUBLISHED:
        yield LATEST
        return
    newest = latest_period(workspace, asked.dataset, asked.indicator, asked.period.kind)
    if newest is not None:
        yield newest
    latest = [
        each.period for each in values_asked(workspace, asked.with_(period=LATEST)) if each.value is not None
    ]
    if latest:
        yield max(latest, key=lambda period: period.last)


def _above(workspace: Workspace, view: MapView) -> tuple[str, Level | str] | None:
    """The nearest coarser level of the same place, or else the map of the place that it lies in."""
    asked = view.selection
    coarser = [
        level
        for level in workspace.divisions.levels_below(asked.division)
        if level.depth < asked.level.depth and level in LEVEL_MAPS
    ]
    for level in reversed(coarser):
        if _has_figures(workspace, asked.with_(level=level)):
            return "level", level
    parent = view.within.parent
    if parent is not None and _has_figures(workspace, chosen(workspace, asked, division=parent)):
        return "division", parent
    return None


def _dataset(workspace: Workspace, view: MapView) -> tuple[str, Dataset] | None:
    if view.selection.dataset is Dataset.DEMONSTRATION or not workspace.is_made(Dataset.DEMONSTRATION):
        return None
    moved = chosen(workspace, view.selection, dataset=Dataset.DEMONSTRATION)
    return ("dataset", Dataset.DEMONSTRATION) if _has_figures(workspace, moved) else None


def _has_figures(workspace: Workspace, asked: Selection) -> bool:
    return any(each.value is not None for each in values_asked(workspace, asked))

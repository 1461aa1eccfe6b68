"""What a map without figures can offer instead: indicators for which its units have some."""

from datetime import date
from functools import lru_cache

from atlas.datasets import Dataset
from atlas.definitions import Indicator
from atlas.divisions import Level
from atlas.periods import LATEST
from atlas.views.evaluations import values_of_units
from atlas.views.map_view import MapView
from atlas.workspace import Workspace

OFFERED = 6


def reported_above(workspace: Workspace, view: MapView) -> Level | None:
    """The level that reports the indicator, where it lies above the units drawn, else None."""
    measures = [workspace.definitions.measures[name] for name in view.indicator.measures]
    lowest = Level(measures[0].reported_by)
    return lowest if lowest.depth < view.selection.level.depth else None


def offers(workspace: Workspace, view: MapView) -> tuple[Indicator, ...]:
    """The indicators that most of the units drawn have published figures on, best covered first.

    A dataset of monthly reports covers every indicator alike, so nothing is offered there.
    """
    if view.selection.dataset is not Dataset.PUBLISHED:
        return ()
    chosen = view.selection
    return _offers(
        workspace, chosen.division, chosen.level, chosen.known, workspace.version(Dataset.PUBLISHED)
    )


@lru_cache(maxsize=256)
def _offers(
    workspace: Workspace, division: str, level: Level, known: date | None, _version: str
) -> tuple[Indicator, ...]:
    units = workspace.divisions.units(division, level)
    figures = workspace.store(Dataset.PUBLISHED).figures(divisions=[unit.code for unit in units])
    reported = set(figures.measure)
    counted = []
    for indicator in workspace.definitions.indicators.values():
        if reported.isdisjoint(name for name in indicator.measures if name != indicator.denominator):
            continue
        values = values_of_units(
            workspace, Dataset.PUBLISHED, indicator.id, division, level, LATEST, None, known
        )
        counted.append((sum(value.value is not None for value in values), indicator))
    counted.sort(key=lambda pair: -pair[0])
    return tuple(indicator for count, indicator in counted[:OFFERED] if count)

"""The periods a selector offers: those for which the indicator has figures, and "latest"."""

from functools import lru_cache

from atlas.datasets import Dataset
from atlas.definitions import Indicator
from atlas.periods import LATEST, Period, PeriodKind
from atlas.workspace import Workspace

OFFERED = (PeriodKind.YEAR, PeriodKind.HALF, PeriodKind.QUARTER, PeriodKind.MONTH)
LENGTHS = {PeriodKind.YEAR: 12, PeriodKind.HALF: 6, PeriodKind.QUARTER: 3, PeriodKind.MONTH: 1}

Offered = dict[PeriodKind, tuple[Period, ...]]


def offered_periods(workspace: Workspace, dataset: Dataset, indicator: str) -> Offered:
    """Periods with at least one figure, newest first, by kind; kinds without any are left out.

    Months also make up the quarters, halves and years around them; a half never fills a year.
    """
    return _offered(workspace, dataset, indicator, workspace.version(dataset))


def default_period(workspace: Workspace, dataset: Dataset, indicator: Indicator) -> Period:
    """What a first look shows.

    Published figures are sparse (in no year do more than a handful of provinces state the same thing), so
    each division's latest figure is shown with its own date. A monthly dataset opens on its latest year.
    """
    if dataset is Dataset.PUBLISHED or not workspace.is_made(dataset):
        return LATEST
    return next(iter(offered_periods(workspace, dataset, indicator.id).get(PeriodKind.YEAR, ())), LATEST)


def fitting_period(workspace: Workspace, dataset: Dataset, indicator: str, wanted: Period) -> Period:
    """The wanted period if the indicator has figures for it, else what a first look shows."""
    if wanted.kind is PeriodKind.LATEST and dataset is Dataset.PUBLISHED:
        return wanted
    if wanted in offered_periods(workspace, dataset, indicator).get(wanted.kind, ()):
        return wanted
    return default_period(workspace, dataset, workspace.definitions.indicators[indicator])


def latest_period(workspace: Workspace, dataset: Dataset, indicator: str, kind: PeriodKind) -> Period | None:
    """The newest period of a kind with figures; None for "latest" itself or where there is none."""
    return next(iter(offered_periods(workspace, dataset, indicator).get(kind, ())), None)


@lru_cache(maxsize=512)
def _offered(workspace: Workspace, dataset: Dataset, indicator: str, _version: str) -> Offered:
    definition = workspace.definitions.indicators[indicator]
    measures = [name for name in (definition.numerator, definition.stated) if name is not None]
    found: set[Period] = set()
    for code in workspace.store(dataset).periods(measures).period:
        period = Period.parse(str(code))
        found.add(period)
        if period.kind is PeriodKind.MONTH:
            found.update(_around(period.first, kind) for kind in OFFERED)
    offered = {
        kind: tuple(sorted((each for each in found if each.kind is kind), reverse=True)) for kind in OFFERED
    }
    return {kind: periods for kind, periods in offered.items() if periods}


def _around(month: int, kind: PeriodKind) -> Period:
    length = LENGTHS[kind]
    first = month - month % length
    return Period(kind, first, first + length - 1)

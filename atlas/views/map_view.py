"""The map page's view-model: the units drawn, their values, ranks, changes and classes."""

from dataclasses import dataclass
from functools import lru_cache

from atlas.definitions import Indicator, Unit
from atlas.divisions import Division, Level
from atlas.indicators import IndicatorValue, State
from atlas.periods import Period, PeriodKind
from atlas.views.classification import Classification, Scheme, classify, histogram
from atlas.views.evaluations import reference_values, value_of_division, values_of_units
from atlas.views.selection import Selection
from atlas.workspace import COUNTRY, Workspace

HISTOGRAM_BINS = 24


@dataclass(frozen=True, slots=True)
class DrawnUnit:
    """One division as a map or a list shows it.

    `rank` counts from the highest value, ties sharing the better rank; `before` is the value of a year earlier;
    `shade` is the class on the map's scale.
    """

    division: Division
    value: IndicatorValue
    rank: int | None
    before: float | None
    shade: int | None

    @property
    def change(self) -> float | None:
        """Value minus the value of a year earlier, in the indicator's unit."""
        if self.value.value is None or self.before is None:
            return None
        return self.value.value - self.before


@dataclass(frozen=True, slots=True)
class MapView:
    """Everything the map page knows about one selection.

    `units` are in the divisions' order, `ranked` from the highest value down and without those that have none.
    `own` is the division looked at, `reference_top` the highest value of the common scale.
    """

    selection: Selection
    indicator: Indicator
    unit: Unit
    within: Division
    own: DrawnUnit
    siblings: int
    units: tuple[DrawnUnit, ...]
    ranked: tuple[DrawnUnit, ...]
    classification: Classification
    counts: tuple[int, ...]
    histogram: tuple[tuple[int, int], ...]
    reference_top: float

    @property
    def reporting(self) -> tuple[DrawnUnit, ...]:
        """The units that are expected to report."""
        return tuple(unit for unit in self.units if unit.value.state is not State.OUTSIDE)

    def drawn(self, code: str) -> DrawnUnit | None:
        """The unit with this code, if the map draws it."""
        return next((unit for unit in self.units if unit.division.code == code), None)


def map_view(workspace: Workspace, selection: Selection) -> MapView:
    """Compute the view of a selection, or take it from those computed since the store last changed."""
    neutral = selection.with_(lang="")
    return _map_view(workspace, neutral, workspace.version(selection.dataset))


@lru_cache(maxsize=256)
def _map_view(workspace: Workspace, selection: Selection, _version: str) -> MapView:
    indicator = workspace.definitions.indicators[selection.indicator]
    within = workspace.divisions[selection.division]
    values = _values(workspace, selection, selection.period)
    numbers = tuple(each.value for each in values if each.value is not None)
    reference = numbers
    if not selection.local_scale:
        reference = reference_values(
            workspace, selection.dataset, selection.indicator, selection.period, selection.grades
        ) or numbers
    classification = _classify(indicator, selection, reference)
    units = _units(workspace, selection, values, classification)
    ranked = tuple(
        sorted((unit for unit in units if unit.value.value is not None), key=lambda unit: -(unit.value.value or 0.0))
    )
    own, siblings = _own(workspace, selection, classification)
    return MapView(
        selection=selection,
        indicator=indicator,
        unit=workspace.definitions.unit_of(indicator),
        within=within,
        own=own,
        siblings=siblings,
        units=units,
        ranked=ranked,
        classification=classification,
        counts=classification.counts(numbers),
        histogram=histogram(numbers, classification, HISTOGRAM_BINS),
        reference_top=max(reference, default=0.0),
    )


def _values(workspace: Workspace, selection: Selection, period: Period) -> tuple[IndicatorValue, ...]:
    return values_of_units(
        workspace,
        selection.dataset,
        selection.indicator,
        selection.division,
        selection.level,
        period,
        selection.grades,
    )


def _classify(indicator: Indicator, selection: Selection, reference: tuple[float, ...]) -> Classification:
    chosen = indicator.classes
    scheme = selection.scheme or Scheme(chosen.scheme)
    if scheme is Scheme.STATED and not chosen.breaks:
        scheme = Scheme.QUANTILES
    return classify(reference, scheme, selection.classes or chosen.k, indicator.decimals, chosen.breaks or ())


def _units(
    workspace: Workspace, selection: Selection, values: tuple[IndicatorValue, ...], classification: Classification
) -> tuple[DrawnUnit, ...]:
    before: dict[str, float | None] = {}
    if selection.period.kind is not PeriodKind.LATEST:
        earlier = _values(workspace, selection, selection.period.year_before())
        before = {each.division: each.value for each in earlier}
    ranks = ranks_of({each.division: each.value for each in values if each.value is not None})
    return tuple(
        DrawnUnit(
            division=workspace.divisions[each.division],
            value=each,
            rank=ranks.get(each.division),
            before=before.get(each.division),
            shade=None if each.value is None else classification.class_of(each.value),
        )
        for each in values
    )


def _own(workspace: Workspace, selection: Selection, classification: Classification) -> tuple[DrawnUnit, int]:
    """The division looked at, ranked among its siblings, and how many of those have a value."""
    within = workspace.divisions[selection.division]
    value = value_of_division(
        workspace, selection.dataset, selection.indicator, within.code, selection.period, selection.grades
    )
    before = None
    if selection.period.kind is not PeriodKind.LATEST:
        before = value_of_division(
            workspace,
            selection.dataset,
            selection.indicator,
            within.code,
            selection.period.year_before(),
            selection.grades,
        ).value
    ranks: dict[str, int] = {}
    if within.code != COUNTRY:
        ranks = ranks_of(_sibling_values(workspace, selection, within))
    shade = None if value.value is None else classification.class_of(value.value)
    return DrawnUnit(within, value, ranks.get(within.code), before, shade), len(ranks)


def _sibling_values(workspace: Workspace, selection: Selection, within: Division) -> dict[str, float]:
    parent = within.parent or COUNTRY
    level = workspace.divisions.levels_below(parent)[0]
    siblings = values_of_units(
        workspace, selection.dataset, selection.indicator, parent, level, selection.period, selection.grades
    )
    return {each.division: each.value for each in siblings if each.value is not None}


def ranks_of(values: dict[str, float]) -> dict[str, int]:
    """Rank from the highest value down; equal values share the better rank ("1, 2, 2, 4")."""
    ordered = sorted(values.values(), reverse=True)
    first = {value: place for place, value in reversed(list(enumerate(ordered, start=1)))}
    return {code: first[value] for code, value in values.items()}


def drawn_level(selection: Selection) -> Level:
    """The level of the polygons: townships have none, so a county's map draws the county itself."""
    return Level.COUNTY if selection.level is Level.TOWNSHIP else selection.level

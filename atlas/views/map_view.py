"""The map page's view-model: the units drawn, their values, ranks, changes and classes."""

from dataclasses import dataclass
from functools import lru_cache

from atlas.definitions import Indicator, Unit
from atlas.divisions import Division, Level, Scope
from atlas.indicators import IndicatorValue, Rank, change_on_year_before, ranks
from atlas.periods import PeriodKind
from atlas.views.classification import Classification, Scheme, classify, histogram
from atlas.views.evaluations import reference_values, value_asked, values_asked
from atlas.views.selection import Selection
from atlas.workspace import Workspace

HISTOGRAM_BINS = 24


@dataclass(frozen=True, slots=True)
class DrawnUnit:
    """One division as a map or a list shows it.

    `rank` counts from the highest value, `shade` is the class on the map's scale, and `earlier` knows the
    values of the year before.
    """

    division: Division
    value: IndicatorValue
    rank: Rank | None
    shade: int | None
    earlier: "YearEarlier"

    @property
    def change(self) -> float | None:
        """Against the value of a year earlier, in the indicator's unit, where the two can be compared."""
        return self.earlier.change(self.value)


@dataclass(frozen=True, eq=False)
class YearEarlier:
    """The values of the year before a selection's period, looked up when asked for: few units ever are."""

    workspace: Workspace
    selection: Selection

    def change(self, value: IndicatorValue) -> float | None:
        """`value` minus that of the same division a year earlier; None where the two cannot be compared."""
        chosen = self.selection
        if value.value is None or chosen.period.kind is PeriodKind.LATEST:
            return None
        before = value_asked(
            self.workspace, chosen, division=value.division, period=chosen.period.year_before()
        )
        indicator = self.workspace.definitions.indicators[chosen.indicator]
        return change_on_year_before([value], [before], indicator)[0]


@dataclass(frozen=True, slots=True)
class MapView:
    """Everything the map page knows about one selection.

    `units` are in the divisions' order, `reporting` those of them that are expected to report (who replaces
    the one replaces the other), `ranked` from the highest value down and without those that have none. `own`
    is the division looked at, `around` the view of its parent (None for the country), and `reference_top` the
    highest value of the scale.
    """

    selection: Selection
    indicator: Indicator
    unit: Unit
    within: Division
    own: DrawnUnit
    units: tuple[DrawnUnit, ...]
    reporting: tuple[DrawnUnit, ...]
    ranked: tuple[DrawnUnit, ...]
    around: "MapView | None"
    classification: Classification
    counts: tuple[int, ...]
    histogram: tuple[tuple[int, int], ...]
    reference_top: float

    def drawn(self, code: str) -> DrawnUnit | None:
        """The unit with this code, if the map draws it."""
        return next((unit for unit in self.units if unit.division.code == code), None)


def map_view(workspace: Workspace, selection: Selection, reference: tuple[float, ...] = ()) -> MapView:
    """Compute the view of a selection, or take it from those computed since the store last changed.

    `reference` are the values that fix the scale where several maps share one of their own.
    """
    neutral = selection.with_(lang="", details="")
    return _map_view(workspace, neutral, reference, workspace.version(selection.dataset))


@lru_cache(maxsize=1024)
def _map_view(
    workspace: Workspace, selection: Selection, shared: tuple[float, ...], _version: str
) -> MapView:
    indicator = workspace.definitions.indicators[selection.indicator]
    within = workspace.divisions[selection.division]
    values = values_asked(workspace, selection)
    numbers = tuple(each.value for each in values if each.value is not None)
    reference = shared or numbers
    if not (shared or selection.local_scale):
        reference = (
            reference_values(
                workspace,
                selection.dataset,
                selection.indicator,
                selection.level,
                selection.period,
                selection.grades,
            )
            or numbers
        )
    classification = _classify(indicator, selection, reference)
    units = _units(workspace, selection, values, classification)
    ranked = tuple(
        sorted(
            (unit for unit in units if unit.value.value is not None),
            key=lambda unit: -(unit.value.value or 0.0),
        )
    )
    around = _around(workspace, selection, within)
    own = around.drawn(within.code) if around else None
    return MapView(
        selection=selection,
        indicator=indicator,
        unit=workspace.definitions.unit_of(indicator),
        within=within,
        own=own or _alone(workspace, selection, classification),
        units=units,
        reporting=tuple(unit for unit in units if unit.division.scope is Scope.REPORTING),
        ranked=ranked,
        around=around,
        classification=classification,
        counts=classification.counts(numbers),
        histogram=histogram(numbers, classification, HISTOGRAM_BINS),
        reference_top=max(reference, default=0.0),
    )


def _classify(indicator: Indicator, selection: Selection, reference: tuple[float, ...]) -> Classification:
    chosen = indicator.classes
    scheme = selection.scheme or Scheme(chosen.scheme)
    if scheme is Scheme.STATED and not chosen.breaks:
        scheme = Scheme.QUANTILES
    return classify(reference, scheme, selection.classes or chosen.k, indicator.decimals, chosen.breaks or ())


def _units(
    workspace: Workspace,
    selection: Selection,
    values: tuple[IndicatorValue, ...],
    classification: Classification,
) -> tuple[DrawnUnit, ...]:
    earlier = YearEarlier(workspace, selection)
    places = ranks(values, decimals=workspace.definitions.indicators[selection.indicator].decimals)
    return tuple(
        DrawnUnit(
            division=workspace.divisions[value.division],
            value=value,
            rank=rank,
            shade=None if value.value is None else classification.class_of(value.value),
            earlier=earlier,
        )
        for value, rank in zip(values, places, strict=True)
    )


def _around(workspace: Workspace, selection: Selection, within: Division) -> MapView | None:
    if within.parent is None:
        return None
    level = workspace.first_level(within.parent)
    return map_view(workspace, selection.with_(division=within.parent, level=level))


def _alone(workspace: Workspace, selection: Selection, classification: Classification) -> DrawnUnit:
    """A division without siblings: it has a value and a change, but no place."""
    value = value_asked(workspace, selection)
    return DrawnUnit(
        division=workspace.divisions[selection.division],
        value=value,
        rank=None,
        shade=None if value.value is None else classification.class_of(value.value),
        earlier=YearEarlier(workspace, selection),
    )


def painted_view(view: MapView) -> MapView:
    """The view that the map paints: townships have no polygons, so their county is shown among others."""
    if view.selection.level is Level.TOWNSHIP and view.around is not None:
        return view.around
    return view

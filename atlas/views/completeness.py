"""Which values lack figures, and how far they could still move."""

from atlas.definitions import Indicator, Unit
from atlas.indicators import Bounds, IndicatorValue
from atlas.language import Language
from atlas.views.evaluations import bounds_of_division
from atlas.views.legend import INCOMPLETE, LegendRow
from atlas.views.map_view import DrawnUnit, MapView
from atlas.workspace import Workspace

NEARLY_ALL = 0.95
"""With this share of all figures below it a value is not marked.

One township of a province is late every month: a mark on every province would say nothing of any.
"""


def is_incomplete(value: IndicatorValue) -> bool:
    """Whether a value lacks a unit directly below it, a month, or more than a few of all figures below."""
    if value.value is None or value.complete:
        return False
    lacks_unit = value.children_reported < value.children_expected
    lacks_month = value.months_reported < value.months_expected
    return lacks_unit or lacks_month or value.share < NEARLY_ALL


def marked(view: MapView) -> tuple[DrawnUnit, ...]:
    """The units that a map of the view marks as incomplete; none where the link hides the marks."""
    if not view.selection.mark_incomplete:
        return ()
    return tuple(unit for unit in view.units if is_incomplete(unit.value))


def incomplete_row(lacking: int, language: Language) -> LegendRow:
    """The line of a key that says what the hatch over so many units means."""
    label = language.text("incomplete: some have not reported")
    return LegendRow(INCOMPLETE, "", label, language.number(lacking))


def bounds_text(workspace: Workspace, view: MapView, value: IndicatorValue, language: Language) -> str:
    """“61.0% to 78.3%, if the rest …”; empty where nothing can be said."""
    if value.value is None or value.children_reported >= value.children_expected:
        return ""
    chosen = view.selection
    bounds = bounds_of_division(
        workspace,
        chosen.dataset,
        chosen.indicator,
        value.division,
        value.period,
        chosen.grades,
        chosen.known,
    )
    if bounds is None:
        return ""
    low, high = _in_words(bounds, view.indicator, view.unit, language)
    if view.indicator.coverage:
        return language.text("{low} to {high}, if none or all of the rest have one", low=low, high=high)
    return language.text(
        "{low} to {high}, if the rest were like the lowest or the highest of those that have reported",
        low=low,
        high=high,
    )


def _in_words(bounds: Bounds, indicator: Indicator, unit: Unit, language: Language) -> tuple[str, str]:
    high = language.quantity(bounds.high, unit, indicator.decimals)
    if unit.written == "percent":
        return language.percent(bounds.low, indicator.decimals), high
    return language.number(bounds.low, indicator.decimals), high

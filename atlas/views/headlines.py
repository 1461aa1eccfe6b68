"""The headline indicators of a division, each with its stand-in where it has no value itself."""

from dataclasses import dataclass

from atlas.definitions import Indicator
from atlas.indicators import IndicatorValue
from atlas.language import Language
from atlas.periods import LATEST, PeriodKind
from atlas.views.completeness import is_incomplete
from atlas.views.evaluations import value_asked
from atlas.views.selection import Selection
from atlas.views.value_text import PERCENT, figure_text
from atlas.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Headline:
    """One tile: the indicator shown (perhaps a stand-in), its value, its unit apart, and its date."""

    indicator: Indicator
    name: str
    value: str
    unit: str
    note: str


def headlines(workspace: Workspace, selection: Selection, language: Language) -> tuple[Headline, ...]:
    """The headline indicators of the selected division at the selected period, in the definitions' order."""
    return tuple(_headline(workspace, selection, each, language) for each in workspace.definitions.headlines)


def _headline(
    workspace: Workspace, selection: Selection, indicator: Indicator, language: Language
) -> Headline:
    value = _value(workspace, selection, indicator)
    stand_in = workspace.definitions.indicators.get(indicator.stands_in or "")
    if value.value is None and stand_in is not None:
        other = _value(workspace, selection, stand_in)
        if other.value is not None:
            indicator, value = stand_in, other
    unit = workspace.definitions.unit_of(indicator)
    shown = value.value is not None and indicator.unit != PERCENT
    return Headline(
        indicator=indicator,
        name=language.name(indicator.short_name),
        value=figure_text(indicator, unit, value, language),
        unit=language.name(unit) if shown else "",
        note=_note(value, language),
    )


def _note(value: IndicatorValue, language: Language) -> str:
    """The date, and how many units the value is made of where it lacks some."""
    if value.value is None:
        return ""
    period = language.period(value.period)
    if not is_incomplete(value) or value.children_reported >= value.children_expected:
        return period
    reported, expected = language.number(value.children_reported), language.number(value.children_expected)
    return language.text(
        "{period} · {reported} of {expected}", period=period, reported=reported, expected=expected
    )


def _value(workspace: Workspace, selection: Selection, indicator: Indicator) -> IndicatorValue:
    """The value in the selected period, or the latest one (whose date the tile shows) where there is none."""
    value = value_asked(workspace, selection, indicator=indicator.id)
    if value.value is None and selection.period.kind is not PeriodKind.LATEST:
        return value_asked(workspace, selection, indicator=indicator.id, period=LATEST)
    return value

"""One plain sentence, made by rule, that says what a view shows; it is also the map's text alternative."""

from atlas.divisions import Level
from atlas.language import Language
from atlas.messages import N_
from atlas.periods import PeriodKind
from atlas.views.map_view import DrawnUnit, MapView
from atlas.views.value_text import value_text
from atlas.workspace import COUNTRY, Workspace

UNIT_WORDS = {
    Level.PROVINCE: (N_("{count} province"), N_("{count} provinces")),
    Level.CITY: (N_("{count} city-level unit"), N_("{count} city-level units")),
    Level.COUNTY: (N_("{count} county-level unit"), N_("{count} county-level units")),
    Level.TOWNSHIP: (N_("{count} township"), N_("{count} townships")),
}


def sentence(workspace: Workspace, view: MapView, language: Language) -> str:
    """What the view shows, as one or two sentences; never empty."""
    first = _extremes(view, language) if view.ranked else _nothing(view, language)
    parts = (first, _own(workspace, view, language), _reach(view, language))
    return ("" if language.code == "zh" else " ").join(part for part in parts if part)


def units_in_words(count: int, level: Level, language: Language) -> str:
    """“31 provinces”, “1 township”."""
    one, many = UNIT_WORDS[level]
    return language.plural(one, many, count)


def title(view: MapView, language: Language) -> str:
    """Indicator, division and period on one line."""
    return language.text(
        "{indicator}, {division}, {period}",
        indicator=language.name(view.indicator.name),
        division=language.name(view.within),
        period=language.period(view.selection.period),
    )


def _nothing(view: MapView, language: Language) -> str:
    if view.selection.period.kind is PeriodKind.LATEST:
        return language.text(
            "{indicator}: no figures for the units of {division}.",
            indicator=language.name(view.indicator.name),
            division=language.name(view.within),
        )
    return language.text(
        "{indicator}, {period}: no figures for the units of {division}.",
        indicator=language.name(view.indicator.name),
        division=language.name(view.within),
        period=language.period(view.selection.period),
    )


def _extremes(view: MapView, language: Language) -> str:
    highest, lowest = view.ranked[0], view.ranked[-1]
    if len(view.ranked) == 1:
        return language.text(
            "{indicator}, {period}: only {place} has a figure, {value}.",
            indicator=language.name(view.indicator.name),
            period=language.period(view.selection.period),
            place=language.name(highest.division),
            value=value_text(view.indicator, view.unit, highest.value, language),
        )
    if highest.value.value == lowest.value.value:
        return language.text(
            "{indicator}, {period}: the same value everywhere, {value}.",
            indicator=language.name(view.indicator.name),
            period=language.period(view.selection.period),
            value=value_text(view.indicator, view.unit, highest.value, language),
        )
    return language.text(
        "{indicator}, {period}: highest in {top} ({top_value}), lowest in {bottom} ({bottom_value}).",
        indicator=language.name(view.indicator.name),
        period=language.period(view.selection.period),
        top=_dated(highest, view, language),
        top_value=value_text(view.indicator, view.unit, highest.value, language),
        bottom=_dated(lowest, view, language),
        bottom_value=value_text(view.indicator, view.unit, lowest.value, language),
    )


def _own(workspace: Workspace, view: MapView, language: Language) -> str:
    if view.own.value.value is None:
        return ""
    value = value_text(view.indicator, view.unit, view.own.value, language)
    if view.own.rank is None or view.within.code == COUNTRY:
        return language.text("{place} as a whole: {value}.", place=language.name(view.within), value=value)
    parent = workspace.divisions[view.within.parent or COUNTRY]
    return language.text(
        "{place} as a whole: {value}, place {rank} of {count} in {parent}.",
        place=language.name(view.within),
        value=value,
        rank=language.number(view.own.rank.place),
        count=language.number(view.own.rank.of),
        parent=language.name(parent),
    )


def _reach(view: MapView, language: Language) -> str:
    have, expected = len(view.ranked), len(view.reporting)
    if not have or have >= expected:
        return ""
    return language.text(
        "{have} of {expected} have a figure.",
        have=language.number(have),
        expected=units_in_words(expected, view.selection.level, language),
    )


def _dated(unit: DrawnUnit, view: MapView, language: Language) -> str:
    """A place, with its figure's own date where the view mixes dates."""
    name = language.name(unit.division)
    if view.selection.period.kind is not PeriodKind.LATEST:
        return name
    return language.text("{place}, {period}", place=name, period=language.period(unit.value.period))

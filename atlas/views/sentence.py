"""One plain sentence, made by rule, that says what a view shows; it is also the map's text alternative."""

from collections.abc import Iterable

from atlas.divisions import Level, Scope
from atlas.indicators import State
from atlas.language import Language
from atlas.messages import N_
from atlas.periods import PeriodKind
from atlas.views.map_view import DrawnUnit, MapView
from atlas.views.selection import Selection
from atlas.views.titles import title_of
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
    parts = (
        first,
        _own(workspace, view, language),
        _reach(view, language),
        withheld_text((unit.value.state for unit in view.reporting), language),
        as_known_on(view.selection, language),
    )
    return language.sentences(parts)


def units_in_words(count: int, level: Level, language: Language) -> str:
    """“31 provinces”, “1 township”."""
    one, many = UNIT_WORDS[level]
    return language.plural(one, many, count)


def title(view: MapView, language: Language) -> str:
    """Indicator, division and period on one line."""
    return title_of(view.indicator, view.within, view.selection.period, language)


def as_known_on(selection: Selection, language: Language) -> str:
    """“As known on 5 March 2026.”, or nothing for a view of what is known now."""
    if selection.known is None:
        return ""
    return language.text("As known on {date}.", date=language.date(selection.known))


def withheld_text(states: Iterable[State], language: Language) -> str:
    """“5 figures are withheld: …”, with the reason; or nothing where none is."""
    count = sum(state is State.SUPPRESSED for state in states)
    if not count:
        return ""
    return language.plural(
        "{count} figure is withheld: it could identify people, or give away one that could.",
        "{count} figures are withheld: they could identify people, or give away those that could.",
        count,
    )


def dates_differ(view: MapView, language: Language) -> str:
    """“Dates differ, from 2020 to September 2025.” for a ranking of latest figures; else nothing."""
    periods = sorted(
        {unit.value.period for unit in view.ranked}, key=lambda period: (period.last, period.first)
    )
    if not _is_latest(view) or len(periods) < 2:
        return ""
    return language.text(
        "Dates differ, from {first} to {last}.",
        first=language.period(periods[0]),
        last=language.period(periods[-1]),
    )


def _is_latest(view: MapView) -> bool:
    """Whether the view mixes dates, so that each figure must say its own."""
    return view.selection.period.kind is PeriodKind.LATEST


def _subject(view: MapView, language: Language) -> str:
    """What is spoken of: the indicator and its period."""
    indicator = language.name(view.indicator.name)
    if _is_latest(view):
        return language.text("{indicator}, latest figures", indicator=indicator)
    period = language.period(view.selection.period)
    return language.text("{indicator}, {period}", indicator=indicator, period=period)


def _nothing(view: MapView, language: Language) -> str:
    """In a view of latest figures, none at all are known, whatever the date."""
    if view.within.scope is Scope.OUTSIDE:
        return language.text("Hong Kong, Macao and Taiwan do not report to this atlas.")
    return language.text(
        "{subject}: no figures for the units of {division}.",
        subject=language.name(view.indicator.name) if _is_latest(view) else _subject(view, language),
        division=language.name(view.within),
    )


def _extremes(view: MapView, language: Language) -> str:
    highest, lowest = view.ranked[0], view.ranked[-1]
    subject = _subject(view, language)
    if len(view.ranked) == 1:
        return language.text(
            "{subject}: only {place} has a figure, {value}.",
            subject=subject,
            place=language.name(highest.division),
            value=_value(highest, view, language),
        )
    if highest.value.value == lowest.value.value:
        value = value_text(view.indicator, view.unit, highest.value, language)
        return language.text("{subject}: the same value everywhere, {value}.", subject=subject, value=value)
    top, bottom = _place_and_value(highest, view, language), _place_and_value(lowest, view, language)
    if view.indicator.symbol == "circles":
        return language.text(
            "{subject}: largest in {top}, smallest in {bottom}.",
            subject=subject,
            top=top,
            bottom=bottom,
        )
    return language.text(
        "{subject}: highest in {top}, lowest in {bottom}.", subject=subject, top=top, bottom=bottom
    )


def _own(workspace: Workspace, view: MapView, language: Language) -> str:
    if view.own.value.value is None:
        return ""
    is_count = view.indicator.symbol == "circles"
    own = {"place": language.name(view.within), "value": _value(view.own, view, language)}
    if view.own.rank is None or view.own.rank.of < 2 or view.within.code == COUNTRY:
        if is_count:
            return language.text("{place} in all: {value}.", **own)
        return language.text("{place} as a whole: {value}.", **own)
    rank = {
        "rank": language.number(view.own.rank.place),
        "count": language.number(view.own.rank.of),
        "parent": language.name(workspace.divisions[view.within.parent or COUNTRY]),
    }
    if is_count:
        return language.text("{place} in all: {value}, place {rank} of {count} in {parent}.", **own, **rank)
    return language.text("{place} as a whole: {value}, place {rank} of {count} in {parent}.", **own, **rank)


def _reach(view: MapView, language: Language) -> str:
    have, expected = len(view.ranked), len(view.reporting)
    if not have or have >= expected:
        return ""
    return language.plural(
        "{count} of {expected} has a figure.",
        "{count} of {expected} have a figure.",
        have,
        expected=units_in_words(expected, view.selection.level, language),
    )


def _value(unit: DrawnUnit, view: MapView, language: Language) -> str:
    """A value in words, with its own date where the view mixes dates."""
    value = value_text(view.indicator, view.unit, unit.value, language)
    if not _is_latest(view):
        return value
    period = language.period(unit.value.period)
    return language.text("{value} ({period})", value=value, period=period)


def _place_and_value(unit: DrawnUnit, view: MapView, language: Language) -> str:
    """A place and its value, with the value's own date where the view mixes dates."""
    place = language.name(unit.division)
    value = value_text(view.indicator, view.unit, unit.value, language)
    if not _is_latest(view):
        return language.text("{place} ({value})", place=place, value=value)
    period = language.period(unit.value.period)
    return language.text("{place}, {period} ({value})", place=place, period=period, value=value)

"""One plain sentence, made by rule, that says what a view shows; it is also the map's text alternative."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from atlas.divisions import Level, Scope
from atlas.indicators import State
from atlas.language import Language
from atlas.messages import N_
from atlas.periods import PeriodKind
from atlas.views.map_view import DrawnUnit, MapView
from atlas.views.offers import reported_above
from atlas.views.selection import Selection
from atlas.views.titles import title_of
from atlas.views.unit_names import unit_names
from atlas.views.value_text import value_text
from atlas.workspace import COUNTRY, Workspace

UNIT_WORDS = {
    Level.PROVINCE: (N_("{count} province"), N_("{count} provinces")),
    Level.CITY: (N_("{count} city-level unit"), N_("{count} city-level units")),
    Level.COUNTY: (N_("{count} county-level unit"), N_("{count} county-level units")),
    Level.TOWNSHIP: (N_("{count} township"), N_("{count} townships")),
}

STANDING_IN = {
    Level.CITY: N_(
        "This is reported by cities: only county-level units directly under a province have a figure here."
    ),
    Level.COUNTY: N_(
        "This is reported by counties: only townships directly under a city have a figure here."
    ),
}
"""What to say where only those have a figure that stand in for a unit of the level that reports."""


def sentence(workspace: Workspace, view: MapView, language: Language) -> str:
    """What the view shows, as one or two sentences; never empty."""
    first = _extremes(workspace, view, language) if view.ranked else _nothing(view, language)
    parts = (
        first,
        _own(workspace, view, language),
        _reach(workspace, view, language),
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
    said = {
        "subject": language.name(view.indicator.name) if _is_latest(view) else _subject(view, language),
        "division": language.name(view.within),
    }
    if any(unit.value.state is State.SUPPRESSED for unit in view.reporting):
        return language.text("{subject}: no figures of the units of {division} can be shown.", **said)
    return language.text("{subject}: no figures for the units of {division}.", **said)


def _extremes(workspace: Workspace, view: MapView, language: Language) -> str:
    highest, lowest = view.ranked[0], view.ranked[-1]
    names = unit_names(workspace, view, language)
    subject = _subject(view, language)
    if len(view.ranked) == 1:
        return language.text(
            "{subject}: only {place} has a figure, {value}.",
            subject=subject,
            place=names[highest.division.code],
            value=_value(highest, view, language),
        )
    most, least = _shown(highest, view, language), _shown(lowest, view, language)
    if most == least:
        return language.text("{subject}: the same value everywhere, {value}.", subject=subject, value=most)
    top = _places_and_value(view.ranked, most, view, names, language)
    bottom = _places_and_value(reversed(view.ranked), least, view, names, language)
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


def _reach(workspace: Workspace, view: MapView, language: Language) -> str:
    have, expected = len(view.ranked), len(view.reporting)
    if not have or have >= expected:
        return ""
    reporter = reported_above(workspace, view)
    if reporter in STANDING_IN and _all_stand_in(workspace, view, reporter):
        return language.text(STANDING_IN[reporter])
    return language.plural(
        "{count} of {expected} has a figure.",
        "{count} of {expected} have a figure.",
        have,
        expected=units_in_words(expected, view.selection.level, language),
    )


def _all_stand_in(workspace: Workspace, view: MapView, reporter: Level) -> bool:
    """Whether all that have a figure lie directly in what lies above the level that reports."""
    parents = (workspace.divisions[unit.division.parent or COUNTRY] for unit in view.ranked)
    return all(parent.level.depth < reporter.depth for parent in parents)


def _shown(unit: DrawnUnit, view: MapView, language: Language) -> str:
    """A value in words: what differs only in hidden decimals is the same to a reader."""
    return value_text(view.indicator, view.unit, unit.value, language)


def _value(unit: DrawnUnit, view: MapView, language: Language) -> str:
    """A value in words, with its own date where the view mixes dates."""
    value = _shown(unit, view, language)
    if not _is_latest(view):
        return value
    period = language.period(unit.value.period)
    return language.text("{value} ({period})", value=value, period=period)


def _places_and_value(
    from_the_end: Iterable[DrawnUnit],
    value: str,
    view: MapView,
    names: Mapping[str, str],
    language: Language,
) -> str:
    """Who has the value at an end, as it is shown, with its own date where the view mixes dates."""
    sharing = list(takewhile(lambda unit: _shown(unit, view, language) == value, from_the_end))
    shared = {unit.division.code for unit in sharing}
    place = _places([name for code, name in names.items() if code in shared], language)
    periods = {unit.value.period for unit in sharing}
    if not _is_latest(view) or len(periods) > 1:
        return language.text("{place} ({value})", place=place, value=value)
    period = language.period(sharing[0].value.period)
    return language.text("{place}, {period} ({value})", place=place, period=period, value=value)


def _places(names: Sequence[str], language: Language) -> str:
    """“Beijing and Tianjin”; “Beijing, Tianjin and 14 more” where there are more than can be named."""
    if len(names) <= 2:
        return language.join(names)
    return language.text(
        "{first}, {second} and {more} more",
        first=names[0],
        second=names[1],
        more=language.number(len(names) - 2),
    )

"""All indicators that have a value, by topic: value, date, trend, benchmark, place, completeness."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from atlas.charts.sparkline import sparkline
from atlas.language import Language
from atlas.statistics.trend import Direction
from atlas.statistics.verdict import Verdict
from atlas.ui.profile_head import page_address
from atlas.ui.state import workspace
from atlas.views.method_names import METHOD_NAMES, METHOD_SENTENCES
from atlas.views.profile.entries import Entry
from atlas.views.profile.methods import methods_used
from atlas.views.profile.recent import Recent, recent_of
from atlas.views.profile.view import ProfileView
from atlas.views.profile.words import (
    benchmark_text,
    place_text,
    reported_text,
    side_text,
    trend_method,
    trend_text,
)
from atlas.views.value_history import value_link
from atlas.views.value_text import value_text
from atlas.views.verdict_words import verdict_text


def indicator_table(view: ProfileView, language: Language) -> None:
    """Draw the table; indicators without a value are named below it."""
    title = escape(language.text("All indicators"))
    topics = workspace().definitions.topics.values()
    bodies = "".join(
        _body(view, language.name(topic), [each for each in view.valued if each.indicator.topic == topic.id],
              language)
        for topic in topics
    )  # fmt: skip
    with st.container(key="profile-table"):
        st.html(
            f'<h2 class="atlas-part">{title}</h2>{_methods(view, language)}<table class="atlas-indicators">'
            f"<thead><tr>{_head(view, language)}</tr></thead>{bodies}</table>{_without(view, language)}"
        )


def _methods(view: ProfileView, language: Language) -> str:
    """By what methods the verdicts, trends and places were found, each in a sentence that opens."""
    used = methods_used(workspace(), view)
    if not used:
        return ""
    names = language.text(
        "Methods: {names}.", names=language.join(language.text(METHOD_NAMES[each]) for each in used)
    )
    plain = language.text(
        "Full counts and stated rates have no interval: they are compared plainly, and their trend is not "
        "tested."
    )
    sentences = "".join(
        f"<dt>{escape(language.text(METHOD_NAMES[each]))}</dt>"
        f"<dd>{escape(language.text(METHOD_SENTENCES[each]))}</dd>"
        for each in used
    )
    return (
        f'<details class="atlas-methods"><summary>{escape(names)}</summary><dl>{sentences}</dl></details>'
        f'<p class="atlas-note">{escape(plain)}</p>'
    )


def _columns(view: ProfileView, language: Language) -> tuple[str, ...]:
    against = language.name(view.within) if view.within else ""
    return (
        language.text("Indicator"),
        language.text("Value"),
        language.text("Period"),
        language.text("Trend"),
        language.text("Against {benchmark}", benchmark=against) if against else "",
        language.text("Place") if view.division.parent else "",
        language.text("Reported"),
        language.text("More"),
    )


def _head(view: ProfileView, language: Language) -> str:
    return "".join(f'<th scope="col">{escape(each)}</th>' for each in _columns(view, language) if each)


def _body(view: ProfileView, topic: str, entries: Iterable[Entry], language: Language) -> str:
    rows = "".join(_row(view, entry, language) for entry in entries)
    if not rows:
        return ""
    columns = sum(bool(each) for each in _columns(view, language))
    return (
        f'<tbody><tr class="atlas-topic"><th scope="rowgroup" colspan="{columns}">{escape(topic)}</th></tr>'
        f"{rows}</tbody>"
    )


def _row(view: ProfileView, entry: Entry, language: Language) -> str:
    indicator = entry.indicator
    recent = recent_of(workspace(), view.selection, indicator)
    cells = (
        f"<td><b>{escape(value_text(indicator, entry.unit, entry.value, language))}</b></td>",
        f'<td class="atlas-when">{escape(language.period(entry.value.period, short=True))}</td>',
        f"<td>{_trend(entry, recent, language)}</td>",
        f'<td class="atlas-wide">{_against(view, entry, language)}</td>' if view.within else "",
        f'<td class="atlas-place">{escape(place_text(entry.rank, language))}</td>'
        if view.division.parent
        else "",
        f'<td class="atlas-reported">{escape(reported_text(entry.value, language))}</td>',
        f"<td>{_links(view, entry, language)}</td>",
    )
    name = escape(language.name(indicator.name))
    labels = [each for each in _columns(view, language) if each][1:]
    labelled = "".join(
        cell.replace("<td", f'<td data-label="{escape(label, quote=True)}"', 1)
        for cell, label in zip((cell for cell in cells if cell), labels, strict=True)
    )
    return f'<tr id="i-{indicator.id}"><th scope="row">{name}</th>{labelled}</tr>'


def _trend(entry: Entry, recent: Recent, language: Language) -> str:
    points = [(each.period.last, each.value) for each in recent.values if each.value is not None]
    shown = [each for each in recent.values if each.value is not None]
    label = language.text("; ").join(
        language.text(
            "{period}: {value}",
            period=language.period(each.period, short=True),
            value=value_text(entry.indicator, entry.unit, each, language),
        )
        for each in shown
    )
    line = sparkline(points, not entry.indicator.is_ratio, label)
    said = escape(trend_text(recent, language))
    method = escape(trend_method(entry, recent, language), quote=True)
    if entry.indicator.interval == "none":
        # Said once above the table, and not seventy times in it.
        return f'<span class="atlas-trend" title="{method}">{line}</span>' if line else ""
    quiet = ' class="atlas-quiet"' if recent.trend.direction is Direction.NONE else ""
    return f'<span class="atlas-trend">{line}<abbr{quiet} title="{method}">{said}</abbr></span>'


def _against(view: ProfileView, entry: Entry, language: Language) -> str:
    value = escape(benchmark_text(workspace(), view, entry, language))
    if not value:
        return ""
    if entry.verdict is not Verdict.NONE:
        said = escape(verdict_text(entry.verdict, language))
        return f'{value} <em class="atlas-verdict-{entry.verdict}">{said}</em>'
    side = escape(side_text(entry, language))
    return f'{value} <em class="atlas-plain-side">{side}</em>' if side else value


def _links(view: ProfileView, entry: Entry, language: Language) -> str:
    chosen = view.selection.with_(lang=language.code, indicator=entry.indicator.id)
    addresses = (
        (language.text("Map"), page_address(view, language, "./", entry.indicator.id)),
        (language.text("Why?"), page_address(view, language, "change", entry.indicator.id)),
        (language.text("History"), value_link(workspace(), chosen, entry.indicator, entry.value)),
    )
    return " ".join(
        f'<a href="{escape(address, quote=True)}" target="_self">{escape(text)}</a>'
        for text, address in addresses
        if address
    )


def _without(view: ProfileView, language: Language) -> str:
    missing = [entry for entry in view.entries if entry.value.value is None]
    if not missing:
        return ""
    states = dict.fromkeys(entry.value.state for entry in missing)
    items = "".join(
        f"<li><b>{escape(language.missing(state))}</b> "
        + escape(
            language.join(
                language.name(each.indicator.short_name) for each in missing if each.value.state is state
            )
        )
        + "</li>"
        for state in states
    )
    title = escape(language.plural("{count} indicator without a value", "{count} indicators without a value",
                                   len(missing)))  # fmt: skip
    return f'<details class="atlas-without"><summary>{title}</summary><ul>{items}</ul></details>'

"""The history of one value: which one, and every version of it."""

from collections.abc import Callable
from html import escape

import streamlit as st

from atlas.language import Language
from atlas.periods import Period, PeriodKind
from atlas.ui.article import heading
from atlas.ui.literal import literal
from atlas.ui.place_finder import breadcrumb, matches, search_box
from atlas.ui.state import put_from, selection, workspace
from atlas.views.value_history import (
    MEASURE,
    WHEN,
    ValueAsked,
    VersionLine,
    figure_periods,
    value_asked,
    value_versions,
)
from atlas.views.value_parts import value_parts

PARTS_SHOWN = 60


def value_history(language: Language, parts: Callable[[], None]) -> None:
    """Draw the value that the link asks about; `parts` draws the switch to the other part of the page."""
    parameters = {name: str(value) for name, value in st.query_params.to_dict().items()}
    asked = value_asked(workspace(), selection(), parameters)
    for problem in asked.problems:
        st.warning(literal(language.problem(problem)))
    heading(
        _title(asked, language), language.text("Every version of this number: who, when, and out of what.")
    )
    _controls(asked, language, parts)
    lines = value_versions(workspace(), selection(), asked, language)
    if lines:
        rows = "".join(_row(line, language) for line in lines)
        st.html(f'<ol class="atlas-versions">{rows}</ol>')
    else:
        _parts(asked, language)


def _title(asked: ValueAsked, language: Language) -> str:
    names = {"measure": language.name(asked.measure), "division": language.name(asked.division)}
    if asked.period.kind is PeriodKind.LATEST:
        return language.text("{measure}, {division}", **names)
    return language.text("{measure}, {division}, {period}", **names, period=language.period(asked.period))


def _controls(asked: ValueAsked, language: Language, parts: Callable[[], None]) -> None:
    with st.container(key="controls", horizontal=True, vertical_alignment="center", gap="small"):
        parts()
        breadcrumb(asked.division, language)
        search_box(language)
        _measure(asked, language)
        _period(asked, language)
    matches(language)


def _measure(asked: ValueAsked, language: Language) -> None:
    measures = {name: each for name, each in workspace().definitions.measures.items() if not each.derived}
    measures.setdefault(asked.measure.id, asked.measure)
    st.session_state["history-measure"] = asked.measure.id
    st.selectbox(
        language.text("Measure"),
        list(measures),
        format_func=lambda name: language.name(measures[name]),
        key="history-measure",
        label_visibility="collapsed",
        on_change=put_from,
        args=("history-measure", MEASURE, list(measures)),
        width=230,
    )


def _period(asked: ValueAsked, language: Language) -> None:
    periods = list(figure_periods(workspace(), selection(), asked.division.code, asked.measure.id))
    if asked.period not in periods:
        periods.insert(0, asked.period)
    st.session_state["history-period"] = str(asked.period)
    codes = [str(period) for period in periods]
    st.selectbox(
        language.text("Period"),
        codes,
        format_func=lambda code: language.period(Period.parse(code)),
        key="history-period",
        label_visibility="collapsed",
        on_change=put_from,
        args=("history-period", WHEN, codes),
        width=190,
    )


def _row(line: VersionLine, language: Language) -> str:
    here = ' class="atlas-holds"' if line.holds else ""
    times = "".join(f"<li>{escape(time)}</li>" for time in line.times)
    never = escape(language.text("It has never been the value."))
    return (
        f'<li{here}><b>{escape(line.value)}</b> <span class="atlas-state">{escape(line.state_text)}</span>'
        f'<p><a href="{escape(line.link, quote=True)}" target="_self">{escape(line.origin)}</a>'
        f" · {escape(line.who)}</p>" + (f"<ul>{times}</ul>" if times else f"<p>{never}</p>") + "</li>"
    )


def _parts(asked: ValueAsked, language: Language) -> None:
    parts = value_parts(workspace(), selection(), asked, language)
    if not parts:
        words = language.text("Nobody has ever brought in a figure for this.")
        st.html(f'<p class="atlas-empty">{escape(words)}</p>')
        return
    words = language.text(
        "Nobody has stated this number itself: it is made of the figures below. Choose one to see who "
        "brought it in."
    )
    items = "".join(
        f'<li><a href="{escape(part.link, quote=True)}" target="_self">'
        f"{escape(language.text('{division}, {period}', division=part.place, period=part.period))}</a></li>"
        for part in parts[:PARTS_SHOWN]
    )
    more = len(parts) - PARTS_SHOWN
    rest = escape(language.plural("and {count} more", "and {count} more", more)) if more > 0 else ""
    st.html(f'<p class="atlas-empty">{escape(words)}</p><ul class="atlas-parts">{items}</ul><p>{rest}</p>')

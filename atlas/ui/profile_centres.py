"""Centres by level: how many there are for how many units."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.periods import PeriodKind
from atlas.ui.state import workspace
from atlas.views.profile.centres import CentreLevel
from atlas.views.profile.view import ProfileView
from atlas.views.spine_words import dated_text
from atlas.views.value_text import value_text


def centres(view: ProfileView, language: Language) -> None:
    """Draw one card for each level."""
    cards = "".join(_card(view, level, language) for level in view.centres)
    title = escape(language.text("Centres by level"))
    note = language.text(
        "Coverage is the share of units with at least one, counted unit by unit. More centres than units are "
        "no mistake: development zones may have some, too."
    )
    with st.container(key="profile-centres"):
        st.html(
            f'<h2 class="atlas-part">{title}</h2><ul class="atlas-centres">{cards}</ul>'
            f'<p class="atlas-note">{escape(note)}</p>'
        )


def _card(view: ProfileView, level: CentreLevel, language: Language) -> str:
    entry = level.centres
    name = language.name(entry.indicator.short_name)
    count = value_text(entry.indicator, entry.unit, entry.value, language)
    missing = "" if entry.value.value is not None else ' class="atlas-missing"'
    lines = (_date(view, level, language), _units(level, language), _covered(view, level, language))
    said = "".join(f"<small>{escape(line)}</small>" for line in lines if line)
    return (
        f'<li><a href="#i-{entry.indicator.id}">{escape(name)}</a><b{missing}>{escape(count)}</b>{said}</li>'
    )


def _date(view: ProfileView, level: CentreLevel, language: Language) -> str:
    value = level.centres.value
    if value.value is None or view.selection.period.kind is not PeriodKind.LATEST:
        return ""
    return language.period(value.period)


def _units(level: CentreLevel, language: Language) -> str:
    if level.units is None or level.units <= 1:
        return ""
    units = language.text(level.units_name)
    return language.text("for {count} {units}", count=language.number(level.units), units=units)


def _covered(view: ProfileView, level: CentreLevel, language: Language) -> str:
    if level.coverage is None or level.coverage.value.value is None:
        return ""
    share = dated_text(workspace(), view.selection, level.coverage.value, language)
    return language.text("coverage {share}", share=share)

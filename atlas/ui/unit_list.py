"""Beside the map: its units as ranked bars, or as tiles where they have no boundaries."""

from html import escape

import streamlit as st

from atlas.divisions import Level, Scope
from atlas.language import Language
from atlas.messages import N_
from atlas.ui.coverage_exceptions import coverage_exceptions
from atlas.ui.picture import show_picture
from atlas.ui.state import choose, look_into, workspace
from atlas.ui.township_tiles import township_tiles
from atlas.views.bar_ends import ranked_ends
from atlas.views.known_days import known_days
from atlas.views.map_view import MapView
from atlas.views.offers import offers, reported_above
from atlas.views.sentence import dates_differ, sentence

BARS_HEIGHT = 320
REPORTERS = {
    Level.PROVINCE: N_("This is reported by provinces. There are no figures below that level."),
    Level.CITY: N_("This is reported by cities. There are no figures below that level."),
    Level.COUNTY: N_("This is reported by counties. There are no figures below that level."),
}


def unit_list(view: MapView, language: Language) -> None:
    """Draw the list; an empty one offers what has figures."""
    with st.container(key="unit-list"):
        coverage_exceptions(view, language)
        if view.selection.level is Level.TOWNSHIP and view.ranked:
            township_tiles(view, language)
        elif view.ranked:
            _bars(view, language)
        else:
            _offers(view, language)


def _bars(view: MapView, language: Language) -> None:
    picture = ranked_ends(view, language)
    for note in (picture.note, dates_differ(view, language)):
        if note:
            st.html(f'<p class="atlas-note">{escape(note)}</p>')
    with st.container(height=BARS_HEIGHT, border=False, key="bars"):
        said = sentence(workspace(), view, language)
        show_picture(picture, "ranked-bars", alt=said, on_select=look_into)


def _offers(view: MapView, language: Language) -> None:
    found = offers(workspace(), view)
    st.html(f'<p class="atlas-empty">{escape(_why_empty(view, bool(found), language))}</p>')
    for indicator in found:
        st.button(
            language.name(indicator.name),
            key=f"offer-{indicator.id}",
            on_click=choose,
            kwargs={"indicator": indicator.id},
        )


def _why_empty(view: MapView, others: bool, language: Language) -> str:
    if not view.units:
        if view.within.scope is Scope.OUTSIDE:
            return language.text("Hong Kong, Macao and Taiwan do not report to this atlas.")
        return language.text(
            "{division} has no units below it that report.", division=language.name(view.within)
        )
    known = view.selection.known
    days = known_days(workspace(), view.selection.dataset) if known else None
    if known and days and known < days.first.date():
        return language.text(
            "On {date} the atlas knew no figures at all. The first came on {first}.",
            date=language.date(known),
            first=language.date(days.first.date()),
        )
    reporter = reported_above(workspace(), view)
    if reporter is not None and not others:
        return language.text(REPORTERS[reporter])
    if others:
        return language.text("There are no figures here yet. For these units there are figures on:")
    return language.text(
        "There are no figures on these units yet. Their monthly spreadsheet would fill this map; until "
        "then, look one level up or at the demonstration figures."
    )

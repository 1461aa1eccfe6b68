"""Beside the map: its units as ranked bars, or as tiles where they have no boundaries."""

from html import escape
from typing import Any

import streamlit as st

from atlas.charts.ranked_bars import bars_shown, ranked_bars
from atlas.divisions import Level
from atlas.language import Language
from atlas.maps.painting import palette_of
from atlas.ui.state import choose, workspace
from atlas.ui.township_tiles import township_tiles
from atlas.views.map_view import MapView
from atlas.views.offers import offers
from atlas.views.sentence import sentence

BARS_HEIGHT = 320


def unit_list(view: MapView, language: Language) -> None:
    """Draw the list; an empty one offers what has figures."""
    with st.container(key="unit-list"):
        if view.selection.level is Level.TOWNSHIP:
            township_tiles(view, language)
        elif view.ranked:
            _bars(view, language)
        else:
            _offers(view, language)


def _bars(view: MapView, language: Language) -> None:
    shown = len(bars_shown(view))
    if shown < len(view.ranked):
        words = language.text(
            "The {count} highest and the {count} lowest of {all}", count=shown // 2, all=language.number(len(view.ranked))
        )
        st.html(f'<p class="atlas-note">{escape(words)}</p>')
    with st.container(height=BARS_HEIGHT, border=False, key="bars"):
        st.altair_chart(
            ranked_bars(view, palette_of(view), language),
            width="stretch",
            theme=None,
            key="ranked-bars",
            on_select=_drill,
            selection_mode="chosen",
            alt=sentence(workspace(), view, language),
        )


def _drill() -> None:
    state: Any = st.session_state.get("ranked-bars")
    chosen = (state or {}).get("selection", {}).get("chosen") or []
    if chosen and workspace().divisions.levels_below(chosen[0]["code"]):
        choose(division=chosen[0]["code"])


def _offers(view: MapView, language: Language) -> None:
    found = offers(workspace(), view)
    words = (
        language.text("There are no figures here yet. For these units there are figures on:")
        if found
        else language.text(
            "There are no figures on these units yet. The monthly spreadsheet of the units would fill this map; until then, "
            "look one level up or at the demonstration figures."
        )
    )
    st.html(f'<p class="atlas-empty">{escape(words)}</p>')
    for indicator in found:
        st.button(
            language.name(indicator.name),
            key=f"offer-{indicator.id}",
            on_click=choose,
            kwargs={"indicator": indicator.id},
        )

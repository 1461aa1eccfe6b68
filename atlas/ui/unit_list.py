"""Beside the map: its units as ranked bars, or as tiles where they have no boundaries."""

from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from atlas.divisions import Level
from atlas.language import Language
from atlas.ui.coverage_exceptions import coverage_exceptions
from atlas.ui.literal import literal
from atlas.ui.picture import show_picture
from atlas.ui.state import choose, look_into, workspace
from atlas.ui.township_tiles import township_tiles
from atlas.views.bar_ends import ranked_ends
from atlas.views.empty_map import indicators_on, ways_on, why_empty
from atlas.views.map_view import MapView
from atlas.views.sentence import dates_differ, sentence

BARS_HEIGHT = 320


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
    picture = ranked_ends(workspace(), view, language)
    for note in (picture.note, dates_differ(view, language)):
        if note:
            st.html(f'<p class="atlas-note">{escape(note)}</p>')
    with st.container(height=BARS_HEIGHT, border=False, key="bars"):
        said = sentence(workspace(), view, language)
        show_picture(picture, "ranked-bars", alt=said, on_select=look_into)


def _offers(view: MapView, language: Language) -> None:
    words = why_empty(workspace(), view, language)
    st.html(f'<p class="atlas-empty">{escape(words)}</p>')
    ways, others = ways_on(workspace(), view, language), indicators_on(workspace(), view)
    _buttons(
        language.text("There are figures here:"),
        [(way.label, {way.field: way.value}) for way in ways],
        "way",
    )
    _buttons(
        language.text("For these units there are figures on:"),
        [(language.name(each.name), {"indicator": each.id}) for each in others],
        "offer",
    )


def _buttons(words: str, offered: Sequence[tuple[str, dict[str, Any]]], key: str) -> None:
    """What is offered, each as a button that changes one field of the selection."""
    if offered:
        st.html(f'<p class="atlas-note">{escape(words)}</p>')
    for label, changes in offered:
        (value,) = changes.values()
        st.button(literal(label), key=f"{key}-{value}", on_click=choose, kwargs=changes)

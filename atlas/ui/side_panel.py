"""Beside the map: the division's own value, one plain sentence, and the ranked bars."""

from html import escape
from typing import Any

import streamlit as st

from atlas.charts.ranked_bars import bars_shown, ranked_bars
from atlas.divisions import Level
from atlas.language import Language
from atlas.maps.painting import palette_of
from atlas.ui.state import choose, workspace
from atlas.ui.township_tiles import township_tiles
from atlas.views.cell import cell_of
from atlas.views.map_view import MapView
from atlas.views.sentence import sentence, title

BARS_HEIGHT = 330


def side_panel(view: MapView, language: Language) -> None:
    """Draw the panel of a view."""
    with st.container(key="side-panel"):
        _own(view, language)
        if view.selection.level is Level.TOWNSHIP:
            township_tiles(view, language)
        elif view.ranked:
            _bars(view, language)
        else:
            _nothing(view, language)


def _own(view: MapView, language: Language) -> None:
    cell = cell_of(workspace(), view, view.within.code, language)
    lines = "".join(f"<li>{escape(line)}</li>" for line in cell.lines)
    st.html(
        f'<section class="atlas-own"><h1>{escape(title(view, language))}</h1>'
        f'<p class="atlas-own-value">{escape(cell.value)}</p>'
        f'<p class="atlas-sentence">{escape(sentence(workspace(), view, language))}</p>'
        f'<details><summary>{escape(language.text("Says who, for when, out of what?"))}</summary><ul>{lines}</ul></details></section>'
    )


def _bars(view: MapView, language: Language) -> None:
    shown = len(bars_shown(view))
    if shown < len(view.ranked):
        st.caption(
            language.text(
                "The {count} highest and the {count} lowest of {all}", count=shown // 2, all=language.number(len(view.ranked))
            )
        )
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


def _nothing(view: MapView, language: Language) -> None:
    st.info(language.text("There are no figures here. An upload for these units, or another period or indicator, would fill this map."))

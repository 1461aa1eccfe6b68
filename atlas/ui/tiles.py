"""Headline tiles: the four headline indicators of the division looked at."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.ui.state import choose, workspace
from atlas.views.headlines import Headline, headlines
from atlas.views.map_view import MapView


def tiles(view: MapView, language: Language) -> None:
    """Four tiles in a row; a tile is a button that puts its indicator on the map."""
    with st.container(key="tiles", horizontal=True, gap="small"):
        for headline in headlines(workspace(), view.selection, language):
            _tile(headline, headline.indicator.id == view.indicator.id)


def _tile(headline: Headline, shown: bool) -> None:
    here = "-here" if shown else ""
    value = f"{escape(headline.value)} <small>{escape(headline.unit)}</small>"
    with st.container(key=f"tile-{headline.indicator.id}{here}"):
        st.html(
            f'<div class="atlas-tile"><span class="atlas-tile-name">{escape(headline.name)}</span>'
            f'<span class="atlas-tile-value">{value}</span>'
            f'<span class="atlas-tile-note">{escape(headline.note)}</span></div>'
        )
        st.button(
            headline.name,
            key=f"show-{headline.indicator.id}",
            type="tertiary",
            on_click=choose,
            kwargs={"indicator": headline.indicator.id},
        )

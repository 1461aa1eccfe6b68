"""The map itself: streamlit-folium holds one map for the whole visit, and each run repaints it."""

import streamlit as st
from streamlit_folium import st_folium

from atlas.language import Language
from atlas.maps.layer import PaintedUnits, SealedMap
from atlas.maps.painting import notice
from atlas.ui.state import choose, workspace
from atlas.views.map_view import MapView

MAP_HEIGHT = 500


def map_frame(view: MapView, language: Language) -> None:
    """Draw the map of a view; a click on a unit looks into it."""
    layer = PaintedUnits(notice(workspace(), view, language))
    with st.container(key="map-frame"):
        st_folium(
            SealedMap(),
            key="map",
            height=MAP_HEIGHT,
            use_container_width=True,
            returned_objects=[],
            feature_group_to_add=layer,
            on_change=_drill,
        )


def _drill() -> None:
    clicked = st.session_state.get("map") or {}
    code = clicked.get("code")
    if (
        isinstance(code, str)
        and workspace().divisions.get(code)
        and clicked.get("click") != st.session_state.get("last-click")
    ):
        st.session_state["last-click"] = clicked.get("click")
        choose(division=code)

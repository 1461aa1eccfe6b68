"""The map page: controls, headline tiles, the map with what it says beside it, details below."""

import time

import streamlit as st

from atlas.problems import AtlasError
from atlas.ui.controls import controls
from atlas.ui.details import details
from atlas.ui.known_day import known_line
from atlas.ui.map_frame import map_frame
from atlas.ui.own_value import own_value
from atlas.ui.problem_box import problem_box
from atlas.ui.state import language, selection, workspace
from atlas.ui.tiles import tiles
from atlas.ui.trend_panel import trend_panel
from atlas.ui.unit_list import unit_list
from atlas.views.map_view import map_view

HEAD_START = 0.06
"""Seconds between sending the map and the rest.

The browser paints both on one thread, and what a person looks at comes first.
"""


def show() -> None:
    """Draw the page; a map that cannot be drawn says why and leaves the figures standing."""
    words = language()
    view = map_view(workspace(), selection())
    above = st.container()
    with st.container(key="main"):
        try:
            map_frame(view, words)
        except AtlasError as error:
            problem_box(error.problems)
        time.sleep(HEAD_START)
        own_value(view, words)
        with above:
            controls(view, words)
            known_line(view.selection, words)
            tiles(view, words)
        unit_list(view, words)
        trend_panel(view, words)
    details(view, words)

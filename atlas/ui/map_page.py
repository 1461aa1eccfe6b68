"""The map page: controls, headline tiles, map, panel beside it, details below."""

import streamlit as st

from atlas.problems import AtlasError
from atlas.ui.controls import controls
from atlas.ui.details import details
from atlas.ui.map_frame import map_frame
from atlas.ui.side_panel import side_panel
from atlas.ui.state import language, selection, workspace
from atlas.ui.tiles import tiles
from atlas.views.map_view import map_view


def show() -> None:
    """Draw the page; a part that cannot be drawn says why and leaves the others standing."""
    words = language()
    try:
        view = map_view(workspace(), selection())
    except AtlasError as error:
        for problem in error.problems:
            st.error(words.problem(problem))
        return
    controls(view, words)
    tiles(view, words)
    left, right = st.columns([2, 1], gap="small")
    with left:
        try:
            map_frame(view, words)
        except AtlasError as error:
            st.error(words.problem(error.problem))
    with right:
        side_panel(view, words)
    details(view, words)

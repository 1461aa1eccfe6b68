"""The profile page: one division with all its indicators, what is good and what gives concern."""

import streamlit as st

from atlas.language import Language
from atlas.ui.controls import period_control
from atlas.ui.known_day import known_line
from atlas.ui.place_finder import breadcrumb, matches, search_box
from atlas.ui.profile_centres import centres
from atlas.ui.profile_empty import ways_on
from atlas.ui.profile_head import head
from atlas.ui.profile_remarks import remarks
from atlas.ui.profile_spine import spine_table
from atlas.ui.profile_table import indicator_table
from atlas.ui.profile_targets import targets
from atlas.ui.profile_units import units_within
from atlas.ui.state import language, selection, workspace
from atlas.views.profile.view import ProfileView, profile_view


def show() -> None:
    """Draw the page from what is seen first to what is scrolled to; the last part takes longest."""
    words = language()
    name = words.name(workspace().divisions[selection().division])
    with st.spinner(words.text("Reading every indicator of {place} …", place=name)):
        view = profile_view(workspace(), selection())
    _controls(view, words)
    known_line(selection(), words)
    with st.container(key="profile"):
        head(view, words)
        if view.valued:
            with st.container(key="profile-first"):
                spine_table(view, words)
                with st.container(key="profile-beside"):
                    remarks(view, words)
                    targets(view, words)
            centres(view, words)
        elif not view.is_outside:
            ways_on(view, words)
        units_within(view, words)
        if view.valued:
            indicator_table(view, words)


def _controls(view: ProfileView, language: Language) -> None:
    with st.container(key="controls", horizontal=True, vertical_alignment="center", gap="small"):
        breadcrumb(view.division, language)
        search_box(language)
        period_control(selection(), language)
    matches(language)

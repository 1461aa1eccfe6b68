"""The units of the division, each with a way to its own profile."""

import streamlit as st

from atlas.divisions import Level, Scope
from atlas.language import Language
from atlas.ui.state import choose, workspace
from atlas.views.profile.view import ProfileView


def units_within(view: ProfileView, language: Language) -> None:
    """Draw a button for each; townships report to their county and have no page of their own."""
    found = [
        each
        for each in workspace().divisions.children(view.division.code)
        if each.level is not Level.TOWNSHIP and each.scope is not Scope.OUTSIDE
    ]
    if not found:
        return
    with st.container(key="profile-units", horizontal=True, gap="small"):
        title = language.text("Profiles of its units")
        st.html(f'<span class="atlas-units-title">{title}</span>', width="content")
        for division in found:
            st.button(
                language.name(division),
                key=f"profile-{division.code}",
                type="tertiary",
                on_click=choose,
                kwargs={"division": division.code},
            )

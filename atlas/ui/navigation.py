"""The pages and their names: those of the top bar in its order, and those that another page leads to."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from atlas.language import Language
from atlas.messages import N_
from atlas.served_files import PROJECT_FOLDER

BAR = {
    "map": N_("Map"),
    "compare": N_("Compare"),
    "profile": N_("Profile"),
    "figures": N_("Figures"),
    "upload": N_("Upload"),
    "history": N_("History"),
    "indicators": N_("Indicators"),
    "about": N_("About"),
}
ELSEWHERE = {"change": N_("Why did it change?"), "present": N_("Meeting")}
"""Pages without a place in the top bar."""
NAMES = {**BAR, **ELSEWHERE}


def pages(language: Language) -> dict[str, StreamlitPage]:
    """Every page by the last part of its address; the map is the one that opens first."""
    return {name: page_of(name, language) for name in NAMES}


def page_of(name: str, language: Language) -> StreamlitPage:
    """One page, by the last part of its address."""
    return st.Page(
        PROJECT_FOLDER / "pages" / f"{name}.py",
        title=language.text(NAMES[name]),
        url_path=name,
        default=name == "map",
    )

"""The pages and their names: those of the top bar in its order, and those that another page leads to."""

from functools import partial

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


def pages(language: Language) -> dict[str, StreamlitPage]:
    """Every page by the last part of its address; the map is the one that opens first."""
    make = partial(st.Page)
    return {
        name: make(
            PROJECT_FOLDER / "pages" / f"{name}.py",
            title=language.text(title),
            url_path=name,
            default=name == "map",
        )
        for name, title in {**BAR, **ELSEWHERE}.items()
    }

"""The pages and their names, in the order of the top bar."""

from functools import partial

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from atlas.language import Language
from atlas.messages import N_
from atlas.served_files import PROJECT_FOLDER

PAGES = {
    "map": N_("Map"),
    "figures": N_("Figures"),
    "upload": N_("Upload"),
    "history": N_("History"),
    "indicators": N_("Indicators"),
    "about": N_("About"),
}


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
        for name, title in PAGES.items()
    }

"""Nothing is compared yet: choose on the map, or one of the comparisons that are often wanted."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.ui.compare_answer import choosing_map
from atlas.ui.compare_chooser import compare
from atlas.ui.state import workspace
from atlas.views.comparison.link import Compared
from atlas.views.comparison.presets import presets


def start(compared: Compared, language: Language) -> None:
    """Draw the page of a link without divisions."""
    words = language.text("Choose 2 to 8 places: by name, on the map, or start with one of these.")
    title = language.text("Compare places")
    st.html(
        f'<section class="atlas-compared atlas-compared-start"><h1>{escape(title)}</h1>'
        f'<p class="atlas-sentence">{escape(words)}</p></section>'
    )
    with st.container(key="compare-main"):
        with st.container(key="compare-maps"):
            choosing_map(compared, language)
        with st.container(key="presets"):
            for preset in presets(workspace(), compared.selection):
                names = language.join(language.name(each) for each in preset.divisions)
                st.button(
                    f"**{language.text(preset.name)}**  \n{names}",
                    key=f"preset-{preset.id}",
                    on_click=compare,
                    args=([each.code for each in preset.divisions],),
                    width="stretch",
                )

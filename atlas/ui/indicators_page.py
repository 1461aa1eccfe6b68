"""Every indicator: what it means, how it is made, who has figures."""

import streamlit as st

from atlas.ui.article import definition_list, heading
from atlas.ui.state import choose, language, selection, workspace
from atlas.views.indicator_card import indicator_card


def show() -> None:
    """Draw the page."""
    words = language()
    definitions = workspace().definitions
    heading(
        words.text("Indicators"),
        words.text("What each number means, how it is made, and which provinces have figures for it."),
    )
    for topic in definitions.topics.values():
        indicators = definitions.in_topic(topic.id)
        if not indicators:
            continue
        st.html(f'<article class="atlas-article"><h2>{words.name(topic)}</h2></article>')
        for indicator in indicators:
            card = indicator_card(workspace(), indicator, selection().dataset, words)
            with st.expander(card.name, expanded=indicator.id == selection().indicator):
                definition_list(card.rows)
                st.button(
                    words.text("Show on the map"),
                    key=f"map-{indicator.id}",
                    on_click=choose,
                    kwargs={"indicator": indicator.id},
                )

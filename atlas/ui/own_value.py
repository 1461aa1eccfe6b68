"""The division looked at: its own value, one plain sentence, and what stands behind the number."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.ui.navigation import page_of
from atlas.ui.state import kept, workspace
from atlas.views.cell import cell_of
from atlas.views.change.asked import may_have_changed
from atlas.views.completeness import is_incomplete
from atlas.views.map_view import MapView
from atlas.views.selection import Selection, query_of
from atlas.views.sentence import sentence, title
from atlas.views.value_history import unit_history_link
from atlas.views.value_text import completeness


def own_value(view: MapView, language: Language) -> None:
    """Draw the panel."""
    cell = cell_of(workspace(), view, view.within.code, language)
    lines = "".join(f"<li>{escape(line)}</li>" for line in cell.lines)
    question = escape(language.text("Says who, for when, out of what?"))
    link = unit_history_link(workspace(), view, view.own.value, language)
    if link:
        asked = escape(language.text("Every version of this number"))
        lines += f'<li><a href="{escape(link, quote=True)}" target="_self">{asked}</a></li>'
    listed = f'<ul tabindex="0">{lines}</ul>'
    behind = f"<details><summary>{question}</summary>{listed}</details>" if lines else ""
    with st.container(key="own-value"):
        st.html(
            f'<section class="atlas-own"><h1>{escape(title(view, language))}</h1>'
            f'<p class="atlas-own-value">{escape(cell.value)}{_incomplete(view, language)}</p>'
            f'<p class="atlas-sentence">{escape(sentence(workspace(), view, language))}</p>{behind}</section>'
        )
        if may_have_changed(workspace(), view.selection):
            why(view.selection.with_(lang=language.code), language)


def _incomplete(view: MapView, language: Language) -> str:
    """What a value lacks stands beside it, not only behind it."""
    if not is_incomplete(view.own.value):
        return ""
    return f' <small class="atlas-incomplete">{escape(completeness(view.own.value, language))}</small>'


def why(selection: Selection, language: Language) -> None:
    """The way to the page that explains the change of a selection's value."""
    with st.container(key="why-link", width="content"):
        query = {**query_of(selection, workspace()), **kept()}
        st.page_link(page_of("change", language), query_params=query)

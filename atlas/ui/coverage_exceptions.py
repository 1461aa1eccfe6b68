"""Exceptions first: where there is none, and who has not said, before what there is."""

from html import escape

import streamlit as st

from atlas.divisions import Division
from atlas.language import Language
from atlas.ui.state import choose, workspace
from atlas.views.coverage_exceptions import exceptions, leads, unknown_text, without_text
from atlas.views.map_view import MapView


def coverage_exceptions(view: MapView, language: Language) -> None:
    """List them for a coverage; every name leads there."""
    found = exceptions(workspace(), view)
    if found is None:
        return
    with st.container(key="exceptions", gap=None):
        _places("without", without_text(found, language), view, found.without, language)
        if said := unknown_text(found, language):
            _places("unknown", said, view, found.unknown, language)


def _places(name: str, said: str, view: MapView, units: tuple[Division, ...], language: Language) -> None:
    with st.container(key=f"exceptions-{name}", horizontal=True, gap=None, vertical_alignment="center"):
        st.html(f'<p class="atlas-exceptions atlas-exceptions-{name}">{escape(said)}</p>', width="content")
        for place, lead in enumerate(leads(workspace(), view, units, language)):
            st.button(
                lead.label,
                key=f"exception-{name}-{place}",
                type="tertiary",
                on_click=choose,
                kwargs={"division": lead.division},
            )

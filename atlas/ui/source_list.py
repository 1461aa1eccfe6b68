"""The sources of what is shown, and every other figure on the division looked at."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.ui.state import workspace
from atlas.views.map_view import MapView
from atlas.views.source_figures import StatedFigure, source_figures
from atlas.views.value_history import history_link


def source_list(view: MapView, language: Language) -> None:
    """List the figures behind the view, each with its qualifier, period, source and grade."""
    lines = source_figures(workspace(), view, language)
    if not lines:
        st.caption(language.text("No published figure stands behind this view."))
        return
    history = language.text("history")
    items = "".join(
        f"<li><b>{escape(line.place)}</b> <span>{escape(line.figure)}</span> "
        f"<em>{escape(line.period)}</em> {_linked(line.source, line.url)} "
        f"<cite>{escape(line.title)}</cite>"
        + (f"<small>{escape(line.remarks)}</small>" if line.remarks else "")
        + f' <a href="{escape(_history(line, view), quote=True)}" target="_self">{escape(history)}</a></li>'
        for line in lines
    )
    st.html(f'<ul class="atlas-sources" tabindex="0">{items}</ul>')


def _history(line: StatedFigure, view: MapView) -> str:
    division = workspace().divisions[line.code]
    return history_link(workspace(), view.selection, division, *line.key)


def _linked(source: str, url: str) -> str:
    if url.startswith(("http://", "https://")):
        address = escape(url, quote=True)
        return f'<a href="{address}" target="_blank" rel="noopener noreferrer">{escape(source)}</a>'
    return escape(source)

"""Below the map: table with download, and sources; only what is asked for is computed and sent."""

from html import escape

import streamlit as st

from atlas.datasets import Dataset
from atlas.export.csv_file import csv_file
from atlas.language import Language
from atlas.messages import N_
from atlas.ui.source_list import source_list
from atlas.ui.state import choose, selection, workspace
from atlas.views.map_pictures import SCHEMATIC
from atlas.views.map_view import MapView
from atlas.views.sentence import as_known_on, title
from atlas.views.table import view_table
from atlas.views.value_history import unit_history_link

PARTS = {"table": N_("Table"), "sources": N_("Sources")}


def details(view: MapView, language: Language) -> None:
    """Draw the part that is chosen."""
    with st.container(key="details", horizontal=True, vertical_alignment="center"):
        chosen = selection().details
        st.session_state["details-part"] = chosen or None
        st.segmented_control(
            language.text("Details"),
            list(PARTS),
            format_func=lambda part: language.text(PARTS[part]),
            key="details-part",
            label_visibility="collapsed",
            on_change=_take_part,
        )
        st.html(f'<p class="atlas-note">{escape(foot(language))}</p>')
    if chosen:
        {"table": _table, "sources": source_list}[chosen](view, language)


def _take_part() -> None:
    choose(details=st.session_state["details-part"] or "")


def foot(language: Language) -> str:
    """What stands under every map."""
    return language.text(SCHEMATIC)


def _table(view: MapView, language: Language) -> None:
    table = view_table(workspace(), view, language)
    missing = [unit for unit in view.units if unit.value.value is None]
    links = [unit_history_link(workspace(), view, unit.value) for unit in (*view.ranked, *missing)]
    history = language.text("History")
    shown = table.copy()
    shown[history] = links
    st.dataframe(
        shown,
        hide_index=True,
        height=320,
        key="units-table",
        placeholder="–",
        column_config={history: st.column_config.LinkColumn(display_text=language.text("Who put it here?"))},
    )
    notes = [title(view, language), as_known_on(view, language), foot(language)]
    if view.selection.dataset is Dataset.DEMONSTRATION:
        notes.insert(0, language.text("Demonstration: every figure in this file is invented."))
    st.download_button(
        language.text("Take away as CSV"),
        data=csv_file(table, tuple(note for note in notes if note)),
        file_name=_file_name(view),
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def _file_name(view: MapView) -> str:
    chosen = view.selection
    parts = [chosen.indicator, view.within.code, str(chosen.period)]
    if chosen.known:
        parts.append(f"known-{chosen.known}")
    return "_".join(parts).replace("/", "-") + ".csv"

"""Below the map: table, sources, and the view to take away; only what is asked for is computed and sent."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.messages import N_
from atlas.ui.number_columns import number_columns, rounded_table
from atlas.ui.source_list import source_list
from atlas.ui.state import choose, selection, taken, workspace
from atlas.ui.take_away import take_away
from atlas.views.map_pictures import SCHEMATIC
from atlas.views.map_view import MapView
from atlas.views.pins import Pin
from atlas.views.selection import query_of
from atlas.views.table import table_decimals, view_table
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
        take_away([Pin.of("map", query_of(selection(), workspace()))])
        st.html(f'<p class="atlas-note">{escape(foot(language))}</p>')
    if chosen:
        {"table": _table, "sources": source_list}[chosen](view, language)


def _take_part() -> None:
    choose(details=taken("details-part", PARTS) or "")


def foot(language: Language) -> str:
    """What stands under every map."""
    return language.text(SCHEMATIC)


def _table(view: MapView, language: Language) -> None:
    table = view_table(workspace(), view, language)
    missing = [unit for unit in view.units if unit.value.value is None]
    links = [unit_history_link(workspace(), view, unit.value, language) for unit in (*view.ranked, *missing)]
    history = language.text("History")
    decimals = table_decimals(view, table, language)
    shown = rounded_table(table, decimals)
    shown[history] = links
    st.dataframe(
        shown,
        hide_index=True,
        height=320,
        key="units-table",
        placeholder="–",
        column_config={
            **number_columns(decimals),
            history: st.column_config.LinkColumn(display_text=language.text("Who put it here?")),
        },
    )

"""Below the map: trend, table with download, sources; only the one asked for is computed and sent."""

from html import escape

import streamlit as st

from atlas.charts.trend import trend
from atlas.datasets import Dataset
from atlas.export.csv_file import csv_file
from atlas.language import Language
from atlas.messages import N_
from atlas.periods import PeriodKind
from atlas.ui.source_list import source_list
from atlas.ui.state import workspace
from atlas.views.evaluations import values_over_time
from atlas.views.map_view import MapView
from atlas.views.sentence import title
from atlas.views.table import view_table

PARTS = {"trend": N_("Trend"), "table": N_("Table"), "sources": N_("Sources")}


def details(view: MapView, language: Language) -> None:
    """Draw the part that is chosen."""
    with st.container(key="details"):
        chosen = st.segmented_control(
            language.text("Details"),
            list(PARTS),
            format_func=lambda part: language.text(PARTS[part]),
            default="trend",
            key="details-part",
            label_visibility="collapsed",
            required=True,
            bind="query-params",
        )
        {"trend": _trend, "table": _table, "sources": source_list}[chosen or "trend"](view, language)
        st.html(f'<p class="atlas-note">{escape(foot(language))}</p>')


def foot(language: Language) -> str:
    """What stands under every map."""
    return language.text(
        "Schematic map. Boundaries: National Platform for Common Geospatial Information Services (Tianditu). "
        "Codes and names: end of 2025."
    )


def _trend(view: MapView, language: Language) -> None:
    kind = view.selection.period.kind
    kind = PeriodKind.YEAR if kind is PeriodKind.LATEST else kind
    chosen = view.selection
    lines = []
    for division in reversed(workspace().divisions.path(view.within.code)[-2:]):
        values = values_over_time(
            workspace(), chosen.dataset, chosen.indicator, division.code, kind, chosen.grades
        )
        if any(value.value is not None for value in values):
            lines.append((language.name(division), values))
    if not lines:
        st.caption(language.text("No figures over time yet."))
        return
    st.vega_lite_chart(
        spec=trend(lines, view.indicator, view.unit, language),
        width="stretch",
        theme=None,
        key="trend",
        alt=language.text("Trend of {title}", title=title(view, language)),
    )


def _table(view: MapView, language: Language) -> None:
    table = view_table(workspace(), view, language)
    st.dataframe(table, hide_index=True, height=320, key="units-table")
    notes = [title(view, language), foot(language)]
    if view.selection.dataset is Dataset.DEMONSTRATION:
        notes.insert(0, language.text("Demonstration: every figure in this file is invented."))
    st.download_button(
        language.text("Take away as CSV"),
        data=csv_file(table, tuple(notes)),
        file_name=f"{view.selection.indicator}_{view.within.code}_{view.selection.period}.csv".replace(
            "/", "-"
        ),
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )

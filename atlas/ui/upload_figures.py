"""What a file would change: figures, headline indicators, and the map."""

from html import escape

import streamlit as st

from atlas.export.csv_file import csv_file
from atlas.language import Language
from atlas.messages import N_
from atlas.ui.state import workspace
from atlas.views.upload_changes import Effect
from atlas.views.upload_preview import Preview
from atlas.views.upload_table import change_table

SHOWN = 300
HEIGHT = 300
EFFECTS = {
    Effect.CHANGED: N_("Changed ({count})"),
    Effect.NEW: N_("New ({count})"),
    Effect.UNCHANGED: N_("Unchanged ({count})"),
}


def figures_changed(shown: Preview, language: Language) -> None:
    """The table of figures, old and new; the largest changes first."""
    changes = shown.changes
    counts = {effect: changes.count(effect) for effect in EFFECTS}
    offered = [effect for effect, count in counts.items() if count]
    if not offered:
        return
    with st.container(key="upload-figures"):
        title = escape(language.text("Figures before and after"))
        st.html(f'<h2 class="atlas-part">{title}</h2>')
        chosen = st.segmented_control(
            language.text("Which figures"),
            offered,
            default=offered[0],
            format_func=lambda effect: language.text(EFFECTS[effect], count=language.number(counts[effect])),
            key=f"upload-effect-{shown.sha256[:12]}",
            label_visibility="collapsed",
            required=True,
        )
        effect = Effect(chosen or offered[0])
        table = change_table(workspace(), changes.of(effect).head(SHOWN), language)
        rows = min(len(table), 8)
        st.dataframe(table, hide_index=True, height=38 + 35 * rows, key="upload-table", placeholder="–")
        with st.container(key="upload-figures-foot", horizontal=True, vertical_alignment="center"):
            if counts[effect] > SHOWN:
                words = language.text(
                    "The first {shown} of {all} are shown.",
                    shown=language.number(SHOWN),
                    all=language.number(counts[effect]),
                )
                st.html(f'<p class="atlas-note">{escape(words)}</p>')
            st.download_button(
                language.text("Take all away as CSV"),
                data=lambda: _all(shown, language),
                file_name="changes.csv",
                mime="text/csv",
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",
                key="upload-changes-csv",
            )


def _all(shown: Preview, language: Language) -> bytes:
    table = change_table(workspace(), shown.changes.figures, language)
    return csv_file(table, (shown.file_name,))

"""Every published figure, searchable, with its qualifier, period, source and grade."""

import pandas as pd
import streamlit as st

from atlas.export.csv_file import csv_file
from atlas.language import Language
from atlas.ui.article import heading
from atlas.ui.grade_select import grade_select
from atlas.ui.state import language, selection, workspace
from atlas.views.source_figures import StatedFigure, all_figures


def show() -> None:
    """Draw the page."""
    words = language()
    heading(
        words.text("Published figures"),
        words.text(
            "What named sources have stated, one row for each figure. Where sources disagree, all of them "
            "stay. Figures for a span of years are listed here and are never drawn as a year."
        ),
    )
    figures = all_figures(workspace(), selection().grades, words)
    with st.container(key="controls", horizontal=True, gap="small"):
        query = st.text_input(
            words.text("Search the figures"),
            placeholder=words.text("A place, a measure, a publisher"),
            label_visibility="collapsed",
            key="figures-query",
            bind="query-params",
            width=320,
        )
        grade_select("figures-grade", words, label_visibility="collapsed", width=280)
    shown = [figure for figure in figures if figure.found_by(query or "")]
    st.caption(words.plural("{count} figure", "{count} figures", len(shown)))
    table = figures_table(shown, words)
    st.dataframe(
        table,
        hide_index=True,
        height=470,
        key="figures-table",
        placeholder="–",
        column_config={
            words.text("Measure"): st.column_config.TextColumn(width=230),
            words.text("Period"): st.column_config.TextColumn(width=170),
            words.text("Address"): st.column_config.LinkColumn(),
        },
    )
    st.download_button(
        words.text("Take away as CSV"),
        data=csv_file(table, (words.text("Published figures"),)),
        file_name="published_figures.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )


def figures_table(figures: list[StatedFigure], language: Language) -> pd.DataFrame:
    """One row for each figure, in words."""
    return pd.DataFrame(
        [
            {
                language.text("Division"): figure.place,
                language.text("Measure"): figure.measure,
                language.text("As stated"): figure.figure,
                language.text("Period"): figure.period,
                language.text("Source"): figure.source,
                language.text("Title"): figure.title,
                language.text("Remarks"): figure.remarks,
                language.text("Address"): figure.url or None,
                language.text("Code"): figure.code,
            }
            for figure in figures
        ]
    )

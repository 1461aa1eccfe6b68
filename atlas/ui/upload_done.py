"""A file that is in already: what happened to it, where to see it, and how to take it back."""

from html import escape

import streamlit as st

from atlas.access import Actor
from atlas.language import Language
from atlas.store import BatchLog
from atlas.ui.history_action import action_form, open_action, opened
from atlas.ui.history_batches import VERBS
from atlas.ui.history_review import review
from atlas.ui.navigation import page_of
from atlas.ui.state import selection, workspace
from atlas.ui.upload_downloads import downloads
from atlas.ui.upload_kept import Given, Result, check_again
from atlas.ui.upload_summary import summary
from atlas.views.batch_log import batch_line
from atlas.views.selection import query_of
from atlas.views.upload_words import left_out, map_of_batch, what_happened


def done(given: Given, batch: BatchLog, result: Result | None, actor: Actor, language: Language) -> None:
    """Say who brought the file in and when; offer the map, the history, and taking it back."""
    line = batch_line(workspace(), batch, actor, language)
    with st.container(key="upload-done"):
        head, said = what_happened(batch, line, result is not None, language)
        st.html(
            f'<section class="atlas-outcome atlas-outcome-{batch.state.value}" role="status">'
            f"<h2>{escape(head)}</h2><p>{escape(said)}</p>"
            + (f'<p class="atlas-remark">{escape(line.remark)}</p>' if line.remark else "")
            + "</section>"
        )
        if result is not None:
            summary(result.shown.counts, language)
        with st.container(key="upload-done-links", horizontal=True, vertical_alignment="center"):
            _links(batch, result, language)
            for offered in line.offered:
                st.button(
                    language.text(VERBS[offered]),
                    key=f"upload-{offered}",
                    on_click=open_action,
                    args=(batch.id, offered),
                )
            st.button(
                language.text("Check the file again"),
                key="upload-again",
                type="tertiary",
                on_click=check_again,
                args=(given,),
            )
        action = opened(batch.id)
        if action is not None:
            action_form(batch, action, language)
            review(batch, language)
        out = "" if result is None else left_out(result.shown.counts, language)
        if result is not None and out:
            st.html(f'<p class="atlas-decision">{escape(out)}</p>')
            downloads(result, language)


def _links(batch: BatchLog, result: Result | None, language: Language) -> None:
    shown = None if result is None else result.shown
    chosen = map_of_batch(workspace(), selection(), batch, shown)
    st.page_link(
        page_of("map", language),
        label=language.text("See it on the map"),
        icon=":material/map:",
        query_params=query_of(chosen, workspace()),
    )
    st.page_link(
        page_of("history", language),
        label=language.text("Open the history"),
        icon=":material/history:",
        query_params=query_of(selection(), workspace()),
    )

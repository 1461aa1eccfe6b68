"""What a waiting batch would change, shown below it before somebody releases it."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.store import BatchLog, State
from atlas.ui.state import selection, workspace
from atlas.ui.upload_figures import figures_changed
from atlas.ui.upload_headlines import headlines_changed
from atlas.ui.upload_problems import problems_found
from atlas.ui.upload_summary import effects
from atlas.views.batch_review import BatchReview, batch_review

LOOKED_AT, REVIEW = "history-looked-at", "history-review-made"


def look_at(batch_id: str) -> None:
    """Show what this batch would change, and no other."""
    st.session_state[LOOKED_AT] = batch_id


def review_button(batch: BatchLog, language: Language) -> None:
    """Offer to show it, or to close it again."""
    shown = _is_looked_at(batch)
    st.button(
        language.text("Close") if shown else language.text("What it would change"),
        key=f"review-{batch.id}",
        icon=":material/expand_less:" if shown else ":material/difference:",
        type="tertiary",
        on_click=look_at,
        args=("" if shown else batch.id,),
    )


def review(batch: BatchLog, language: Language) -> None:
    """Draw it where it was asked for: the parts of the upload page, made from the batch."""
    if batch.state is not State.SUBMITTED or not _is_looked_at(batch):
        return
    found = _made(batch)
    with st.container(key="history-review"):
        effects(found.shown.counts, language)
        said = _about_the_file(found, language)
        if said:
            st.html(f'<p class="atlas-note">{escape(said)}</p>')
        if found.checked is not None:
            problems_found(found.checked, language)
        figures_changed(found.shown, language)
        headlines_changed(found.shown, language)


def _is_looked_at(batch: BatchLog) -> bool:
    return bool(st.session_state.get(LOOKED_AT) == batch.id)


def _made(batch: BatchLog) -> BatchReview:
    """Computed anew only when figures or definitions have changed."""
    dataset = selection().dataset
    key = (batch.id, dataset, workspace().version(dataset))
    kept: tuple[object, BatchReview] | None = st.session_state.get(REVIEW)
    if kept is None or kept[0] != key:
        kept = st.session_state[REVIEW] = (key, batch_review(workspace(), dataset, batch))
    return kept[1]


def _about_the_file(found: BatchReview, language: Language) -> str:
    if found.checked is None:
        return language.text("Its file cannot be read again, so what was found in it is not known.")
    if not found.reads_alike:
        return language.text(
            "Read again, the file no longer says what was submitted: names or definitions have changed. "
            "What would count are the figures as submitted, which are shown here."
        )
    return ""

"""Who put this number here: the log of batches, and the history of one value."""

import streamlit as st

from atlas.language import Language
from atlas.messages import N_
from atlas.ui.article import heading
from atlas.ui.history_batches import batches
from atlas.ui.history_value import value_history
from atlas.ui.state import language, selection, workspace
from atlas.views.value_history import MEASURE, UNIT, WHEN, asked_measure

LOG, VALUE = N_("Batches"), N_("One value")


def show() -> None:
    """Draw the page: one value where the link asks for a measure, else the log."""
    words = language()
    with st.container(key="history"):
        if MEASURE in st.query_params:
            value_history(words, lambda: _parts(VALUE, words))
            return
        heading(
            words.text("Who put this number here?"),
            words.text(
                "Every batch of figures in the dataset shown, newest first. Nothing is ever deleted: what is "
                "taken back stays here and can be put back."
            ),
        )
        batches(words, lambda: _parts(LOG, words))


def _parts(shown: str, words: Language) -> None:
    """The switch between the two parts of the page."""
    st.session_state["history-part"] = shown
    st.segmented_control(
        words.text("What is shown"),
        [LOG, VALUE],
        format_func=words.text,
        key="history-part",
        label_visibility="collapsed",
        required=True,
        on_change=_take_part,
    )


def _take_part() -> None:
    if st.session_state["history-part"] == VALUE:
        st.query_params[MEASURE] = asked_measure(workspace(), selection())
        return
    for name in (MEASURE, UNIT, WHEN):
        st.query_params.pop(name, None)

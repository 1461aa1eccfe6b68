"""Which batches of the log are shown: all, or those in one state or of one person, or a single one."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from atlas.language import Language
from atlas.store.log import BatchLog, State
from atlas.views.batch_log import STATES, brought_by, people, who
from atlas.views.value_history import BATCH

EVERYBODY = ""


def filtered(batches: Sequence[BatchLog], language: Language) -> tuple[BatchLog, ...]:
    """Draw the filters that tell batches apart, and return the batches that pass."""
    single = st.query_params.get(BATCH)
    if single is not None:
        st.button(language.text("Show all batches"), key="history-all", on_click=_all)
        return tuple(batch for batch in batches if batch.id == single)
    state = _state(batches, language)
    person = _person(batches, language)
    return tuple(
        batch
        for batch in batches
        if (state is None or batch.state is state) and (not person or brought_by(batch, person))
    )


def _state(batches: Sequence[BatchLog], language: Language) -> State | None:
    counts = Counter(batch.state for batch in batches)
    if len(counts) < 2:
        return None
    found = st.pills(
        language.text("State"),
        [state for state in State if counts[state]],
        format_func=lambda state: language.text(
            "{state} ({count})", state=language.text(STATES[state]), count=language.number(counts[state])
        ),
        key="history-state",
        label_visibility="collapsed",
    )
    return State(found) if found else None


def _person(batches: Sequence[BatchLog], language: Language) -> str:
    names = people(batches)
    if len(names) < 2:
        return EVERYBODY
    chosen: str = st.selectbox(
        language.text("Brought in by"),
        [EVERYBODY, *names],
        format_func=lambda name: who(name, language) if name != EVERYBODY else language.text("Everybody"),
        key="history-person",
        label_visibility="collapsed",
        width=220,
    )
    return chosen


def _all() -> None:
    st.query_params.pop(BATCH, None)

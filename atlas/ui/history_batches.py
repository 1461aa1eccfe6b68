"""The log of batches: which are shown, and each with its file and what may be done to it."""

from collections.abc import Callable
from html import escape

import streamlit as st

from atlas.access import Action, Actor
from atlas.language import Language
from atlas.messages import N_
from atlas.store.log import BatchLog, State
from atlas.ui.history_action import action_form, done, open_action, opened, result
from atlas.ui.history_filter import filtered
from atlas.ui.history_review import review, review_button
from atlas.ui.sign_in import current_actor
from atlas.ui.state import selection, workspace
from atlas.views.batch_log import BatchEvent, BatchLine, batch_line, gives_original

SHOWN_AT_ONCE = 20
VERBS = {
    Action.UNDO: N_("Take back"),
    Action.REDO: N_("Put back"),
    Action.RELEASE: N_("Release"),
    Action.DECLINE: N_("Decline"),
    Action.WITHDRAW: N_("Withdraw"),
}


def batches(language: Language, parts: Callable[[], None]) -> None:
    """Draw the log of the dataset of the link, newest first; `parts` draws the switch to the other part."""
    actor = current_actor()
    everything = workspace().store(selection().dataset).log()
    with st.container(key="history-filters", horizontal=True, vertical_alignment="center", gap="small"):
        parts()
        chosen = filtered(everything, language)
    if not everything:
        _empty(language)
        return
    shown = st.session_state.setdefault("history-shown", SHOWN_AT_ONCE)
    if not any(batch.id == done() for batch in chosen[:shown]):
        result(language)
    if actor is None:
        who_may = language.text("Sign in to take figures back or to put them back.")
        st.html(f'<p class="atlas-note">{escape(who_may)}</p>')
    for batch in chosen[:shown]:
        _batch(batch, actor, language)
    if not chosen:
        nothing = language.text("No batch is like that.")
        st.html(f'<p class="atlas-empty">{escape(nothing)}</p>')
    if len(chosen) > shown:
        st.button(
            language.text("Show {count} more", count=min(SHOWN_AT_ONCE, len(chosen) - shown)),
            key="history-more",
            on_click=_show_more,
        )


def _batch(batch: BatchLog, actor: Actor | None, language: Language) -> None:
    line = batch_line(workspace(), batch, actor, language)
    store = workspace().store(selection().dataset)
    original = gives_original(workspace(), store, batch, actor)
    with st.container(key=f"batch-{line.id}"):
        with st.container(key=f"batch-row-{line.id}", horizontal=True, gap="small"):
            st.html(_article(line, language), width="stretch")
            _actions(batch, line, original, language)
        if line.id == done():
            result(language)
        action = opened(line.id)
        if action is not None:
            action_form(batch, action, language)
        if original:
            review(batch, language)


def _actions(batch: BatchLog, line: BatchLine, original: bool, language: Language) -> None:
    with st.container(key=f"batch-actions-{line.id}", horizontal=True, gap="small", width="content"):
        if line.sha256 and original:
            store = workspace().store(selection().dataset)
            st.download_button(
                language.text("Original file"),
                data=lambda: store.original(batch.id)[1],
                file_name=line.download_name,
                mime="application/octet-stream",
                key=f"original-{line.id}",
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",
            )
        if original and batch.state is State.SUBMITTED:
            review_button(batch, language)
        for action in line.offered:
            st.button(
                language.text(VERBS[action]),
                key=f"{action}-{line.id}",
                type="primary" if action is Action.RELEASE else "secondary",
                on_click=open_action,
                args=(line.id, action),
            )


def _article(line: BatchLine, language: Language) -> str:
    facts = [line.figures, line.places, line.period]
    said = [line.who, line.when]
    parts = [
        f'<h2>{escape(line.file_name)} <span class="atlas-state">{escape(line.state_text)}</span></h2>',
        f"<p>{' · '.join(escape(fact) for fact in facts if fact)}</p>",
        f'<p class="atlas-remark">{escape(line.remark)}</p>' if line.remark else "",
        f'<p class="atlas-said">{" · ".join(escape(word) for word in said)}{_hash(line)}</p>',
        _events(line, language),
    ]
    return f'<article class="atlas-batch atlas-batch-{line.state}">{"".join(parts)}</article>'


def _hash(line: BatchLine) -> str:
    if not line.sha256:
        return ""
    return f' · <code title="SHA-256 {escape(line.sha256)}">{escape(line.short_hash)}</code>'


def _events(line: BatchLine, language: Language) -> str:
    items = "".join(f"<li>{_event(event, language)}</li>" for event in line.events)
    full = f"<li>SHA-256 <code>{escape(line.sha256)}</code></li>" if line.sha256 else ""
    title = escape(language.text("What happened to it"))
    return f"<details><summary>{title}</summary><ol>{items}{full}</ol></details>"


def _event(event: BatchEvent, language: Language) -> str:
    who = escape(event.who)
    if event.reason:
        who = language.text("{who}: {reason}", who=who, reason=f"<q>{escape(event.reason)}</q>")
    return f"{escape(event.when)} · {escape(event.what)} · {who}"


def _empty(language: Language) -> None:
    words = language.text(
        "Nothing has been uploaded into this dataset yet. A batch appears here as soon as somebody accepts "
        "a spreadsheet on the upload page."
    )
    st.html(f'<p class="atlas-empty">{escape(words)}</p>')


def _show_more() -> None:
    st.session_state["history-shown"] += SHOWN_AT_ONCE

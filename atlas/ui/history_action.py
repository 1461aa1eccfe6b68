"""What is done to a batch that came in: say what it changes, ask why, then do it."""

from html import escape

import streamlit as st

from atlas.access import Action
from atlas.language import Language
from atlas.messages import N_
from atlas.problems import AtlasError
from atlas.store.log import BatchLog
from atlas.ui.history_review import look_at
from atlas.ui.problem_box import problem_box
from atlas.ui.sign_in import current_actor
from atlas.ui.state import selection, workspace
from atlas.views.batch_effect import effect_text

OPENED, DONE = "history-opened", "history-done"
LONGEST_REASON = 500
CONFIRM = {
    Action.UNDO: (N_("Take back {count} figure"), N_("Take back {count} figures")),
    Action.REDO: (N_("Put back {count} figure"), N_("Put back {count} figures")),
    Action.RELEASE: (N_("Release {count} figure"), N_("Release {count} figures")),
    Action.DECLINE: (N_("Decline {count} figure"), N_("Decline {count} figures")),
    Action.WITHDRAW: (N_("Withdraw {count} figure"), N_("Withdraw {count} figures")),
}
RESULTS = {
    Action.UNDO: N_("“{file}” has been taken back. You can put it back at any time."),
    Action.REDO: N_("“{file}” counts again."),
    Action.RELEASE: N_("“{file}” counts from now on."),
    Action.DECLINE: N_("“{file}” has been declined."),
    Action.WITHDRAW: N_("“{file}” has been withdrawn."),
}
# The form may open below the edge of the window. The number makes the script another one, which is run again,
# when the form opens below another batch.
FOCUS = """<script>
setTimeout((batch) => {{
  const form = document.querySelector("[data-testid=stForm]:has(.st-key-history-confirm)");
  form?.scrollIntoView({{ block: "nearest" }});
  form?.querySelector("input")?.focus();
}}, 150, {number});
</script>"""
NEEDS_REASON = (Action.UNDO, Action.REDO, Action.DECLINE, Action.WITHDRAW)


def opened(batch_id: str) -> Action | None:
    """The action whose form is open below a batch."""
    found: tuple[str, Action] = st.session_state.get(OPENED, ("", Action.UNDO))
    return found[1] if found[0] == batch_id else None


def open_action(batch_id: str, action: Action) -> None:
    """Open the form of an action; what was said about the one before goes away.

    Nobody releases or declines what they have not been shown.
    """
    st.session_state[OPENED] = (batch_id, action)
    if action in (Action.RELEASE, Action.DECLINE):
        look_at(batch_id)
    st.session_state.pop(DONE, None)


def action_form(batch: BatchLog, action: Action, language: Language) -> None:
    """The form below a batch."""
    effect = workspace().store(selection().dataset).effect(batch.id)
    one, many = CONFIRM[action]
    with st.form(key="history-form", enter_to_submit=True, border=False):
        words = effect_text(workspace(), action, effect, language)
        st.html(f'<p class="atlas-effect">{escape(words)}</p>')
        optional = action not in NEEDS_REASON
        reason = st.text_input(
            language.text("Reason (may be left empty)") if optional else language.text("Reason"),
            key=f"reason-{action}-{batch.id}",
            max_chars=LONGEST_REASON,
            placeholder=language.text("Everybody reads it in the history"),
        ).strip()
        with st.container(horizontal=True, gap="small"):
            confirmed = st.form_submit_button(
                language.plural(one, many, batch.rows), key="history-confirm", type="primary"
            )
            cancelled = st.form_submit_button(language.text("Cancel"), key="history-cancel")
    st.html(FOCUS.format(number=batch.number), unsafe_allow_javascript=True)
    if cancelled:
        _close()
        st.rerun()
    if confirmed and not reason and not optional:
        st.warning(language.text("Say why, in a few words: who looks for the figures later will ask."))
    elif confirmed:
        _carry_out(batch, action, reason)


def done() -> str:
    """The batch that something has just been done to."""
    found: tuple[str, Action, str] = st.session_state.get(DONE, ("", Action.UNDO, ""))
    return found[0]


def result(language: Language) -> None:
    """Say, once, what has just been done."""
    if DONE in st.session_state:
        _, action, file_name = st.session_state.pop(DONE)
        st.html(
            f'<p class="atlas-done" role="status">'
            f"{escape(language.text(RESULTS[action], file=file_name))}</p>"
        )


def _carry_out(batch: BatchLog, action: Action, reason: str) -> None:
    """Ask the store, which refuses what the person may not do."""
    store, actor = workspace().store(selection().dataset), current_actor()
    if actor is None:
        return
    change = {
        Action.UNDO: store.undo,
        Action.REDO: store.redo,
        Action.RELEASE: store.release,
        Action.DECLINE: store.decline,
        Action.WITHDRAW: store.withdraw,
    }[action]
    try:
        change(batch.id, actor, reason)
    except AtlasError as error:
        problem_box(error.problems)
        return
    _close()
    st.session_state[DONE] = (batch.id, action, batch.file_name or batch.id)
    st.rerun()


def _close() -> None:
    st.session_state.pop(OPENED, None)

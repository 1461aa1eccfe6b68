"""Names that were taught: those a file is read by, and all of them, each with a button that forgets it."""

from functools import partial
from html import escape

import streamlit as st

from atlas.access import Actor
from atlas.ingest.spreadsheet.name_keys import name_key
from atlas.language import Language
from atlas.store import AliasKind
from atlas.ui.sign_in import current_actor
from atlas.ui.state import selection, workspace
from atlas.ui.upload_kept import keep_problems
from atlas.validate import Checked
from atlas.views.taught_names import TaughtName, among, columns_of, taught_names

NAMES = "upload-names-taught"
SHOWN = 30


def remember(kind: AliasKind, text: str) -> None:
    """Keep in mind for this visit what was taught, so that it can be undone at once."""
    known: frozenset[tuple[AliasKind, str]] = st.session_state.get(NAMES, frozenset())
    st.session_state[NAMES] = known | {(kind, name_key(text))}


def read_as_taught(checked: Checked, actor: Actor, language: Language) -> None:
    """A line for each taught name that a column of the file has, or that was taught in this visit."""
    wanted = columns_of(checked) | st.session_state.get(NAMES, frozenset())
    names = among(taught_names(workspace(), selection().dataset, actor, language), wanted)
    if not names:
        return
    with st.container(key="upload-read-as-taught"):
        for place, name in enumerate(names):
            said = language.text("“{name}” is now read as {meaning}.", name=name.text, meaning=name.meaning)
            _line(f"undo-taught-{place}", name, said, language.text("Undo"))


def taught_popover(actor: Actor, language: Language) -> None:
    """All names behind a button; with many of them a part of a name finds its own."""
    names = taught_names(workspace(), selection().dataset, actor, language)
    if not names:
        return
    label = language.text("Taught names ({count})", count=language.number(len(names)))
    with st.popover(label, icon=":material/school:", key="upload-taught"):
        found = _found(names, language) if len(names) > SHOWN else names
        why = language.text("Every file is read by these names, whoever brings it.")
        st.html(f'<p class="atlas-note">{escape(why)}</p>')
        for place, name in enumerate(found[:SHOWN]):
            said = language.text(
                "“{name}” is read as {meaning}. {who}, {when}",
                name=name.text,
                meaning=name.meaning,
                who=name.who,
                when=name.when,
            )
            _line(f"forget-{place}", name, said, language.text("Forget"))


def _found(names: tuple[TaughtName, ...], language: Language) -> tuple[TaughtName, ...]:
    sought = st.text_input(language.text("Find a name"), key="upload-taught-sought").strip()
    return tuple(each for each in names if name_key(sought) in each.text or sought in each.meaning)


def _line(key: str, name: TaughtName, said: str, label: str) -> None:
    with st.container(key=f"line-{key}", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="atlas-unknown">{escape(said)}</p>', width="content")
        if name.may_forget:
            st.button(label, key=key, type="tertiary", on_click=_forget, args=(name.kind, name.text))


def _forget(kind: AliasKind, text: str) -> None:
    store, actor = workspace().store(selection().dataset), current_actor()
    if actor is not None:
        keep_problems(partial(store.teach, kind, text, "", actor))

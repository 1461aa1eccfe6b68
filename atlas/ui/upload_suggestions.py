"""Names that are not known: what is meant? One click teaches the name and checks the file again."""

from functools import partial
from html import escape

import streamlit as st

from atlas.ingest.spreadsheet.name_keys import name_key
from atlas.language import Language
from atlas.store import AliasKind
from atlas.ui.sign_in import current_actor
from atlas.ui.state import selection, workspace
from atlas.ui.upload_kept import keep_problems
from atlas.ui.upload_taught import remember
from atlas.validate import Checked
from atlas.views.name_suggestions import Suggestion, name_suggestions


def suggestions(checked: Checked, language: Language) -> None:
    """Draw a line for each unknown name, with a button for each of the nearest ones."""
    unknown = name_suggestions(workspace(), checked, language)
    if not unknown:
        return
    with st.container(key="upload-suggestions"):
        title = escape(language.text("Which one is meant?"))
        why = escape(language.text("Your answer is kept: next month the name is understood."))
        st.html(f'<section class="atlas-suggest"><h2>{title}</h2><p>{why}</p></section>')
        for place, each in enumerate(unknown):
            _line(place, each)


def _line(place: int, unknown: Suggestion) -> None:
    with st.container(
        key=f"upload-suggestion-{place}", horizontal=True, vertical_alignment="center", gap="small"
    ):
        where = escape(", ".join(unknown.cells))
        st.html(
            f'<p class="atlas-unknown"><code>{escape(unknown.text)}</code> <span>{where}</span></p>',
            width="content",
        )
        for code, name in unknown.choices:
            st.button(
                name,
                key=f"teach-{place}-{code}",
                on_click=_teach,
                args=(unknown.kind, unknown.text, code),
            )


def _teach(kind: AliasKind, text: str, target: str) -> None:
    store, actor = workspace().store(selection().dataset), current_actor()
    if actor is not None:
        keep_problems(partial(store.teach, kind, name_key(text), target, actor))
        remember(kind, text)

"""Which sources are admitted: all, or only those above a grade."""

from typing import Any

import streamlit as st

from atlas.ingest.vocabulary import GRADES
from atlas.language import Language
from atlas.ui.state import choose_from, selection
from atlas.views.value_text import grade_choice


def grade_select(key: str, language: Language, **look: Any) -> None:
    """Draw the selector; `look` is passed on to Streamlit."""
    st.session_state[key] = selection().weakest_grade
    st.selectbox(
        language.text("Sources admitted"),
        list(GRADES),
        format_func=lambda grade: grade_choice(grade, language),
        key=key,
        on_change=choose_from,
        args=(key, "weakest_grade", GRADES),
        **look,
    )

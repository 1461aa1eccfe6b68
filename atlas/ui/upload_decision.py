"""Accept the sound rows, or correct the file first."""

from html import escape

import streamlit as st

from atlas.findings import Severity
from atlas.language import Language
from atlas.ui.state import workspace
from atlas.ui.upload_downloads import downloads
from atlas.ui.upload_kept import Given, Result, accept
from atlas.views.finding_groups import count_of
from atlas.views.upload_words import accept_label, what_happens

LONGEST_REMARK = 500


def decision(given: Given, result: Result, language: Language) -> None:
    """The tick for warnings, the remark, the button, and what else can be done."""
    counts = result.shown.counts
    four_eyes = workspace().access.four_eyes(result.shown.divisions)
    st.html(f'<p class="atlas-decision">{escape(what_happens(counts, four_eyes, language))}</p>')
    if counts.sound_rows:
        looked, remark = _warnings(given, result, language)
        st.button(
            accept_label(counts, four_eyes, language),
            key="upload-accept",
            type="primary",
            width="stretch",
            disabled=not looked,
            on_click=accept,
            args=(given, result, remark),
        )
    downloads(result, language)


def _warnings(given: Given, result: Result, language: Language) -> tuple[bool, str]:
    """Whether the warnings have been looked at, and what the person says about them."""
    count = count_of(result.checked, Severity.WARNING)
    looked = True
    if count:
        label = language.plural(
            "I have looked at the {count} warning", "I have looked at the {count} warnings", count
        )
        looked = st.checkbox(label, key=f"upload-looked-{given.sha256[:12]}")
    remark = st.text_input(
        language.text("Remark"),
        key=f"upload-remark-{given.sha256[:12]}",
        placeholder=language.text("Remark for the history (may be left empty)"),
        label_visibility="collapsed",
        max_chars=LONGEST_REMARK,
    )
    return looked, remark.strip()

"""What stands around every page: style, top bar, banner, and what had to be corrected in the link."""

from collections.abc import Mapping
from contextlib import nullcontext

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from atlas.datasets import Dataset
from atlas.served_files import PAGE_ASSETS, served_file
from atlas.ui.literal import literal
from atlas.ui.meeting_tray import meeting_tray
from atlas.ui.navigation import BAR
from atlas.ui.signed_in import sign_in_control
from atlas.ui.state import choose, choose_from, kept, language, reading, workspace
from atlas.views.selection import query_of

# Each language is called what its readers call it, whatever the page is written in.
OWN_NAMES = {"en": "EN", "zh": "中文"}
HTML_LANG = {"en": "en", "zh": "zh-CN"}


def style() -> None:
    """How everything looks; sent before the page, so that a slow one is never seen without it."""
    address = served_file(PAGE_ASSETS / "page.css").url
    # Streamlit writes lang="en" into every page; a screen reader would read Chinese with an English voice.
    script = f"<script>document.documentElement.lang = '{HTML_LANG[language().code]}'</script>"
    st.html(f'<style>@import url("{address}");</style>{script}', unsafe_allow_javascript=True)


def frame(current: StreamlitPage, every: Mapping[str, StreamlitPage]) -> None:
    """Draw the frame; `current` is the page that will fill it, `every` are all pages by name.

    A meeting sees nothing but its views.
    """
    if current.url_path == "present":
        return
    with st.container(key="top-bar", horizontal=True, vertical_alignment="center", gap="small"):
        _links(current, every)
        meeting_tray(current, language())
        _dataset_switch()
        _language_switch()
        sign_in_control(language())
    _banner()
    for problem in (*workspace().problems, *reading().problems):
        st.warning(literal(language().problem(problem)))


def _links(current: StreamlitPage, every: Mapping[str, StreamlitPage]) -> None:
    words = language()
    query = {**query_of(reading().selection, workspace()), **kept()}
    brand = words.text("Public Legal Service Atlas")
    st.html(f'<span class="atlas-brand">{brand}</span>', width="content")
    for name in BAR:
        here = every[name] is current
        with st.container(key=f"link-{name}-here", width="content") if here else nullcontext():
            st.page_link(every[name], query_params=query, width="content")
    st.space("stretch")


def _dataset_switch() -> None:
    words = language()
    names = {Dataset.PUBLISHED: words.text("Published"), Dataset.DEMONSTRATION: words.text("Demonstration")}
    st.session_state["dataset"] = reading().selection.dataset
    st.segmented_control(
        words.text("Figures shown"),
        list(names),
        format_func=names.__getitem__,
        key="dataset",
        label_visibility="collapsed",
        required=True,
        on_change=choose_from,
        args=("dataset", "dataset", tuple(names)),
        width="content",
    )


def _language_switch() -> None:
    for code, name in OWN_NAMES.items():
        st.button(
            name,
            key=f"language-{code}",
            type="tertiary",
            disabled=code == language().code,
            on_click=choose,
            kwargs={"lang": code},
        )


def _banner() -> None:
    words = language()
    invented = words.text(
        "Demonstration: every figure on this screen is invented. It says nothing about any real place."
    )
    private = words.text("Private machine: whoever uses it may upload and undo figures without signing in.")
    said = [invented] if reading().selection.dataset is Dataset.DEMONSTRATION else []
    said += [private] if workspace().access.settings.private_machine else []
    if said:
        st.html(f'<div class="atlas-banner" role="note">{words.sentences(said)}</div>')

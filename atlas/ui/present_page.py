"""Presenter mode: one pinned view at a time, as large as the screen, moved through by the arrow keys."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.problems import AtlasError
from atlas.ui.meeting_tray import pins
from atlas.ui.navigation import pages
from atlas.ui.picture import show_picture
from atlas.ui.problem_box import problem_box
from atlas.ui.state import language, put, workspace
from atlas.views.exhibit import Exhibit
from atlas.views.exhibits import exhibit_of
from atlas.views.pins import PIN, Pin

MOST_PICTURES = 1
HEIGHT = 480


def show() -> None:
    """Draw the view at `at`, counted from 1; a number that leads nowhere shows the nearest one."""
    words, pinned = language(), pins()
    if not pinned:
        _nothing_pinned(words)
        return
    at = min(max(_number(st.query_params.get("at", "1")), 1), len(pinned))
    with st.container(key="present"):
        try:
            _slide(exhibit_of(workspace(), pinned[at - 1], words), words)
        except AtlasError as error:
            problem_box(error.problems)
        _keys(at, pinned, words)


def _slide(exhibit: Exhibit, words: Language) -> None:
    invented = ""
    if exhibit.invented:
        said = escape(words.text("Demonstration: every figure on this screen is invented."))
        invented = f'<p class="atlas-invented" role="note">{said}</p>'
    st.html(
        f'<header class="atlas-slide">{invented}<h1>{escape(exhibit.title)}</h1>'
        f"<p>{escape(exhibit.sentence)}</p></header>"
    )
    with st.container(key="slide-pictures"):
        for place, picture in enumerate(exhibit.pictures[:MOST_PICTURES]):
            with st.container(key=f"slide-picture-{place}"):
                show_picture(picture, f"slide-{place}", alt=exhibit.sentence, height=HEIGHT, legend=True)
    facts = " · ".join(f"{escape(fact.label)} {escape(fact.text)}" for fact in exhibit.facts)
    st.html(f'<p class="atlas-slide-facts">{facts}</p>')


def _keys(at: int, pinned: tuple[Pin, ...], words: Language) -> None:
    """Back and forward by button and by arrow key; Escape leads to the view itself."""
    with st.container(key="present-keys", horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            words.text("Back"),
            key="present-back",
            shortcut="Left",
            disabled=at == 1,
            on_click=_go,
            args=(at - 1,),
        )
        st.html(f'<span class="atlas-slide-at">{at} / {len(pinned)}</span>', width="content")
        st.button(
            words.text("Next"),
            key="present-next",
            shortcut="Right",
            disabled=at == len(pinned),
            on_click=_go,
            args=(at + 1,),
        )
        if st.button(words.text("Leave"), key="present-leave", shortcut="Esc"):
            pin = pinned[at - 1]
            target = pages(words).get(pin.page) or pages(words)["map"]
            kept = {**dict(pin.query), "lang": words.code, PIN: [str(each) for each in pinned]}
            st.switch_page(target, query_params=kept)


def _nothing_pinned(words: Language) -> None:
    st.html(
        '<p class="atlas-empty">'
        + escape(words.text("Nothing is pinned yet. Open a view, choose “Meeting” and pin it."))
        + "</p>"
    )
    st.page_link(pages(words)["map"], label=words.text("To the map"))


def _go(at: int) -> None:
    put(at=str(at))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 1

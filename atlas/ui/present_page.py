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

MOST_PICTURES = 2
HEIGHT = 480
FULL_SCREEN = """
(() => {
  const whole = document.documentElement;
  const fill = () => document.fullscreenElement ? document.exitFullscreen() : whole.requestFullscreen();
  document.querySelector(".atlas-full-screen").onclick = fill;
  window.atlasFill ||= document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea");
    if (event.key.toLowerCase() === "f" && !typing && document.querySelector(".atlas-full-screen")) fill();
  }) || true;
})();
"""


def show() -> None:
    """Draw the view at `at`, counted from 1; a number that leads nowhere shows the nearest one."""
    words, pinned = language(), pins()
    if not pinned:
        _nothing_pinned(words)
        return
    at = min(max(_number(st.query_params.get("at", "1")), 1), len(pinned))
    with st.container(key="present"):
        try:
            exhibit = exhibit_of(workspace(), pinned[at - 1], words)
            _slide(exhibit, words)
        except AtlasError as error:
            exhibit = None
            problem_box(error.problems)
        with st.container(key="present-foot", horizontal=True, vertical_alignment="center", gap="small"):
            if exhibit:
                _facts(exhibit, words)
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
                show_picture(
                    picture, f"slide-{place}", alt=exhibit.sentence, height=HEIGHT, named=True, legend=True
                )


def _facts(exhibit: Exhibit, words: Language) -> None:
    said = (words.text("{label}: {text}", label=fact.label, text=fact.text) for fact in exhibit.facts)
    st.html(f'<p class="atlas-slide-facts">{escape(" · ".join(said))}</p>')


def _keys(at: int, pinned: tuple[Pin, ...], words: Language) -> None:
    """Back and forward by button and by arrow key; F fills the screen, Escape leads to the view itself."""
    with st.container(
        key="present-keys", horizontal=True, vertical_alignment="center", gap="small", width="content"
    ):
        _full_screen(words)
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


def _full_screen(words: Language) -> None:
    """A browser fills the screen only for a click or a key that its own page hears."""
    label = escape(words.text("Full screen"))
    st.html(
        f'<button type="button" class="atlas-full-screen">{label} <kbd>F</kbd></button>'
        f"<script>{FULL_SCREEN}</script>",
        width="content",
        unsafe_allow_javascript=True,
    )


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

"""Presenter mode: one pinned view at a time, as large as the screen, moved through by the arrow keys."""

from contextlib import suppress
from html import escape

import streamlit as st

from atlas.export.said import facts_of
from atlas.language import Language
from atlas.problems import AtlasError
from atlas.ui.meeting_tray import page_name, pins
from atlas.ui.navigation import page_of
from atlas.ui.problem_box import problem_box
from atlas.ui.slide import Slide, SlideImage, slide_of
from atlas.ui.state import language, put, workspace
from atlas.views.exhibit import Exhibit
from atlas.views.pins import PIN, Pin

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
            with st.spinner(words.text("The view is being drawn …")):
                shown = slide_of(workspace(), pinned[at - 1], words)
            _slide(shown, words)
        except AtlasError as error:
            shown = None
            problem_box(error.problems)
        with st.container(key="present-foot", horizontal=True, vertical_alignment="center", gap="small"):
            if shown:
                _facts(shown.exhibit, words)
            _keys(at, pinned, words)
    _look_ahead(pinned[at : at + 1], words)


def _slide(shown: Slide, words: Language) -> None:
    exhibit = shown.exhibit
    invented = ""
    if exhibit.invented:
        said = escape(words.text("Demonstration: every figure on this screen is invented."))
        invented = f'<p class="atlas-invented" role="note">{said}</p>'
    halves = " atlas-slide-halves" if shown.halves else ""
    first, beside = "".join(map(_image, shown.images[:1])), "".join(map(_image, shown.images[1:]))
    if shown.key:
        maps = "".join(map(_image, shown.maps))
        first += f'<div class="atlas-slide-maps">{maps}</div>{_image(shown.key)}'
    columns = "".join(f"<div>{column}</div>" for column in (first, beside) if column)
    st.html(
        f'<header class="atlas-slide">{invented}<h1>{escape(exhibit.title)}</h1>'
        f"<p>{escape(exhibit.sentence)}</p></header>"
        f'<div class="atlas-slide-columns{halves}">{columns}</div>'
    )


def _image(image: SlideImage) -> str:
    return f'<img src="{image.address}" alt="{escape(image.said, quote=True)}">'


def _look_ahead(following: tuple[Pin, ...], words: Language) -> None:
    """Draw the next view while this one is looked at; what is wrong with it is said when it is shown."""
    for pin in following:
        with suppress(AtlasError):
            slide_of(workspace(), pin, words)


def _facts(exhibit: Exhibit, words: Language) -> None:
    said = (
        words.text("{label}: {text}", label=fact.label, text=fact.text) for fact in facts_of(exhibit, words)
    )
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
            target = page_of(page_name(pin), words)
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
    st.page_link(page_of("map", words), label=words.text("To the map"))


def _go(at: int) -> None:
    put(at=str(at))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 1

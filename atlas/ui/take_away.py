"""“Take away”: views as slides, brief, workbook, image or table; a file is made when it is asked for."""

from collections.abc import Sequence
from time import monotonic_ns
from urllib.parse import urlsplit

import streamlit as st

from atlas.export.file_name import file_name
from atlas.export.kit import FORMS, kit_file
from atlas.language import Language
from atlas.problems import AtlasError
from atlas.ui.navigation import NAMES
from atlas.ui.problem_box import problem_box
from atlas.ui.state import language, workspace
from atlas.views.pins import Pin

# The click was made already, on the form's own button; this passes it on once the file's button is there.
_SAVE = """selector => {
  const end = Date.now() + 5000;
  const look = () => {
    const button = document.querySelector(selector);
    if (button) button.click(); else if (Date.now() < end) setTimeout(look, 50);
  };
  setTimeout(look, 50);
}"""


def take_away(pins: Sequence[Pin], key: str = "take-away") -> None:
    """Offer the views of these pins in every form; forms that hold one view only where there is one.

    Nothing is computed before somebody asks. `key` tells several such controls on a page apart.
    """
    with st.container(key=f"{key}-control", width="content"):
        _control(tuple(pins), key)


@st.fragment
def _control(pins: tuple[Pin, ...], key: str) -> None:
    words = language()
    with st.popover(words.text("Take away"), icon=":material/download:", key=f"{key}-popover"):
        _forms(pins, key, words)


@st.fragment
def take_away_forms(pins: tuple[Pin, ...], key: str) -> None:
    """The same without a button around it, for a place that is itself opened by one."""
    _forms(pins, key, language())


def _forms(pins: tuple[Pin, ...], key: str, words: Language) -> None:
    st.html(f'<p class="atlas-note">{_promise(pins, words)}</p>')
    wanted = ""
    for suffix, form in FORMS.items():
        if form.single and len(pins) != 1:
            continue
        if st.button(words.text(form.name), key=f"{key}-{suffix}", type="tertiary", disabled=not pins):
            wanted = suffix
    if wanted:
        _make(pins, wanted, key, words)


def _promise(pins: tuple[Pin, ...], words: Language) -> str:
    if not pins:
        return words.text("There is nothing to take away yet.")
    if len(pins) == 1:
        return words.text("This view, with its sources and the way back to it.")
    return words.plural("{count} view in one file.", "{count} views in one file.", len(pins))


def _make(pins: tuple[Pin, ...], suffix: str, key: str, words: Language) -> None:
    """Make the file while a bar shows how far it is, then save it; the button stays for a second copy."""
    making = words.text("The file is being made …")
    bar = st.progress(0.0, text=making)

    def show(share: float) -> None:
        bar.progress(min(share, 1.0), text=making)

    try:
        exhibits, content = kit_file(workspace(), pins, suffix, base_address(), words, show)
    except AtlasError as error:
        bar.empty()
        problem_box(error.problems)
        return
    bar.empty()
    # A key of its own for each file: a script that looks for the button must not find the one before.
    saved = f"{key}-save-{monotonic_ns()}"
    with st.container(key=f"{key}-made"):
        st.download_button(
            words.text("Save the file"),
            data=content,
            file_name=file_name(exhibits, suffix, words),
            mime=FORMS[suffix].media_type,
            key=saved,
            icon=":material/check:",
            type="primary",
            on_click="ignore",
        )
        st.html(f"<script>({_SAVE})('.st-key-{saved} button')</script>", unsafe_allow_javascript=True)


def base_address() -> str:
    """The address under which this visitor reaches the atlas, without page and query."""
    parts = urlsplit(st.context.url or "")
    path = parts.path.rstrip("/")
    page = path.rsplit("/", 1)[-1]
    if page in NAMES:
        path = path.removesuffix(page).rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{path}" if parts.netloc else "http://localhost:8501"

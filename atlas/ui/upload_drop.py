"""Where a file is dropped, and the bar that names it afterwards."""

import json
from html import escape

import streamlit as st

from atlas.language import Language
from atlas.ui.upload_kept import Given, given_file, next_file, turn
from atlas.validate import Checked
from atlas.views.upload_words import size_text

# What a screen reader calls them is English as well, and no style sheet can change that; the zone is drawn
# some time after this script has been sent, and beside an earlier one that is about to go.
NAME_FOR_READERS = """
(function name(tries) {
  const within = (what) => document.querySelectorAll("[data-testid=stFileUploaderDropzone] > " + what);
  within("span button").forEach((button) => button.setAttribute("aria-label", %s));
  within("input").forEach((input) => input.setAttribute("aria-label", %s));
  if (tries) setTimeout(name, 150, tries - 1);
})(60)
"""


def drop_zone(language: Language) -> Given | None:
    """Ask for a file; the zone makes room for the answer once there is one."""
    key = f"upload-drop-{turn()}"
    has_file = st.session_state.get(key) is not None
    with st.container(key="upload-drop-zone-taken" if has_file else "upload-drop-zone"):
        _words(language)
        # Any kind of file is let through: the reader says in the person's language what cannot be used.
        uploaded = st.file_uploader(language.text("Spreadsheet"), key=key, label_visibility="collapsed")
    return None if uploaded is None else given_file(uploaded)


def _words(language: Language) -> None:
    """Streamlit's own words are English only: the style sheet hides them and shows these."""
    most = st.get_option("server.maxUploadSize")
    texts = {
        "drop": language.text("Drop the monthly spreadsheet here"),
        "kinds": language.text("CSV, XLSX, XLS or ODS, as it comes; up to {size} MB", size=most),
        "button": language.text("Choose a file"),
        "release": language.text("Let go to check this file"),
        "refused": language.text(
            "This file is too large. Give one of at most {size} MB, or divide it by month.", size=most
        ),
    }
    rules = ";".join(f"--upload-{name}: {_css_string(text)}" for name, text in texts.items())
    names = tuple(_script_string(each) for each in (texts["button"], language.text("Spreadsheet")))
    st.html(
        f"<style>[class*=st-key-upload-drop-zone] {{{rules}}}</style>"
        f"<span hidden>{turn()}</span><script>{NAME_FOR_READERS % names}</script>",
        unsafe_allow_javascript=True,
    )


def _css_string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("<", "\\3c ") + '"'


def _script_string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("<", "\\u003c")


def file_bar(given: Given, checked: Checked | None, language: Language) -> None:
    """Name the file that is looked at, and offer to take another."""
    about = [size_text(len(given.content), language)]
    if checked is not None:
        about.append(language.plural("{count} row", "{count} rows", rows_of(checked)))
    with st.container(key="upload-file", horizontal=True, vertical_alignment="center"):
        st.html(
            f'<p class="atlas-file"><b>{escape(given.name)}</b> '
            f"<span>{escape(language.text(', ').join(about))}</span></p>"
        )
        st.button(
            language.text("Choose another file"),
            key="upload-next",
            type="tertiary",
            icon=":material/restart_alt:",
            on_click=next_file,
        )


def rows_of(checked: Checked) -> int:
    """How many rows of the table hold figures."""
    return len(checked.intake.figures.column("row").unique())

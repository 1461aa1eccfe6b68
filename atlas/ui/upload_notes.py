"""What was understood of the file."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.validate import Checked
from atlas.views.finding_text import note_text

FIRST = 8


def understood(checked: Checked, language: Language) -> None:
    """List how the file was read; a long list ends in a fold."""
    lines = [note_text(note, language) for note in checked.intake.notes]
    if not lines:
        return
    more = ""
    if len(lines) > FIRST:
        summary = escape(language.text("{count} more", count=language.number(len(lines) - FIRST)))
        more = f"<details><summary>{summary}</summary>{_list(lines[FIRST:])}</details>"
    title = escape(language.text("How the file was read"))
    st.html(f'<section class="atlas-understood"><h2>{title}</h2>{_list(lines[:FIRST])}{more}</section>')


def _list(lines: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"

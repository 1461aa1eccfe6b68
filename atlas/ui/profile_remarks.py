"""Strengths and concerns side by side; each leads to the row that its numbers stand in."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from atlas.language import Language
from atlas.ui.state import workspace
from atlas.views.profile.remark_words import remark_text
from atlas.views.profile.remarks import Remark
from atlas.views.profile.view import ProfileView

SHOWN = 4


def remarks(view: ProfileView, language: Language) -> None:
    """Draw both lists; where a rule finds nothing it says so."""
    good = [remark for remark in view.remarks if remark.good]
    concerns = [remark for remark in view.remarks if not remark.good]
    if not view.remarks:
        none = escape(language.text("No rule finds a strength or a concern in these figures."))
        st.html(f'<p class="atlas-empty">{none}</p>')
        return
    st.html(
        '<section class="atlas-remarks">'
        + _list(view, good, language.text("Strengths"), "▲", "good", language)
        + _list(view, concerns, language.text("Concerns"), "▼", "bad", language)
        + "</section>"
    )


def _list(
    view: ProfileView, found: Sequence[Remark], title: str, shape: str, kind: str, language: Language
) -> str:
    head = f'<h2><i aria-hidden="true">{shape}</i>{escape(title)}</h2>'
    if not found:
        none = escape(language.text("No rule finds one in these figures."))
        return f'<div class="atlas-remarks-{kind}">{head}<p class="atlas-note">{none}</p></div>'
    items = [_item(view, remark, language) for remark in found]
    more = ""
    if len(items) > SHOWN:
        summary = escape(language.text("{count} more", count=language.number(len(items) - SHOWN)))
        more = f"<details><summary>{summary}</summary><ul>{''.join(items[SHOWN:])}</ul></details>"
    return f'<div class="atlas-remarks-{kind}">{head}<ul>{"".join(items[:SHOWN])}</ul>{more}</div>'


def _item(view: ProfileView, remark: Remark, language: Language) -> str:
    indicator = remark.entry.indicator
    name = escape(language.name(indicator.short_name))
    text = escape(remark_text(workspace(), view, remark, language))
    return f'<li><a href="#i-{indicator.id}">{name}</a> {text}</li>'

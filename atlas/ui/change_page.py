"""Why did it change? The change of one value, split into what the units below did to it."""

from html import escape

import streamlit as st

from atlas.export.csv_file import csv_file
from atlas.language import Language
from atlas.periods import Period
from atlas.ui.controls import indicator_control, period_control
from atlas.ui.literal import literal
from atlas.ui.place_finder import breadcrumb, matches, search_box
from atlas.ui.state import language, put, selection, workspace
from atlas.views.change.asked import BEFORE, ChangeAsked, change_asked
from atlas.views.change.table import change_table
from atlas.views.change.view import ChangeView, change_view
from atlas.views.change.waterfall import method_note
from atlas.views.change.words import (
    change_sentence,
    change_title,
    change_unit,
    effect_name,
    effects_of,
    signed,
)


def show() -> None:
    """Draw the page; a change that cannot be split says why and leaves the controls standing."""
    words = language()
    parameters = {name: str(value) for name, value in st.query_params.to_dict().items()}
    asked = change_asked(workspace(), selection(), parameters)
    for problem in asked.problems:
        st.warning(literal(words.problem(problem)))
    view = change_view(workspace(), asked)
    _controls(view, asked, words)
    _answer(view, words)
    if view.split:
        _table(view, words)


def _controls(view: ChangeView, asked: ChangeAsked, language: Language) -> None:
    with st.container(key="controls", horizontal=True, vertical_alignment="center", gap="small"):
        breadcrumb(view.within, language)
        search_box(language)
        indicator_control(asked.selection, language)
        period_control(asked.selection, language)
        _before(asked, language)
    matches(language)


def _before(asked: ChangeAsked, language: Language) -> None:
    if asked.before is None:
        return
    st.session_state["before"] = str(asked.before)
    st.selectbox(
        language.text("Compared with"),
        [str(period) for period in asked.offered],
        format_func=lambda code: language.text("since {period}", period=language.period(Period.parse(code))),
        key="before",
        label_visibility="collapsed",
        on_change=_take_before,
        width=170,
    )


def _take_before() -> None:
    put(**{BEFORE: st.session_state["before"]})


def _answer(view: ChangeView, language: Language) -> None:
    change = ""
    if view.known:
        unit = escape(change_unit(view, language))
        change = f"{escape(signed(view, view.change, language))} <small>{unit}</small>"
    cards = "".join(
        f"<li><span>{escape(name)}</span><b>{escape(amount)}</b></li>"
        for name, amount in _parts(view, language)
    )
    st.html(
        f'<section class="atlas-change"><h1>{escape(change_title(view, language))}</h1>'
        + (f'<p class="atlas-own-value">{change}</p>' if change else "")
        + (f'<ul class="atlas-change-parts">{cards}</ul>' if cards else "")
        + f'<p class="atlas-sentence">{escape(change_sentence(view, language))}</p></section>'
    )


def _parts(view: ChangeView, language: Language) -> list[tuple[str, str]]:
    """What the change is made of: every effect, and what no unit explains."""
    if not view.split:
        return []
    parts = [
        (effect_name(view, effect, language), signed(view, view.total(effect), language))
        for effect in effects_of(view)
    ]
    if any(view.gaps):
        parts.append((language.text("Stated, not in the sum"), signed(view, sum(view.gaps), language)))
    return parts


def _table(view: ChangeView, language: Language) -> None:
    table = change_table(view, language)
    st.dataframe(table, hide_index=True, height=320, key="change-table", placeholder="–")
    notes = [change_title(view, language), change_sentence(view, language), method_note(view, language)]
    st.download_button(
        language.text("Take away as CSV"),
        data=csv_file(table, tuple(notes)),
        file_name=f"change_{view.indicator.id}_{view.within.code}_{view.asked.before}_{view.asked.now}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )

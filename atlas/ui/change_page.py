"""Why did it change? The change of one value, split into what the units below did to it."""

from html import escape

import streamlit as st

from atlas.export.csv_file import csv_file
from atlas.language import Language
from atlas.periods import LATEST, Period
from atlas.problems import AtlasError
from atlas.ui.controls import indicator_control, period_control
from atlas.ui.literal import literal
from atlas.ui.map_key import map_key
from atlas.ui.number_columns import number_columns, rounded_table
from atlas.ui.picture import show_picture
from atlas.ui.place_finder import breadcrumb, matches, search_box
from atlas.ui.problem_box import problem_box
from atlas.ui.state import (
    choose,
    language,
    link_parameters,
    look_into,
    put,
    put_from,
    selection,
    taken,
    workspace,
)
from atlas.views.change.asked import BEFORE, EFFECT, ChangeAsked, Effect, change_asked
from atlas.views.change.contributions import contribution_map
from atlas.views.change.offers import explained_indicators
from atlas.views.change.table import change_columns, change_table
from atlas.views.change.view import ChangeView, change_view
from atlas.views.change.waterfall import method_note, waterfall
from atlas.views.change.words import (
    change_sentence,
    change_title,
    change_unit,
    effect_name,
    effects_of,
    signed,
)
from atlas.views.pictures import MapPicture

MAP_HEIGHT = 360


def show() -> None:
    """Draw the page; a change that cannot be split says why and leaves the controls standing."""
    words = language()
    asked = change_asked(workspace(), selection(), link_parameters())
    for problem in asked.problems:
        st.warning(literal(words.problem(problem)))
    view = change_view(workspace(), asked)
    _controls(view, asked, words)
    with st.container(key="change-main"):
        with st.container(key="change-left"):
            _answer(view, words)
            _waterfall(view, words)
        with st.container(key="change-right"):
            _map(view, asked.effect, words)
    if view.split:
        _table(view, words)
    else:
        _offers(view, words)


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
    offered = [str(period) for period in asked.offered]
    st.selectbox(
        language.text("Compared with"),
        offered,
        format_func=lambda code: language.text(
            "since {period}", period=language.period(Period.parse(code), short=True)
        ),
        key="before",
        label_visibility="collapsed",
        on_change=put_from,
        args=("before", BEFORE, offered),
        width=170,
    )


def _answer(view: ChangeView, language: Language) -> None:
    change = ""
    if view.comparable:
        unit = escape(change_unit(view, language))
        change = f"{escape(signed(view, view.change, language))} <small>{unit}</small>"
    parts = "".join(
        f"<li><b>{escape(amount)}</b> <span>{escape(name)}</span></li>"
        for name, amount in _parts(view, language)
    )
    st.html(
        f'<section class="atlas-own"><h1>{escape(change_title(view, language))}</h1>'
        + (f'<p class="atlas-own-value">{change}</p>' if change else "")
        + f'<p class="atlas-sentence">{escape(change_sentence(view, language))}</p>'
        + (f'<ul class="atlas-effects">{parts}</ul>' if parts else "")
        + "</section>"
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


def _waterfall(view: ChangeView, language: Language) -> None:
    picture = waterfall(view, language)
    if picture is None:
        return
    alt = change_sentence(view, language)
    show_picture(picture, "change-waterfall", alt=alt, on_select=look_into)
    st.html(f'<p class="atlas-note">{escape(picture.note)}</p>')


def _map(view: ChangeView, effect: Effect, language: Language) -> None:
    picture = contribution_map(workspace(), view, effect, language)
    if picture is None:
        return
    st.session_state["effect"] = effect
    st.segmented_control(
        language.text("Effect on the map"),
        [*effects_of(view), Effect.ALL],
        format_func=lambda each: effect_name(view, each, language),
        key="effect",
        label_visibility="collapsed",
        required=True,
        on_change=_take_effect,
    )
    try:
        show_picture(picture, "change-map", height=MAP_HEIGHT, named=True, on_select=look_into)
    except AtlasError as error:
        problem_box(error.problems)
        return
    map_key(picture, counts=True)
    note = language.text("Townships have no published boundaries, so each is shown as one tile.")
    if isinstance(picture, MapPicture):
        note = picture.note
    st.html(f'<p class="atlas-note">{escape(note)}</p>')


def _take_effect() -> None:
    effect = taken("effect", Effect)
    if effect is not None:
        put(**{EFFECT: "" if effect is Effect.RATE else effect.value})


def _offers(view: ChangeView, language: Language) -> None:
    found = explained_indicators(workspace(), view.asked.selection)
    if not found:
        return
    words = language.text("Here it can be told who explains the change:")
    st.html(f'<p class="atlas-empty">{escape(words)}</p>')
    with st.container(key="change-offers", horizontal=True, gap="small"):
        for indicator in found:
            st.button(
                language.name(indicator.name),
                key=f"offer-{indicator.id}",
                on_click=choose,
                kwargs={"indicator": indicator.id, "period": LATEST},
            )


def _table(view: ChangeView, language: Language) -> None:
    table = change_table(view, language)
    decimals = {
        column.name: column.decimals
        for column in change_columns(view, language)
        if column.decimals is not None
    }
    st.dataframe(
        rounded_table(table, decimals),
        hide_index=True,
        key="change-table",
        placeholder="–",
        column_config=number_columns(decimals),
    )
    notes = (change_title(view, language), change_sentence(view, language), method_note(view, language))
    st.download_button(
        language.text("Take away as CSV"),
        data=csv_file(table, notes),
        file_name=f"change_{view.indicator.id}_{view.within.code}_{view.asked.before}_{view.asked.now}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )

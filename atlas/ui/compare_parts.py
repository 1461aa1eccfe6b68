"""What one may ask next, one part at a time: over time, all indicators, two of them, size, league, table."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.messages import N_
from atlas.statistics.verdict import Verdict
from atlas.ui.picture import show_picture
from atlas.ui.spine_key import spine_key
from atlas.ui.state import put, put_from, taken, workspace
from atlas.ui.take_away import take_away
from atlas.views.comparison.bars import league_bars
from atlas.views.comparison.exhibit import compared_spine
from atlas.views.comparison.funnel import compared_funnel
from atlas.views.comparison.link import PART, Compared, Part, compared_query
from atlas.views.comparison.scatter import compared_scatter, held_against
from atlas.views.comparison.table import compared_table
from atlas.views.map_pictures import SCHEMATIC
from atlas.views.palette import VERDICTS
from atlas.views.pins import Pin
from atlas.views.selection import query_of
from atlas.views.spine_words import left_out_text, spine_picture

PARTS = {
    Part.SPINE: N_("All indicators"),
    Part.SCATTER: N_("Two indicators"),
    Part.FUNNEL: N_("By size"),
    Part.LEAGUE: N_("League table"),
    Part.TABLE: N_("All figures"),
}
HEIGHT = 380
MARKS = {
    Verdict.BETTER: "▲",
    Verdict.WORSE: "▼",
    Verdict.SIMILAR: "●",
    Verdict.HIGHER: "◆",
    Verdict.LOWER: "◆",
    Verdict.NONE: "○",
}
"""The shapes of the spine chart; the two of one shape differ in lightness."""


def parts(compared: Compared, language: Language) -> None:
    """The choice of a part, and the part; only what is asked for is computed and sent."""
    part = compared.part or Part.SPINE
    with st.container(key="details", horizontal=True, vertical_alignment="center"):
        st.session_state["compare-part"] = part
        st.segmented_control(
            language.text("Details"),
            list(PARTS),
            format_func=lambda each: language.text(PARTS[each]),
            key="compare-part",
            label_visibility="collapsed",
            required=True,
            on_change=put_from,
            args=("compare-part", PART, tuple(PARTS)),
        )
        query = {**query_of(compared.selection, workspace()), **compared_query(compared)}
        take_away([Pin.of("compare", query)])
        foot = language.text(SCHEMATIC)
        st.html(f'<p class="atlas-note">{escape(foot)}</p>')
    with st.container(key="compare-part-shown"):
        SHOWN[part](compared, language)


def _spine(compared: Compared, language: Language) -> None:
    laid_out = compared_spine(workspace(), compared)
    if laid_out.lines:
        picture = spine_picture(workspace(), laid_out, language)
        show_picture(picture, "spine")
        _note(picture.note)
        key = spine_key(laid_out, _symbol, language)
        if key:
            st.html(key)
    else:
        _nothing(language.text("None of the indicators compared is a rate with figures here."))
    _note(left_out_text(laid_out, language))


def _symbol(verdict: Verdict) -> str:
    """The mark of a verdict as the chart draws it."""
    return f'<i aria-hidden="true" style="font-style:normal;color:{VERDICTS[verdict]}">{MARKS[verdict]}</i>'


def _scatter(compared: Compared, language: Language) -> None:
    indicators = workspace().definitions.indicators
    picture = compared_scatter(workspace(), compared, language)
    st.session_state["against"] = held_against(compared) or None
    st.selectbox(
        language.text("Against"),
        [each for each in indicators if each != compared.selection.indicator],
        format_func=lambda code: language.name(indicators[code].name),
        key="against",
        on_change=_take_against,
        width=360,
    )
    if picture is None or not picture.dots:
        _nothing(language.text("No unit has figures of both indicators. Choose another one."))
        return
    show_picture(picture, "scatter", height=HEIGHT)


def _take_against() -> None:
    put(against=taken("against", workspace().definitions.indicators) or "")


def _funnel(compared: Compared, language: Language) -> None:
    picture = compared_funnel(workspace(), compared, language)
    if picture is None:
        _nothing(
            language.text(
                "A funnel needs the numerators and denominators of at least three units. "
                "This indicator is not a quotient of counts, or too few have stated both."
            )
        )
        return
    show_picture(picture, "funnel", height=HEIGHT)
    _note(picture.note)


def _league(compared: Compared, language: Language) -> None:
    picture = league_bars(workspace(), compared, language)
    if not picture.bars:
        _nothing(language.text("There are no figures to rank here."))
        return
    _note(picture.note)
    show_picture(picture, "league")


def _table(compared: Compared, language: Language) -> None:
    st.dataframe(
        compared_table(workspace(), compared, language),
        hide_index=True,
        key="compared-table",
        placeholder="–",
    )


def _note(words: str) -> None:
    if words:
        st.html(f'<p class="atlas-note">{escape(words)}</p>')


def _nothing(words: str) -> None:
    st.html(f'<p class="atlas-empty">{escape(words)}</p>')


SHOWN = {
    Part.SPINE: _spine,
    Part.SCATTER: _scatter,
    Part.FUNNEL: _funnel,
    Part.LEAGUE: _league,
    Part.TABLE: _table,
}

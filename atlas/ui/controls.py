"""Where am I, and what do I look at: breadcrumb, search, indicator, period, level, scale."""

import streamlit as st

from atlas.divisions import Division, Level
from atlas.ingest.vocabulary import GRADES
from atlas.language import Language
from atlas.maps.legend import SCHEME_NAMES
from atlas.messages import N_
from atlas.periods import LATEST, Period, PeriodKind
from atlas.ui.state import choose, choose_from, workspace
from atlas.views.classification import Scheme
from atlas.views.map_view import MapView
from atlas.views.periods_offered import offered_periods
from atlas.views.value_text import grade_choice

LEVEL_NAMES = {
    Level.PROVINCE: N_("Provinces"),
    Level.CITY: N_("Cities"),
    Level.COUNTY: N_("Counties"),
    Level.TOWNSHIP: N_("Townships"),
}
KIND_NAMES = {
    PeriodKind.LATEST: N_("Latest"),
    PeriodKind.YEAR: N_("Year"),
    PeriodKind.HALF: N_("Half-year"),
    PeriodKind.QUARTER: N_("Quarter"),
    PeriodKind.MONTH: N_("Month"),
}
MATCHES_SHOWN = 8


def controls(view: MapView, language: Language) -> None:
    """One row: breadcrumb and search on the left, indicator and period on the right."""
    with st.container(key="controls", horizontal=True, vertical_alignment="center", gap="small"):
        _breadcrumb(view.within, language)
        _search(language)
        _indicator(view, language)
        _period(view, language)
        _level(view, language)
        _scale(view, language)
    _matches(language)


def _breadcrumb(within: Division, language: Language) -> None:
    path = workspace().divisions.path(within.code)
    with st.container(
        key="breadcrumb", horizontal=True, gap=None, width="content", vertical_alignment="center"
    ):
        for division in path:
            st.button(
                language.name(division),
                key=f"to-{division.code}",
                type="tertiary",
                disabled=division.code == within.code,
                on_click=choose,
                kwargs={"division": division.code},
            )


def _search(language: Language) -> None:
    st.text_input(
        language.text("Search a place"),
        key="search",
        placeholder=language.text("Search a place"),
        label_visibility="collapsed",
        on_change=_take_search,
        width=190,
    )


def _take_search() -> None:
    query = st.session_state["search"].strip()
    found = workspace().divisions.search(query, limit=MATCHES_SHOWN)
    exact = [each for each in found if query.casefold() in (each.code, each.name_zh, each.name_en.casefold())]
    certain = exact if len(exact) == 1 else found
    if len(certain) == 1:
        _go(certain[0].code)


def _go(code: str) -> None:
    st.session_state["search"] = ""
    division = workspace().divisions[code]
    choose(division=division.parent if division.level is Level.TOWNSHIP else code)


def _matches(language: Language) -> None:
    query = st.session_state.get("search", "").strip()
    if not query:
        return
    found = workspace().divisions.search(query, limit=MATCHES_SHOWN)
    with st.container(key="matches", horizontal=True, gap="small"):
        if not found:
            st.caption(
                language.text(
                    "No place is called “{query}”. Try a shorter name, pinyin or the code.", query=query
                )
            )
        for division in found:
            st.button(
                _with_parent(division, language),
                key=f"match-{division.code}",
                on_click=_go,
                args=(division.code,),
            )


def _with_parent(division: Division, language: Language) -> str:
    parent = workspace().divisions.get(division.parent or "")
    if parent is None or parent.level is Level.COUNTRY:
        return language.name(division)
    return language.text("{place} ({parent})", place=language.name(division), parent=language.name(parent))


def _indicator(view: MapView, language: Language) -> None:
    indicators = workspace().definitions.indicators
    st.session_state["indicator"] = view.indicator.id
    st.selectbox(
        language.text("Indicator"),
        list(indicators),
        format_func=lambda code: language.name(indicators[code].name),
        key="indicator",
        label_visibility="collapsed",
        on_change=choose_from,
        args=("indicator", "indicator"),
        width=250,
    )


def _period(view: MapView, language: Language) -> None:
    offered = offered_periods(workspace(), view.selection.dataset, view.indicator.id)
    current = view.selection.period
    kinds = [PeriodKind.LATEST, *offered]
    if current.kind not in kinds:
        kinds.append(current.kind)
    st.session_state["period-kind"] = current.kind
    st.selectbox(
        language.text("Kind of period"),
        kinds,
        format_func=lambda kind: language.text(KIND_NAMES[kind]),
        key="period-kind",
        label_visibility="collapsed",
        on_change=_take_kind,
        args=(offered,),
        width=104,
    )
    if current.kind is PeriodKind.LATEST:
        return
    periods = list(offered.get(current.kind, ()))
    if current not in periods:
        periods.insert(0, current)
    st.session_state["period"] = str(current)
    st.selectbox(
        language.text("Period"),
        [str(period) for period in periods],
        format_func=lambda code: language.period(Period.parse(code)),
        key="period",
        label_visibility="collapsed",
        on_change=choose_from,
        args=("period", "period", Period.parse),
        width=150,
    )


def _take_kind(offered: dict[PeriodKind, tuple[Period, ...]]) -> None:
    kind = st.session_state["period-kind"]
    choose(period=LATEST if kind is PeriodKind.LATEST else offered[kind][0])


def _level(view: MapView, language: Language) -> None:
    levels = workspace().divisions.levels_below(view.within.code)
    if len(levels) < 2:
        return
    st.session_state["level"] = view.selection.level
    st.segmented_control(
        language.text("Units drawn"),
        levels,
        format_func=lambda level: language.text(LEVEL_NAMES[level]),
        key="level",
        label_visibility="collapsed",
        required=True,
        on_change=choose_from,
        args=("level", "level", Level),
        width="content",
    )


def _scale(view: MapView, language: Language) -> None:
    chosen = view.selection
    with st.popover(language.text("Scale and sources"), width="content"):
        st.session_state["local-scale"] = chosen.local_scale
        st.radio(
            language.text("Colours"),
            [False, True],
            format_func=lambda local: (
                language.text("Scale of this map only") if local else language.text("Same scale as parent")
            ),
            key="local-scale",
            on_change=choose_from,
            args=("local-scale", "local_scale"),
        )
        schemes = [
            scheme for scheme in Scheme if scheme is not Scheme.STATED or view.indicator.classes.breaks
        ]
        st.session_state["scheme"] = view.classification.scheme
        st.selectbox(
            language.text("Breaks"),
            schemes,
            format_func=lambda scheme: language.text(SCHEME_NAMES[scheme]),
            key="scheme",
            on_change=choose_from,
            args=("scheme", "scheme", Scheme),
        )
        st.session_state["classes"] = chosen.classes or view.indicator.classes.k
        st.slider(
            language.text("Number of classes"),
            3,
            7,
            key="classes",
            disabled=view.classification.scheme is Scheme.STATED,
            on_change=choose_from,
            args=("classes", "classes"),
        )
        st.session_state["grade"] = chosen.weakest_grade
        st.selectbox(
            language.text("Sources admitted"),
            list(GRADES),
            format_func=lambda grade: grade_choice(grade, language),
            key="grade",
            on_change=choose_from,
            args=("grade", "weakest_grade"),
        )

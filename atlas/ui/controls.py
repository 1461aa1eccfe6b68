"""What do I look at: indicator, period, level; with the place finder before them and the scale behind."""

import streamlit as st

from atlas.divisions import Level
from atlas.language import Language
from atlas.messages import N_
from atlas.periods import LATEST, Period, PeriodKind
from atlas.ui.place_finder import breadcrumb, matches, search_box
from atlas.ui.scale_popover import scale_popover
from atlas.ui.state import choose, choose_from, show_chosen, taken, workspace
from atlas.views.map_view import MapView
from atlas.views.periods_offered import offered_periods
from atlas.views.selection import Selection

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


def controls(view: MapView, language: Language) -> None:
    """One row: breadcrumb and search on the left, indicator and period on the right."""
    with st.container(key="controls", horizontal=True, vertical_alignment="center", gap="small"):
        breadcrumb(view.within, language)
        search_box(language)
        indicator_control(view.selection, language)
        period_control(view.selection, language)
        _level(view, language)
        scale_popover(view, language)
    matches(language)


def indicator_control(selection: Selection, language: Language) -> None:
    """Which indicator: all that are defined, by name."""
    indicators = workspace().definitions.indicators
    show_chosen("indicator", selection.indicator, language)
    st.selectbox(
        language.text("Indicator"),
        list(indicators),
        format_func=lambda code: language.name(indicators[code].name),
        key="indicator",
        label_visibility="collapsed",
        on_change=choose_from,
        args=("indicator", "indicator", tuple(indicators)),
        width=250,
    )


def period_control(selection: Selection, language: Language) -> None:
    """Which period: first its kind, then the one, among those for which the indicator has figures."""
    offered = offered_periods(workspace(), selection.dataset, selection.indicator)
    current = selection.period
    kinds = [PeriodKind.LATEST, *offered]
    if current.kind not in kinds:
        kinds.append(current.kind)
    show_chosen("period-kind", current.kind, language)
    st.selectbox(
        language.text("Kind of period"),
        kinds,
        format_func=lambda kind: language.text(KIND_NAMES[kind]),
        key="period-kind",
        label_visibility="collapsed",
        on_change=_take_kind,
        args=(offered,),
        width=118,
    )
    if current.kind is PeriodKind.LATEST:
        return
    periods = list(offered.get(current.kind, ()))
    if current not in periods:
        periods.insert(0, current)
    codes = [str(period) for period in periods]
    show_chosen("period", str(current), language)
    st.selectbox(
        language.text("Period"),
        codes,
        format_func=lambda code: language.period(Period.parse(code), short=True),
        key="period",
        label_visibility="collapsed",
        on_change=choose_from,
        args=("period", "period", codes, Period.parse),
        width=150,
    )


def _take_kind(offered: dict[PeriodKind, tuple[Period, ...]]) -> None:
    kind = taken("period-kind", (PeriodKind.LATEST, *offered))
    if kind is not None:
        choose(period=LATEST if kind is PeriodKind.LATEST else offered[kind][0])


def _level(view: MapView, language: Language) -> None:
    levels = workspace().divisions.levels_below(view.within.code)
    if len(levels) < 2:
        return
    show_chosen("level", view.selection.level, language)
    st.segmented_control(
        language.text("Units drawn"),
        levels,
        format_func=lambda level: language.text(LEVEL_NAMES[level]),
        key="level",
        label_visibility="collapsed",
        required=True,
        on_change=choose_from,
        args=("level", "level", levels),
        width="content",
    )

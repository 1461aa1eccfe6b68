"""What the headline indicators become, as a list and as two small maps."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.maps.change_maps import change_maps, palette_of_change
from atlas.messages import N_
from atlas.periods import PeriodKind
from atlas.problems import AtlasError
from atlas.ui.problem_box import problem_box
from atlas.ui.state import selection, workspace
from atlas.ui.upload_kept import Result, first_to_map, map_of
from atlas.views.legend import break_labels
from atlas.views.upload_indicators import Area, IndicatorChange
from atlas.views.upload_map import ChangeMap
from atlas.views.value_text import figure_text, name_with_unit


def headlines_changed(result: Result, language: Language) -> None:
    """The indicators of the division around all figures, before and after."""
    shown = result.shown
    if shown.area is None:
        return
    with st.container(key="upload-headlines"):
        title = language.text(
            "{division}, {period}",
            division=language.name(shown.area.division),
            period=language.period(shown.area.period),
        )
        lead = language.text("What the indicators become")
        st.html(f'<h2 class="atlas-part">{escape(lead)} <small>{escape(title)}</small></h2>')
        if shown.indicators:
            st.html(_table(shown.indicators, language))
        else:
            st.html(f'<p class="atlas-empty">{escape(_why_none(shown.area, language))}</p>')
        if shown.mapped:
            _maps(result, language)


def _why_none(area: Area, language: Language) -> str:
    if area.period.kind is PeriodKind.SPAN:
        return language.text("No indicator is drawn for this period: the figures are listed only.")
    return language.text(
        "Too few units of {division} have reported for {period} to state a value for the whole.",
        division=language.name(area.division),
        period=language.period(area.period),
    )


def _table(indicators: tuple[IndicatorChange, ...], language: Language) -> str:
    heads = "".join(
        f'<th scope="col">{escape(language.text(head))}</th>'
        for head in (N_("Indicator"), N_("Now"), N_("Then"), N_("Difference"))
    )
    rows = "".join(_row(each, language) for each in indicators)
    return (
        f'<div class="atlas-become" tabindex="0"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(change: IndicatorChange, language: Language) -> str:
    indicator = change.indicator
    unit = workspace().definitions.unit_of(indicator)
    before, after = (figure_text(indicator, unit, each, language) for each in (change.before, change.after))
    difference = change.difference
    moved = "" if difference is None else language.change(difference, indicator.decimals)
    if before == after:
        moved = language.text("unchanged")
    look = "" if before == after else ' class="atlas-moves"'
    return (
        f'<tr{look}><th scope="row">{escape(name_with_unit(indicator, unit, language))}</th>'
        f"<td>{escape(before)}</td><td>{escape(after)}</td><td>{escape(moved)}</td></tr>"
    )


def _maps(result: Result, language: Language) -> None:
    indicators = {each.id: each for each in result.shown.mapped}
    chosen = st.selectbox(
        language.text("Indicator on the maps"),
        list(indicators),
        index=first_to_map(result, selection().dataset),
        format_func=lambda code: language.name(indicators[code].name),
        key=f"upload-mapped-{result.checked.intake.file.sha256[:12]}",
        label_visibility="collapsed",
    )
    shown = map_of(result, indicators[chosen or next(iter(indicators))], selection().dataset)
    if shown is None:
        return
    try:
        specs = change_maps(workspace(), shown, language)
    except AtlasError as error:
        problem_box(error.problems)
        return
    titles = (language.text("Now"), language.text("After accepting"))
    with st.container(key="upload-maps"):
        for name, title, spec in zip(("now", "then"), titles, specs, strict=True):
            with st.container(key=f"upload-map-{name}"):
                st.html(f"<h3>{escape(title)}</h3>")
                st.vega_lite_chart(
                    spec=spec,
                    width="stretch",
                    theme=None,
                    key=f"upload-chart-{name}",
                    alt=f"{title}: {_said(shown, language)}",
                )
    st.html(_legend(shown, language))


def _said(shown: ChangeMap, language: Language) -> str:
    return language.plural(
        "{count} unit will look different: {indicator}",
        "{count} units will look different: {indicator}",
        shown.changed,
        indicator=language.name(shown.indicator.name),
    )


def _legend(shown: ChangeMap, language: Language) -> str:
    said = f"<span>{escape(_said(shown, language))}</span>"
    foot = escape(language.text("Schematic map."))
    if shown.indicator.symbol == "circles":
        return f'<p class="atlas-map-legend">{said}<span>{foot}</span></p>'
    labels = break_labels(shown.classification, shown.indicator.decimals, language)
    keys = "".join(
        f'<span><i style="background:{colour}"></i>{escape(label)}</span>'
        for colour, label in zip(palette_of_change(shown), labels, strict=True)
    )
    return f'<p class="atlas-map-legend">{keys}{said}<span>{foot}</span></p>'

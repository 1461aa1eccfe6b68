"""What the headline indicators become, as a list and as two small maps."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.messages import N_
from atlas.periods import PeriodKind
from atlas.problems import AtlasError
from atlas.ui.map_key import key_rows
from atlas.ui.picture import show_picture
from atlas.ui.problem_box import problem_box
from atlas.ui.state import selection, workspace
from atlas.ui.upload_kept import first_to_map, map_of
from atlas.views.change_pictures import change_pictures
from atlas.views.completeness import is_incomplete
from atlas.views.pictures import MapPicture
from atlas.views.upload_indicators import Area, IndicatorChange
from atlas.views.upload_map import ChangeMap
from atlas.views.upload_preview import Preview
from atlas.views.value_text import completeness, figure_text, name_with_unit


def headlines_changed(shown: Preview, language: Language) -> None:
    """The indicators of the division around all figures, before and after."""
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
            _maps(shown, language)


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
    lacks = completeness(change.after, language) if is_incomplete(change.after) else ""
    name, note = name_with_unit(indicator, unit, language), f"<small>{escape(lacks)}</small>" if lacks else ""
    return (
        f'<tr{look}><th scope="row">{escape(name)}{note}</th>'
        f"<td>{escape(before)}</td><td>{escape(after)}</td><td>{escape(moved)}</td></tr>"
    )


def _maps(preview: Preview, language: Language) -> None:
    indicators = {each.id: each for each in preview.mapped}
    chosen = st.selectbox(
        language.text("Indicator on the maps"),
        list(indicators),
        index=first_to_map(preview, selection().dataset),
        format_func=lambda code: language.name(indicators[code].name),
        key=f"upload-mapped-{preview.sha256[:12]}",
        label_visibility="collapsed",
    )
    shown = map_of(preview, indicators[chosen or next(iter(indicators))], selection().dataset)
    if shown is None:
        return
    pictures = change_pictures(workspace(), shown, language)
    try:
        with st.container(key="upload-maps"):
            for name, picture in zip(("now", "then"), pictures, strict=True):
                with st.container(key=f"upload-map-{name}"):
                    st.html(f"<h3>{escape(picture.title)}</h3>")
                    alt = f"{picture.title}: {_said(shown, language)}"
                    show_picture(picture, f"upload-chart-{name}", alt=alt)
    except AtlasError as error:
        problem_box(error.problems)
        return
    st.html(_legend(shown, pictures[0], language))


def _said(shown: ChangeMap, language: Language) -> str:
    return language.plural(
        "{count} unit will look different: {indicator}",
        "{count} units will look different: {indicator}",
        shown.changed,
        indicator=language.name(shown.indicator.name),
    )


def _legend(shown: ChangeMap, picture: MapPicture, language: Language) -> str:
    said, note = escape(_said(shown, language)), escape(picture.note)
    return f'<p class="atlas-map-legend">{key_rows(picture)}<span>{said}</span><span>{note}</span></p>'

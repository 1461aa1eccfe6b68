"""Take a template: for which division, which month, in which language."""

import streamlit as st

from atlas.access import Actor
from atlas.divisions import Level
from atlas.export.template import template
from atlas.language import LANGUAGES, Language
from atlas.office_time import today
from atlas.periods import Period, PeriodKind
from atlas.ui.frame import OWN_NAMES
from atlas.ui.state import selection, workspace
from atlas.ui.upload_downloads import XLSX
from atlas.views.upload_words import periods_to_choose, places_to_report


def template_popover(actor: Actor, language: Language) -> None:
    """A small form behind a button; the file is made when it is asked for."""
    divisions = workspace().divisions
    with st.popover(language.text("Take a template"), icon=":material/download:", key="upload-template"):
        places = {each.code: each for each in places_to_report(divisions, actor)}
        code = st.selectbox(
            language.text("Division"),
            list(places),
            index=list(places).index(selection().division) if selection().division in places else 0,
            format_func=lambda each: _name(each, language),
            key="template-division",
        )
        months = [str(each) for each in periods_to_choose(today()) if each.kind is PeriodKind.MONTH]
        month = st.selectbox(
            language.text("Reported month"),
            months,
            index=1,
            format_func=lambda each: language.period(Period.parse(each)),
            key="template-month",
        )
        written = st.segmented_control(
            language.text("Language"),
            list(LANGUAGES),
            default=language.code,
            format_func=OWN_NAMES.__getitem__,
            required=True,
            key="template-language",
        )
        store = workspace().store(selection().dataset)
        st.download_button(
            language.text("Take the template"),
            data=lambda: template(
                divisions,
                workspace().definitions,
                store,
                code,
                Period.parse(month),
                Language(written or language.code),
            ),
            file_name=f"template_{code}_{month}.xlsx",
            mime=XLSX,
            key="template-take",
            type="primary",
            icon=":material/download:",
            on_click="ignore",
        )


def _name(code: str, language: Language) -> str:
    divisions = workspace().divisions
    division = divisions[code]
    if division.level in (Level.COUNTRY, Level.PROVINCE):
        return language.name(division)
    parent = language.name(divisions[division.parent or code])
    return language.text("{place} ({parent})", place=language.name(division), parent=parent)

"""For a file that names no period: which one is it?"""

import streamlit as st

from atlas.language import Language
from atlas.office_time import today
from atlas.periods import Period
from atlas.ui.upload_kept import PERIOD, Given, stated_period
from atlas.validate import Checked
from atlas.views.upload_words import periods_to_choose

MISSING_PERIOD = "missing_period"


def period_select(given: Given, checked: Checked, language: Language) -> None:
    """Offer the recent periods where the file states none."""
    names_none = any(each.rule.id == MISSING_PERIOD and len(each) for each in checked.intake.findings)
    if not names_none and stated_period() is None:
        return
    st.selectbox(
        language.text("The file names no period. Which one is it?"),
        [str(period) for period in periods_to_choose(today())],
        format_func=lambda code: language.period(Period.parse(code)),
        index=None,
        placeholder=language.text("Choose the period"),
        key=f"upload-period-{given.sha256[:12]}",
        on_change=_take,
        args=(f"upload-period-{given.sha256[:12]}",),
    )


def _take(widget: str) -> None:
    st.session_state[PERIOD] = st.session_state[widget]

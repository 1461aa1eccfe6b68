"""As known on a day: looking at the figures as they stood then, and the way back to now."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.office_time import today
from atlas.ui.state import choose, workspace
from atlas.views.known_days import known_days
from atlas.views.map_view import MapView
from atlas.views.selection import Selection
from atlas.views.sentence import as_known_on


def known_day_input(view: MapView, language: Language) -> None:
    """Choose a day from the first on which the dataset knew anything; today is now."""
    chosen = view.selection.known
    days = known_days(workspace(), view.selection.dataset)
    earliest = min(each for each in (chosen, days and days.first.date(), today()) if each)
    st.session_state["known"] = chosen
    st.date_input(
        language.text("As known on"),
        key="known",
        min_value=earliest,
        max_value=today(),
        format="YYYY-MM-DD",
        help=language.text("Shows the map as it was at the end of that day, before later uploads and undos."),
        on_change=_take_day,
    )


def known_line(selection: Selection, language: Language) -> None:
    """While an earlier state is shown: say so, and lead back to now."""
    if selection.known is None:
        return
    words = language.text("What came in or was taken back after that day is left out.")
    with st.container(key="known-line", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            f'<p class="atlas-known"><b>{escape(as_known_on(selection, language))}</b> {escape(words)}</p>',
            width="content",
        )
        st.button(
            language.text("Back to now"),
            key="back-to-now",
            type="tertiary",
            on_click=choose,
            kwargs={"known": None},
        )


def _take_day() -> None:
    day = st.session_state["known"]
    choose(known=None if day == today() else day)

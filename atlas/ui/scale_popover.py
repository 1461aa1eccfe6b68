"""How colours are given (scale, breaks, classes), whether incomplete values are marked, which figures count.

Figures count by their source, and as known when.
"""

import streamlit as st

from atlas.language import Language
from atlas.ui.grade_select import grade_select
from atlas.ui.known_day import known_day_input
from atlas.ui.state import choose_from
from atlas.views.classification import Scheme
from atlas.views.legend import SCHEME_NAMES
from atlas.views.map_view import MapView

FEWEST_AND_MOST = (3, 7)


def scale_popover(view: MapView, language: Language) -> None:
    """Which scale, breaks, sources and state of knowledge the map uses."""
    chosen = view.selection
    with st.popover(language.text("More options"), width="content"):
        st.session_state["local-scale"] = chosen.local_scale
        st.radio(
            language.text("Colours"),
            [False, True],
            format_func=lambda local: (
                language.text("Scale of this map only") if local else language.text("Same scale as parent")
            ),
            key="local-scale",
            on_change=choose_from,
            args=("local-scale", "local_scale", (False, True)),
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
            args=("scheme", "scheme", schemes),
        )
        st.session_state["classes"] = chosen.classes or view.indicator.classes.k
        st.slider(
            language.text("Number of classes"),
            *FEWEST_AND_MOST,
            key="classes",
            disabled=view.classification.scheme is Scheme.STATED,
            on_change=choose_from,
            args=("classes", "classes", range(FEWEST_AND_MOST[0], FEWEST_AND_MOST[1] + 1)),
        )
        st.session_state["mark-incomplete"] = chosen.mark_incomplete
        st.checkbox(
            language.text("Mark incomplete values"),
            key="mark-incomplete",
            help=language.text("Hatched: a unit, a month or some of the figures below are still missing."),
            on_change=choose_from,
            args=("mark-incomplete", "mark_incomplete", (False, True)),
        )
        grade_select("grade", language)
        known_day_input(view, language)

"""The compare page: what is compared, the maps and bars that answer, and what one may ask next."""

import streamlit as st

from atlas.problems import AtlasError
from atlas.ui.compare_answer import answer
from atlas.ui.compare_chooser import chooser
from atlas.ui.compare_parts import parts
from atlas.ui.compare_start import start
from atlas.ui.known_day import known_line
from atlas.ui.literal import literal
from atlas.ui.problem_box import problem_box
from atlas.ui.state import language, link_parameters, selection, workspace
from atlas.views.comparison.link import read_compared


def show() -> None:
    """Draw the page; a link that compares nothing leads to what could be compared."""
    words = language()
    found = read_compared(link_parameters(), workspace(), selection())
    with st.container(key="compare"):
        chooser(found.compared, words)
        known_line(selection(), words)
        for problem in found.problems:
            st.warning(literal(words.problem(problem)))
        try:
            if not found.compared.divisions:
                start(found.compared, words)
            else:
                answer(found.compared, words)
                parts(found.compared, words)
        except AtlasError as error:
            problem_box(error.problems)

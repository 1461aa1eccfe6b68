"""Problems as sentences on the page; a traceback never is."""

import logging
from collections.abc import Iterable

import streamlit as st

from atlas.language import Language
from atlas.problems import Problem
from atlas.ui.browser_language import browser_language
from atlas.ui.literal import literal

log = logging.getLogger("atlas")


def unexpected(error: Exception) -> bool:
    """Log a fault of the atlas itself and say so on the page, instead of a traceback."""
    log.error("a page failed", exc_info=error)
    problem_box([Problem("unexpected")])
    return True


def problem_box(problems: Iterable[Problem]) -> None:
    """Say what is wrong and what to do, in the language of the link or the browser."""
    code = st.query_params.get("lang", "")
    language = Language(code) if code in ("en", "zh") else browser_language()
    for problem in problems:
        st.error(literal(language.problem(problem)))

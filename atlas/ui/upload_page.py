"""The upload page: a spreadsheet is dropped, checked, previewed, accepted, and can be taken back."""

from html import escape

import streamlit as st

from atlas.access import Action, Actor
from atlas.language import Language
from atlas.problems import AtlasError
from atlas.ui.article import heading
from atlas.ui.history_action import result as what_was_done
from atlas.ui.problem_box import problem_box
from atlas.ui.sign_in import current_actor, sign_in_box
from atlas.ui.state import language, selection, workspace
from atlas.ui.upload_decision import decision
from atlas.ui.upload_done import done
from atlas.ui.upload_drop import drop_zone, file_bar
from atlas.ui.upload_figures import figures_changed
from atlas.ui.upload_headlines import headlines_changed
from atlas.ui.upload_kept import Given, Result, checked_file, is_checked_again, last_result, take_problems
from atlas.ui.upload_notes import understood
from atlas.ui.upload_period import period_select
from atlas.ui.upload_problems import problems_found
from atlas.ui.upload_suggestions import suggestions
from atlas.ui.upload_summary import summary
from atlas.ui.upload_taught import read_as_taught, taught_popover
from atlas.ui.upload_template import template_popover
from atlas.views.upload_words import destination


def show() -> None:
    """Draw the page."""
    words = language()
    actor = current_actor()
    problem_box(take_problems())
    if actor is None:
        heading(
            words.text("Upload figures"),
            words.text(
                "Staff bring the monthly spreadsheet here. It is checked, its effect is shown, and what has "
                "been accepted can be taken back."
            ),
        )
        sign_in_box(words)
        return
    _head(actor, words)
    if not workspace().access.may(actor, Action.SUBMIT, actor.divisions, actor.name):
        st.html(f'<p class="atlas-empty">{escape(_why_not(words))}</p>')
        return
    what_was_done(words)
    given = drop_zone(words)
    if given is not None:
        _file(given, actor, words)


def _head(actor: Actor, words: Language) -> None:
    with st.container(key="upload-head", horizontal=True, vertical_alignment="center"):
        title = escape(words.text("Upload figures"))
        where = escape(destination(workspace(), selection().dataset, actor, words))
        st.html(f'<div class="atlas-upload-head"><h1>{title}</h1><p>{where}</p></div>')
        taught_popover(actor, words)
        template_popover(actor, words)


def _why_not(words: Language) -> str:
    return words.text(
        "Your account may look at the figures, but not upload any. Ask your administrator for the role of a "
        "contributor in the access file."
    )


def _file(given: Given, actor: Actor, words: Language) -> None:
    """What is known about the file: it is in already, or it is checked, or it cannot be used at all."""
    brought = workspace().store(selection().dataset).file_batch(given.sha256)
    if brought is not None and not is_checked_again(given):
        file_bar(given, None, words)
        done(given, brought, last_result(given), actor, words)
        return
    try:
        result = checked_file(given, actor, words)
    except AtlasError as error:
        file_bar(given, None, words)
        problem_box(error.problems)
        return
    file_bar(given, result.checked, words)
    _answer(given, result, actor, words)


def _answer(given: Given, result: Result, actor: Actor, words: Language) -> None:
    """What is wrong beside what would change; the indicators, which take longest, are computed last."""
    with st.container(key="upload-answer"):
        with st.container(key="upload-left"):
            summary(result.shown.counts, words)
            read_as_taught(result.checked, actor, words)
            suggestions(result.checked, words)
            problems_found(result.checked, words)
            figures_changed(result.shown, words)
        with st.container(key="upload-right"):
            with st.container(key="upload-decision"):
                period_select(given, result.checked, words)
                decision(given, result, words)
            indicators = st.container()
            understood(result.checked, words)
            with indicators:
                headlines_changed(result.shown, words)

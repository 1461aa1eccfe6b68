"""The one owner of the selection is the link: widgets read it and write it, and keep nothing."""

from collections.abc import Callable, Iterable
from typing import Any

import streamlit as st

from atlas.language import Language
from atlas.ui.browser_language import browser_language
from atlas.views.change.asked import BEFORE, EFFECT
from atlas.views.choosing import chosen
from atlas.views.comparison.link import COMPARING
from atlas.views.pins import PIN
from atlas.views.selection import Reading, Selection, query_of, read_selection
from atlas.workspace import Workspace, open_workspace

PAGE_PARAMETERS = ("measure", "when", *COMPARING, BEFORE, EFFECT, PIN)
"""What pages ask besides the selection; another language, place or indicator leaves it standing."""


def workspace() -> Workspace:
    """What every page works with."""
    return open_workspace()


def read_link() -> Reading:
    """Read the selection from the link: every run begins with it, and callbacks see the one before."""
    found = read_selection(link_parameters(), workspace(), browser_language().code)
    st.session_state["reading"] = found
    return found


def link_parameters() -> dict[str, str]:
    """The parameters of this run's link; of a repeated one the last."""
    return {name: value for name, value in st.query_params.to_dict().items() if isinstance(value, str)}


def reading() -> Reading:
    """The selection of this run's link, and what had to be corrected to make one of it."""
    found: Reading = st.session_state["reading"]
    return found


def selection() -> Selection:
    """The selection alone."""
    return reading().selection


def language() -> Language:
    """The language of the link, or else of the browser."""
    return Language(selection().lang)


def choose(**changes: Any) -> None:
    """Move to the current selection with some fields changed; the browser gets a new history entry.

    What a period was compared with belongs to that period and goes with it.
    """
    others = kept()
    if not changes.keys().isdisjoint(("period", "indicator", "dataset")):
        others.pop(BEFORE, None)
    st.query_params.from_dict(
        {**query_of(chosen(workspace(), selection(), **changes), workspace()), **others}
    )


def kept() -> dict[str, list[str]]:
    """What the link says besides the selection."""
    return {name: st.query_params.get_all(name) for name in PAGE_PARAMETERS if name in st.query_params}


def put(**parameters: str | list[str]) -> None:
    """Change what the link says besides the selection; an empty value takes a parameter away."""
    now: dict[str, list[str]] = {name: st.query_params.get_all(name) for name in st.query_params}
    changed = {name: [value] if isinstance(value, str) else value for name, value in parameters.items()}
    st.query_params.from_dict({name: values for name, values in {**now, **changed}.items() if any(values)})


def show_chosen(widget: str, value: Any, language: Language) -> None:
    """Have a widget that every click draws again show what the link says.

    One that does already, in this language, is left alone: the browser has it as it is, and nothing is sent.
    """
    spoken = f"{widget}-lang"
    if st.session_state.get(widget) != value or st.session_state.get(spoken) != language.code:
        st.session_state[widget] = value
        st.session_state[spoken] = language.code


def look_into(code: str) -> None:
    """Move to a division, if there are units below it to be looked at."""
    if workspace().divisions.levels_below(code):
        choose(division=code)


def taken(widget: str, options: Iterable[Any]) -> Any:
    """What a widget's callback finds chosen of its options, else None.

    A browser names what is chosen; one that has not yet heard of a change of language says a name of before.
    """
    value = st.session_state.get(widget)
    return value if value in tuple(options) else None


def put_from(widget: str, parameter: str, options: Iterable[Any]) -> None:
    """Callback of a widget: what is chosen of its options is what the link says besides the selection."""
    value = taken(widget, options)
    if value is not None:
        put(**{parameter: value})


def choose_from(
    widget: str, field: str, options: Iterable[Any], kind: Callable[[Any], Any] = lambda value: value
) -> None:
    """Callback of a widget: what is chosen of its options becomes a field of the selection."""
    value = taken(widget, options)
    if value is not None:
        choose(**{field: kind(value)})

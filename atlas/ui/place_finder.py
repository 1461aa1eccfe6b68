"""Where am I, and how do I get elsewhere: breadcrumb and search."""

import streamlit as st

from atlas.divisions import Division, Level
from atlas.language import Language
from atlas.ui.state import choose, workspace

MATCHES_SHOWN = 8


def breadcrumb(within: Division, language: Language) -> None:
    """The way from the country down to the division looked at; every step leads there."""
    path = workspace().divisions.path(within.code)
    with st.container(
        key="breadcrumb", horizontal=True, gap=None, width="content", vertical_alignment="center"
    ):
        for division in path:
            st.button(
                language.name(division),
                key=f"to-{division.code}",
                type="tertiary",
                disabled=division.code == within.code,
                on_click=choose,
                kwargs={"division": division.code},
            )


def search_box(language: Language) -> None:
    """Go anywhere by Chinese or English name, pinyin or code."""
    st.text_input(
        language.text("Search a place"),
        key="search",
        placeholder=language.text("Search a place"),
        label_visibility="collapsed",
        on_change=_take_search,
        width=190,
    )


def _take_search() -> None:
    query = st.session_state["search"].strip()
    found = workspace().divisions.search(query, limit=MATCHES_SHOWN)
    exact = [each for each in found if query.casefold() in (each.code, each.name_zh, each.name_en.casefold())]
    certain = exact if len(exact) == 1 else found
    if len(certain) == 1:
        _go(certain[0].code)


def _go(code: str) -> None:
    st.session_state["search"] = ""
    division = workspace().divisions[code]
    choose(division=division.parent if division.level is Level.TOWNSHIP else code)


def matches(language: Language) -> None:
    """The places that a search found, where it was not certain which was meant."""
    query = st.session_state.get("search", "").strip()
    if not query:
        return
    found = workspace().divisions.search(query, limit=MATCHES_SHOWN)
    with st.container(key="matches", horizontal=True, gap="small"):
        if not found:
            st.caption(
                language.text(
                    "No place is called “{query}”. Try a shorter name, pinyin or the code.", query=query
                )
            )
        for division in found:
            st.button(
                _with_parent(division, language),
                key=f"match-{division.code}",
                on_click=_go,
                args=(division.code,),
            )


def _with_parent(division: Division, language: Language) -> str:
    parent = workspace().divisions.get(division.parent or "")
    if parent is None or parent.level is Level.COUNTRY:
        return language.name(division)
    return language.text("{place} ({parent})", place=language.name(division), parent=language.name(parent))

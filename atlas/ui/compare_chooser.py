"""What is compared: the divisions as chips, more of them by name or as peers, indicator and period."""

import streamlit as st

from atlas.divisions import Division, Scope
from atlas.language import Language
from atlas.ui.controls import indicator_control, period_control
from atlas.ui.state import choose, put, selection, workspace
from atlas.views.comparison.link import MOST, MOST_INDICATORS, Compared
from atlas.views.comparison.peers import PEER_NAMES, Peers, peers_of

SEARCHED = 400
"""Places looked through for those of the right level."""
MATCHES_SHOWN = 8


def chooser(compared: Compared, language: Language) -> None:
    """Two rows: which indicator and when; which divisions."""
    with st.container(key="compare-what", horizontal=True, vertical_alignment="center", gap="small"):
        indicator_control(compared.selection, language)
        period_control(compared.selection, language)
        _more_indicators(compared, language)
    with st.container(key="chips", horizontal=True, vertical_alignment="center", gap="small"):
        _chips(compared, language)
        _search_box(compared, language)
        if compared.divisions:
            _peers(compared, language)
    _matches(compared, language)


def compare(codes: list[str]) -> None:
    """Compare these divisions, and no more than can be."""
    st.session_state["compare-search"] = ""
    put(compare=",".join(dict.fromkeys(codes[:MOST])))


def toggle(codes: tuple[str, ...], code: str) -> None:
    """Add a division to those compared, or take it away."""
    compare([each for each in codes if each != code] if code in codes else [*codes, code])


def _chips(compared: Compared, language: Language) -> None:
    for at, division in enumerate(compared.divisions):
        with st.container(key=f"chip-{at}", width="content"):
            name = language.name(division)
            st.button(
                name,
                key=f"remove-{division.code}",
                icon=":material/close:",
                icon_position="right",
                help=language.text("Take {division} away", division=name),
                on_click=toggle,
                args=(compared.codes, division.code),
            )


def _search_box(compared: Compared, language: Language) -> None:
    full = len(compared.divisions) >= MOST
    st.text_input(
        language.text("Add a division"),
        key="compare-search",
        placeholder=language.text("No more than {most}", most=MOST)
        if full
        else language.text("Add by name, pinyin or code"),
        label_visibility="collapsed",
        disabled=full,
        on_change=_take_search,
        args=(compared,),
        width=210,
    )


def _take_search(compared: Compared) -> None:
    query = st.session_state["compare-search"].strip()
    found = _found(compared, query)
    exact = [each for each in found if query.casefold() in (each.code, each.name_zh, each.name_en.casefold())]
    certain = exact if len(exact) == 1 else found
    if len(certain) == 1:
        compare([*compared.codes, certain[0].code])


def _found(compared: Compared, query: str) -> list[Division]:
    """Divisions of that name which can be compared with the chosen ones."""
    level = compared.divisions[0].level if compared.divisions else None
    return [
        each
        for each in workspace().divisions.search(query, limit=SEARCHED)
        if each.parent is not None
        and each.scope is not Scope.OUTSIDE
        and each.level in (level or each.level,)
        and each.code not in compared.codes
    ][:MATCHES_SHOWN]


def _matches(compared: Compared, language: Language) -> None:
    query = st.session_state.get("compare-search", "").strip()
    if not query:
        return
    with st.container(key="matches", horizontal=True, gap="small"):
        found = _found(compared, query)
        if not found:
            st.caption(
                language.text(
                    "Nothing of this level is called “{query}”. Try a shorter name, pinyin or the code.",
                    query=query,
                )
            )
        for division in found:
            parent = workspace().divisions[division.parent or ""]
            st.button(
                language.text(
                    "{place} ({parent})", place=language.name(division), parent=language.name(parent)
                ),
                key=f"match-{division.code}",
                on_click=compare,
                args=([*compared.codes, division.code],),
            )


def _peers(compared: Compared, language: Language) -> None:
    """Those like the first one, one click for each kind."""
    first = compared.divisions[0]
    with st.popover(
        language.text("Peers of {division}", division=language.name(first)), width="content", key="peers"
    ):
        for peers in peers_of(workspace(), compared.selection, first):
            st.button(
                peers_text(peers, language),
                key=f"peers-{peers.kind}",
                on_click=compare,
                args=([first.code, *(each.code for each in peers.divisions)],),
                width="stretch",
            )


def peers_text(peers: Peers, language: Language) -> str:
    """“Neighbours: Hunan, Guangxi …”."""
    names = language.join(language.name(each) for each in peers.divisions)
    kind = language.text(PEER_NAMES[peers.kind])
    if peers.left_out:
        names = language.plural(
            "{names} (without {count} other)", "{names} (without {count} others)", peers.left_out, names=names
        )
    return language.text("{kind}: {names}", kind=kind, names=names)


def _more_indicators(compared: Compared, language: Language) -> None:
    indicators = workspace().definitions.indicators
    with st.popover(
        language.plural("{count} indicator", "{count} indicators", len(compared.indicators)),
        width="content",
        key="indicators-chosen",
    ):
        st.session_state["compared-indicators"] = list(compared.indicators)
        st.multiselect(
            language.text("Indicators compared"),
            list(indicators),
            format_func=lambda code: language.name(indicators[code].short_name),
            key="compared-indicators",
            max_selections=MOST_INDICATORS,
            select_all=False,
            on_change=_take_indicators,
        )


def _take_indicators() -> None:
    """The indicator shown in detail is one of those compared."""
    known = workspace().definitions.indicators
    chosen = [each for each in st.session_state["compared-indicators"] if each in known]
    put(indicators=",".join(chosen))
    if chosen and selection().indicator not in chosen:
        choose(indicator=chosen[0])

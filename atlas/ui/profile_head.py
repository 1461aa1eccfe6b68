"""Name, sentence, and where to go from here."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from atlas.language import Language
from atlas.ui.meeting_tray import this_view
from atlas.ui.navigation import page_of
from atlas.ui.state import kept, selection, workspace
from atlas.ui.take_away import take_away
from atlas.views.comparison.peers import peers_of
from atlas.views.profile.view import ProfileView
from atlas.views.profile.words import profile_sentence, profile_title
from atlas.views.selection import query_of


def head(view: ProfileView, language: Language) -> None:
    """Draw the head of the page."""
    with st.container(key="profile-head"):
        st.html(
            f'<header class="atlas-profile-head"><h1>{escape(profile_title(view, language))}</h1></header>'
        )
        with st.container(key="profile-links", horizontal=True, gap="small"):
            _links(view, language)
        st.html(f'<p class="atlas-profile-lead">{escape(profile_sentence(view, language))}</p>')


def _links(view: ProfileView, language: Language) -> None:
    query = {**query_of(selection(), workspace()), **kept()}
    st.page_link(page_of("map", language), label=language.text("Show on the map"), query_params=query)
    if view.is_outside:
        return
    if view.within:
        peers = peers_of(workspace(), selection(), view.division)
        codes = [view.division.code, *(each.code for each in (peers[0].divisions if peers else ()))]
        st.page_link(
            page_of("compare", language),
            label=language.text("Compare with peers"),
            query_params={**query, "compare": ",".join(codes)},
        )
    st.page_link(page_of("change", language), label=language.text("Why did it change?"), query_params=query)
    take_away((this_view("profile"),))


def page_address(view: ProfileView, language: Language, page: str, indicator: str) -> str:
    """The address of another page with an indicator of this division, from any page of the atlas."""
    chosen = view.selection.with_(lang=language.code, indicator=indicator)
    return f"{page}?{urlencode({**query_of(chosen, workspace()), **kept()}, doseq=True)}"

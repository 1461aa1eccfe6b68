"""A place without any figure: what is known around it, and of other times."""

from html import escape

import streamlit as st

from atlas.language import Language
from atlas.periods import LATEST
from atlas.ui.state import choose, workspace
from atlas.views.profile.view import ProfileView
from atlas.views.profile.ways_on import latest_count, nearest_known


def ways_on(view: ProfileView, language: Language) -> None:
    """Offer the latest figures, if this is another period, and the nearest place above that has some."""
    with st.container(key="profile-empty", horizontal=True, gap="small"):
        count = latest_count(workspace(), view)
        if count:
            st.button(
                language.plural("{count} latest figure", "{count} latest figures", count),
                key="latest-figures",
                on_click=choose,
                kwargs={"period": LATEST},
            )
        above = nearest_known(workspace(), view)
        if above is None:
            return
        name = language.name(above.division)
        said = language.plural(
            "{place}, in which it lies, has {count} figure.",
            "{place}, in which it lies, has {count} figures.",
            len(above.valued),
            place=name,
        )
        st.html(f'<p class="atlas-empty">{escape(said)}</p>', width="content")
        st.button(
            language.text("Profile of {place}", place=name),
            key="profile-above",
            on_click=choose,
            kwargs={"division": above.division.code},
        )

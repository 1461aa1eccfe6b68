"""The end of the top bar: who is at the page, and the way in and out."""

from collections.abc import Mapping

import streamlit as st

from atlas.access import Actor, Role
from atlas.language import Language
from atlas.messages import N_
from atlas.ui.literal import literal
from atlas.ui.session_cookie import claims, cookie_token, fetch_cookie, forget_token
from atlas.ui.sign_in import current_actor, sign_in_box
from atlas.ui.state import workspace

ROLE_NAMES: Mapping[Role, str] = {
    Role.VIEWER: N_("viewer"),
    Role.CONTRIBUTOR: N_("contributor"),
    Role.REVIEWER: N_("reviewer"),
    Role.ADMINISTRATOR: N_("administrator"),
}


def sign_in_control(language: Language) -> None:
    """The end of the top bar: a button to sign in, or the name of whoever has, with a button to sign out."""
    fetch_cookie()
    if workspace().access.private_actor is not None:
        return
    actor = current_actor()
    if actor is not None:
        _who(actor, language)
    elif st.button(language.text("Sign in"), key="sign-in", type="tertiary"):
        st.dialog(language.text("Sign in"))(sign_in_box)(language, "dialog")


def _who(actor: Actor, language: Language) -> None:
    with st.popover(literal(_shortened(actor.name)), key="signed-in", width="content"):
        st.text(actor.name)
        st.caption(language.text(ROLE_NAMES[actor.role]) + _places(actor, language))
        if actor.role is Role.VIEWER:
            st.caption(language.text("The access file does not let this account upload figures."))
        if st.button(language.text("Sign out"), key="sign-out"):
            _sign_out()


def _sign_out() -> None:
    entrance, vouched = workspace().entrance, claims()
    entrance.sign_out(cookie_token())
    forget_token()
    if vouched:
        entrance.sign_out_claims(vouched)
        st.logout()
    else:
        st.rerun()


def _places(actor: Actor, language: Language) -> str:
    divisions = workspace().divisions
    names = [language.name(divisions[code]) for code in actor.divisions[:3] if code in divisions]
    if actor.role in (Role.VIEWER, Role.ADMINISTRATOR) or not names:
        return ""
    return " · " + language.join(names) + (" …" if len(actor.divisions) > len(names) else "")


def _shortened(name: str) -> str:
    return name if len(name) <= 18 else name[:17] + "…"

"""How a page knows its visitor again: the cookie of a session, or what an identity provider has said."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from atlas.access.sessions import COOKIE, TICKET_HEADER
from atlas.ui.state import workspace

TOKEN, TICKET, LEFT = "session-token", "session-ticket", "session-left"
FETCH = "fetch('/session', {{method: 'POST', headers: {{'{header}': '{ticket}'}}}})"
# A provider sends everybody back to the first page; the browser remembers the view that they came from.
REMEMBER = "sessionStorage.setItem('atlas-return', location.pathname + location.search)"
RETURN = """{
    const view = sessionStorage.getItem('atlas-return');
    sessionStorage.removeItem('atlas-return');
    if (view && location.pathname === '/' && !location.search) location.replace(location.origin + view);
}"""
LEAVE = "fetch('/session', {method: 'DELETE'})"


def cookie_token() -> str:
    """The token of this page's session; empty where there is none.

    The cookie is that of the moment when the page was opened; who has signed in since has the newer token.
    """
    return str(st.session_state.get(TOKEN) or st.context.cookies.get(COOKIE, ""))


def keep_token(token: str) -> None:
    """Begin the page's session, and let the browser fetch its cookie at the next run."""
    st.session_state[TOKEN] = token
    st.session_state[TICKET] = workspace().entrance.sessions.issue_ticket(token)
    st.session_state.pop(LEFT, None)


def forget_token() -> None:
    """End the page's session, and let the browser drop its cookie at the next run."""
    st.session_state.pop(TOKEN, None)
    st.session_state.pop(TICKET, None)
    st.session_state[LEFT] = True


def has_ended() -> bool:
    """Whether somebody had signed in on this page, whose session has come to its end meanwhile."""
    return TOKEN in st.session_state


def remember_view() -> None:
    """Have the browser remember this view for the way back from an identity provider."""
    _run(REMEMBER, "session-remember")


def fetch_cookie() -> None:
    """Have the browser exchange a ticket for the cookie, give the cookie back, or return to a view."""
    ticket = st.session_state.get(TICKET, "")
    if ticket and workspace().entrance.sessions.is_waiting(ticket):
        _run(FETCH.format(header=TICKET_HEADER, ticket=ticket))
    elif st.session_state.get(LEFT):
        _run(LEAVE)
    elif claims():
        _run(RETURN)


def claims() -> Mapping[str, Any]:
    """What an identity provider has said about the visitor; empty where none is set up or asked."""
    if not providers():
        return {}
    said: Mapping[str, Any] = st.user.to_dict()
    return said if said.get("is_logged_in") else {}


def providers() -> tuple[str, ...]:
    """The names of the identity providers in `.streamlit/secrets.toml`; "" is the only one without a name."""
    if not st.secrets.load_if_toml_exists() or "auth" not in st.secrets:
        return ()
    section = st.secrets["auth"]
    if "client_id" in section:
        return ("",)
    named = {name: value for name, value in section.items() if isinstance(value, Mapping)}
    return tuple(name for name, value in named.items() if "client_id" in value)


def _run(script: str, key: str = "session-script") -> None:
    with st.container(key=key):
        st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)

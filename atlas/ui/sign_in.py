"""Who is at the page: signed in, at a private machine, or nobody; and the form to sign in with."""

import streamlit as st

from atlas.access import Actor
from atlas.access.own_address import is_at_this_machine, is_own_address
from atlas.language import Language
from atlas.problems import AtlasError
from atlas.ui.literal import literal
from atlas.ui.session_cookie import claims, cookie_token, has_ended, keep_token, providers, remember_view
from atlas.ui.state import workspace

COMMAND = ".venv/bin/python -m atlas user add li.ming --role administrator"
PRIVATE = "echo 'private_machine: true' > {file}"


def current_actor() -> Actor | None:
    """Who uses this page now, or None where nobody has signed in."""
    if workspace().access.private_actor is not None:
        return workspace().access.private_actor if _is_called_by_its_name() else None
    entrance = workspace().entrance
    token, vouched = cookie_token(), claims()
    actor = entrance.actor_of_session(token) if token else None
    return actor or (entrance.actor_of_claims(vouched) if vouched else None)


def sign_in_box(language: Language, key: str = "box") -> None:
    """What somebody sees who has to sign in first: the form, or how sign-in is set up where it is not.

    `key` tells two boxes on one page apart.
    """
    access = workspace().access
    if access.problems:
        for problem in access.problems:
            st.error(language.problem(problem))
        return
    if access.private_actor is not None:
        st.error(
            language.text(
                "This machine is private, but the address in your browser is not its own. "
                "Open the atlas under http://localhost, or let people sign in instead."
            )
        )
        return
    if not access.is_set_up:
        _how_to_begin(language)
        return
    if has_ended():
        st.info(
            language.text("You have been signed out, because nothing was done for a while. Sign in again.")
        )
    _providers(language, key)
    try:
        has_accounts = bool(workspace().entrance.accounts.names())
    except AtlasError as error:
        st.error(language.problem(error.problem))
        return
    if has_accounts:
        _form(language, key)
    elif not providers():
        _how_to_begin(language)


def _is_called_by_its_name() -> bool:
    """A browser elsewhere came by the network, where the access file says that nobody else is."""
    is_here = is_at_this_machine(st.context.ip_address)
    return not is_here or is_own_address(st.context.headers.get("Host", ""))


def _form(language: Language, key: str) -> None:
    with st.form(f"sign-in-{key}", border=False):
        name = st.text_input(language.text("Name"), max_chars=80, autocomplete="username")
        password = st.text_input(
            language.text("Password"), type="password", max_chars=200, autocomplete="current-password"
        )
        sent = st.form_submit_button(language.text("Sign in"), type="primary")
    if not sent:
        return
    try:
        token = workspace().entrance.sign_in(name, password, str(st.context.ip_address))
    except AtlasError as error:
        st.error(language.problem(error.problem))
        return
    keep_token(token)
    st.rerun()


def _providers(language: Language, key: str) -> None:
    if providers():
        remember_view()
    for name in providers():
        label = language.text("Sign in with the account of your office")
        if name:
            label = f"{label} ({literal(name)})"
        if st.button(label, key=f"provider-{key}-{name}", type="primary"):
            st.login(name or None)


def _how_to_begin(language: Language) -> None:
    st.info(
        language.text(
            "Uploads are closed, because nobody has said yet who may upload. Whoever runs this atlas opens "
            "them on the machine that it runs on, in its folder."
        )
    )
    st.markdown(language.text("For an office: add the first account, and then everybody else's."))
    st.code(COMMAND, language="bash")
    st.markdown(
        language.text("For a machine that only you can reach: say so, and nobody has to sign in on it.")
    )
    st.code(PRIVATE.format(file=_shown_path()), language="bash")
    st.caption(
        language.text("The atlas notices at the next click. More is in the README under “Who may upload”.")
    )


def _shown_path() -> str:
    """The access file as a person would write it, without telling visitors where the atlas is installed."""
    folder = workspace().folder
    return f"{'data' if folder.name == 'data' else '$ATLAS_DATA_FOLDER'}/{workspace().access.path.name}"

"""Who is at the page, as the top bar and the sign-in form show it."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from atlas.access import Actor, Role
from atlas.access.people import write_person
from atlas.language import LANGUAGES, Language
from atlas.ui.literal import literal
from atlas.ui.session_cookie import TOKEN
from atlas.workspace import Workspace
from tests.pages.conftest import OpenPage
from tests.pages.reading import complaints, failures, html_of, text_of

WriteAccess = Callable[[str], None]
PASSWORD = "correct horse battery"  # noqa: S105  (of an account that lives in these tests only)
OFFICE = "people:\n  li.ming: {role: contributor, divisions: [520100]}\n"


def press(app: AppTest, key: str) -> AppTest:
    return app.button(key=key).click().run()


def enter(app: AppTest, name: str, password: str) -> AppTest:
    """Fill in the form and send it."""
    named, secret = app.text_input
    named.set_value(name)
    secret.set_value(password)
    return next(button for button in app.button if button.form_id).click().run()


def a_page_that_asks_for_sign_in() -> None:
    import streamlit as st

    from atlas.language import Language
    from atlas.ui.sign_in import current_actor, sign_in_box
    from atlas.ui.signed_in import sign_in_control

    language = Language(st.query_params.get("lang", "en"))
    sign_in_control(language)
    if current_actor() is None:
        sign_in_box(language)


@pytest.fixture
def open_box(workspace: Workspace) -> Callable[[str], AppTest]:
    """Opens a page with the form on it; in a dialog this test browser shows a form only once."""

    def opened(lang: str = "en") -> AppTest:
        app = AppTest.from_function(a_page_that_asks_for_sign_in, default_timeout=60)
        app.query_params["lang"] = lang
        return app.run()

    return opened


@pytest.fixture
def office(workspace: Workspace, access_file: WriteAccess) -> Workspace:
    """An office with one account."""
    access_file(OFFICE)
    workspace.entrance.accounts.add("li.ming", PASSWORD)
    return workspace


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_nothing_is_set_up_the_form_says_how_to_begin(open_page: OpenPage, lang: str) -> None:
    app = press(open_page("about", lang=lang), "sign-in")
    assert failures(app) == []
    assert {"en": "Uploads are closed", "zh": "上传功能未开放"}[lang] in app.info[0].value
    commands = [element.value for element in app.code]
    assert any("user add" in command for command in commands)
    assert any("private_machine: true" in command for command in commands)
    assert list(app.text_input) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", ["map", "figures", "indicators", "about"])
def test_a_private_machine_is_said_on_every_page(
    open_page: OpenPage, access_file: WriteAccess, page: str, lang: str
) -> None:
    access_file("private_machine: true\n")
    app = open_page(page, lang=lang)
    banner = re.search(r'class="atlas-banner"[^>]*>([^<]+)<', html_of(app))
    assert banner
    assert {"en": "Private machine", "zh": "专用计算机"}[lang] in banner[1]
    assert "sign-in" not in [button.key for button in app.button]


def test_no_banner_speaks_of_a_private_machine_elsewhere(open_page: OpenPage, office: Workspace) -> None:
    assert "atlas-banner" not in html_of(open_page("about", lang="en"))


def test_signing_in_shows_the_name_and_signing_out_takes_it_away(
    open_box: OpenPage, office: Workspace
) -> None:
    app = enter(open_box(), "Li.Ming", PASSWORD)
    assert failures(app) == []
    assert "li.ming" in [element.value for element in app.text]
    token = app.session_state[TOKEN]
    assert office.entrance.actor_of_session(token) == Actor("li.ming", Role.CONTRIBUTOR, ("520100",))
    assert token not in html_of(app)
    app = press(app, "sign-out")
    assert office.entrance.actor_of_session(token) is None
    assert "sign-in" in [button.key for button in app.button]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "password"), [("li.ming", "wrong password"), ("nobody", PASSWORD)])
def test_a_refusal_says_the_same_for_a_wrong_name_and_a_wrong_password(
    open_box: OpenPage, office: Workspace, lang: str, name: str, password: str
) -> None:
    office.entrance._attempts._failures.clear()
    app = enter(open_box(lang), name, password)
    assert complaints(app) == [
        Language(lang).text("Name or password is wrong. Try again, or ask the administrator of this atlas.")
    ]
    assert password not in text_of(app)
    assert TOKEN not in app.session_state


def test_a_session_that_has_ended_is_said(open_page: OpenPage, office: Workspace) -> None:
    app = open_page("about", lang="en")
    app.session_state[TOKEN] = "ended long ago"
    app = press(app.run(), "sign-in")
    assert "signed out" in app.info[0].value


def test_a_faulty_access_file_is_named_with_its_remedy_instead_of_a_form(
    open_page: OpenPage, office: Workspace, access_file: WriteAccess
) -> None:
    access_file("peeple: {}\n" + OFFICE)
    app = press(open_page("about", lang="en"), "sign-in")
    assert "access.yaml, peeple" in complaints(app)[0]
    assert list(app.text_input) == []


def test_an_account_without_a_role_is_told_that_it_may_only_look(
    open_box: OpenPage, office: Workspace, access_file: WriteAccess
) -> None:
    access_file("session_minutes: 60\n")
    app = enter(open_box(), "li.ming", PASSWORD)
    words = text_of(app)
    assert "viewer" in words
    assert "does not let this account upload" in words


def test_a_role_given_meanwhile_counts_at_the_next_run(open_box: OpenPage, office: Workspace) -> None:
    app = enter(open_box(), "li.ming", PASSWORD)
    write_person(office.access.path, office.divisions, "li.ming", Role.REVIEWER, ["520000"])
    assert "reviewer · Guizhou" in text_of(app.run())


@pytest.mark.parametrize(
    "name", ["*bold*", "[a](javascript:alert)", "<b>x</b>", ":red[x]", "$x^2$", "`code`", "a_b_c", "~~x~~"]
)
def test_signs_that_mean_something_in_a_label_are_only_shown(name: str) -> None:
    escaped = literal(name)
    assert re.sub(r"\\(.)", r"\1", escaped) == name
    assert not re.search(r"(?<!\\)[*_\[\]<>:`$~]", escaped)

"""Signing in and out in a real browser: with an account of the atlas, and through an identity provider."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, Page, expect

from atlas.access.accounts import Accounts
from atlas.access.passwords import Passwords
from atlas.access.sessions import COOKIE
from tests.browser.conftest import free_port, serving
from tests.browser.proxy import RefusingProxy
from tests.browser.visitor import App, Visitor

PASSWORD = "correct horse battery"  # noqa: S105  (of an account that lives in these tests only)

FILE = """\
people:
  li.ming: {role: contributor, divisions: [520100]}
  wang@gz.example: {role: reviewer, divisions: [520000]}
"""
PEOPLE = (
    User(sub="wang", claims={"email": "wang@gz.example", "email_verified": True}),
    User(sub="stranger", claims={"email": "*x*<b>@elsewhere.example", "email_verified": True}),
)


@pytest.fixture
def office(app_server: App) -> Iterator[App]:
    """The app of an office with one account; afterwards nobody may upload again."""
    app_server.data_folder.joinpath("access.yaml").write_text(FILE, encoding="utf-8")
    Accounts(app_server.data_folder, Passwords()).add("li.ming", PASSWORD)
    yield app_server
    for name in ("access.yaml", "accounts.json"):
        app_server.data_folder.joinpath(name).unlink()


def sign_in(page: Page, name: str = "li.ming", password: str = PASSWORD) -> None:
    page.locator(".st-key-sign-in button").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill(name)
    dialog.get_by_label("Password", exact=True).fill(password)
    with page.expect_response("**/session") as answer:
        dialog.get_by_role("button", name="Sign in").click()
    assert answer.value.status == 204


def sign_out(page: Page) -> None:
    page.locator(".st-key-signed-in button").first.click()
    page.locator(".st-key-sign-out button").click()
    expect(page.locator(".st-key-sign-in")).to_be_visible()


def expect_name(page: Page, name: str) -> None:
    expect(page.locator(".st-key-signed-in")).to_contain_text(name)


def cookie_of(page: Page) -> dict[str, Any]:
    return next((dict(cookie) for cookie in page.context.cookies() if cookie.get("name") == COOKIE), {})


def test_a_session_outlives_reload_and_pages_and_ends_with_signing_out(visitor: Visitor, office: App) -> None:
    page = visitor.open(office.link("/about", lang="en"))
    sign_in(page)
    expect_name(page, "li.ming")
    cookie = cookie_of(page)
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["expires"]) == (True, "Strict", -1)
    assert cookie["value"] not in page.content()
    page.reload()
    expect_name(page, "li.ming")
    page.get_by_role("link", name="Indicators").click()
    expect(page.get_by_role("heading", name="Indicators", exact=True)).to_be_visible()
    expect_name(page, "li.ming")

    second = page.context.new_page()
    second.goto(office.link("/about", lang="en"))
    expect_name(second, "li.ming")

    with page.expect_response("**/session"):
        sign_out(page)
    assert cookie_of(page) == {}
    second.get_by_role("button", name="中文").click()
    expect(second.locator(".st-key-sign-in")).to_contain_text("登录")

    page.context.add_cookies([{"name": COOKIE, "value": cookie["value"], "url": office.url}])
    page.reload()
    expect(page.locator(".st-key-sign-in")).to_be_visible()


def test_a_wrong_password_is_said_in_the_dialog_and_sets_no_cookie(visitor: Visitor, office: App) -> None:
    page = visitor.open(office.link("/about", lang="zh"))
    page.locator(".st-key-sign-in button").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("用户名").fill("li.ming")
    dialog.get_by_label("密码", exact=True).fill("wrong password")
    dialog.get_by_role("button", name="登录").click()
    expect(dialog).to_contain_text("用户名或密码错误")
    assert cookie_of(page) == {}
    assert "wrong password" not in page.url


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_top_bar_with_a_name_in_it_fits_the_screen(
    visitor: Visitor, office: App, width: int, lang: str
) -> None:
    page = visitor.open(office.link("/about", lang="en"), viewport={"width": width, "height": 720})
    sign_in(page)
    expect_name(page, "li.ming")
    page.goto(office.link("/about", lang=lang))
    expect_name(page, "li.ming")
    box = page.locator(".st-key-signed-in").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    bar = page.locator(".st-key-top-bar").bounding_box()
    assert bar
    assert bar["height"] < (60 if width == 1280 else 200)


def test_dialog_and_name_have_no_accessibility_faults(
    visitor: Visitor, office: App, accessibility_faults: Any
) -> None:
    page = visitor.open(office.link("/about", lang="en"))
    page.locator(".st-key-sign-in button").click()
    expect(page.get_by_role("dialog").get_by_label("Name")).to_be_visible()
    page.wait_for_timeout(600)
    assert accessibility_faults(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    sign_in(page)
    expect_name(page, "li.ming")
    assert accessibility_faults(page) == []


@dataclass(frozen=True)
class Vouched:
    """An app behind an identity provider, and the provider's address."""

    app: App
    provider: str


@pytest.fixture(scope="module")
def vouched(
    tmp_path_factory: pytest.TempPathFactory, project: Path, proxy: RefusingProxy
) -> Iterator[Vouched]:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    folder, port = tmp_path_factory.mktemp("vouched"), free_port()
    folder.joinpath("access.yaml").write_text(FILE, encoding="utf-8")
    with run_server_in_thread(user_claims=PEOPLE) as server:
        provider = f"http://localhost:{server.server_port}"
        secrets = folder / "secrets.toml"
        secrets.write_text(
            f"""[auth]
redirect_uri = "http://localhost:{port}/oauth2callback"
cookie_secret = "of these tests only, and long enough"
client_id = "atlas"
client_secret = "of these tests only"
server_metadata_url = "{provider}/.well-known/openid-configuration"
""",
            encoding="utf-8",
        )
        with serving(folder, project, proxy, port, "--secrets.files", str(secrets)) as app:
            yield Vouched(app, provider)


@pytest.fixture
def provided_page(browser: Browser, vouched: Vouched) -> Iterator[Page]:
    """A page that reaches the app and the provider, whose own pages would ask for style sheets elsewhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="en-GB")
    known = (vouched.app.url, vouched.provider)
    context.route(
        "**/*",
        lambda route: route.continue_() if route.request.url.startswith(known) else route.abort(),
    )
    yield context.new_page()
    context.close()


def through_provider(page: Page, vouched: Vouched, who: str) -> None:
    page.goto(vouched.app.link("/figures", lang="zh"))
    page.locator(".st-key-sign-in button").click()
    page.get_by_role("button", name="使用单位账号登录").click()
    page.get_by_role("button", name=who, exact=True).click()


def test_whom_the_provider_vouches_for_comes_back_to_their_view_with_their_role(
    provided_page: Page, vouched: Vouched
) -> None:
    through_provider(provided_page, vouched, "wang")
    expect_name(provided_page, "wang@gz.example")
    expect(provided_page).to_have_url(vouched.app.link("/figures", lang="zh"))
    provided_page.locator(".st-key-signed-in button").first.click()
    expect(provided_page.locator(".st-key-sign-out")).to_be_visible()
    expect(provided_page.get_by_text("审核员 · 贵州省")).to_be_visible()

    kept = provided_page.context.cookies()
    provided_page.locator(".st-key-sign-out button").click()
    provided_page.wait_for_url(f"{vouched.provider}/**")
    provided_page.context.add_cookies(kept)  # type: ignore[arg-type]
    provided_page.goto(vouched.app.link("/figures", lang="zh"))
    expect(provided_page.locator(".st-key-sign-in")).to_be_visible()


def test_a_stranger_is_a_viewer_and_told_so_and_their_name_is_only_text(
    provided_page: Page, vouched: Vouched
) -> None:
    through_provider(provided_page, vouched, "stranger")
    expect_name(provided_page, "*x*<b>@elsewhere")
    provided_page.locator(".st-key-signed-in button").first.click()
    expect(provided_page.get_by_text("权限文件未授权此账号上传数据。")).to_be_visible()
    expect(provided_page.get_by_text("*x*<b>@elsewhere.example")).to_be_visible()

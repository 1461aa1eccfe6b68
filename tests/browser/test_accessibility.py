"""Every page suits everyone: no fault against WCAG 2.2 AA, on a projector and a phone, in both languages."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import BOTH
from tests.browser.settled import settle
from tests.browser.visitor import App, Visitor, new_context

PAGES = ("/", "/profile", "/change", "/figures", "/upload", "/history", "/indicators", "/about")
HTML_LANG = {"en": "en", "zh": "zh-CN"}


@pytest.fixture(scope="module")
def regular(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has been here before: what is looked at here does not depend on a first visit."""
    context = new_context(browser)
    yield context
    context.close()


@pytest.fixture
def open_page(invented_app: App, visitor: Visitor, regular: BrowserContext) -> Iterator[Callable[..., Page]]:
    """Opens a page on the projector and waits until nothing more is drawn."""

    def opened(path: str, **query: str) -> Page:
        page = visitor.open_in(regular, invented_app.link(path, **query))
        if path == "/":
            AtlasPage(page).wait_until_drawn(query["dataset"])
            page.wait_for_selector(".st-key-details")
        else:
            # A first profile reads every figure of a place; until then the page says what it is doing.
            expect(page.locator("h1").first).to_be_visible()
        settle(page)
        page.wait_for_timeout(200)
        return page

    yield opened
    for page in regular.pages:
        page.close()


@pytest.mark.parametrize(("lang", "dataset"), BOTH)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_fault_and_never_scrolls_sideways(
    open_page: Callable[..., Page],
    suits_everyone: Callable[[Page], None],
    path: str,
    lang: str,
    dataset: str,
) -> None:
    page = open_page(path, lang=lang, dataset=dataset)
    expect(page.locator("html")).to_have_attribute("lang", HTML_LANG[lang])
    assert page.title()
    suits_everyone(page)


@pytest.mark.parametrize(
    "query",
    [
        {"division": "520303", "dataset": "demonstration", "indicator": "disputes_mediated", "lang": "zh"},
        {"division": "520000", "dataset": "published", "details": "table", "lang": "en"},
        {"dataset": "published", "details": "sources", "indicator": "notary_cases", "lang": "zh"},
        {
            "dataset": "demonstration",
            "indicator": "county_centre_coverage",
            "period": "2025-12",
            "lang": "en",
        },
        {"dataset": "demonstration", "indicator": "legal_aid_cases", "level": "county", "lang": "en"},
        {"division": "710000", "dataset": "published", "lang": "zh"},
        {"division": "999999", "dataset": "published", "lang": "en"},
        {"known": "2026-01-01", "dataset": "demonstration", "lang": "en"},
    ],
    ids=lambda query: "-".join(query.values()),
)
def test_a_map_page_in_another_state_has_no_fault(
    open_page: Callable[..., Page],
    accessibility_faults: Callable[[Page], list[str]],
    query: dict[str, str],
) -> None:
    assert accessibility_faults(open_page("/", **query)) == []


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "pinned", [{}, {"pin": "map%3Findicator%3Dlawyers_per_10k"}], ids=["nothing pinned", "a map"]
)
def test_a_meeting_has_no_fault_and_never_scrolls_sideways(
    visitor: Visitor,
    app_server: App,
    suits_everyone: Callable[[Page], None],
    lang: str,
    pinned: dict[str, str],
) -> None:
    page = visitor.open(app_server.link("/present", lang=lang, **pinned))
    expect(page.locator(".atlas-slide h1" if pinned else ".atlas-empty")).to_be_visible()
    suits_everyone(page)


def test_the_language_of_the_page_follows_the_switch(app_server: App, visitor: Visitor) -> None:
    page = visitor.open(app_server.link("/about", lang="en"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")


@pytest.mark.parametrize(
    ("locale", "lang"), [("zh-CN", "zh-CN"), ("zh-TW", "zh-CN"), ("en-GB", "en"), ("fr-FR", "en")]
)
def test_a_first_visit_speaks_the_browsers_language(
    app_server: App, visitor: Visitor, locale: str, lang: str
) -> None:
    page = visitor.open(app_server.link("/about"), locale=locale)
    expect(page.locator("html")).to_have_attribute("lang", lang)


def test_the_map_has_a_title_a_role_and_a_description(app_server: App, visitor: Visitor) -> None:
    atlas = AtlasPage(visitor.open(app_server.link(lang="en")))
    atlas.wait_until_drawn("published|000000")
    assert atlas.page.locator(".st-key-map-frame iframe").get_attribute("title")
    container = atlas.frame.locator(".leaflet-container")
    assert container.get_attribute("role") == "application"
    description = container.get_attribute("aria-label") or ""
    assert atlas.sentence in description
    assert "Press N or P" in description

"""The profile page in a real browser: its links lead to rows, it moves from place to place, it prints."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.settled import settle
from tests.browser.visitor import App, Visitor

PHONE = {"width": 390, "height": 844}
A4 = {"width": 718, "height": 1016}
"""A sheet of A4 between its margins, in pixels of CSS."""
QUERY = {"division": "520300", "dataset": "demonstration", "lang": "en"}


@pytest.fixture
def profile(invented_app: App, visitor: Visitor) -> Page:
    """The profile of Zunyi with invented figures."""
    page = visitor.open(invented_app.link("/profile", **QUERY))
    expect(page.locator(".atlas-indicators")).to_be_visible()
    settle(page)
    page.wait_for_timeout(300)
    return page


def test_the_answer_is_seen_without_scrolling(profile: Page) -> None:
    for selector in (".atlas-profile-lead", ".atlas-spine tbody tr:nth-child(8)", ".atlas-remarks li"):
        box = profile.locator(selector).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 720, selector


def test_a_row_of_the_spine_leads_to_the_indicator_below(profile: Page) -> None:
    profile.locator(".atlas-spine tbody a").last.click()
    row = profile.locator(".atlas-indicators tr:target")
    expect(row).to_be_in_viewport()
    assert profile.locator(".atlas-profile-head h1").count() == 1


def test_every_mark_lies_on_its_band(profile: Page) -> None:
    bands = profile.locator(".atlas-spine-band")
    assert bands.count() > 15
    outside = profile.evaluate(
        """() => [...document.querySelectorAll('.atlas-spine-band')].filter(band => {
             const edge = band.getBoundingClientRect(), mark = band.querySelector('.atlas-spine-mark');
             const at = mark.getBoundingClientRect(), middle = at.left + at.width / 2;
             return middle < edge.left - 1 || middle > edge.right + 1;
           }).length"""
    )
    assert outside == 0


def test_a_unit_and_the_way_back_change_the_link(profile: Page) -> None:
    profile.get_by_role("button", name="Guizhou", exact=True).click()
    expect(profile.locator(".atlas-profile-head h1")).to_have_text(re.compile("^Guizhou"))
    assert "division=520000" in profile.url
    profile.get_by_role("button", name="Guiyang", exact=True).click()
    expect(profile.locator(".atlas-profile-head h1")).to_have_text(re.compile("^Guiyang"))
    profile.go_back()
    expect(profile.locator(".atlas-profile-head h1")).to_have_text(re.compile("^Guizhou"))


@pytest.mark.parametrize("division", ["000000", "520000", "520302", "810000"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_state_fits_a_phone_and_has_no_fault(
    invented_app: App,
    visitor: Visitor,
    accessibility_faults: Callable[[Page], list[str]],
    division: str,
    lang: str,
) -> None:
    link = invented_app.link("/profile", division=division, dataset="demonstration", lang=lang)
    page = visitor.open(link, viewport=PHONE)
    expect(page.locator(".atlas-profile-head h1")).to_be_visible()
    settle(page)
    page.wait_for_timeout(500)
    overhang = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overhang) <= 0
    assert accessibility_faults(page) == []


def test_it_prints_without_its_controls_and_fits_the_sheet(profile: Page) -> None:
    profile.set_viewport_size(A4)
    profile.emulate_media(media="print")
    for selector in (".st-key-top-bar", ".st-key-controls", ".st-key-profile-links", ".st-key-profile-units"):
        expect(profile.locator(selector)).to_be_hidden()
    expect(profile.locator(".atlas-banner")).to_be_visible()
    wide = profile.evaluate(
        """() => [...document.querySelectorAll('.st-key-profile table')]
             .filter(table => table.getBoundingClientRect().right > innerWidth + 1).length"""
    )
    assert wide == 0

"""Somebody asks why a number changed: from the map to its explanation, on a projector and on a phone."""

import re

from playwright.sync_api import Page, expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.settled import settle
from tests.browser.visitor import App, Visitor

GUIZHOU = {"dataset": "demonstration", "division": "520000", "indicator": "legal_aid_cases", "lang": "en"}


def drawn(page: Page) -> None:
    """Wait until waterfall and map are there."""
    for name in ("change-waterfall", "change-map"):
        expect(page.locator(f".st-key-{name} canvas, .st-key-{name} svg").first).to_be_visible()
    settle(page)


def test_the_map_leads_to_the_explanation_and_the_explanation_down_the_tree(
    invented_app: App, visitor: Visitor
) -> None:
    page = visitor.open(invented_app.link(**GUIZHOU, period="2025"))
    AtlasPage(page).wait_until_drawn("demonstration|520000|city|legal_aid_cases|2025")
    page.locator(".st-key-why-link a").click()
    drawn(page)
    expect(page.locator(".atlas-own h1")).to_have_text("Legal aid cases, Guizhou: from 2024 to 2025")
    sentence = page.locator(".atlas-sentence").inner_text()
    assert sentence.startswith("Legal aid cases in Guizhou grew by ")
    assert "is no change on the ground" in sentence
    box = page.locator(".st-key-change-waterfall").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 720, "the answer is seen without scrolling"
    page.locator(".st-key-search input").fill("520100")
    page.locator(".st-key-search input").press("Enter")
    expect(page.locator(".atlas-own h1")).to_have_text("Legal aid cases, Guiyang: from 2024 to 2025")
    expect(page).to_have_url(re.compile(r"/change\?.*division=520100"))
    page.go_back()
    expect(page.locator(".atlas-own h1")).to_have_text("Legal aid cases, Guizhou: from 2024 to 2025")


def test_on_a_phone_the_answer_comes_first_and_nothing_lies_side_by_side(
    invented_app: App, visitor: Visitor
) -> None:
    page = visitor.open(
        invented_app.link("/change", **GUIZHOU, period="2025"), viewport={"width": 390, "height": 844}
    )
    drawn(page)
    tops = []
    table = '[data-testid="stDataFrame"]'
    for name in (".atlas-sentence", ".st-key-change-waterfall", ".st-key-change-map", table):
        box = page.locator(name).bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 390
        tops.append(box["y"])
    assert tops == sorted(tops)

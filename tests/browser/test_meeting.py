"""As in a meeting: four provinces are compared, shown one view after the other, and leave as slides."""

import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pptx import Presentation

from tests.browser.settled import settle
from tests.browser.visitor import App, Visitor
from tests.printed import CAN_PRINT, printed_text

FOUR = "520000,210000,630000,420000"
INDICATORS = "lawyers_per_10k,mediation_success_rate,legal_aid_cases,disputes_mediated"
MAP = {"en": "Map", "zh": "地图"}


def compared(visitor: Visitor, app: App, lang: str) -> Page:
    """The four provinces on four indicators, once their bars are drawn."""
    link = {"compare": FOUR, "indicators": INDICATORS, "indicator": "lawyers_per_10k", "lang": lang}
    page = visitor.open(app.link("/compare", dataset="demonstration", period="2025", **link))
    expect(page.locator("canvas, svg.marks").first).to_be_visible()
    settle(page)
    return page


def pin(page: Page) -> None:
    """Pin the view on screen."""
    page.locator(".st-key-meeting button").first.click()
    button = page.locator(".st-key-pin-this button")
    button.click()
    expect(button).to_be_disabled()
    page.keyboard.press("Escape")


def heading(page: Page) -> str:
    """The title of the view that the meeting looks at."""
    return page.locator(".atlas-slide h1").inner_text()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_four_provinces_are_compared_presented_by_keys_and_taken_away_as_slides(
    invented_app: App, visitor: Visitor, tmp_path: Path, lang: str
) -> None:
    page = compared(visitor, invented_app, lang)
    answer = page.locator(".atlas-compared .atlas-sentence").inner_text()
    pin(page)
    page.locator(".st-key-top-bar").get_by_role("link", name=MAP[lang], exact=True).click()
    page.locator(".atlas-own-value").wait_for()
    settle(page)
    said = page.locator(".atlas-own-value").inner_text()
    pin(page)
    page.locator(".st-key-meeting button").first.click()
    with page.expect_download(timeout=120_000) as download:
        page.locator(".st-key-meeting-kit-pptx button").click()
    deck = tmp_path / "meeting.pptx"
    download.value.save_as(deck)
    page.locator("[class*=st-key-present] a, a[href*=present]").last.click()
    page.locator(".atlas-slide h1").wait_for()
    first = heading(page)
    expect(page.locator(".st-key-present-next button")).to_be_enabled()
    settle(page)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".atlas-slide h1")).not_to_have_text(first)
    expect(page.locator(".st-key-present-back button")).to_be_enabled()
    settle(page)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".atlas-slide h1")).to_have_text(first)
    again = visitor.open(page.url)
    expect(again.locator(".atlas-slide h1")).to_have_text(first)
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-top-bar")).to_be_visible()

    numbers = re.findall(r"\d[\d,]*\.\d+", f"{answer} {said}")
    assert len(numbers) > 3, "the leader, the last, the benchmark and the country's own value"
    texts = [slides_text(deck), *([printed_text(deck)] if CAN_PRINT else [])]
    for text in texts:
        assert [number for number in numbers if number not in text] == []


def slides_text(deck: Path) -> str:
    """Every text of every slide, its tables, groups, charts' labels and notes."""
    shown = Presentation(io.BytesIO(deck.read_bytes()))
    texts = []
    for slide in shown.slides:
        texts += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        texts.append(slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "")
    return "\n".join(texts)

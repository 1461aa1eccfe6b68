"""Four provinces are compared in a real browser, as people round a projector do."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import BOTH
from tests.browser.settled import settle
from tests.browser.visitor import App, Visitor

FOUR = "520000,210000,630000,420000"
INDICATORS = "mediation_success_rate,lawyers_per_10k,legal_aid_cases_per_10k,county_centre_coverage"
LINK = {
    "compare": FOUR,
    "indicators": INDICATORS,
    "indicator": "mediation_success_rate",
    "dataset": "demonstration",
    "period": "2025",
    "lang": "en",
}
CHART = "[data-testid=stVegaLiteChart] svg.marks"


def opened(visitor: Visitor, app: App, charts: int, **query: str) -> Page:
    """The compare page at a link, once so many charts are drawn."""
    page = visitor.open(app.link("/compare", **query))
    charts_drawn(page, charts)
    return page


def charts_drawn(page: Page, charts: int) -> None:
    """Wait until the page shows so many charts and all that goes with them."""
    expect(page.locator(CHART)).to_have_count(charts)
    settle(page)


def sentence(page: Page) -> str:
    """What the page says on top."""
    return page.locator(".atlas-compared .atlas-sentence").inner_text()


def chips(page: Page) -> list[str]:
    """The names of the divisions compared."""
    names = page.locator("[class*=st-key-remove-] button p").all_text_contents()
    # A button with a tooltip is there twice, once for pointers and once for fingers.
    return list(dict.fromkeys(names))


def test_four_provinces_are_compared_on_four_indicators(invented_app: App, visitor: Visitor) -> None:
    page = opened(visitor, invented_app, 7, **LINK)
    assert chips(page) == ["Guizhou", "Liaoning", "Qinghai", "Hubei"]
    said = sentence(page)
    assert "is ahead with" in said
    assert "Against China" in said
    expect(page.locator(".st-key-indicators-chosen button").first).to_contain_text("4 indicators")
    maps = [each.inner_text() for each in page.locator(".atlas-small-map").all()]
    assert [each.split()[0] for each in maps] == ["Guizhou", "Liaoning", "Qinghai", "Hubei"]
    assert all(re.search(r"\d\d\.\d%", each) for each in maps)


def test_the_answer_is_seen_without_scrolling(invented_app: App, visitor: Visitor) -> None:
    page = opened(visitor, invented_app, 7, **LINK)
    page.wait_for_timeout(300)
    for place in (
        ".atlas-compared .atlas-sentence",
        ".st-key-compare-maps",
        ".st-key-compare-side svg.marks",
    ):
        box = page.locator(place).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 720, place


def test_one_division_is_changed_by_name_and_taken_away_by_its_chip(
    invented_app: App, visitor: Visitor
) -> None:
    page = opened(visitor, invented_app, 7, **LINK)
    box = page.get_by_role("textbox", name="Add a division")
    box.fill("sichuan")
    box.press("Enter")
    charts_drawn(page, 8)
    assert chips(page)[-1] == "Sichuan"
    page.locator(".st-key-remove-210000 button").first.click()
    charts_drawn(page, 7)
    assert chips(page) == ["Guizhou", "Qinghai", "Hubei", "Sichuan"]
    assert "compare=520000%2C630000%2C420000%2C510000" in page.url
    page.go_back()
    charts_drawn(page, 8)
    assert "Liaoning" in chips(page)


def test_peers_are_chosen_with_one_click(invented_app: App, visitor: Visitor) -> None:
    page = opened(visitor, invented_app, 7, **LINK)
    page.get_by_role("button", name="Peers of Guizhou").click()
    page.get_by_role("button", name=re.compile("^Neighbours:")).click()
    charts_drawn(page, 9)
    expect(page.locator(".st-key-remove-450000")).to_be_visible()
    assert set(chips(page)) == {"Guizhou", "Sichuan", "Chongqing", "Hunan", "Yunnan", "Guangxi"}


@pytest.mark.parametrize("maps", ["all", "tiles"])
def test_a_click_on_the_map_adds_a_province(invented_app: App, visitor: Visitor, maps: str) -> None:
    page = opened(visitor, invented_app, 4, **LINK, maps=maps)
    box = page.locator(".st-key-map-of-all svg.marks").get_by_text("Sichuan").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".st-key-remove-510000")).to_be_visible()


def test_language_switch_and_reload_keep_the_view(invented_app: App, visitor: Visitor) -> None:
    page = opened(visitor, invented_app, 7, **LINK, part="scatter", against="lawyers_per_10k")
    english = sentence(page)
    page.get_by_role("button", name="中文").click()
    expect(page.locator(".st-key-remove-520000 button p").first).to_have_text("贵州省")
    settle(page)
    chinese = sentence(page)
    assert "领先" in chinese
    assert re.findall(r"\d\d\.\d%", english) == re.findall(r"\d\d\.\d%", chinese)
    address = page.url
    for name in ("compare", "indicators", "against", "part"):
        assert f"{name}=" in address
    page.reload()
    charts_drawn(page, 7)
    assert sentence(page) == chinese
    again = visitor.open(address)
    charts_drawn(again, 7)
    assert sentence(again) == chinese
    assert chips(again) == chips(page)


@pytest.mark.parametrize("part", ["spine", "scatter", "funnel", "league", "table"])
def test_every_part_is_opened(invented_app: App, visitor: Visitor, part: str) -> None:
    names = {
        "spine": "All indicators",
        "scatter": "Two indicators",
        "funnel": "By size",
        "league": "League table",
        "table": "All figures",
    }
    other, charts = ("spine", 7) if part == "table" else ("table", 6)
    page = opened(visitor, invented_app, charts, **LINK, part=other)
    page.get_by_role("radio", name=names[part]).click()
    if part == "table":
        expect(page.locator("[data-testid=stDataFrame]")).to_be_visible()
    else:
        expect(page.locator(f".st-key-compare-part-shown {CHART}")).to_have_count(1)
    assert f"part={part}" in page.url


@pytest.mark.parametrize(("lang", "dataset"), BOTH)
@pytest.mark.parametrize("compare", ["", FOUR])
def test_the_page_has_no_fault_and_never_scrolls_sideways(
    invented_app: App,
    visitor: Visitor,
    suits_everyone: Callable[[Page], None],
    compare: str,
    lang: str,
    dataset: str,
) -> None:
    page = visitor.open(invented_app.link("/compare", compare=compare, lang=lang, dataset=dataset))
    expect(page.locator(".atlas-compared h1")).to_have_count(1)
    suits_everyone(page)

"""A person goes through the atlas in a real browser that reaches nothing but the atlas."""

import csv
import io
import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.settled import settle
from tests.browser.visitor import App, Visitor


def opened(visitor: Visitor, app: App, key: str, **query: str) -> AtlasPage:
    """The map page at a link, once it is drawn."""
    atlas = AtlasPage(visitor.open(app.link(**query)))
    atlas.wait_until_drawn(key)
    return atlas


@pytest.mark.parametrize("dataset", ["published", "demonstration"])
def test_clicking_the_map_leads_from_the_country_to_a_countys_townships(
    invented_app: App, visitor: Visitor, dataset: str
) -> None:
    link = {"dataset": dataset, "indicator": "disputes_mediated", "lang": "en"}
    atlas = opened(visitor, invented_app, f"{dataset}|000000|province", **link)
    assert atlas.polygons == 34
    for code, level in (("520000", "city"), ("520300", "county"), ("520303", "township")):
        atlas.click_unit(code)
        atlas.wait_until_drawn(f"{dataset}|{code}|{level}")
        assert f"division={code}" in atlas.page.url
    assert [button.inner_text() for button in atlas.page.locator(".st-key-breadcrumb button").all()] == [
        "China",
        "Guizhou",
        "Zunyi",
        "Huichuan District",
    ]
    if dataset == "demonstration":
        expect(atlas.page.locator(".atlas-township-tiles li").nth(5)).to_be_visible()
    else:
        expect(atlas.page.locator(".atlas-empty")).to_be_visible()


def test_back_forward_and_a_link_in_a_new_window_show_the_same_views(
    invented_app: App, visitor: Visitor
) -> None:
    atlas = opened(visitor, invented_app, "demonstration|000000", dataset="demonstration", lang="en")
    atlas.click_unit("520000")
    province = atlas.wait_until_drawn("demonstration|520000|city")
    atlas.page.locator(".st-key-show-mediation_success_rate button").click(force=True)
    rate = atlas.wait_until_drawn("demonstration|520000|city|mediation_success_rate")
    number = atlas.headline
    atlas.page.go_back()
    assert atlas.wait_until_drawn("demonstration|520000|city|lawyers_per_10k") == province
    atlas.page.go_back()
    atlas.wait_until_drawn("demonstration|000000|province")
    atlas.page.go_forward()
    atlas.wait_until_drawn("demonstration|520000|city|lawyers_per_10k")
    atlas.page.go_forward()
    assert atlas.wait_until_drawn("demonstration|520000|city|mediation_success_rate") == rate
    again = AtlasPage(visitor.open(atlas.page.url, locale="zh-CN"))
    assert again.wait_until_drawn("demonstration|520000") == rate
    assert again.headline == number
    assert again.sentence == atlas.sentence


def test_indicator_period_and_language_are_switched_on_the_page(invented_app: App, visitor: Visitor) -> None:
    atlas = opened(visitor, invented_app, "demonstration|000000", dataset="demonstration", lang="en")
    english = atlas.headline
    atlas.choose("Indicator", "Legal aid cases")
    atlas.wait_until_drawn("demonstration|000000|province|legal_aid_cases|2025")
    assert atlas.headline != english
    atlas.choose("Kind of period", "Month")
    atlas.wait_until_drawn("demonstration|000000|province|legal_aid_cases|2025-12")
    atlas.choose("Period", "Mar 2024")
    atlas.wait_until_drawn("demonstration|000000|province|legal_aid_cases|2024-03")
    atlas.page.get_by_role("button", name="中文").click()
    expect(atlas.page.locator(".atlas-banner")).to_contain_text("虚构")
    settle(atlas.page)
    assert atlas.drawn == "demonstration|000000|province|legal_aid_cases|2024-03"
    assert "2024年3月" in atlas.sentence
    assert "lang=zh" in atlas.page.url


@pytest.mark.parametrize(("lang", "other"), [("en", "中文"), ("zh", "EN")])
def test_after_a_change_of_language_the_next_click_goes_on_in_it(
    invented_app: App, visitor: Visitor, lang: str, other: str
) -> None:
    link = {"dataset": "demonstration", "period": "2025-Q4", "lang": lang}
    atlas = opened(visitor, invented_app, "demonstration|000000", **link)
    names = atlas.chosen("indicator"), atlas.chosen("period"), atlas.chosen("period-kind")
    atlas.page.get_by_role("button", name=other, exact=True).click()
    expect(atlas.page.locator("html")).not_to_have_attribute("lang", {"en": "en", "zh": "zh-CN"}[lang])
    settle(atlas.page)
    now = atlas.chosen("indicator"), atlas.chosen("period"), atlas.chosen("period-kind")
    assert all(before != after for before, after in zip(names, now, strict=True))
    atlas.click_unit("520000")
    atlas.wait_until_drawn("demonstration|520000|city|lawyers_per_10k|2025-Q4")
    atlas.page.locator(".st-key-details-part button").first.click()
    expect(atlas.page.get_by_test_id("stDataFrame")).to_be_visible()


def test_the_dataset_is_switched_and_the_banner_stays_as_long_as_figures_are_invented(
    invented_app: App, visitor: Visitor
) -> None:
    atlas = opened(visitor, invented_app, "published|000000", lang="en")
    expect(atlas.page.locator(".atlas-banner")).to_have_count(0)
    atlas.page.get_by_role("radio", name="Demonstration").click()
    atlas.wait_until_drawn("demonstration|000000")
    banner = atlas.page.locator(".atlas-banner")
    # The map paints a choice before the page has heard of it; the bar's links come with the banner.
    expect(banner).to_contain_text("invented")
    for name in ("Figures", "Indicators", "About", "Map"):
        atlas.page.locator(".st-key-top-bar").get_by_role("link", name=name, exact=True).click()
        expect(atlas.page.locator(f".st-key-link-{name.lower()}-here")).to_be_visible()
        expect(banner).to_contain_text("invented")
    atlas.wait_until_drawn("demonstration|000000")
    atlas.page.get_by_role("radio", name="Published").click()
    atlas.wait_until_drawn("published|000000")
    expect(banner).to_have_count(0)


def test_the_level_of_the_units_is_chosen_on_the_page(invented_app: App, visitor: Visitor) -> None:
    atlas = opened(visitor, invented_app, "demonstration|000000", dataset="demonstration", lang="en")
    for label, level, least in (("Counties", "county", 2800), ("Cities", "city", 360)):
        atlas.page.get_by_role("radio", name=label, exact=True).click()
        atlas.wait_until_drawn(f"demonstration|000000|{level}")
        assert atlas.polygons > least


def test_pointing_at_a_province_shows_its_number_and_where_it_is_from(
    app_server: App, visitor: Visitor
) -> None:
    atlas = opened(visitor, app_server, "published|000000", lang="en")
    text = atlas.hover_unit("630000")
    assert text.startswith("Qinghai\n3.78")
    for part in ("stated by the source", "3.94", "place ", " of "):
        assert part in text


@pytest.mark.parametrize(
    ("query", "code", "level"),
    [("贵州省", "520000", "city"), ("zunyi", "520300", "county"), ("520103", "520103", "township")],
)
def test_the_search_box_finds_a_place(
    app_server: App, visitor: Visitor, query: str, code: str, level: str
) -> None:
    atlas = opened(visitor, app_server, "published|000000", lang="en")
    box = atlas.page.get_by_role("textbox", name="Search a place")
    box.fill(query)
    box.press("Enter")
    match = atlas.page.locator(f".st-key-match-{code} button")
    done = atlas.page.locator(f".st-key-to-{code}")
    expect(match.or_(done).first).to_be_visible()
    if match.is_visible():
        match.click()
    atlas.wait_until_drawn(f"published|{code}|{level}")


def test_the_map_is_used_with_the_keyboard_alone(app_server: App, visitor: Visitor) -> None:
    atlas = opened(visitor, app_server, "published|000000", lang="en")
    for _ in range(60):
        atlas.page.keyboard.press("Tab")
        inside = atlas.frame.evaluate("document.hasFocus() && document.activeElement.className || ''")
        if "leaflet-container" in inside:
            break
    else:
        pytest.fail("Tab does not reach the map")
    tip, said = atlas.frame.locator(".atlas-tip strong"), atlas.frame.locator(".atlas-live")
    for key, name in (("n", "Beijing"), ("n", "Tianjin"), ("n", "Hebei"), ("p", "Tianjin")):
        atlas.page.keyboard.press(key)
        expect(tip).to_have_text(name)
        expect(said).to_contain_text(name)
    atlas.page.keyboard.press("Enter")
    atlas.wait_until_drawn("published|120000|county")


def test_clicking_a_bar_looks_into_its_unit(app_server: App, visitor: Visitor) -> None:
    atlas = opened(visitor, app_server, "published|000000", lang="en")
    atlas.page.locator('.st-key-bars [aria-roledescription="bar"][aria-label*="[110000]"]').click()
    atlas.wait_until_drawn("published|110000|county")


def test_the_table_is_shown_and_taken_away_with_the_numbers_of_the_map(
    app_server: App, visitor: Visitor
) -> None:
    atlas = opened(visitor, app_server, "published|000000", lang="en", details="table")
    expect(atlas.page.get_by_test_id("stDataFrame")).to_be_visible()
    atlas.page.get_by_role("button", name="Take away").click()
    with atlas.page.expect_download() as waiting:
        atlas.page.get_by_role("button", name="Table (CSV)").click()
    content = waiting.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    table = {row[1]: dict(zip(rows[0], row, strict=False)) for row in rows[1:36]}
    value = next(name for name in rows[0] if name.startswith("Lawyers per 10,000"))
    assert (table["630000"][value], table["630000"]["As stated"]) == ("3.78", "3.78\u2009per 10,000")
    assert table["710000"]["As stated"] == "outside the reporting scope"
    atlas.page.keyboard.press("Escape")  # the open list of files would lie over the map
    assert atlas.hover_unit("630000").split("\n")[1] == table["630000"]["As stated"]


def test_every_founding_figure_is_found_by_the_search_box_of_the_figures_page(
    app_server: App, visitor: Visitor
) -> None:
    page = visitor.open(app_server.link("/figures", lang="en", grade="founding"))
    expect(page.get_by_text("84 figures")).to_be_visible()
    box = page.get_by_role("textbox", name="Search the figures")
    box.fill("Liaoning rooms")
    box.press("Enter")
    expect(page.get_by_text("84 figures")).to_have_count(0)
    expect(page.get_by_text(re.compile(r"^\d+ figures?$"))).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Take away as CSV").click()
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    assert "over 16,000\u2009rooms" in text
    assert "Liaoning Daily" in text


def test_geometry_that_cannot_be_fetched_is_said_on_the_map(app_server: App, visitor: Visitor) -> None:
    page = visitor.open()
    page.route("**/files/**/provinces.topojson", lambda route: route.abort())
    page.goto(app_server.link(lang="en"))
    atlas = AtlasPage(page)
    page.wait_for_selector(".st-key-map-frame iframe")
    alert = page.frame_locator(".st-key-map-frame iframe").get_by_role("alert")
    expect(alert).to_contain_text("boundaries could not be fetched")
    assert atlas.headline.startswith("about 5.89")


def test_a_bad_link_is_a_sentence_in_the_language_of_the_link(app_server: App, visitor: Visitor) -> None:
    atlas = opened(visitor, app_server, "published|000000", lang="zh", division="999999", period="soon")
    alerts = atlas.page.get_by_role("alert")
    expect(alerts).to_have_count(2)
    for value in ("999999", "soon"):
        expect(alerts.filter(has_text=value)).to_have_count(1)
    assert atlas.page.locator("[data-testid=stException]").count() == 0


def test_a_reload_fetches_no_geometry_again(app_server: App, browser: Browser) -> None:
    # Not through the visitor: where requests are looked at one by one, the browser keeps nothing.
    context = browser.new_context()
    atlas = AtlasPage(context.new_page())
    atlas.page.goto(app_server.link(lang="en"))
    atlas.wait_until_drawn("published|000000")
    fetched = transferred(atlas)
    atlas.page.reload()
    atlas.wait_until_drawn("published|000000")
    assert (len(transferred(atlas)), sum(transferred(atlas))) == (len(fetched), 0)
    assert 0 < sum(fetched) < 60_000
    context.close()


def transferred(atlas: AtlasPage) -> list[int]:
    """The bytes that each boundary file took from the server."""
    sizes: list[int] = atlas.frame.evaluate(
        """performance.getEntriesByType('resource').filter(each => each.name.includes('.topojson'))
           .map(each => each.transferSize)"""
    )
    return sizes

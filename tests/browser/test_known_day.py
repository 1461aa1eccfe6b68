"""In a real browser: the map as it was known on a day, from its link to the tooltip and back to now."""

import csv
import io
import re
from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser.atlas_page import AtlasPage
from tests.browser.settled import settle
from tests.browser.visitor import App, Visitor

# The demonstration figures came in on this day; the published ones when the server of the tests started.
CAME_IN = date(2026, 1, 15)


def test_a_link_to_a_day_shows_what_was_known_then_and_leads_back_to_now(
    invented_app: App, visitor: Visitor
) -> None:
    link = {"dataset": "demonstration", "lang": "en", "indicator": "legal_aid_cases"}
    before = CAME_IN - timedelta(days=1)
    atlas = AtlasPage(visitor.open(invented_app.link(**link, known=before.isoformat())))
    atlas.wait_until_drawn("demonstration|000000|province|legal_aid_cases")
    line = atlas.page.locator(".atlas-known")
    expect(line).to_contain_text("As known on 14 January 2026.")
    assert atlas.headline == "no data"
    assert "As known on 14 January 2026." in atlas.sentence
    assert "no data" in atlas.hover_unit("110000")
    box = atlas.page.locator(".st-key-details").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 720, "the map and what is said of it fit the screen"
    atlas.page.get_by_role("button", name="Back to now").click()
    expect(line).to_have_count(0)
    atlas.wait_until_drawn("demonstration|000000|province|legal_aid_cases")
    assert re.search(r"\d", atlas.headline)
    assert "known=" not in atlas.page.url
    assert re.search(r"\d", atlas.hover_unit("110000").split("\n")[1])


def test_the_table_taken_away_says_of_which_day_it_is(invented_app: App, visitor: Visitor) -> None:
    link = {"dataset": "demonstration", "lang": "en", "indicator": "legal_aid_cases", "details": "table"}
    atlas = AtlasPage(visitor.open(invented_app.link(**link, known=CAME_IN.isoformat())))
    atlas.wait_until_drawn("demonstration|000000|province|legal_aid_cases")
    atlas.page.get_by_role("button", name="Take away").click()
    with atlas.page.expect_download() as waiting:
        atlas.page.get_by_role("button", name="Table (CSV)").click()
    assert "2026-01-15" in waiting.value.suggested_filename
    rows = list(csv.reader(io.StringIO(waiting.value.path().read_text(encoding="utf-8-sig"))))
    assert ["As known on: 15 January 2026"] in rows
    beijing = next(row for row in rows if row[1:2] == ["110000"])
    assert beijing[4] == atlas.hover_unit("110000").split("\n")[1]


def test_the_day_is_chosen_on_the_page(invented_app: App, visitor: Visitor) -> None:
    link = {"dataset": "demonstration", "lang": "en", "indicator": "legal_aid_cases"}
    atlas = AtlasPage(visitor.open(invented_app.link(**link)))
    atlas.wait_until_drawn("demonstration|000000|province|legal_aid_cases")
    now = atlas.headline
    atlas.page.get_by_role("button", name="More options").click()
    atlas.page.locator(".st-key-known [role=spinbutton]").first.click()
    atlas.page.keyboard.type("20260201", delay=40)
    atlas.page.get_by_role("button", name="Sunday, 1 February 2026").click()
    expect(atlas.page.locator(".atlas-known")).to_contain_text("As known on 1 February 2026.")
    settle(atlas.page)
    assert "known=2026-02-01" in atlas.page.url
    assert atlas.headline == now

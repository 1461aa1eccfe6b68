"""What the script in the map frame promises: an honest mark, a look ahead, and clicks that mean one thing."""

import pytest
from playwright.sync_api import Page, Request, expect

from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level
from atlas.maps.geometry import geometry_file
from atlas.maps.painting import palette_of
from atlas.periods import LATEST
from atlas.views.map_view import map_view
from atlas.views.selection import Selection
from atlas.workspace import Workspace
from tests.browser.atlas_page import AtlasPage
from tests.browser.visitor import App, Visitor

PUBLISHED = Selection(Dataset.PUBLISHED, COUNTRY, Level.PROVINCE, "lawyers_per_10k", LATEST, "en")
TILE = "660000"
# Sichuan: in December 2025 some of its units are late with their demonstration figures.
LARGE = "510000"
LOOKS_WHEN_MARKED = """code => {
    const root = document.documentElement, canvas = document.querySelector('.leaflet-units-pane canvas');
    window.looks = [];
    new MutationObserver(() => {
        const box = canvas.getBoundingClientRect(), sharp = canvas.width / box.width;
        const { x, y } = window.atlasMap.pointAt(code);
        const pixel = canvas.getContext('2d').getImageData((x - box.x) * sharp, (y - box.y) * sharp, 1, 1);
        window.looks.push([root.dataset.atlasDrawn, [...pixel.data].slice(0, 3)]);
    }).observe(root, { attributeFilter: ['data-atlas-drawn'] });
}"""


COLOURS_AROUND = """code => {
    const canvas = document.querySelector('.leaflet-units-pane canvas'), box = canvas.getBoundingClientRect();
    const sharp = canvas.width / box.width, { x, y } = window.atlasMap.pointAt(code);
    const square = [(x - box.x) * sharp - 5, (y - box.y) * sharp - 5, 10, 10];
    const { data } = canvas.getContext('2d').getImageData(...square);
    const seen = new Set();
    for (let i = 0; i < data.length; i += 4) {
        seen.add('#' + [...data.slice(i, i + 3)].map(each => each.toString(16).padStart(2, '0')).join(''));
    }
    return [...seen];
}"""


COLOUR_OF_DOT = """([x, y]) => {
    const canvas = document.querySelector('.leaflet-circles-pane canvas');
    const box = canvas.getBoundingClientRect(), sharp = canvas.width / box.width;
    const point = window.map.latLngToContainerPoint([y, x]);
    const place = [Math.round((point.x - box.x) * sharp), Math.round((point.y - box.y) * sharp), 1, 1];
    return [...canvas.getContext('2d').getImageData(...place).data].slice(0, 3);
}"""
DOT = [0xD9, 0x48, 0x0F]


def opened(visitor: Visitor, app: App, **query: str) -> AtlasPage:
    """The map page of published figures at a link, once it is drawn."""
    atlas = AtlasPage(visitor.open(app.link(lang="en", **query)))
    atlas.wait_until_drawn("published")
    return atlas


def looks_ahead(page: Page) -> list[str]:
    """The addresses, from now on, of what the map asks for before a choice is made."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if "next_" in request.url:
            asked.append(request.url)

    page.on("request", note)
    return asked


@pytest.mark.parametrize("code", ["630000", "650000"])
def test_the_map_says_that_it_is_drawn_when_its_pixels_have_the_new_colours(
    app_server: App, visitor: Visitor, workspace: Workspace, code: str
) -> None:
    atlas = opened(visitor, app_server)
    atlas.frame.evaluate(LOOKS_WHEN_MARKED, code)
    atlas.choose("Indicator", "Legal aid cases per 10,000 people")
    atlas.wait_until_drawn("published|000000|province|legal_aid_cases_per_10k")
    view = map_view(workspace, PUBLISHED.with_(indicator="legal_aid_cases_per_10k"))
    unit = view.drawn(code)
    assert unit is not None
    assert unit.shade is not None
    wanted = palette_of(view)[unit.shade]
    for key, colour in atlas.frame.evaluate("window.looks"):
        assert key.startswith("published|000000|province|legal_aid_cases_per_10k")
        assert "#{:02X}{:02X}{:02X}".format(*colour) == wanted


def test_the_first_movement_onto_a_province_already_looks_ahead(app_server: App, visitor: Visitor) -> None:
    atlas = opened(visitor, app_server)
    asked = looks_ahead(atlas.page)
    atlas.page.mouse.move(*atlas.point_of("630000"))
    atlas.page.wait_for_timeout(600)
    assert len(asked) == 1
    assert asked[0].endswith("next_division=630000")


def test_a_province_that_a_closed_list_leaves_under_the_pointer_is_not_looked_into(
    app_server: App, visitor: Visitor
) -> None:
    atlas = opened(visitor, app_server)
    asked = looks_ahead(atlas.page)
    atlas.choose("Indicator", "Law firms")
    atlas.wait_until_drawn("published|000000|province|law_firms")
    atlas.page.wait_for_timeout(600)
    assert [url for url in asked if "next_division" in url] == []


def test_an_incomplete_value_is_hatched_over_its_colour_unless_the_link_hides_that(
    invented_app: App, visitor: Visitor
) -> None:
    month = {"dataset": "demonstration", "period": "2025-12", "indicator": "mediation_success_rate"}
    page = visitor.open(invented_app.link(lang="en", **month))
    painted = page.request.get(invented_app.link("/api/v1/painting", lang="en", **month)).json()
    codes = geometry_file("provinces.topojson", "units").codes
    place = codes.index(LARGE)
    assert painted["incomplete"][place] == "1"
    colour = painted["palette"][int(painted["classes"][place])]
    for link, hatched in ((month, True), ({**month, "completeness": "hidden"}, False)):
        atlas = AtlasPage(visitor.open(invented_app.link(lang="en", **link)))
        atlas.wait_until_drawn("demonstration|000000|province|mediation_success_rate")
        seen = atlas.frame.evaluate(COLOURS_AROUND, LARGE)
        assert colour.lower() in seen
        assert (len(seen) > 1) is hatched
        assert (atlas.frame.locator(".atlas-swatch-incomplete").count() > 0) is hatched


def test_a_county_without_a_centre_is_a_dot_on_the_map_of_its_country_and_a_name_beside_it(
    invented_app: App, visitor: Visitor
) -> None:
    query = {"dataset": "demonstration", "indicator": "county_centre_coverage", "period": "2025-12"}
    atlas = AtlasPage(visitor.open(invented_app.link(lang="en", **query)))
    atlas.wait_until_drawn("demonstration|000000|province|county_centre_coverage")
    painted = atlas.page.request.get(invented_app.link("/api/v1/painting", lang="en", **query)).json()
    dots = painted["dots"]["without"]
    assert dots
    assert all(atlas.frame.evaluate(COLOUR_OF_DOT, dot) == DOT for dot in dots)
    name = atlas.page.locator('[class*="st-key-exception-without-"] button')
    expect(name).to_have_count(len(dots))
    name.first.click()
    atlas.wait_until_drawn("demonstration|")
    expect(atlas.page.locator(".st-key-breadcrumb button")).to_have_count(4)


def test_a_tile_is_clicked_like_a_polygon(app_server: App, visitor: Visitor) -> None:
    atlas = opened(visitor, app_server)
    atlas.frame.locator(".atlas-tiles button").click()
    atlas.wait_until_drawn(f"published|{TILE}|")
    expect(atlas.page.locator(".st-key-breadcrumb button").last).to_contain_text("Xinjiang Production")


def test_dragging_the_map_moves_it_and_chooses_nothing(app_server: App, visitor: Visitor) -> None:
    atlas = opened(visitor, app_server)
    drawn, (x, y) = atlas.drawn, atlas.point_of("630000")
    atlas.page.mouse.move(x, y)
    atlas.page.mouse.down()
    atlas.page.mouse.move(x + 30, y + 10, steps=4)
    atlas.page.mouse.move(x + 60, y + 20, steps=4)
    atlas.page.mouse.up()
    atlas.page.wait_for_timeout(800)
    assert atlas.drawn == drawn
    # It glides a little further than it was pulled.
    assert atlas.point_of("630000")[0] - x >= 60

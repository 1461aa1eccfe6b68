"""The map page as a person uses it: looks at the map in its frame, clicks units, waits until it is drawn."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Frame, Page

from tests.browser.settled import settle

DRAWN = "document.documentElement.dataset.atlasDrawn || ''"


@dataclass(frozen=True)
class AtlasPage:
    """One page with the map on it."""

    page: Page

    def wait_until_drawn(self, key: str) -> str:
        """Wait until map and page show what `key` (the start of dataset|division|level|…|period) says."""
        self.page.wait_for_function(
            """key => {
                const frame = document.querySelector('.st-key-map-frame iframe');
                const root = frame && frame.contentDocument && frame.contentDocument.documentElement;
                const { atlasDrawn, atlasAnnounced, atlasPending } = root ? root.dataset : {};
                // A choice that was foreseen is drawn before the page has heard of it.
                const there = [atlasDrawn, atlasAnnounced].every(each => (each || '').startsWith(key));
                return there && !atlasPending;
            }""",
            arg=key,
        )
        settle(self.page)
        # Until the map has eased to where it goes, a unit is not yet where a click would look for it.
        self.page.wait_for_timeout(450)
        return self.drawn

    @property
    def frame(self) -> Frame:
        """The frame that holds the map."""
        element = self.page.query_selector(".st-key-map-frame iframe")
        assert element is not None
        frame = element.content_frame()
        assert frame is not None
        return frame

    @property
    def drawn(self) -> str:
        """What the map says that it shows."""
        return str(self.frame.evaluate(DRAWN))

    @property
    def polygons(self) -> int:
        """How many polygons the map says that it draws."""
        return int(self.frame.evaluate("document.documentElement.dataset.atlasPolygons"))

    @property
    def headline(self) -> str:
        """The number of the division looked at."""
        return self.page.locator(".atlas-own-value").inner_text()

    @property
    def sentence(self) -> str:
        """The sentence beside the map."""
        return self.page.locator(".atlas-sentence").inner_text()

    def chosen(self, widget: str) -> str:
        """What a select box says that it is set to, found by its key."""
        return self.page.locator(f".st-key-{widget} input").input_value()

    def point_of(self, code: str) -> tuple[float, float]:
        """Where a unit's label is, in pixels of the page."""
        point = self.frame.evaluate("code => window.atlasMap.pointAt(code)", code)
        frame = self.page.locator(".st-key-map-frame iframe")
        frame.scroll_into_view_if_needed()
        box: Any = frame.bounding_box()
        return box["x"] + point["x"], box["y"] + point["y"]

    def click_unit(self, code: str) -> None:
        """Click a unit on the map."""
        self.page.mouse.click(*self.point_of(code))

    def hover_unit(self, code: str) -> str:
        """Point at a unit and read its tooltip."""
        self.page.mouse.move(*self.point_of(code))
        tip = self.frame.locator(".atlas-tip")
        tip.wait_for(state="visible")
        return tip.inner_text()

    def choose(self, label: str, option: str) -> None:
        """Choose an option of a select box, found by its label; typing narrows a long list."""
        box = self.page.get_by_role("combobox", name=label, exact=True)
        box.click()
        box.press_sequentially(option)
        self.page.get_by_role("option", name=option, exact=True).click()

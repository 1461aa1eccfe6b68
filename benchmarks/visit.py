"""Somebody with a real Chromium who changes the indicator or clicks into a province, and a stopwatch."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.serving import Server

SCRIPT = (Path(__file__).with_name("visit.js")).read_text(encoding="utf-8")
MAP_FRAME = 'iframe[title*="st_folium"]'
AIMING = 0.3
"""Seconds between pointing at something and pressing: people need longer, and both pages get the same."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One action: seconds from the click to the painted map, and what it took from the first move on.

    `sent` are bytes on the wire from the server, `payload` the same uncompressed as the page received it over
    its WebSocket, `processor` seconds of the server; whatever is asked for while somebody still aims counts.
    """

    seconds: float
    sent: int
    payload: int
    processor: float


class Visit:
    """One page in a browser context of its own."""

    def __init__(self, browser: Browser, server: Server) -> None:
        context = browser.new_context(
            viewport={"width": 1280, "height": 720}, locale="en-GB", reduced_motion="reduce"
        )
        context.add_init_script(SCRIPT)
        self.server = server
        self.page: Page = context.new_page()
        self.page.set_default_timeout(60_000)
        self.payload = 0
        session = context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.on("Network.webSocketFrameReceived", self._count)

    def open(self, path: str, awaited: str) -> None:
        """Go to an address and wait for its first map; `awaited` is a call of `drawn` or `paths`."""
        self.page.goto(f"{self.server.url}/{path}")
        self.page.evaluate(f"() => {awaited}")
        self.settle()

    def measure(self, aim: Callable[[], Callable[[], None]], awaited: str) -> Measured:
        """Aim, do what `aim` returns, and stop the time until the awaited map is painted."""
        sent, payload = self.server.proxy.sent, self.payload
        processor = self.server.processor_seconds()
        act = aim()
        time.sleep(AIMING)
        self.page.evaluate(f"() => {{ forget(); window.painted = {awaited}; }}")
        act()
        seconds = self.page.evaluate(
            "() => window.painted.then((painted) => (painted - window.acted) / 1000)"
        )
        self.settle()
        return Measured(
            seconds,
            self.server.proxy.sent - sent,
            self.payload - payload,
            self.server.processor_seconds() - processor,
        )

    def indicator(self, name: str) -> Callable[[], Callable[[], None]]:
        """Aim at an indicator: open the list and point at its name; the act is the click on it."""

        def aim() -> Callable[[], None]:
            self.page.bring_to_front()
            box = self.page.get_by_role("combobox", name="Indicator", exact=True)
            box.click()
            box.fill(name)
            option = self.page.get_by_role("option", name=name, exact=True)
            option.hover()
            return option.click

        return aim

    def point(self, where: Callable[[], tuple[float, float]]) -> Callable[[], Callable[[], None]]:
        """Aim at a point of the map frame, found when the page has come to rest; the act is the click."""

        def aim() -> Callable[[], None]:
            time.sleep(AIMING)
            x, y = where()
            box = self.page.locator(MAP_FRAME).bounding_box()
            if box is None:
                raise RuntimeError("there is no map frame to click on")
            self.page.mouse.move(box["x"] + x, box["y"] + y)
            return lambda: self.page.mouse.click(box["x"] + x, box["y"] + y)

        return aim

    def point_of(self, code: str) -> tuple[float, float]:
        """Where in the atlas's map frame a division is drawn, in pixels of the frame."""
        point = self._in_frame(f"window.atlasMap.pointAt('{code}')")
        return float(point["x"]), float(point["y"])

    def path_of(self, place: int) -> tuple[float, float]:
        """The same for the polygon at a place in the file that the peer page drew."""
        x, y = self._in_frame(f"middle({place})")
        return float(x), float(y)

    def _in_frame(self, expression: str) -> Any:
        frame = self.page.locator(MAP_FRAME).element_handle().content_frame()
        if frame is None:
            raise RuntimeError("the map frame has no page")
        return frame.evaluate(f"() => {expression}")

    def settle(self) -> None:
        """Wait until the server has nothing more to send."""
        self.server.proxy.quiet()
        # What the browser tells about its frames is heard only while it is asked something.
        self.page.evaluate("() => null")

    def close(self) -> None:
        """Close the page."""
        self.page.context.close()

    def _count(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        length = len(frame["payloadData"])
        self.payload += length if frame["opcode"] == 1 else length * 3 // 4

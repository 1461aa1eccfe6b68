"""What a browser that has never been here fetches for its first map, and what again on a reload."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser

from benchmarks.changes import atlas_link, drawn
from benchmarks.serving import Server
from benchmarks.visit import Visit

VALUES = "values (all that came over the WebSocket)"
PARTS = {
    ".topojson": "geometry",
    "leaflet": "Leaflet",
    "atlas_map": "map scripts and styles",
    "/component/": "streamlit-folium frame",
}
REST = "the rest of Streamlit and the page"


@dataclass
class Transfers:
    """Bytes on the wire by part of the page, headers included."""

    bytes: Counter[str] = field(default_factory=Counter)
    _parts: dict[str, str] = field(default_factory=dict)

    def watch(self, visit: Visit) -> None:
        """Count from now on."""
        session = visit.page.context.new_cdp_session(visit.page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._finished)

    @property
    def of_map(self) -> int:
        """Everything that belongs to the map itself."""
        return sum(count for part, count in self.bytes.items() if part != REST)

    def _asked(self, event: dict[str, Any]) -> None:
        url = event["request"]["url"]
        self._parts[event["requestId"]] = next((part for sign, part in PARTS.items() if sign in url), REST)

    def _finished(self, event: dict[str, Any]) -> None:
        self.bytes[self._parts.get(event["requestId"], REST)] += int(event["encodedDataLength"])


def first_map(browser: Browser, server: Server, level: str) -> tuple[Transfers, Transfers]:
    """A cold visit to the country at a level of units, and the reload after it."""
    visit = Visit(browser, server)
    cold = Transfers()
    cold.watch(visit)
    streamed = server.proxy.streamed
    visit.open(atlas_link(level), drawn(level))
    cold.bytes[VALUES] = server.proxy.streamed - streamed
    again = Transfers()
    again.watch(visit)
    visit.page.reload()
    visit.page.evaluate(f"() => {drawn(level)}")
    visit.settle()
    visit.close()
    return cold, again

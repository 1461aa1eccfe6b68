"""Somebody with a browser, who can reach the app and nothing else."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route


@dataclass(frozen=True, slots=True)
class App:
    """The served app: its address and the folder that holds its databases."""

    url: str
    data_folder: Path

    def link(self, path: str = "/", **query: str) -> str:
        """The address of one view."""
        parameters = "&".join(f"{key}={value}" for key, value in query.items())
        return f"{self.url}{path}{'?' if parameters else ''}{parameters}"


@dataclass
class Visitor:
    """Opens pages in a Chromium of its own and notes every request to an address that is not the app's.

    Without slots, because Playwright hangs its own attributes on the owner of a handler.
    """

    browser: Browser
    app: App
    strays: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def open(self, url: str = "about:blank", **context: Any) -> Page:
        """A page in a new context (locale, viewport … as Playwright names them), at `url`."""
        settings = {"viewport": {"width": 1280, "height": 720}, "locale": "en-GB", "service_workers": "block"}
        opened = self.browser.new_context(**{**settings, **context})
        opened.route("**/*", self._allow_or_refuse)
        page = opened.new_page()
        page.on("websocket", lambda socket: self._note(socket.url))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(url)
        return page

    def _allow_or_refuse(self, route: Route) -> None:
        if self._note(route.request.url):
            route.abort()
        else:
            route.continue_()

    def _note(self, url: str) -> bool:
        parts = urlsplit(url)
        stray = (
            parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != urlsplit(self.app.url).netloc
        )
        if stray:
            self.strays.append(url)
        return stray

"""Somebody with a browser, who can reach the app and nothing else."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.settled import PATIENCE


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
    """Opens pages in a Chromium that reaches this machine alone, and notes what is asked of any but the app.

    Without slots, because Playwright hangs its own attributes on the owner of a handler.
    """

    browser: Browser
    app: App
    strays: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(self, url: str = "about:blank", **context: Any) -> Page:
        """A page in a new context (locale, viewport … as Playwright names them), at `url`."""
        opened = new_context(self.browser, **context)
        self.contexts.append(opened)
        return self.open_in(opened, url)

    def open_in(self, context: BrowserContext, url: str) -> Page:
        """One more page in a context, whose browser may have been here before, at `url`."""
        page = context.new_page()
        page.on("request", lambda request: self._note(request.url))
        page.on("websocket", lambda socket: self._note(socket.url))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(url)
        return page

    def _note(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != urlsplit(self.app.url).netloc:
            self.strays.append(url)


def new_context(browser: Browser, **context: Any) -> BrowserContext:
    """A browser that has seen nothing yet, on a projector and in English if nothing else is said."""
    settings = {"viewport": {"width": 1280, "height": 720}, "locale": "en-GB", "service_workers": "block"}
    opened = browser.new_context(**{**settings, **context})
    opened.set_default_timeout(PATIENCE)
    return opened

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from tests.browser.visitor import App, Visitor

# An address reserved for documentation: nothing answers there.
ELSEWHERE = "192.0.2.1"


@pytest.fixture
def leaking_app(tmp_path: Path) -> Iterator[App]:
    """A page that asks another machine for a picture and for a socket, and its own server for a text."""
    (tmp_path / "index.html").write_text(
        f"""<img src="http://{ELSEWHERE}/tile.png"><script>
        try {{ new WebSocket("ws://{ELSEWHERE}/telemetry") }} catch (refused) {{}}
        fetch("own.txt").then(answer => answer.text()).then(text => document.title = text)</script>"""
    )
    (tmp_path / "own.txt").write_text("served")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield App(f"http://localhost:{server.server_port}", tmp_path)
    server.shutdown()


def test_a_request_to_another_machine_is_refused_and_noted_while_the_apps_own_pass(
    browser: Browser, leaking_app: App
) -> None:
    visitor, refused = Visitor(browser, leaking_app), []
    page = visitor.open()
    page.on("requestfailed", lambda request: refused.append((request.url, request.failure)))
    page.goto(leaking_app.link())
    page.wait_for_function("document.title === 'served'")
    assert refused == [(f"http://{ELSEWHERE}/tile.png", "net::ERR_NAME_NOT_RESOLVED")]
    assert sorted(visitor.strays) == [f"http://{ELSEWHERE}/tile.png", f"ws://{ELSEWHERE}/telemetry"]
    page.context.close()


def test_a_page_that_stays_at_home_leaves_no_note(browser: Browser, leaking_app: App) -> None:
    visitor = Visitor(browser, leaking_app)
    page = visitor.open(leaking_app.link("/own.txt"))
    assert page.locator("body").inner_text() == "served"
    assert visitor.strays == []
    page.context.close()

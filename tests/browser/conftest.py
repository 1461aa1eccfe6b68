"""The served app and a real Chromium that reaches nothing else."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from atlas.definitions import load_definitions
from atlas.demonstration import make_demonstration
from atlas.divisions import load_divisions
from atlas.ingest.published import load_published
from tests.browser.proxy import RefusingProxy
from tests.browser.settled import PATIENCE, settle
from tests.browser.visitor import App, Visitor

HERE = Path(__file__).parent
START_SECONDS = 90
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # No name and no address but this machine's leads anywhere; asking each request costs twice the time.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]
PROJECTOR: ViewportSize = {"width": 1280, "height": 720}
PHONE: ViewportSize = {"width": 390, "height": 844}
BOTH = (("en", "demonstration"), ("zh", "published"))
"""Both languages and both datasets; English is the longer, and a banner stands over invented figures."""
WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def proxy() -> Iterator[RefusingProxy]:
    """Where the server's own requests to other machines end, and are remembered."""
    refusing = RefusingProxy()
    yield refusing
    refusing.close()


@pytest.fixture(scope="session")
def app_server(
    tmp_path_factory: pytest.TempPathFactory, project: Path, proxy: RefusingProxy
) -> Iterator[App]:
    """The app as `make run` serves it, on a free port, with databases of its own."""
    with serving(tmp_path_factory.mktemp("served"), project, proxy, free_port()) as app:
        yield app


@contextmanager
def serving(folder: Path, project: Path, proxy: RefusingProxy, port: int, *options: str) -> Iterator[App]:
    """Serve the app with its databases in `folder` and further options of Streamlit's."""
    log = folder / "server.log"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    command += ["--server.headless", "true", "--browser.serverAddress", "localhost", *options]
    environment = {**os.environ, **proxy.environment(), "ATLAS_DATA_FOLDER": str(folder)}
    environment["PYTHONFAULTHANDLER"] = "1"
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=project, env=environment, stdout=output, stderr=output)
    try:
        _wait_until_healthy(f"http://localhost:{port}/healthz", process, log)
        yield App(f"http://localhost:{port}", folder)
        assert process.poll() is None, f"the app ended by itself ({process.returncode}): {log.read_text()}"
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture(scope="session")
def invented_app(app_server: App) -> App:
    """The same app once the demonstration figures have been made, for the whole country."""
    definitions, divisions = load_definitions(), load_divisions()
    published = load_published(definitions, divisions)
    make_demonstration(app_server.data_folder / "demonstration.duckdb", divisions, definitions, published)
    return app_server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that `CHROMIUM` names, or the one found on the path."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if executable is None:
        pytest.fail("No Chromium found. Install one, or set CHROMIUM to its path; `make test` does both.")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def visitor(browser: Browser, app_server: App) -> Iterator[Visitor]:
    """Somebody who opens pages; fails the test if any of them asked for anything outside the app."""
    visiting = Visitor(browser, app_server)
    yield visiting
    for context in visiting.contexts:
        context.close()
    assert not visiting.strays, f"requests left the machine: {visiting.strays}"
    assert not visiting.faults, f"scripts failed on a page: {visiting.faults}"


@pytest.fixture
def page(visitor: Visitor) -> Page:
    """An empty page at 1280 × 720 with an English browser."""
    return visitor.open()


@pytest.fixture(scope="session")
def accessibility_faults() -> Callable[[Page], list[str]]:
    """A check of a page and all frames in it against WCAG 2.2 AA; returns one line per fault."""
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

    def check(page: Page) -> list[str]:
        for frame in page.frames:
            frame.evaluate(script)
        result = page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", WCAG_22_AA)
        return [
            f"{fault['id']}: {node['target']} {node['html'][:120]} {node['failureSummary']}"
            for fault in result["violations"]
            for node in fault["nodes"]
        ]

    return check


@pytest.fixture(scope="session")
def suits_everyone(accessibility_faults: Callable[[Page], list[str]]) -> Callable[[Page], None]:
    """Fails where a page has a fault against WCAG 2.2 AA or scrolls sideways, on a projector or a phone."""

    def check(page: Page) -> None:
        for size in (PROJECTOR, PHONE):
            page.set_viewport_size(size)
            settle(page)
            page.wait_for_timeout(400)
            assert accessibility_faults(page) == [], size
            overhang = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(overhang) <= 0, size

    return check


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(url, timeout=2) as answer:  # noqa: S310  (the address is this test's own)
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the app did not start:\n{log.read_text(encoding='utf-8', errors='replace')[-3000:]}")

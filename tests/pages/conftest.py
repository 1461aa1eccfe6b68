"""Pages through Streamlit's own test browser, which shows what a script would draw."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from atlas.workspace import Workspace

OpenPage = Callable[..., AppTest]


@pytest.fixture
def open_page(project: Path, workspace: Workspace) -> OpenPage:
    """Opens a page (map, figures, indicators, about) at a link's query parameters."""

    def opened(page: str = "map", **query: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(project / "atlas" / "ui" / "dashboard.py"), default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        if page == "map":
            return app.run()
        app.run()
        return app.switch_page(str(project / "pages" / f"{page}.py")).run()

    return opened

"""The ASGI application: the pages, and beside them on the same port health, files and the API."""

import contextlib
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from atlas.api.files import serve_file
from atlas.api.read import api
from atlas.problems import AtlasError
from atlas.views.map_view import map_view
from atlas.views.selection import read_selection
from atlas.workspace import open_workspace


async def health(_request: Request) -> Response:
    """Say that the process answers, and what it could not load."""
    try:
        problems = [problem.id for problem in open_workspace().problems]
    except AtlasError as error:
        problems = [problem.id for problem in error.problems]
    return JSONResponse({"status": "ok" if not problems else "degraded", "problems": problems})


def routes() -> list[BaseRoute]:
    """What is served beside the pages."""
    return [
        Route("/healthz", health),
        Route("/files/{digest}/{name:path}", serve_file),
        Mount("/api", api),
    ]


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[dict[str, Any] | None]:
    """Load everything before the first visitor, then take it out of the garbage collector's sight.

    Streamlit collects garbage after every script run; with the geometry and data libraries loaded each
    collection walks some hundred thousand objects that never die, which would cost a tenth of a second per
    click.
    """
    prepare()
    gc.collect()
    gc.freeze()
    yield None


def prepare() -> None:
    """Make the published database where there is none yet, and compute the first view.

    What cannot be loaded is said on the pages, so it must not keep the process from starting.
    """
    with contextlib.suppress(AtlasError):
        workspace = open_workspace()
        map_view(workspace, read_selection({}, workspace, "zh").selection)

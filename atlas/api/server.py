"""The ASGI application: the pages, and beside them on the same port health, files and the API."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from atlas.api.files import serve_file
from atlas.api.read import api
from atlas.workspace import open_workspace


async def health(_request: Request) -> Response:
    """Say that the process answers, and what it could not load."""
    problems = [problem.id for problem in open_workspace().problems]
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

    Streamlit collects garbage after every script run; with the geometry and data libraries loaded each collection walks
    some hundred thousand objects that never die, which would cost a tenth of a second per click.
    """
    open_workspace()
    gc.collect()
    gc.freeze()
    yield None

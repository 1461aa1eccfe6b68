"""The ASGI application: the pages, and beside them on the same port health, files and the API."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from atlas.api.files import serve_file
from atlas.api.read import api
from atlas.api.readiness import get_ready
from atlas.api.session import begin_session, end_session
from atlas.problems import AtlasError
from atlas.workspace import open_workspace


async def health(_request: Request) -> Response:
    """Say that the process answers, and what it could not load."""
    try:
        workspace = open_workspace()
        problems = [problem.id for problem in (*workspace.problems, *workspace.access.problems)]
    except AtlasError as error:
        problems = [problem.id for problem in error.problems]
    return JSONResponse({"status": "ok" if not problems else "degraded", "problems": problems})


def routes() -> list[BaseRoute]:
    """What is served beside the pages."""
    return [
        Route("/healthz", health),
        Route("/files/{digest}/{name:path}", serve_file),
        Route("/session", begin_session, methods=["POST"]),
        Route("/session", end_session, methods=["DELETE"]),
        Mount("/api", api),
    ]


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[dict[str, Any] | None]:
    """Get ready before the first visitor is let in."""
    get_ready()
    yield None

"""Geometry and scripts by URL: fetched once per browser, because the address changes with the content."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from atlas.served_files import MEDIA_TYPES, compressed, content_of, find_served, served_file

FOR_EVER = "public, max-age=31536000, immutable"


async def serve_file(request: Request) -> Response:
    """Serve `/files/<hash>/<name>`; a hash that is no longer true is served, but not kept."""
    path = find_served(request.path_params["name"])
    if path is None:
        return PlainTextResponse("not found", status_code=404)
    file = served_file(path)
    current = request.path_params["digest"] == file.digest
    headers = {
        "Cache-Control": FOR_EVER if current else "no-cache",
        "ETag": f'"{file.digest}"',
        "Content-Encoding": "gzip",
        "Vary": "Accept-Encoding",
    }
    media_type = MEDIA_TYPES[path.suffix]
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        del headers["Content-Encoding"]
        return Response(content_of(path), media_type=media_type, headers=headers)
    return Response(compressed(path, file.digest), media_type=media_type, headers=headers)

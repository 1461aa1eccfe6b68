"""The cookie of a signed-in browser: a page cannot set one, so the browser fetches it here with a ticket."""

from starlette.requests import Request
from starlette.responses import Response

from atlas.access.sessions import COOKIE, TICKET_HEADER
from atlas.workspace import open_workspace

OWN_PAGES = ("same-origin", "none")


async def begin_session(request: Request) -> Response:
    """Exchange a ticket for the cookie; the session that the browser had before ends."""
    sessions = open_workspace().entrance.sessions
    token = sessions.redeem(request.headers.get(TICKET_HEADER, "")) if _is_own(request) else None
    if token is None:
        return Response(status_code=403, headers={"Cache-Control": "no-store"})
    sessions.end(request.cookies.get(COOKIE, ""))
    answer = Response(status_code=204, headers={"Cache-Control": "no-store"})
    answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=_is_encrypted(request))
    return answer


async def end_session(request: Request) -> Response:
    """End the browser's session and take its cookie away."""
    if not _is_own(request):
        return Response(status_code=403, headers={"Cache-Control": "no-store"})
    open_workspace().entrance.sign_out(request.cookies.get(COOKIE, ""))
    answer = Response(status_code=204, headers={"Cache-Control": "no-store"})
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict", secure=_is_encrypted(request))
    return answer


def _is_own(request: Request) -> bool:
    return request.headers.get("sec-fetch-site", "none") in OWN_PAGES


def _is_encrypted(request: Request) -> bool:
    """Whether the browser speaks HTTPS, with this server or with the proxy before it."""
    return "https" in (request.url.scheme, request.headers.get("x-forwarded-proto", ""))

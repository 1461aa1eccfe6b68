"""The cookie of a signed-in browser: whom it is given to, and what it looks like."""

from collections.abc import Callable, Iterator
from http.cookies import SimpleCookie

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from atlas.access.sessions import COOKIE, TICKET_HEADER, Sessions
from atlas.api.server import routes
from atlas.workspace import Workspace

IDLE = 600.0


@pytest.fixture
def client(workspace: Workspace) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes())) as opened:
        yield opened


@pytest.fixture
def sessions(workspace: Workspace) -> Sessions:
    return workspace.entrance.sessions


@pytest.fixture
def token(sessions: Sessions) -> str:
    return sessions.begin("li", "")


def test_a_ticket_is_exchanged_for_a_cookie_that_no_script_and_no_other_site_can_use(
    client: TestClient, sessions: Sessions, token: str
) -> None:
    answer = client.post("/session", headers={TICKET_HEADER: sessions.issue_ticket(token)})
    assert answer.status_code == 204
    assert answer.headers["cache-control"] == "no-store"
    cookie = SimpleCookie(answer.headers["set-cookie"])[COOKIE]
    assert cookie.value == token
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "strict", "/")
    assert (cookie["max-age"], cookie["expires"]) == ("", "")


@pytest.mark.parametrize(
    ("base", "headers", "secure"),
    [
        ("http://testserver", {}, False),
        ("https://testserver", {}, True),
        ("http://testserver", {"x-forwarded-proto": "https"}, True),
    ],
)
def test_over_https_the_cookie_never_travels_in_the_clear(
    client: TestClient, sessions: Sessions, token: str, base: str, headers: dict[str, str], secure: bool
) -> None:
    ticket = {TICKET_HEADER: sessions.issue_ticket(token)}
    answer = client.post(f"{base}/session", headers={**headers, **ticket})
    assert ("secure" in answer.headers["set-cookie"].lower()) is secure


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({}, "no ticket"),
        ({TICKET_HEADER: ""}, "an empty ticket"),
        ({TICKET_HEADER: "guessed"}, "an invented ticket"),
        ({TICKET_HEADER: "{ticket}", "sec-fetch-site": "cross-site"}, "a ticket brought by another site"),
        ({TICKET_HEADER: "{ticket}", "sec-fetch-site": "same-site"}, "a ticket brought by a neighbour"),
    ],
)
def test_without_a_ticket_of_its_own_page_nobody_gets_a_cookie(
    client: TestClient, sessions: Sessions, token: str, headers: dict[str, str], reason: str
) -> None:
    ticket = sessions.issue_ticket(token)
    filled = {name: value.replace("{ticket}", ticket) for name, value in headers.items()}
    answer = client.post("/session", headers=filled)
    assert answer.status_code == 403, reason
    assert "set-cookie" not in answer.headers


def test_a_ticket_is_good_once(client: TestClient, sessions: Sessions, token: str) -> None:
    ticket = {TICKET_HEADER: sessions.issue_ticket(token)}
    assert client.post("/session", headers=ticket).status_code == 204
    assert client.post("/session", headers=ticket).status_code == 403


def test_a_token_is_no_ticket(client: TestClient, token: str) -> None:
    assert client.post("/session", headers={TICKET_HEADER: token}).status_code == 403


def test_a_form_cannot_carry_a_ticket(client: TestClient, sessions: Sessions, token: str) -> None:
    ticket = sessions.issue_ticket(token)
    assert client.post("/session", data={TICKET_HEADER: ticket}).status_code == 403
    assert client.post(f"/session?{TICKET_HEADER}={ticket}").status_code == 403


def test_a_cookie_that_was_there_before_is_worth_nothing_after_signing_in(
    client: TestClient, sessions: Sessions, token: str
) -> None:
    planted = sessions.begin("somebody else", "")
    client.cookies.set(COOKIE, planted)
    client.post("/session", headers={TICKET_HEADER: sessions.issue_ticket(token)})
    assert sessions.find(planted, IDLE) is None
    assert sessions.find(token, IDLE)


def test_signing_out_ends_the_session_and_takes_the_cookie_away(
    client: TestClient, sessions: Sessions, token: str
) -> None:
    client.cookies.set(COOKIE, token)
    answer = client.delete("/session")
    assert answer.status_code == 204
    assert sessions.find(token, IDLE) is None
    assert SimpleCookie(answer.headers["set-cookie"])[COOKIE]["max-age"] == "0"


def test_another_site_signs_nobody_out(client: TestClient, sessions: Sessions, token: str) -> None:
    client.cookies.set(COOKIE, token)
    assert client.delete("/session", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert sessions.find(token, IDLE)


@pytest.mark.parametrize("cookie", ["", "x" * 5000, "%00"])
def test_any_cookie_may_come_back(client: TestClient, cookie: str) -> None:
    assert client.delete("/session", headers={"cookie": f"{COOKIE}={cookie}"}).status_code == 204


def test_looking_at_the_address_does_nothing(client: TestClient) -> None:
    assert client.get("/session").status_code == 405


def test_health_names_a_faulty_access_file(client: TestClient, access_file: Callable[[str], None]) -> None:
    access_file("private_machine: perhaps\n")
    assert client.get("/healthz").json() == {"status": "degraded", "problems": ["bad_definition"]}

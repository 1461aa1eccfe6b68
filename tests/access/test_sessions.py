"""Sessions come to an end, and their tokens tell nothing."""

import pytest

from atlas.access import sessions as module
from atlas.access.sessions import LONGEST_SESSION, TICKET_LIFE, Sessions
from tests.access.conftest import Clock

IDLE = 600.0


@pytest.fixture
def sessions(clock: Clock) -> Sessions:
    return Sessions(clock)


def test_a_token_finds_its_session_and_no_other_text_does(sessions: Sessions) -> None:
    token = sessions.begin("li", "proof")
    found = sessions.find(token, IDLE)
    assert found is not None
    assert (found.name, found.proof) == ("li", "proof")
    for wrong in ("", token[:-1], token + "x", token.swapcase(), "li"):
        assert sessions.find(wrong, IDLE) is None


def test_tokens_are_long_and_never_the_same(sessions: Sessions) -> None:
    tokens = {sessions.begin("li", "") for _ in range(200)}
    assert len(tokens) == 200
    assert min(map(len, tokens)) >= 40


def test_a_token_is_not_kept_as_it_is(sessions: Sessions) -> None:
    token = sessions.begin("li", "")
    assert token not in repr(vars(sessions))


def test_a_session_ends_after_a_time_without_use(sessions: Sessions, clock: Clock) -> None:
    token = sessions.begin("li", "")
    for _ in range(5):
        clock.wait(IDLE)
        assert sessions.find(token, IDLE)
    clock.wait(IDLE + 1)
    assert sessions.find(token, IDLE) is None
    assert sessions.find(token, IDLE * 100) is None


def test_a_session_ends_after_half_a_day_however_busy(sessions: Sessions, clock: Clock) -> None:
    token, lasted = sessions.begin("li", ""), 0.0
    while sessions.find(token, IDLE):
        clock.wait(IDLE / 2)
        lasted += IDLE / 2
    assert LONGEST_SESSION < lasted <= LONGEST_SESSION + IDLE


def test_signing_out_ends_one_session_and_leaves_the_others(sessions: Sessions) -> None:
    one, other = sessions.begin("li", ""), sessions.begin("li", "")
    sessions.end(one)
    sessions.end("no such token")
    assert sessions.find(one, IDLE) is None
    assert sessions.find(other, IDLE)


def test_a_ticket_is_good_once(sessions: Sessions) -> None:
    token = sessions.begin("li", "")
    ticket = sessions.issue_ticket(token)
    assert ticket != token
    assert sessions.is_waiting(ticket)
    assert sessions.redeem(ticket) == token
    assert not sessions.is_waiting(ticket)
    assert sessions.redeem(ticket) is None


def test_a_ticket_is_good_for_half_a_minute(sessions: Sessions, clock: Clock) -> None:
    ticket = sessions.issue_ticket(sessions.begin("li", ""))
    clock.wait(TICKET_LIFE)
    assert not sessions.is_waiting(ticket)
    assert sessions.redeem(ticket) is None


@pytest.mark.parametrize("ticket", ["", "guessed"])
def test_no_other_text_is_a_ticket(sessions: Sessions, ticket: str) -> None:
    sessions.issue_ticket(sessions.begin("li", ""))
    assert sessions.redeem(ticket) is None


def test_what_an_identity_provider_began_ends_only_once(sessions: Sessions, clock: Clock) -> None:
    assert sessions.recognise("provider|1|1000", "li", IDLE)
    clock.wait(IDLE - 1)
    assert sessions.recognise("provider|1|1000", "li", IDLE)
    clock.wait(IDLE + 1)
    assert sessions.recognise("provider|1|1000", "li", IDLE) is None
    assert sessions.recognise("provider|1|1000", "li", IDLE) is None
    assert sessions.recognise("provider|1|2000", "li", IDLE)
    sessions.end("provider|1|2000")
    assert sessions.recognise("provider|1|2000", "li", IDLE) is None


def test_only_so_many_are_kept_and_those_in_use_stay(
    sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_SESSIONS", 10)
    used = sessions.begin("li", "")
    for number in range(50):
        sessions.issue_ticket(sessions.begin(f"person{number}", ""))
        assert sessions.find(used, IDLE)
    assert len(sessions._sessions) == len(sessions._tickets) == 10

"""Signing in, staying in, and being put out."""

import logging
from pathlib import Path

import pytest

from atlas.access import Actor, Entrance, Role
from atlas.access.attempts import FOR_NAME
from atlas.access.sessions import LONGEST_SESSION
from atlas.problems import AtlasError
from tests.access.conftest import Clock

LI = Actor("li", Role.CONTRIBUTOR, ("520100",))
RIGHT = "long enough"
MINUTES = 30


def refusal(entrance: Entrance, name: str, password: str) -> str:
    with pytest.raises(AtlasError) as refused:
        entrance.sign_in(name, password, "10.0.0.1")
    return refused.value.problem.id


def test_name_and_password_begin_a_session_of_the_person(entrance: Entrance) -> None:
    assert entrance.actor_of_session(entrance.sign_in("Li", RIGHT, "10.0.0.1")) == LI


@pytest.mark.parametrize(("name", "password"), [("li", "wrong"), ("nobody", RIGHT), ("", ""), ("li", "")])
def test_a_refusal_does_not_say_what_was_wrong(entrance: Entrance, name: str, password: str) -> None:
    with pytest.raises(AtlasError) as refused:
        entrance.sign_in(name, password, "10.0.0.1")
    assert refused.value.problem.id == "sign_in_refused"
    assert refused.value.problem.fields == {}


@pytest.mark.parametrize("name", ["li", "nobody"])
def test_guessing_is_slowed_down_for_known_and_unknown_names_alike(entrance: Entrance, name: str) -> None:
    answers = [refusal(entrance, name, "wrong password") for _ in range(FOR_NAME.free + 1)]
    assert answers == ["sign_in_refused"] * FOR_NAME.free + ["too_many_attempts"]


def test_while_waiting_not_even_the_right_password_is_looked_at(entrance: Entrance, clock: Clock) -> None:
    for _ in range(FOR_NAME.free):
        refusal(entrance, "li", "wrong password")
    assert refusal(entrance, "li", RIGHT) == "too_many_attempts"
    clock.wait(1)
    assert entrance.sign_in("li", RIGHT, "10.0.0.1")


def test_a_session_ends_after_the_minutes_of_the_access_file(entrance: Entrance, clock: Clock) -> None:
    token = entrance.sign_in("li", RIGHT, "x")
    clock.wait(MINUTES * 60)
    assert entrance.actor_of_session(token) == LI
    clock.wait(MINUTES * 60 + 1)
    assert entrance.actor_of_session(token) is None


def test_every_sign_in_begins_a_session_of_its_own(entrance: Entrance) -> None:
    first, second = entrance.sign_in("li", RIGHT, "x"), entrance.sign_in("li", RIGHT, "x")
    assert first != second
    entrance.sign_out(first)
    assert entrance.actor_of_session(first) is None
    assert entrance.actor_of_session(second) == LI


@pytest.mark.parametrize("token", ["", "li", "guessed"])
def test_nobody_has_an_invented_token(entrance: Entrance, token: str) -> None:
    entrance.sign_in("li", RIGHT, "x")
    assert entrance.actor_of_session(token) is None


def test_another_password_ends_all_sessions(entrance: Entrance) -> None:
    token = entrance.sign_in("li", RIGHT, "x")
    entrance.accounts.add("li", "another long one")
    assert entrance.actor_of_session(token) is None
    assert refusal(entrance, "li", RIGHT) == "sign_in_refused"


def test_a_removed_account_is_out_at_once(entrance: Entrance) -> None:
    token = entrance.sign_in("li", RIGHT, "x")
    entrance.accounts.remove("li")
    assert entrance.actor_of_session(token) is None


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("people:\n  li: {role: viewer}\n", Actor("li", Role.VIEWER, ()), "another role counts at once"),
        ("session_minutes: 30\n", Actor("li", Role.VIEWER, ()), "who is no longer named may only look"),
        ("people: [\n", None, "a faulty file lets nobody in"),
        (None, None, "nor does a missing one"),
    ],
)
def test_a_change_of_the_access_file_counts_from_the_next_click(
    entrance: Entrance, tmp_path: Path, text: str | None, expected: Actor | None, reason: str
) -> None:
    token = entrance.sign_in("li", RIGHT, "x")
    path = tmp_path / "access.yaml"
    if text is None:
        path.unlink()
    else:
        path.write_text(text, encoding="utf-8")
    assert entrance.actor_of_session(token) == expected, reason


def claims_of(clock: Clock, **more: object) -> dict[str, object]:
    return {"iss": "https://id.example", "sub": "7", "iat": clock.now, "email": "x@gz.example", **more}


def test_whom_a_provider_vouches_for_is_let_in_for_a_while(entrance: Entrance, clock: Clock) -> None:
    claims = claims_of(clock)
    assert entrance.actor_of_claims(claims) == Actor("x@gz.example", Role.VIEWER, ())
    clock.wait(MINUTES * 60 + 1)
    assert entrance.actor_of_claims(claims) is None
    assert entrance.actor_of_claims(claims_of(clock)) is not None


def test_a_provider_s_word_is_not_good_for_ever(entrance: Entrance, clock: Clock) -> None:
    old = claims_of(clock)
    clock.wait(LONGEST_SESSION + 1)
    assert entrance.actor_of_claims(old) is None


@pytest.mark.parametrize("iat", [None, "soon", [], "1e9"])
def test_a_word_without_a_date_counts_for_nothing(entrance: Entrance, clock: Clock, iat: object) -> None:
    assert entrance.actor_of_claims(claims_of(clock, iat=iat)) is None


def test_after_signing_out_a_copied_cookie_of_the_provider_s_is_worth_nothing(
    entrance: Entrance, clock: Clock
) -> None:
    claims = claims_of(clock)
    assert entrance.actor_of_claims(claims)
    entrance.sign_out_claims(claims)
    assert entrance.actor_of_claims(claims) is None


def test_an_address_cannot_be_claimed_by_a_local_account(entrance: Entrance) -> None:
    with pytest.raises(AtlasError, match="cannot be the name"):
        entrance.accounts.add("x@gz.example", RIGHT)


def test_no_password_reaches_the_log_or_an_error(
    entrance: Entrance, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    entrance.sign_in("li", RIGHT, "x")
    with pytest.raises(AtlasError) as refused:
        entrance.sign_in("li", "my other secret", "x")
    written = caplog.text + str(refused.value) + repr(refused.value) + repr(refused.value.__context__)
    assert RIGHT not in written
    assert "my other secret" not in written

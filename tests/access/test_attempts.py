"""Whoever guesses passwords is slowed down; whoever mistypes is not."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from atlas.access import attempts
from atlas.access.attempts import FOR_ADDRESS, FOR_NAME, Attempts
from tests.access.conftest import Clock


def guess(tried: Attempts, clock: Clock, name: str, address: str, times: int) -> list[float]:
    """Fail so many times, as soon as it is allowed each time; how long each attempt had to wait."""
    waits = []
    for _ in range(times):
        wait = tried.begin(name, address)
        if wait > 0.0:
            clock.wait(wait)
            assert tried.begin(name, address) == 0.0
        waits.append(wait)
    return waits


def test_after_some_failures_each_further_one_doubles_the_wait(clock: Clock) -> None:
    waits = guess(Attempts(clock), clock, "li", "10.0.0.1", 9)
    assert waits == [0.0] * FOR_NAME.free + [1.0, 2.0, 4.0, 8.0, 16.0]


def test_no_wait_is_longer_than_stated_and_a_day_of_guessing_is_about_a_hundred_guesses(clock: Clock) -> None:
    begun, tried, count, longest = clock.now, Attempts(clock), 0, 0.0
    while clock.now - begun < 86_400:
        longest = max(longest, *guess(tried, clock, "li", f"10.0.{count // 250}.{count % 250}", 1))
        count += 1
    assert longest <= FOR_NAME.longest_wait
    assert 90 < count < 130


def test_a_name_is_guessed_no_faster_from_many_addresses(clock: Clock) -> None:
    tried = Attempts(clock)
    for number in range(FOR_NAME.free):
        assert tried.begin("li", f"10.0.0.{number}") == 0.0
    assert tried.begin("li", "10.0.0.99") == 1.0


def test_an_address_guesses_no_faster_with_many_names(clock: Clock) -> None:
    tried = Attempts(clock)
    for number in range(FOR_ADDRESS.free):
        assert tried.begin(f"person{number}", "10.0.0.1") == 0.0
    assert tried.begin("somebody", "10.0.0.1") == 1.0
    assert tried.begin("somebody", "10.0.0.2") == 0.0


def test_success_forgets_the_failures_of_the_name(clock: Clock) -> None:
    tried = Attempts(clock)
    guess(tried, clock, "li", "10.0.0.1", FOR_NAME.free - 1)
    assert tried.begin("li", "10.0.0.1") == 0.0
    tried.succeeded("li", "10.0.0.1")
    assert guess(tried, clock, "li", "10.0.0.1", FOR_NAME.free) == [0.0] * FOR_NAME.free


def test_a_guesser_with_one_account_of_their_own_is_not_forgiven_for_it(clock: Clock) -> None:
    tried = Attempts(clock)
    for number in range(FOR_ADDRESS.free - 1):
        assert tried.begin(f"person{number}", "10.0.0.1") == 0.0
        assert tried.begin("mine", "10.0.0.1") == 0.0
        tried.succeeded("mine", "10.0.0.1")
    assert tried.begin("one more", "10.0.0.1") == 0.0
    assert tried.begin("another", "10.0.0.1") > 0.0


def test_those_who_sign_in_rightly_never_wait(clock: Clock) -> None:
    tried = Attempts(clock)
    for number in range(500):
        assert tried.begin(f"person{number}", "proxy") == 0.0
        tried.succeeded(f"person{number}", "proxy")


def test_failures_are_forgiven_with_time(clock: Clock) -> None:
    tried = Attempts(clock)
    guess(tried, clock, "li", "10.0.0.1", FOR_NAME.free + 3)
    clock.wait(10 * FOR_NAME.forgiven_every)
    assert guess(tried, clock, "li", "10.0.0.1", FOR_NAME.free) == [0.0] * FOR_NAME.free


def test_attempts_at_the_same_moment_do_not_slip_through_together(clock: Clock) -> None:
    tried = Attempts(clock)
    with ThreadPoolExecutor(16) as pool:
        waits = list(pool.map(lambda number: tried.begin("li", f"10.0.0.{number}"), range(64)))
    assert waits.count(0.0) == FOR_NAME.free


def test_only_so_much_is_remembered(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "MOST_REMEMBERED", 100)
    tried = Attempts(clock)
    for number in range(1000):
        tried.begin(f"person{number}" * 100, f"10.0.0.{number}")
    assert len(tried._failures) == 100
    assert max(map(len, tried._failures)) < 100

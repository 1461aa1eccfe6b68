"""A website whose name points to this machine does not act for whoever uses it."""

import socket

import pytest

from atlas.access.own_address import is_at_this_machine, is_own_address


@pytest.mark.parametrize(
    ("host", "expected", "reason"),
    [
        ("localhost:8501", True, "as everybody opens it"),
        ("LocalHost", True, "in capital letters"),
        ("127.0.0.1:8501", True, "by number"),
        ("[::1]:8501", True, "by the longer number"),
        ("192.168.1.20", True, "by its number in the network"),
        (f"{socket.gethostname()}:80", True, "by its own name"),
        ("evil.example:8501", False, "a website whose name points here"),
        ("localhost.evil.example", False, "one that looks like this machine"),
        ("127.0.0.1.evil.example", False, "one that looks like its number"),
        ("evil.example#localhost", False, "one that hides behind a sign"),
        ("localhost@evil.example", False, "one that hides behind a name"),
        ("[::1", False, "half a number"),
        ("", False, "no name at all"),
    ],
)
def test_only_its_own_names_name_this_machine(host: str, expected: bool, reason: str) -> None:
    assert is_own_address(host) is expected, reason


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (None, True),
        ("127.0.0.1", True),
        ("127.0.0.53", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("::ffff:192.168.1.20", False),
        ("192.168.1.20", False),
        ("172.17.0.1", False),
        ("testclient", False),
    ],
)
def test_this_machine_is_known_by_all_its_numbers(address: str | None, expected: bool) -> None:
    assert is_at_this_machine(address) is expected

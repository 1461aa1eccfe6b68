"""A folder with an access file, and clocks that tests turn by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from atlas.access import Access, Entrance
from atlas.access.attempts import Attempts
from atlas.access.passwords import Passwords
from atlas.access.sessions import Sessions
from atlas.divisions import Divisions, load_divisions


@dataclass
class Clock:
    """Seconds that pass only when told to."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture(scope="session")
def divisions() -> Divisions:
    return load_divisions()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def quick() -> Passwords:
    """Hashes that cost nothing, for tests of everything but the hash."""
    return Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture
def write_access(tmp_path: Path, divisions: Divisions) -> Callable[[str], Access]:
    """Writes the access file and opens it."""

    def write(text: str) -> Access:
        (tmp_path / "access.yaml").write_text(text, encoding="utf-8")
        return Access(tmp_path, divisions)

    return write


@pytest.fixture
def entrance(
    tmp_path: Path, write_access: Callable[[str], Access], quick: Passwords, clock: Clock
) -> Entrance:
    """An entrance with one account, li, a contributor for Guiyang."""
    access = write_access("session_minutes: 30\npeople:\n  li: {role: contributor, divisions: [520100]}\n")
    made = Entrance(tmp_path, access, quick, Attempts(clock), Sessions(clock), today=clock)
    made.accounts.add("li", "long enough")
    return made

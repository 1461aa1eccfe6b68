"""Passwords are kept only as argon2 hashes, and checking one takes equally long for everybody."""

from functools import cached_property
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from atlas.problems import AtlasError, Problem

SHORTEST, LONGEST = 10, 200
# A check takes 64 MB: a crowd at the door must not take all of the machine's.
AT_ONCE = 2


def require_strength(password: str, name: str) -> None:
    """Raise AtlasError "weak_password" for one too short or too long, of few letters, or made of the name.

    Length is what counts; rules about kinds of letters only make people write passwords down.
    """
    plain = password.casefold()
    if not SHORTEST <= len(password) <= LONGEST or len(set(plain)) < 4 or plain.replace(name, "") == "":
        raise AtlasError(Problem("weak_password", {"shortest": str(SHORTEST), "longest": str(LONGEST)}))


class Passwords:
    """Makes and checks hashes."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._room = BoundedSemaphore(AT_ONCE)

    def hash(self, password: str) -> str:
        """The hash to keep."""
        with self._room:
            return self._hasher.hash(password)

    def fits(self, kept: str | None, password: str) -> bool:
        """Whether a password fits a hash. Without a hash the same work is done, and nothing fits."""
        # Made for everybody, so that the first unknown name takes no longer than the first known one.
        nobody = self._nobody
        with self._room:
            try:
                return self._hasher.verify(kept or nobody, password[: LONGEST + 1]) and kept is not None
            except (VerificationError, InvalidHashError):
                return False

    def is_outdated(self, kept: str) -> bool:
        """Whether a hash was made with other parameters than those of today."""
        return self._hasher.check_needs_rehash(kept)

    @cached_property
    def _nobody(self) -> str:
        """A hash that belongs to no account."""
        return self._hasher.hash("nobody has this password")

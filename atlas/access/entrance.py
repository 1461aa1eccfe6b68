"""Signing in and out, and who the bearer of a session is now."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from atlas.access.access import Access
from atlas.access.accounts import Accounts
from atlas.access.actor import Actor
from atlas.access.attempts import Attempts
from atlas.access.passwords import Passwords
from atlas.access.sessions import LONGEST_SESSION, Sessions
from atlas.access.settings import person_key
from atlas.problems import AtlasError, Problem


class Entrance:
    """Where people of an atlas come in: local accounts, and whom an identity provider vouches for.

    What they may do is asked of `access` at every step, so that a change of the access file, a new password
    and a removed account count from the next click on.
    """

    def __init__(
        self,
        folder: Path,
        access: Access,
        passwords: Passwords | None = None,
        attempts: Attempts | None = None,
        sessions: Sessions | None = None,
        today: Callable[[], float] = time.time,
    ) -> None:
        self.accounts = Accounts(folder, passwords or Passwords())
        self.sessions = sessions or Sessions()
        self._access = access
        self._attempts = attempts or Attempts()
        self._today = today

    def sign_in(self, name: str, password: str, address: str) -> str:
        """The token of a new session.

        Raises AtlasError "sign_in_refused", which does not say whether the name or the password is wrong,
        "too_many_attempts", or "damaged_accounts".
        """
        key = person_key(name)
        wait = self._attempts.begin(key, address)
        if wait > 0.0:
            raise AtlasError(Problem("too_many_attempts", {"seconds": str(int(wait) + 1)}))
        if not self.accounts.fits(key, password):
            raise AtlasError(Problem("sign_in_refused"))
        self._attempts.succeeded(key, address)
        self.accounts.renew(key, password)
        return self.sessions.begin(key, self.accounts.hash_of(key) or "")

    def actor_of_session(self, token: str) -> Actor | None:
        """Whose session a token stands for; None once it has ended, or its account or password is another."""
        if not self._is_open:
            return None
        session = self.sessions.find(token, self._idle_seconds)
        if session is None:
            return None
        if self.accounts.hash_of(session.name) != session.proof:
            self.sessions.end(token)
            return None
        return self._access.actor_named(session.name)

    def actor_of_claims(self, claims: Mapping[str, Any]) -> Actor | None:
        """Whom an identity provider vouched for; None once that is too long ago or they have signed out."""
        since = claims.get("iat", 0)
        if not self._is_open or not isinstance(since, int | float):
            return None
        actor = self._access.actor_of_claims(claims)
        if self._today() - since > LONGEST_SESSION or not actor.name:
            return None
        found = self.sessions.recognise(_token_of(claims), actor.name, self._idle_seconds)
        return actor if found else None

    def sign_out(self, token: str) -> None:
        """End a session for good, whoever still has its cookie."""
        self.sessions.end(token)

    def sign_out_claims(self, claims: Mapping[str, Any]) -> None:
        """End the session that an identity provider began, whoever still has its cookie."""
        self.sessions.end(_token_of(claims))

    @property
    def _is_open(self) -> bool:
        return self._access.is_set_up and not self._access.problems

    @property
    def _idle_seconds(self) -> float:
        return self._access.settings.session_minutes * 60.0


def _token_of(claims: Mapping[str, Any]) -> str:
    return "|".join(str(claims.get(part, "")) for part in ("iss", "sub", "iat"))

"""Who has signed in, remembered in this process under random tokens: a restart signs everybody out."""

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from threading import Lock
from time import monotonic
from typing import TypeVar

LONGEST_SESSION = 12 * 3600.0
TICKET_LIFE = 30.0
MOST_SESSIONS = 10_000
COOKIE = "atlas_session"
# A form on another site cannot send a header of its own, and a script there would have to ask first.
TICKET_HEADER = "x-atlas-ticket"

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Session:
    """One signed-in browser: whose it is, what proved it, and when it began and was last used (seconds)."""

    name: str
    proof: str
    began: float
    used: float


class Sessions:
    """Sessions end after a time without use, after half a day whatever happens, and when signed out.

    A page cannot set a cookie, so it hands the browser a ticket, good once and for half a minute, which the
    browser exchanges for the token in a cookie. `clock` returns seconds.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._sessions: OrderedDict[str, Session] = OrderedDict()
        self._ended: OrderedDict[str, None] = OrderedDict()
        self._tickets: OrderedDict[str, tuple[str, float]] = OrderedDict()

    def begin(self, name: str, proof: str) -> str:
        """Begin a session and return its token; `proof` (a password's hash) is given back by `find`."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            now = self._clock()
            self._sessions[_key(token)] = Session(name, proof, now, now)
            _shorten(self._sessions)
        return token

    def recognise(self, token: str, name: str, idle_seconds: float) -> Session | None:
        """The session of a token that an identity provider made: begun when first seen, ended only once."""
        with self._lock:
            key = _key(token)
            if key not in self._sessions and key not in self._ended:
                now = self._clock()
                self._sessions[key] = Session(name, "", now, now)
                _shorten(self._sessions)
        return self.find(token, idle_seconds)

    def find(self, token: str, idle_seconds: float) -> Session | None:
        """The session of a token, used now; None if there is none, or it has come to its end."""
        with self._lock:
            key = _key(token)
            found = self._sessions.get(key)
            if found is None:
                return None
            now = self._clock()
            if now - found.used > idle_seconds or now - found.began > LONGEST_SESSION:
                self._end(key)
                return None
            self._sessions[key] = replace(found, used=now)
            self._sessions.move_to_end(key)
            return found

    def end(self, token: str) -> None:
        """End the session of a token, if there is one."""
        with self._lock:
            self._end(_key(token))

    def _end(self, key: str) -> None:
        if self._sessions.pop(key, None) is not None:
            self._ended[key] = None
            _shorten(self._ended)

    def issue_ticket(self, token: str) -> str:
        """A ticket for the token."""
        ticket = secrets.token_urlsafe(32)
        with self._lock:
            self._tickets[_key(ticket)] = (token, self._clock() + TICKET_LIFE)
            _shorten(self._tickets)
        return ticket

    def is_waiting(self, ticket: str) -> bool:
        """Whether a ticket can still be exchanged."""
        with self._lock:
            _, until = self._tickets.get(_key(ticket), ("", 0.0))
            return self._clock() < until

    def redeem(self, ticket: str) -> str | None:
        """The token of a ticket, once; None for one that is unknown, used or too old."""
        with self._lock:
            token, until = self._tickets.pop(_key(ticket), ("", 0.0))
            return token if self._clock() < until else None


def _key(secret: str) -> str:
    """Secrets are looked up by their hash, so that how long it takes says nothing about them."""
    return sha256(secret.encode()).hexdigest()


def _shorten(kept: OrderedDict[str, Kept]) -> None:
    while len(kept) > MOST_SESSIONS:
        kept.popitem(last=False)

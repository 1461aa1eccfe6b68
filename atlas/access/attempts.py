"""Slows down whoever guesses passwords: after some failures each further one doubles the wait."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from time import monotonic

MOST_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Limit:
    """How many failures are free, how many seconds make up for one, and the longest wait in seconds."""

    free: int
    forgiven_every: float
    longest_wait: float


FOR_NAME = Limit(free=4, forgiven_every=900.0, longest_wait=900.0)
# A whole office may come from the address of one proxy, and must not be shut out by one of its machines.
FOR_ADDRESS = Limit(free=20, forgiven_every=30.0, longest_wait=60.0)


@dataclass(frozen=True, slots=True)
class _Failures:
    count: float
    at: float
    free_at: float


_NONE = _Failures(0.0, 0.0, 0.0)


class Attempts:
    """Failed attempts by name and by address, remembered in memory; the oldest are forgotten first.

    `clock` returns seconds.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._failures: OrderedDict[str, _Failures] = OrderedDict()

    def begin(self, name: str, address: str) -> float:
        """Seconds to wait before an attempt is allowed; 0.0 counts one as failed until `succeeded` is called.

        Counting first means that attempts made at the same moment cannot slip through together.
        """
        limits = _limits(name, address)
        with self._lock:
            now = self._clock()
            wait = max(self._failures.get(key, _NONE).free_at - now for key in limits)
            if wait > 0.0:
                return wait
            for key, limit in limits.items():
                self._count(key, limit, now)
            return 0.0

    def succeeded(self, name: str, address: str) -> None:
        """Forget the failures of this name, and for the address the attempt that was none."""
        by_name, by_address = _limits(name, address)
        with self._lock:
            self._failures.pop(by_name, None)
            found = self._failures.pop(by_address, _NONE)
            if found.count > 1.0:
                self._failures[by_address] = _Failures(found.count - 1.0, found.at, found.at)

    def _count(self, key: str, limit: Limit, now: float) -> None:
        found = self._failures.pop(key, _NONE)
        count = max(found.count - (now - found.at) / limit.forgiven_every, 0.0) + 1.0
        excess = round(count) - limit.free
        wait = min(2.0 ** min(excess, 16), limit.longest_wait) if excess >= 0 else 0.0
        self._failures[key] = _Failures(count, now, now + wait)
        while len(self._failures) > MOST_REMEMBERED:
            self._failures.popitem(last=False)


def _limits(name: str, address: str) -> Mapping[str, Limit]:
    return {f"name:{name[:80]}": FOR_NAME, f"address:{address[:80]}": FOR_ADDRESS}

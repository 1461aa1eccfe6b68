"""What an interval says about a value held against a benchmark."""

from enum import StrEnum

from atlas.statistics.intervals import Interval


class Verdict(StrEnum):
    """Better, similar or worse than the benchmark; higher or lower where neither is good; or nothing."""

    BETTER = "better"
    SIMILAR = "similar"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"


_JUDGED = {
    "higher": {Verdict.HIGHER: Verdict.BETTER, Verdict.LOWER: Verdict.WORSE},
    "lower": {Verdict.HIGHER: Verdict.WORSE, Verdict.LOWER: Verdict.BETTER},
    "none": {},
}


def verdict(
    interval: Interval | None, benchmark: float | None, direction: str, *, itself: bool = False
) -> Verdict:
    """Whether a value differs from the benchmark's by more than its interval allows.

    `direction` says which is better: "higher", "lower" or "none". There is no verdict without an interval,
    without a benchmark, and where the unit is `itself` the benchmark.
    """
    judged = _JUDGED[direction]
    if interval is None or benchmark is None or itself:
        return Verdict.NONE
    if interval.upper < benchmark:
        return judged.get(Verdict.LOWER, Verdict.LOWER)
    if interval.lower > benchmark:
        return judged.get(Verdict.HIGHER, Verdict.HIGHER)
    return Verdict.SIMILAR

"""The way to a target: the monthly pace that is needed from now on, and the one reached in the last year."""

from dataclasses import dataclass
from enum import StrEnum

from atlas.definitions import Target
from atlas.indicators.values import Basis, IndicatorValue

YEAR = 12
NEARLY = 1e-9
"""Paces that differ by less are the same: the difference is one of computing."""


class Progress(StrEnum):
    """How a value stands to its target.

    OVERDUE: the date has come, and the value is short of the target. UNTOLD: the date is past, but the last
    value known is older, so that nobody knows. UNKNOWN: what is needed is known, but no value twelve months
    earlier says at what pace it goes.
    """

    REACHED = "reached"
    ON_PACE = "on_pace"
    BEHIND = "behind"
    OVERDUE = "overdue"
    UNTOLD = "untold"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Pathway:
    """A value on its way to a target.

    `left` is what is still to be gained and `months` the time from the value's own month to the target's;
    `needed` and `pace` are gains per month in the indicator's unit, negative where the target lies below.
    """

    target: Target
    now: IndicatorValue
    left: float
    months: int
    needed: float | None
    pace: float | None
    progress: Progress


def pathway(
    target: Target, direction: str, now: IndicatorValue, earlier: IndicatorValue | None, month: int
) -> Pathway | None:
    """Where `now` stands at the time looked at, whose month is counted as in `Period`; None without a value.

    `earlier` is the same division's value twelve months before; a stated rate and a computed one are two
    measurements, between which there is no pace.
    """
    if now.value is None:
        return None
    due = target.by.year * YEAR + target.by.month - 1
    left, months = target.value - now.value, due - now.period.last
    pace = _pace(now, earlier)
    sign = -1 if direction == "lower" else 1
    needed = None
    if left * sign <= 0:
        progress = Progress.REACHED
    elif months <= 0:
        progress = Progress.OVERDUE
    elif month > due:
        progress = Progress.UNTOLD
    else:
        needed = left / months
        progress = _judged(pace, needed, sign)
    return Pathway(target, now, left, months, needed, pace, progress)


def _pace(now: IndicatorValue, earlier: IndicatorValue | None) -> float | None:
    if earlier is None or earlier.value is None or now.value is None:
        return None
    alike = (earlier.basis is Basis.STATED) == (now.basis is Basis.STATED)
    if not alike or now.period.last - earlier.period.last != YEAR:
        return None
    return (now.value - earlier.value) / YEAR


def _judged(pace: float | None, needed: float, sign: int) -> Progress:
    if pace is None:
        return Progress.UNKNOWN
    return Progress.ON_PACE if sign * (pace - needed) >= -NEARLY else Progress.BEHIND

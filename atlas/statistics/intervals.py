"""How far a proportion or a rate may lie from the truth by chance alone.

Sources: Wilson 1927 and Newcombe & Altman 2000 (proportions); Breslow & Day 1987 (rates).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.stats import chi2, norm
from statsmodels.stats.proportion import proportion_confint

from atlas.statistics.method import Method

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

CONFIDENCE = 0.95
HIGH_CONFIDENCE = 0.998
EXACT_BELOW = 10
"""Fewer events than this, and the limits of a rate are the exact ones."""


class ImpossibleCountsError(ValueError):
    """Counts of which no proportion or rate can be made: negative, infinite, or a part above its whole."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A value between its limits, all in the indicator's unit; `confidence` is 0.95 for 95 %."""

    value: float
    lower: float
    upper: float
    confidence: float
    method: Method


@dataclass(frozen=True, eq=False)
class Intervals:
    """Many intervals at once, NaN where there is none; `exact` marks limits found by Method.EXACT."""

    value: Floats
    lower: Floats
    upper: Floats
    confidence: float
    exact: Bools
    method: Method

    def __len__(self) -> int:
        return len(self.value)

    def __getitem__(self, place: int) -> Interval | None:
        """The interval at one place, or None."""
        if np.isnan(self.lower[place]):
            return None
        method = Method.EXACT if self.exact[place] else self.method
        value, lower, upper = (float(array[place]) for array in (self.value, self.lower, self.upper))
        return Interval(value, lower, upper, self.confidence, method)


def wilson(
    events: float | None, total: float | None, factor: float = 1, confidence: float = CONFIDENCE
) -> Interval | None:
    """The Wilson score interval of events ÷ total × factor; None without either, and where the total is 0.

    Raises ImpossibleCountsError if there are more events than the total, or a number is negative or infinite.
    """
    return wilson_intervals(_one(events), _one(total), factor, confidence)[0]


def byar(
    events: float | None, base: float | None, factor: float = 1, confidence: float = CONFIDENCE
) -> Interval | None:
    """The interval of the rate events ÷ base × factor; None without either, and where the base is 0.

    The events vary as counts do (Poisson), the base is taken as known: Byar's approximation from ten events
    on, below them the exact limits from the chi-square distribution. Raises ImpossibleCountsError if a number
    is negative or infinite.
    """
    return byar_intervals(_one(events), _one(base), factor, confidence)[0]


def wilson_intervals(
    events: Floats, totals: Floats, factor: float = 1, confidence: float = CONFIDENCE
) -> Intervals:
    """`wilson` for arrays of the same length, in which NaN stands for no number."""
    known = known_pairs(events, totals)
    if bool((events > totals)[known].any()):
        raise ImpossibleCountsError(
            f"more events than their total: {_first(events > totals, events, totals)}"
        )
    x, n = events[known], totals[known]
    share = x / n
    lower, upper = proportion_confint(x, n, alpha=1 - confidence, method="wilson")
    # Rounding may put a limit that is 0, 1 or the share itself a hair beyond it.
    limits = np.clip(lower, 0, share), np.clip(upper, share, 1)
    nowhere = np.zeros(len(events), dtype=np.bool_)
    return _intervals(known, (share, *limits), factor, confidence, nowhere, Method.WILSON)


def byar_intervals(
    events: Floats, bases: Floats, factor: float = 1, confidence: float = CONFIDENCE
) -> Intervals:
    """`byar` for arrays of the same length, in which NaN stands for no number."""
    known = known_pairs(events, bases)
    x, base = events[known], bases[known]
    few = x < EXACT_BELOW
    lower, upper = byar_limits(x, confidence)
    lower[few], upper[few] = exact_limits(x[few], confidence)
    exact = np.zeros(len(events), dtype=np.bool_)
    exact[known] = few
    return _intervals(known, (x / base, lower / base, upper / base), factor, confidence, exact, Method.BYAR)


def byar_limits(events: Floats, confidence: float = CONFIDENCE) -> tuple[Floats, Floats]:
    """Byar's limits of a count of events (Breslow & Day 1987, p. 69); for ten events or more."""
    z = norm.ppf((1 + confidence) / 2)
    x, above = np.maximum(events, 1), events + 1
    lower = x * (1 - 1 / (9 * x) - z / (3 * np.sqrt(x))) ** 3
    upper = above * (1 - 1 / (9 * above) + z / (3 * np.sqrt(above))) ** 3
    return lower, upper


def exact_limits(events: Floats, confidence: float = CONFIDENCE) -> tuple[Floats, Floats]:
    """The exact limits of a count of events, from the chi-square distribution (Garwood 1936)."""
    outside = (1 - confidence) / 2
    lower = np.where(events > 0, chi2.ppf(outside, 2 * np.where(events > 0, events, 1)) / 2, 0.0)
    return lower, chi2.isf(outside, 2 * events + 2) / 2


def _one(number: float | None) -> Floats:
    return np.array([np.nan if number is None else number], dtype=np.float64)


def known_pairs(events: Floats, bases: Floats) -> Bools:
    """Where there are both numbers and the base is not 0; ImpossibleCountsError as for `byar`."""
    bad = np.isinf(events) | np.isinf(bases) | (events < 0) | (bases < 0)
    if bool(bad.any()):
        raise ImpossibleCountsError(f"neither may be negative or infinite: {_first(bad, events, bases)}")
    known: Bools = ~np.isnan(events) & (bases > 0)
    return known


def known_shares(events: Floats, totals: Floats) -> Bools:
    """Where there are both numbers and the total is not 0; ImpossibleCountsError as for `wilson`."""
    known = known_pairs(events, totals)
    above = known & (events > totals)
    if bool(above.any()):
        raise ImpossibleCountsError(f"more events than their total: {_first(above, events, totals)}")
    return known


def _first(where: Bools, events: Floats, bases: Floats) -> str:
    place = int(np.argmax(where))
    return f"{events[place]:g} of {bases[place]:g}"


def _intervals(
    known: Bools,
    numbers: tuple[Floats, Floats, Floats],
    factor: float,
    confidence: float,
    exact: Bools,
    method: Method,
) -> Intervals:
    value, lower, upper = np.full((3, len(known)), np.nan)
    for array, found in zip((value, lower, upper), numbers, strict=True):
        array[known] = found * factor
    return Intervals(value, lower, upper, confidence, exact, method)

"""How far units may lie from their pooled value by chance alone, given their sizes (Spiegelhalter 2005).

Of large units nearly all lie outside such limits, for many small reasons that are no news. Then the limits
are widened by the spread between units that the figures themselves show: the additive adjustment for
over-dispersion of the same paper (doi 10.1002/sim.1970), with the extreme tenths winsorised.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt
from scipy.stats import norm
from scipy.stats.mstats import winsorize

from atlas.statistics.intervals import CONFIDENCE, HIGH_CONFIDENCE, Interval, known_pairs, known_shares
from atlas.statistics.method import Method

Floats = npt.NDArray[np.float64]

WINSORISED = 0.1
"""The share of units at either end that count only as far out as the next unit inward."""
ENOUGH_UNITS = 3
"""Of fewer units neither the pooled value nor the spread says anything about the others."""


class Place(StrEnum):
    """Where a unit lies: within all limits, or beyond those at 95 %, or at 99.8 %."""

    WITHIN = "within"
    BEYOND_95 = "beyond_95"
    BEYOND_998 = "beyond_998"


@dataclass(frozen=True, slots=True)
class Funnel:
    """The pooled value of some units and the limits around it, in the indicator's unit.

    `spread` is the standard deviation between units by which the limits were widened, 0 where they were not.
    `dispersion` is the mean squared distance of the units in standard errors: about 1 by chance alone.
    """

    value: float
    spread: float
    dispersion: float
    units: int
    factor: float
    proportion: bool
    method: Method

    def limits(self, bases: Floats, confidence: float = CONFIDENCE) -> tuple[Floats, Floats]:
        """The lower and the upper limit for units with these denominators."""
        errors = _errors(self.value / self.factor, bases, self.proportion) * self.factor
        reach = norm.ppf((1 + confidence) / 2) * np.sqrt(errors**2 + self.spread**2)
        most = self.factor if self.proportion else np.inf
        return np.maximum(self.value - reach, 0), np.minimum(self.value + reach, most)

    def at(self, base: float, confidence: float = CONFIDENCE) -> Interval:
        """The limits around the pooled value for a unit with this denominator."""
        lower, upper = self.limits(np.array([base], dtype=np.float64), confidence)
        return Interval(self.value, float(lower[0]), float(upper[0]), confidence, self.method)

    def place(self, value: float, base: float) -> Place:
        """Where a unit with this value and denominator lies."""
        for confidence, beyond in ((HIGH_CONFIDENCE, Place.BEYOND_998), (CONFIDENCE, Place.BEYOND_95)):
            limits = self.at(base, confidence)
            if not limits.lower <= value <= limits.upper:
                return beyond
        return Place.WITHIN


def funnel_of_proportions(
    events: Floats, totals: Floats, factor: float = 1, *, adjusted: bool = True
) -> Funnel | None:
    """The funnel of the proportions events ÷ totals × factor, one for each unit; NaN where it has none.

    The limits are the normal approximation to the binomial, cut off at 0 and at the factor. Unless `adjusted`
    is false they are widened where the units spread more than by chance. None for fewer than three units.
    Raises ImpossibleCountsError as `wilson` does.
    """
    known = known_shares(events, totals)
    return _funnel(events[known], totals[known], factor, adjusted=adjusted, proportion=True)


def funnel_of_rates(
    events: Floats, bases: Floats, factor: float = 1, *, adjusted: bool = True
) -> Funnel | None:
    """The funnel of the rates events ÷ bases × factor; as for proportions, with counts that vary as Poisson.

    Raises ImpossibleCountsError as `byar` does.
    """
    known = known_pairs(events, bases)
    return _funnel(events[known], bases[known], factor, adjusted=adjusted, proportion=False)


def _funnel(
    events: Floats, bases: Floats, factor: float, *, adjusted: bool, proportion: bool
) -> Funnel | None:
    if len(events) < ENOUGH_UNITS:
        return None
    pooled = float(events.sum() / bases.sum())
    dispersion, variance = _dispersion(events / bases - pooled, _errors(pooled, bases, proportion))
    spread = variance**0.5 if adjusted else 0.0
    method = Method.FUNNEL_ADJUSTED if spread else Method.FUNNEL
    return Funnel(pooled * factor, spread * factor, dispersion, len(events), factor, proportion, method)


def _errors(pooled: float, bases: Floats, proportion: bool) -> Floats:
    """The standard error of a unit's value if its true value were the pooled one."""
    variance = pooled * (1 - pooled) if proportion else pooled
    return np.sqrt(variance / bases)


def _dispersion(distances: Floats, errors: Floats) -> tuple[float, float]:
    """The mean squared distance in standard errors, and the variance between units it leaves unexplained."""
    if not bool((errors > 0).all()):
        return 0.0, 0.0
    scores = np.asarray(winsorize(distances / errors, limits=WINSORISED))
    total, units, weights = float(np.sum(scores**2)), len(scores), errors**-2
    beyond_chance = max(total - (units - 1), 0.0)
    return total / units, beyond_chance / float(weights.sum() - np.sum(weights**2) / weights.sum())

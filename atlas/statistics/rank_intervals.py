"""How far a rank may be from the truth, by drawing every unit's value many times from its interval.

Goldstein & Spiegelhalter 1996: a league table without such intervals says more than its figures know.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.stats import norm

from atlas.statistics.intervals import CONFIDENCE, Interval
from atlas.statistics.method import Method

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int32]

DRAWS = 10_000
SEED = 1996
"""Fixed, so that the same figures always get the same intervals."""
_CELLS = 1_000_000
"""So many drawn values are ranked at a time; it bounds the memory."""


@dataclass(frozen=True, slots=True)
class RankInterval:
    """A place among `of` units, 1 the first, and the places between which it may as well lie.

    `lower` ≤ `place` ≤ `upper`; both are None for a unit whose value has no interval.
    """

    place: int
    lower: int | None
    upper: int | None
    of: int
    tied: bool
    confidence: float = CONFIDENCE
    method: Method = Method.SIMULATED_RANKS


def rank_intervals(
    values: Sequence[float | None],
    intervals: Sequence[Interval | None],
    direction: str = "higher",
    decimals: int | None = None,
) -> tuple[RankInterval | None, ...]:
    """The rank of each value with its interval, in their order; None where there is no value.

    Equal values share the better place; with `decimals`, values that are shown as equal are equal, in every
    draw too. With the direction "lower" the lowest is first, else the highest. A value is drawn from a normal
    distribution whose two halves reach as far as its own two limits do; one without an interval stays where
    it is, and others pass it. The middle 95 % of a unit's drawn places are its interval.
    """
    known = [at for at, value in enumerate(values) if value is not None and value == value]
    if not known:
        return tuple(None for _ in values)
    point = np.array([values[at] for at in known], dtype=np.float64)
    own = [intervals[at] for at in known]
    sign = 1 if direction == "lower" else -1
    places = _places(_score(point[np.newaxis], sign, decimals))[0].tolist()
    shared = Counter(places)
    drawn = _drawn_places(point, own, sign, decimals) if any(own) else (places, places)
    found: list[RankInterval | None] = [None] * len(values)
    for at, place, interval, low, high in zip(known, places, own, *drawn, strict=True):
        lower, upper = (None, None) if interval is None else (min(place, low), max(place, high))
        found[at] = RankInterval(place, lower, upper, len(known), tied=shared[place] > 1)
    return tuple(found)


def _drawn_places(
    point: Floats, intervals: Sequence[Interval | None], sign: int, decimals: int | None
) -> tuple[list[int], list[int]]:
    """The lowest and the highest of the middle 95 % of the places that each unit takes."""
    below = np.array([0.0 if each is None else (each.value - each.lower) / _z(each) for each in intervals])
    above = np.array([0.0 if each is None else (each.upper - each.value) / _z(each) for each in intervals])
    chance = np.random.default_rng(SEED)
    places = np.empty((len(point), DRAWS), dtype=np.int32)
    step = max(_CELLS // len(point), 1)
    for start in range(0, DRAWS, step):
        z = chance.standard_normal((min(step, DRAWS - start), len(point)))
        drawn = point + np.where(z > 0, z * above, z * below)
        places[:, start : start + step] = _places(_score(drawn, sign, decimals)).T
    places.sort(axis=1)
    outside = round(DRAWS * (1 - CONFIDENCE) / 2)
    return places[:, outside].tolist(), places[:, -1 - outside].tolist()


def _z(interval: Interval) -> float:
    return float(norm.ppf((1 + interval.confidence) / 2))


def _score(values: Floats, sign: int, decimals: int | None) -> Floats:
    return sign * (values if decimals is None else np.round(values, decimals))


def _places(scores: Floats) -> Ints:
    """The place of each score in its row, the lowest first; equal ones share the better place."""
    order = np.argsort(scores, axis=1)
    ranked = np.take_along_axis(scores, order, axis=1)
    starts = np.zeros(scores.shape, dtype=np.int32)
    later = np.arange(1, scores.shape[1], dtype=np.int32)
    starts[:, 1:] = np.where(ranked[:, 1:] != ranked[:, :-1], later, 0)
    places = np.empty_like(starts)
    np.put_along_axis(places, order, np.maximum.accumulate(starts, axis=1) + 1, axis=1)
    return places

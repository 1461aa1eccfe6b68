"""Classes of a map: breaks from a named scheme, and the class of each value."""

import math
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import mapclassify
import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]


class Scheme(StrEnum):
    """How breaks are found; `stated` ones are written in indicators.yaml."""

    QUANTILES = "quantiles"
    NATURAL_BREAKS = "natural_breaks"
    EQUAL_INTERVAL = "equal_interval"
    STATED = "stated"


CLASSIFIERS = {
    Scheme.QUANTILES: mapclassify.Quantiles,
    Scheme.NATURAL_BREAKS: mapclassify.FisherJenks,
    Scheme.EQUAL_INTERVAL: mapclassify.EqualInterval,
}


@dataclass(frozen=True, slots=True)
class Classification:
    """Classes by their inner breaks: [lowest, b0), [b0, b1), … [bn, highest]; the outer ones are open."""

    scheme: Scheme
    breaks: tuple[float, ...]

    @property
    def classes(self) -> int:
        """Number of classes."""
        return len(self.breaks) + 1

    def class_of(self, value: float) -> int:
        """The class (from 0) that `value` falls into; a value on a break belongs to the class above."""
        return int(np.searchsorted(self.breaks, value, side="right"))

    def counts(self, values: Sequence[float]) -> tuple[int, ...]:
        """How many of `values` fall into each class."""
        found = np.searchsorted(self.breaks, np.asarray(values, dtype=float), side="right")
        return tuple(int(count) for count in np.bincount(found, minlength=self.classes))


def classify(
    values: Sequence[float | None], scheme: Scheme, classes: int, decimals: int, stated: Sequence[float] = ()
) -> Classification:
    """Find the breaks of `classes` classes over `values`.

    None and NaN are dropped first: mapclassify puts everything into one class when it meets them. Where
    there are fewer distinct values than classes, there are as many classes as values. Breaks are rounded to
    `decimals` so that the legend says what the map does.
    """
    if scheme is Scheme.STATED:
        return Classification(scheme, tuple(stated))
    numbers = np.array([value for value in values if value is not None and not np.isnan(value)], dtype=float)
    distinct = len(np.unique(numbers.round(decimals)))
    wanted = min(classes, distinct)
    if wanted < 2:
        return Classification(scheme, ())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bins = CLASSIFIERS[scheme](numbers, k=wanted).bins
    if scheme is Scheme.EQUAL_INTERVAL:
        inner = {round(float(edge), decimals) for edge in bins[:-1]}
    else:
        # Interpolating between equal values may fall short of them by a rounding error.
        edges = [max(float(edge), float(numbers.min())) for edge in bins[:-1]]
        inner = {_opening(numbers, edge, decimals) for edge in edges if edge < numbers.max()}
    return Classification(scheme, tuple(sorted(edge for edge in inner if edge > numbers.min())))


def _opening(numbers: Numbers, edge: float, decimals: int) -> float:
    """Where the class above `edge` opens: at its lowest value, rounded down if that still parts the classes.

    mapclassify closes a class with its highest value. Here a class is open at its upper end, so an edge taken
    over as it is would push that value into the class above.
    """
    lowest = float(numbers[numbers > edge].min())
    below = float(numbers[numbers <= edge].max())
    step = 10.0**decimals
    rounded = round(math.floor(lowest * step + 1e-9) / step, decimals)
    return rounded if rounded > below else round(lowest, decimals)


def histogram(
    values: Sequence[float], classification: Classification, bins: int
) -> tuple[tuple[int, int], ...]:
    """Counts of `values` in equal bins from lowest to highest, each with the class of its middle."""
    if not values:
        return ()
    counts, edges = np.histogram(np.asarray(values, dtype=float), bins=bins)
    middles = (edges[:-1] + edges[1:]) / 2
    return tuple(
        (int(count), classification.class_of(float(middle)))
        for count, middle in zip(counts, middles, strict=True)
    )

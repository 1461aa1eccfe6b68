"""Split totals into whole numbers that sum to them exactly."""

import numpy as np

from atlas.ingest.demonstration.arrays import Floats, Places

ROUNDS = 90


def apportion(
    weights: Floats,
    totals: Floats,
    offsets: Floats,
    starts: Places,
    caps: Floats | None = None,
    *,
    across_months: bool = False,
) -> Floats:
    """Whole numbers [months, units] in proportion to `weights`, summing to `totals` [months, groups].

    A group is a run of units beginning at one of `starts`. With `across_months` the totals are [1, groups]
    and all months of a group sum to one of them. No number exceeds its cap; a total beyond the sum of the
    caps gives the caps.

    A divisor method: floor(weight × λ + offset) with one λ for each total, found by bisection. A unit never
    loses while its group's total grows, which keeps small stocks from wandering between units. (Balinski and
    Young, Fair Representation, 1982, chapter on divisor methods; a random offset keeps the shares unbiased.)
    """
    sizes = np.diff(np.append(starts, weights.shape[1]))
    limits = np.full_like(weights, np.inf) if caps is None else caps

    def grouped(cells: Floats) -> Floats:
        sums = np.add.reduceat(cells, starts, axis=1)
        return sums.sum(axis=0, keepdims=True) if across_months else sums

    def share(divisor: Floats) -> Floats:
        return np.minimum(np.floor(weights * np.repeat(divisor, sizes, axis=1) + offsets), limits)

    low = np.zeros_like(totals)
    high = _upper(weights, limits, totals, starts)
    wanted = np.minimum(totals, grouped(np.where(weights > 0, limits, 0.0)))
    middle = np.where(grouped(weights) > 0, totals / np.maximum(grouped(weights), 1e-300), 0.0)
    for _ in range(ROUNDS):
        sums = grouped(share(middle))
        if np.array_equal(sums, wanted):
            break
        low = np.where(sums <= wanted, middle, low)
        high = np.where(sums >= wanted, np.minimum(high, middle), high)
        high = np.maximum(high, low)
        middle = (low + high) / 2
    return share(middle)


def _upper(weights: Floats, limits: Floats, totals: Floats, starts: Places) -> Floats:
    """A λ large enough for every unit to reach its cap, or the total where it has none."""
    most = np.where(np.isfinite(limits), limits, totals.max(initial=0.0)) + 1
    needed = np.divide(most, weights, out=np.zeros_like(most), where=weights > 0)
    largest = np.maximum.reduceat(needed, starts, axis=1)
    return np.broadcast_to(largest if len(totals) > 1 else largest.max(axis=0, keepdims=True), totals.shape)

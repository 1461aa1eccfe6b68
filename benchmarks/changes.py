"""Changing the indicator and looking into a province: the atlas and the peer page take turns."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.data import FIRST, INDICATORS, PERIOD
from benchmarks.peer import ROUNDED, polygon_codes
from benchmarks.visit import Measured, Visit

DRILLS = 5
PROVINCE = "510000"
PROVINCE_LEVEL = "city"


@dataclass(frozen=True, slots=True)
class Pair:
    """What the same actions took on both pages."""

    product: tuple[Measured, ...]
    peer: tuple[Measured, ...]

    def medians(self, name: str) -> tuple[float, float]:
        """The medians of one part of what was measured, atlas first."""
        product, peer = (
            statistics.median(getattr(each, name) for each in side) for side in (self.product, self.peer)
        )
        return float(product), float(peer)


def atlas_link(level: str) -> str:
    """The link of a national map of the demonstration figures."""
    parts = {
        "dataset": "demonstration",
        "level": level,
        "indicator": FIRST,
        "period": PERIOD,
        "lang": "en",
    }
    return "?" + "&".join(f"{name}={value}" for name, value in parts.items())


def drawn(level: str, indicator: str = FIRST, division: str = "000000") -> str:
    """What a page is waiting for until the atlas has painted this view."""
    return f"drawn('demonstration|{division}|{level}|{indicator}|{PERIOD}')"


def indicator_changes(product: Visit, peer: Visit, names: Sequence[str], folder: Path) -> tuple[Pair, Pair]:
    """Every indicator once, then again: what is computed for a first visitor is kept for the next."""
    paths = f"paths({len(polygon_codes(folder, 'counties'))})"
    product.open(atlas_link("county"), drawn("county"))
    peer.open("?polygons=counties", paths)
    rounds = []
    for _ in range(2):
        ours, theirs = [], []
        for indicator, name in zip(INDICATORS, names, strict=True):
            ours.append(product.measure(product.indicator(name), drawn("county", indicator)))
            theirs.append(peer.measure(peer.indicator(name), paths))
        rounds.append(Pair(tuple(ours), tuple(theirs)))
    return rounds[0], rounds[1]


def rounded_changes(peer: Visit, names: Sequence[str], folder: Path) -> tuple[Measured, ...]:
    """The same on the peer page with rounded coordinates, as careful people write them."""
    paths = f"paths({len(polygon_codes(folder, ROUNDED))})"
    peer.open(f"?polygons={ROUNDED}", paths)
    return tuple(peer.measure(peer.indicator(name), paths) for name in names)


def drills(product: Visit, peer: Visit, folder: Path) -> Pair:
    """A click from the country's provinces into one of them, whose boundaries the browser has already."""
    whole, part = (f"paths({len(polygon_codes(folder, name))})" for name in ("provinces", PROVINCE))
    place = polygon_codes(folder, "provinces").index(PROVINCE)
    ours, theirs = [], []
    for repeat in range(DRILLS + 1):
        product.open(atlas_link("province"), drawn("province"))
        inside = drawn(PROVINCE_LEVEL, division=PROVINCE)
        measured = product.measure(product.point(lambda: product.point_of(PROVINCE)), inside)
        peer.open("?polygons=provinces", whole)
        other = peer.measure(peer.point(lambda: peer.path_of(place)), part)
        # The first click fetches the province's boundaries.
        if repeat:
            ours.append(measured)
            theirs.append(other)
    return Pair(tuple(ours), tuple(theirs))

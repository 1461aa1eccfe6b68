"""How much of a measure each province has at each date: published where it is, invented elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from atlas.definitions import Definitions, Measure
from atlas.ingest.demonstration.anchors import Anchors
from atlas.ingest.demonstration.arrays import Flags, Floats
from atlas.ingest.demonstration.chance import factors, uniform
from atlas.ingest.demonstration.irregularities import IMPROVING
from atlas.ingest.demonstration.months import LAST_MONTH
from atlas.ingest.demonstration.scales import shape_of
from atlas.ingest.demonstration.shapes import PerPeople, Shape, Share

_PEOPLE = 40_000_000.0
"""Residents of a province without a published figure."""
_MIDDLE = LAST_MONTH - 17.5
_FASTER = 0.06
_STEP_UP = 0.06


@dataclass(frozen=True)
class Totals:
    """Values [dates, provinces], and where they are published figures that must come out exactly."""

    values: Floats
    exact: Flags


class Sizes:
    """The size of every measure in every province."""

    def __init__(self, definitions: Definitions, anchors: Anchors, provinces: Sequence[str]) -> None:
        self._definitions = definitions
        self._anchors = anchors
        self._people = {
            province: self._latest("population", province) or _PEOPLE for province in ("000000", *provinces)
        }
        self.shapes: Mapping[str, Shape] = {
            name: shape_of(measure, self._published_rate(measure), definitions.measures)
            for name, measure in definitions.measures.items()
        }

    def people(self, province: str) -> float:
        """Residents by the latest published figure."""
        return self._people.get(province, _PEOPLE)

    def calibrated(
        self, measure: Measure, provinces: Sequence[str], dates: tuple[int, ...], invented: Floats
    ) -> Totals:
        """`invented` [dates, provinces], replaced wherever a province has a published figure.

        Figures inside the dates come out exactly; figures before or after them are carried over by growth. A
        point between two dates belongs to the later one.
        """
        values, exact = np.array(invented), np.zeros(invented.shape, dtype=np.bool_)
        for place, province in enumerate(provinces):
            known = _snapped(self._anchors.of(measure.id, province), dates)
            curve = Anchors({(measure.id, province): known}).curve(
                measure.id, province, dates, self.growth(measure, province)
            )
            if curve is not None:
                values[:, place] = curve
            exact[:, place] = [date in known for date in dates]
            values[exact[:, place], place] = [known[date] for date in dates if date in known]
        return Totals(values, exact)

    def per_people(
        self, measure: Measure, shape: PerPeople, provinces: Sequence[str], dates: tuple[int, ...]
    ) -> Floats:
        """Invented totals [dates, provinces] of a measure that follows the number of people."""
        columns = []
        for province in provinces:
            growth = self.growth(measure, province)
            spread = 0.75 * shape.spread
            rate = shape.rate / 10_000 * float(factors(spread, (1,), "province", measure.id, province)[0])
            start = rate * self.people(province)
            stated = self.stated(measure, "population", province, dates)
            years = (np.array(dates) - _MIDDLE) / 12
            level = start * (1 + growth) ** years if stated is None else stated * self.people(province)
            columns.append(np.maximum(level, self._needed(measure, province, dates)))
        return np.stack(columns, axis=1)

    def shares(
        self, measure: Measure, shape: Share, provinces: Sequence[str], dates: tuple[int, ...]
    ) -> Floats:
        """What share of the other measure each province has at each date: [dates, provinces]."""
        columns = []
        run = np.clip((np.array(dates) - (LAST_MONTH - 35)) / 35, 0, 1)
        for province in provinces:
            stated = self.stated(measure, shape.of, province, dates)
            base = shape.low + (shape.high - shape.low) * uniform((1,), "share", measure.id, province)[0]
            share = np.clip(base + (shape.high - shape.low) * 0.1 * (run - 0.5), shape.low, shape.high)
            if stated is not None:
                share = np.minimum(stated, 1.0) if shape.is_part else stated
            elif self.improves(measure, province):
                start = max(shape.low - _STEP_UP * shape.high, 0)
                share = start + (shape.high - start) * run
            columns.append(share)
        return np.stack(columns, axis=1)

    def stated(
        self, measure: Measure, denominator: str, province: str, dates: tuple[int, ...]
    ) -> Floats | None:
        """The quotient that sources state for this measure over `denominator`; None if nothing is stated."""
        for indicator in self._definitions.using(measure.id):
            if indicator.stated and (indicator.numerator, indicator.denominator) == (measure.id, denominator):
                growth = self.growth(measure, province) if denominator == "population" else 0.0
                curve = self._anchors.curve(indicator.stated, province, dates, growth)
                return None if curve is None else curve / indicator.factor
        return None

    def growth(self, measure: Measure, province: str) -> float:
        """Growth a year."""
        shape = self.shapes[measure.id]
        growth = shape.growth if isinstance(shape, PerPeople) else 0.03 if isinstance(shape, Share) else 0.01
        return growth + (_FASTER if self.improves(measure, province) else 0)

    def improves(self, measure: Measure, province: str) -> bool:
        """Whether this is the improving province and more of the measure is better."""
        better = any(
            indicator.direction == "higher" and indicator.numerator == measure.id
            for indicator in self._definitions.using(measure.id)
        )
        return province == IMPROVING and better

    def curve(self, measure: str, province: str, dates: tuple[int, ...]) -> Floats | None:
        """Published values carried to `dates` without growth, or None."""
        return self._anchors.curve(measure, province, dates, 0.0)

    def _needed(self, measure: Measure, province: str, dates: tuple[int, ...]) -> Floats:
        """The least that leaves room for the published parts."""
        least = np.zeros(len(dates))
        for name, shape in self.shapes.items():
            if isinstance(shape, Share) and shape.is_part and shape.of == measure.id:
                part = self._definitions.measures[name]
                curve = self._anchors.curve(name, province, dates, self.growth(part, province))
                own = self._needed(part, province, dates)
                wanted = own if curve is None else np.maximum(own, curve)
                least = np.maximum(least, wanted * 1.02 / shape.high)
        return least

    def _published_rate(self, measure: Measure) -> float | None:
        rates = [
            value / self.people(province) * 10_000
            for province in self._people
            if (value := self._latest(measure.id, province))
        ]
        return median(rates) if rates else None

    def _latest(self, measure: str, division: str) -> float | None:
        known = self._anchors.of(measure, division)
        return known[max(known)] if known else None


def _snapped(known: Mapping[int, float], dates: tuple[int, ...]) -> dict[int, float]:
    moved: dict[int, float] = {}
    step = dates[-1] - dates[-2] if len(dates) > 1 else 1
    for month in sorted(known):
        later = [date for date in dates if month <= date < month + step]
        moved[later[0] if later and month not in dates else month] = known[month]
    return moved

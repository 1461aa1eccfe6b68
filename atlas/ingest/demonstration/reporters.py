"""Who reports at each level, how many people live there, and which units lie inside which."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from atlas.definitions import Measure
from atlas.divisions import COUNTRY, Division, Divisions, Level, Scope
from atlas.ingest.demonstration.anchors import CORPS_TOPIC
from atlas.ingest.demonstration.arrays import Flags, Floats, Places
from atlas.ingest.demonstration.chance import factors

Scalar = TypeVar("Scalar", np.float64, np.bool_)
NO_REPORTS = frozenset({"350527"})
"""Kinmen stands in the register of divisions, but does not report to the province."""
_URBAN = {"区": 1.7, "市": 0.95, "县": 0.6, "旗": 0.6}
_SETTLED = {"道": 1.7, "镇": 1.0, "乡": 0.5}
_CAPITAL = 1.7


@dataclass(frozen=True)
class Reporters:
    """The units that report at one level, province by province; together they cover every province once.

    Where a branch has no unit of the level, the nearest unit reports instead: `levels` says what each is.
    `people` holds each unit's share of its province's residents, `urban` how urban it is (1 is average).
    """

    level: Level
    codes: tuple[str, ...]
    provinces: tuple[str, ...]
    starts: Places
    levels: tuple[Level, ...]
    people: Floats
    urban: Floats

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def own_level(self) -> Flags:
        """Which units are of the level themselves."""
        return np.array([level is self.level for level in self.levels])

    @cached_property
    def sizes(self) -> Places:
        """How many units each province has."""
        return np.diff(np.append(self.starts, len(self.codes)))

    def by_province(self, cells: Floats) -> Floats:
        """Sums [months, provinces] of cells [months, units]."""
        return np.add.reduceat(cells, self.starts, axis=1)

    def spread(self, values: npt.NDArray[Scalar]) -> npt.NDArray[Scalar]:
        """Values [months, provinces] repeated for every unit."""
        return np.repeat(values, self.sizes, axis=1)

    def draw(self, months: int, make: Callable[[tuple[int, int], str], Floats]) -> Floats:
        """`make(shape, province)` for each province, side by side: [months, units]."""
        parts = [
            make((months, size), province) for province, size in zip(self.provinces, self.sizes, strict=True)
        ]
        return np.concatenate(parts, axis=1)


class Country:
    """The reporters of all levels, and the Corps."""

    def __init__(self, divisions: Divisions) -> None:
        self._divisions = divisions
        counties = [unit for unit in divisions.units(COUNTRY, Level.COUNTY) if _reports(unit)]
        towns = [_townships(divisions, county) for county in counties]
        leaves = sorted((unit for each in towns for unit in each), key=lambda unit: unit.code)
        weights = _weights(divisions, leaves)
        provinces = [unit for unit in divisions.units(COUNTRY, Level.PROVINCE) if _reports(unit)]
        cities = [unit for unit in divisions.units(COUNTRY, Level.CITY) if _reports(unit)]
        self._homes: dict[tuple[Level, Level], Places] = {}
        self._units = {
            Level.TOWNSHIP: leaves,
            Level.COUNTY: sorted(counties, key=lambda unit: unit.code),
            Level.CITY: cities,
            Level.PROVINCE: provinces,
        }
        self._reporters = {level: self._level(level, weights) for level in self._units}
        self.corps = _corps(divisions)

    def __getitem__(self, level: Level) -> Reporters:
        return self._reporters[level]

    @property
    def provinces(self) -> tuple[str, ...]:
        """The provinces that report, in code order."""
        return self._reporters[Level.PROVINCE].provinces

    def of(self, measure: Measure) -> Reporters | None:
        """Who reports this measure; None if the tree has nobody who could."""
        if measure.topic == CORPS_TOPIC:
            return self.corps
        return self._reporters[Level(measure.reported_by)]

    def home(self, fine: Level, coarse: Level) -> Places:
        """For each reporter of the finer level, the place of the reporter of the coarser level around it."""
        if (fine, coarse) not in self._homes:
            places = {unit.code: place for place, unit in enumerate(self._units[coarse])}
            found = [self._around(unit.code, places) for unit in self._units[fine]]
            self._homes[fine, coarse] = np.array(found, dtype=np.int64)
        return self._homes[fine, coarse]

    def name(self, code: str) -> str:
        """The Chinese name of a division."""
        return self._divisions[code].name_zh

    def _around(self, code: str, places: dict[str, int]) -> int:
        return next(places[above.code] for above in self._divisions.path(code) if above.code in places)

    def _level(self, level: Level, weights: Floats) -> Reporters:
        units = self._units[level]
        people, urban = weights
        if level is not Level.TOWNSHIP:
            home = self.home(Level.TOWNSHIP, level)
            sums = np.bincount(home, people, len(units))
            people, urban = sums, np.bincount(home, people * urban, len(units)) / np.maximum(sums, 1e-12)
        return _reporters(level, units, people, urban)


def _reporters(level: Level, units: list[Division], people: Floats, urban: Floats) -> Reporters:
    heads = [unit.code[:2] + "0000" for unit in units]
    provinces = tuple(dict.fromkeys(heads))
    starts = np.array([heads.index(province) for province in provinces], dtype=np.int64)
    return Reporters(
        level=level,
        codes=tuple(unit.code for unit in units),
        provinces=provinces,
        starts=starts,
        levels=tuple(unit.level for unit in units),
        people=people,
        urban=urban,
    )


def _weights(divisions: Divisions, leaves: list[Division]) -> Floats:
    people, urban = np.empty(len(leaves)), np.empty(len(leaves))
    seen: dict[str, tuple[float, float]] = {}
    for place, unit in enumerate(leaves):
        home = unit.parent if unit.level is Level.TOWNSHIP and unit.parent else unit.code
        if home not in seen:
            crowding = float(factors(0.35, (1,), "people", home)[0])
            seen[home] = crowding, _urban(divisions[home])
        crowding, urban[place] = seen[home]
        own = float(factors(0.45, (1,), "people", unit.code)[0])
        alone = 1.0 if unit.level is Level.TOWNSHIP else 8.0
        settled = _SETTLED.get(unit.name_zh[-1:], 0.7)
        people[place] = crowding * own * alone * settled * urban[place] ** 0.5
    provinces = np.array([unit.code[:2] for unit in leaves])
    for province in np.unique(provinces):
        people[provinces == province] /= people[provinces == province].sum()
    return np.stack([people, urban])


def _urban(home: Division) -> float:
    capital = _CAPITAL if home.code[2:4] == "01" and home.code[:2] not in {"11", "12", "31", "50"} else 1.0
    return _URBAN.get(home.name_zh[-1:], 0.6) * capital


def _townships(divisions: Divisions, county: Division) -> Iterable[Division]:
    return [unit for unit in divisions.children(county.code) if _reports(unit)] or [county]


def _reports(unit: Division) -> bool:
    return unit.scope is Scope.REPORTING and unit.code not in NO_REPORTS


def _corps(divisions: Divisions) -> Reporters | None:
    units = [unit for unit in divisions.units(COUNTRY, Level.PROVINCE) if unit.scope is Scope.CORPS]
    if not units:
        return None
    ones = np.ones(len(units))
    return _reporters(Level.PROVINCE, units, ones, ones)

"""Every unit of a circle with one indicator: value, interval, place among the others, verdict."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from atlas.definitions import Definitions, Indicator, Unit
from atlas.divisions import Division, Level
from atlas.indicators import IndicatorValue, intervals_of, rank_intervals_of
from atlas.statistics.intervals import Interval
from atlas.statistics.rank_intervals import RankInterval
from atlas.statistics.verdict import Verdict
from atlas.views.comparison.circle import circle_of
from atlas.views.comparison.link import Compared
from atlas.views.evaluations import values_asked
from atlas.views.selection import Selection
from atlas.views.spine import benchmark_value, is_rate, judged
from atlas.workspace import Workspace

COUNTED = ("count", "person")
"""Families of units that count things: of money and hours no interval can be made."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One division with one indicator; `rank` is its place in the league, `verdict` that on the benchmark."""

    division: Division
    value: IndicatorValue
    interval: Interval | None
    rank: RankInterval | None
    verdict: Verdict


@dataclass(frozen=True, eq=False)
class League:
    """The standings of all units at `level` within `within`, in the register's order.

    `benchmark` is the value of `within` itself, or of the country where it has none; a count has no
    benchmark, for it grows with the size of the place.
    """

    indicator: Indicator
    unit: Unit
    within: Division
    level: Level
    standings: tuple[Standing, ...]
    benchmark: IndicatorValue | None

    @cached_property
    def ranked(self) -> tuple[Standing, ...]:
        """Those that have a value, from the highest down."""
        valued = [each for each in self.standings if each.value.value is not None]
        return tuple(sorted(valued, key=lambda each: -(each.value.value or 0.0)))

    @cached_property
    def has_intervals(self) -> bool:
        """Whether any unit has an interval."""
        return any(each.interval is not None for each in self.standings)

    def of(self, division: Division) -> Standing | None:
        """The standing of one division, or None where it is not among the units."""
        return self._by_code.get(division.code)

    @cached_property
    def _by_code(self) -> dict[str, Standing]:
        return {each.division.code: each for each in self.standings}


def league_of(workspace: Workspace, compared: Compared, indicator: str) -> League:
    """The league that the compared divisions are in, kept until the figures change."""
    circle = circle_of(workspace, compared.divisions)
    asked = compared.selection.of_values.with_(
        indicator=indicator, division=circle.within.code, level=circle.level
    )
    return _league(workspace, workspace.version(asked.dataset), asked, compared.full_counts)


def standings_of(workspace: Workspace, compared: Compared, indicator: str) -> tuple[Standing, ...]:
    """The standings of the compared divisions, in the order in which they were chosen."""
    league = league_of(workspace, compared, indicator)
    return tuple(found for found in map(league.of, compared.divisions) if found is not None)


def with_interval(definitions: Definitions, indicator: Indicator) -> Indicator:
    """The indicator with the interval that its counts would have if they were a sample.

    An indicator of full counts has none of its own: such an interval says how stable a small number is, not
    what the truth is.
    """
    numerator = definitions.measures.get(indicator.numerator or "")
    if indicator.interval != "none" or numerator is None or not (indicator.coverage or indicator.denominator):
        return indicator
    if definitions.unit_of(numerator).family not in COUNTED:
        return indicator
    kind = "wilson" if indicator.factor == 100 else "byar"
    return indicator.model_copy(update={"interval": kind})


@lru_cache(maxsize=512)
def _league(workspace: Workspace, _version: str, asked: Selection, full_counts: bool) -> League:
    definitions = workspace.definitions
    indicator, within = definitions.indicators[asked.indicator], workspace.divisions[asked.division]
    values = values_asked(workspace, asked)
    benchmark = (
        benchmark_value(workspace, asked, indicator.id, within) if is_rate(workspace, indicator) else None
    )
    counted = with_interval(definitions, indicator) if full_counts else indicator
    intervals, places = intervals_of(counted, values), rank_intervals_of(counted, values)
    standings = tuple(
        Standing(
            division=workspace.divisions[value.division],
            value=value,
            interval=interval,
            rank=place,
            verdict=judged(indicator, value, benchmark, interval),
        )
        for value, interval, place in zip(values, intervals, places, strict=True)
    )
    return League(indicator, definitions.unit_of(indicator), within, asked.level, standings, benchmark)

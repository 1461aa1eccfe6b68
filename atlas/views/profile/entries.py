"""Every indicator of one division: its value, its place among its siblings, and what it is held against."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from atlas.datasets import Dataset
from atlas.definitions import Indicator, Unit
from atlas.divisions import Division
from atlas.indicators import IndicatorValue, interval_of, of_one_time, rank_intervals_of
from atlas.periods import Period
from atlas.statistics.intervals import Interval
from atlas.statistics.rank_intervals import RankInterval
from atlas.statistics.verdict import Verdict
from atlas.views.evaluations import Grades, value_asked, values_of_units
from atlas.views.selection import Selection
from atlas.views.spine import benchmark_of, benchmark_value, is_rate, judged
from atlas.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator of the division.

    `benchmark` is the value of the parent, or of the country where that has none; a count has none, for the
    whole says nothing about its part. `rank` is the place among the siblings that a map of the parent draws.
    `verdict` is what the interval says, `side` the plain comparison of what is shown: better, similar or
    worse, higher or lower, and none where there is nothing of its time to compare with.
    """

    indicator: Indicator
    unit: Unit
    value: IndicatorValue
    benchmark: IndicatorValue | None
    interval: Interval | None
    rank: RankInterval | None
    verdict: Verdict
    side: Verdict


def entries_of(workspace: Workspace, selection: Selection) -> tuple[Entry, ...]:
    """All indicators of the selected division in the order of the definitions, with a value or without."""
    chosen = selection
    return _entries(
        workspace,
        workspace.version(chosen.dataset),
        chosen.of_values.with_(indicator="", level=workspace.first_level(chosen.division)),
    )


@lru_cache(maxsize=64)
def _entries(workspace: Workspace, _version: str, selection: Selection) -> tuple[Entry, ...]:
    division = workspace.divisions[selection.division]
    return tuple(
        _entry(workspace, selection, division, indicator)
        for indicator in workspace.definitions.indicators.values()
    )


def _entry(workspace: Workspace, selection: Selection, division: Division, indicator: Indicator) -> Entry:
    value = value_asked(workspace, selection, indicator=indicator.id, division=division.code)
    interval, benchmark = interval_of(indicator, value), None
    if value.value is not None and is_rate(workspace, indicator):
        benchmark = benchmark_value(workspace, selection, indicator.id, benchmark_of(workspace, [division]))
    return Entry(
        indicator=indicator,
        unit=workspace.definitions.unit_of(indicator),
        value=value,
        benchmark=benchmark,
        interval=interval,
        rank=_rank(workspace, selection, division, indicator) if value.value is not None else None,
        verdict=judged(indicator, value, benchmark, interval),
        side=side_of(indicator, value, benchmark),
    )


def side_of(indicator: Indicator, value: IndicatorValue, benchmark: IndicatorValue | None) -> Verdict:
    """On which side of the benchmark the value is shown, without any judgement of chance."""
    if benchmark is None or benchmark.value is None or value.value is None:
        return Verdict.NONE
    if not of_one_time(value, benchmark):
        return Verdict.NONE
    mine, theirs = (round(each, indicator.decimals) for each in (value.value, benchmark.value))
    if mine == theirs:
        return Verdict.SIMILAR
    if indicator.direction == "none":
        return Verdict.HIGHER if mine > theirs else Verdict.LOWER
    return Verdict.BETTER if (mine > theirs) == (indicator.direction == "higher") else Verdict.WORSE


def _rank(
    workspace: Workspace, selection: Selection, division: Division, indicator: Indicator
) -> RankInterval | None:
    if division.parent is None:
        return None
    ranked = _ranks(
        workspace,
        workspace.version(selection.dataset),
        selection.dataset,
        indicator.id,
        division.parent,
        selection.period,
        selection.grades,
        selection.known,
    )
    return ranked.get(division.code)


@lru_cache(maxsize=1024)
def _ranks(
    workspace: Workspace,
    _version: str,
    dataset: Dataset,
    name: str,
    parent: str,
    period: Period,
    grades: Grades,
    known: date | None,
) -> dict[str, RankInterval | None]:
    indicator = workspace.definitions.indicators[name]
    level = workspace.first_level(parent)
    values = values_of_units(workspace, dataset, name, parent, level, period, grades, known)
    found = rank_intervals_of(indicator, values)
    return {value.division: rank for value, rank in zip(values, found, strict=True)}

"""Entries of a profile made by hand, with only what a rule looks at."""

from dataclasses import replace
from typing import Any

from atlas.definitions import Bilingual, Target, Unit
from atlas.indicators import IndicatorValue, State
from atlas.indicators.pathway import Pathway, Progress
from atlas.periods import Period
from atlas.statistics.intervals import Interval
from atlas.statistics.method import Method
from atlas.statistics.trend import Direction, Trend
from atlas.statistics.verdict import Verdict
from atlas.views.profile.entries import Entry
from atlas.views.profile.recent import Recent
from atlas.views.profile.targets import TargetEntry
from tests.figures import indicator

PERCENT = Unit(id="percent", zh="%", en="%", family="percent")
INTERVAL = Interval(95.0, 94.0, 96.0, 0.95, Method.WILSON)


def value(number: float | None = 95.0, **more: Any) -> IndicatorValue:
    """A value of 2025."""
    state = State.NO_DATA if number is None else State.VALUE
    return IndicatorValue("520000", "rate", Period.parse("2025"), state, number, **more)


def entry(
    direction: str = "higher",
    interval: Interval | None = None,
    verdict: Verdict = Verdict.NONE,
    side: Verdict = Verdict.NONE,
    own: IndicatorValue | None = None,
) -> Entry:
    """One indicator of a place."""
    defined = indicator("rate", "part", "whole").model_copy(
        update={"direction": direction, "unit": "percent", "interval": "wilson" if interval else "none"}
    )
    return Entry(defined, PERCENT, own or value(), value(90.0), interval, None, verdict, side)


def aimed(progress: Progress | None) -> TargetEntry:
    """An indicator on its way to a target; None for one without a value."""
    target = Target(value=100, by="2026-12-31", source=Bilingual(zh="来源", en="Source"))  # type: ignore[arg-type]
    own = entry()
    if progress is None:
        return TargetEntry(replace(own, value=value(None)), target, None)
    return TargetEntry(own, target, Pathway(target, own.value, 5.0, 12, 0.4, 0.1, progress))


def past(direction: Direction) -> Recent:
    """A recent past with this trend."""
    return Recent((), Trend(direction, 0.1, 0.0, 0.2, 12.0), rolling=False)

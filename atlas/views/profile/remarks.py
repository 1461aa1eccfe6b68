"""Strengths and concerns of the division, each found by one rule from numbers that are on the page.

A lead or a lag is one beyond chance where the value's interval says so. Full counts and stated rates have no
interval; what is said of them is a plain comparison, and says that it is one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from atlas.indicators.pathway import Progress
from atlas.statistics.trend import Direction
from atlas.statistics.verdict import Verdict
from atlas.views.profile.entries import Entry
from atlas.views.profile.recent import Recent
from atlas.views.profile.targets import TargetEntry
from atlas.views.spread import Spread


class Rule(StrEnum):
    """Why something is a strength or a concern; the order is that in which they are said."""

    BEYOND_CHANCE = "beyond_chance"
    TARGET = "target"
    TREND = "trend"
    QUARTER = "quarter"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class Remark:
    """One strength (`good`) or concern; `rule` and the entry's numbers give the sentence.

    `target` is there for the rule TARGET, `recent` for TREND and `spread` for QUARTER.
    """

    good: bool
    rule: Rule
    entry: Entry
    target: TargetEntry | None = None
    recent: Recent | None = None
    spread: Spread | None = None


FEW = 0.5
"""Where fewer than this share of the units has reported, the value is shown with a concern."""


def remarks_of(
    entries: Sequence[Entry],
    targets: Sequence[TargetEntry],
    recent: Callable[[Entry], Recent],
    spread: Callable[[Entry], Spread | None],
) -> tuple[Remark, ...]:
    """All remarks, by rule and then in the order of the definitions.

    `recent` and `spread` are asked only of what a rule needs them for.
    """
    valued = [entry for entry in entries if entry.value.value is not None]
    found = [
        *_beyond_chance(valued),
        *_targets(targets),
        *_trends(valued, recent),
        *_quarters(valued, spread),
        *_reports(valued),
    ]
    order = list(Rule)
    return tuple(sorted(found, key=lambda remark: order.index(remark.rule)))


def _beyond_chance(entries: Sequence[Entry]) -> Iterator[Remark]:
    """The interval lies wholly on one side of the benchmark, and the indicator says which side is good."""
    for entry in entries:
        if entry.verdict in (Verdict.BETTER, Verdict.WORSE):
            yield Remark(entry.verdict is Verdict.BETTER, Rule.BEYOND_CHANCE, entry)


def _targets(targets: Sequence[TargetEntry]) -> Iterator[Remark]:
    """A target is reached or on pace, or behind or overdue; of what is not known nothing is said."""
    judged = {
        Progress.REACHED: True,
        Progress.ON_PACE: True,
        Progress.BEHIND: False,
        Progress.OVERDUE: False,
    }
    for each in targets:
        if each.pathway is not None and each.pathway.progress in judged:
            yield Remark(judged[each.pathway.progress], Rule.TARGET, each.entry, target=each)


def _trends(entries: Sequence[Entry], recent: Callable[[Entry], Recent]) -> Iterator[Remark]:
    """The recent trend goes significantly to the good or to the bad side."""
    for entry in entries:
        if entry.indicator.direction == "none" or entry.indicator.interval == "none":
            continue
        past = recent(entry)
        if past.trend.direction in (Direction.INCREASING, Direction.DECREASING):
            rises = past.trend.direction is Direction.INCREASING
            yield Remark(rises == (entry.indicator.direction == "higher"), Rule.TREND, entry, recent=past)


def _quarters(entries: Sequence[Entry], spread: Callable[[Entry], Spread | None]) -> Iterator[Remark]:
    """No interval can judge it, but it is ahead of the benchmark and in the best quarter of its level.

    Or behind and in the worst. Where the middle half reaches to the end (all at 100 %), being there is
    nothing to be remarked.
    """
    for entry in entries:
        if entry.interval is not None or entry.side not in (Verdict.BETTER, Verdict.WORSE):
            continue
        units, value = spread(entry), entry.value.value
        if units is None or value is None:
            continue
        good = entry.side is Verdict.BETTER
        above = good == (entry.indicator.direction == "higher")
        edge, end = (units.three_quarters, units.highest) if above else (units.quarter, units.lowest)
        beyond = value > edge if above else value < edge
        if edge != end and beyond:
            yield Remark(good, Rule.QUARTER, entry, spread=units)


def _reports(entries: Sequence[Entry]) -> Iterator[Remark]:
    """A value made of the reports of fewer than half of the units."""
    for entry in entries:
        value = entry.value
        if value.children_expected and value.children_reported < FEW * value.children_expected:
            yield Remark(False, Rule.REPORTS, entry)

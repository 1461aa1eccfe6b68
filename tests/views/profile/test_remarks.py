"""Each rule: what makes a strength, what a concern, and what says nothing."""

import pytest

from atlas.indicators.pathway import Progress
from atlas.statistics.trend import Direction
from atlas.statistics.verdict import Verdict
from atlas.views.profile.entries import Entry
from atlas.views.profile.recent import Recent
from atlas.views.profile.remarks import Remark, Rule, remarks_of
from atlas.views.profile.targets import TargetEntry
from atlas.views.spread import Spread
from tests.views.profile.by_hand import INTERVAL, aimed, entry, past, value

SPREAD = Spread(lowest=60, quarter=80, middle=85, three_quarters=92, highest=99, count=31)
AT_THE_END = Spread(lowest=60, quarter=90, middle=95, three_quarters=95, highest=95, count=31)


def remarked(
    *entries: Entry,
    targets: tuple[TargetEntry, ...] = (),
    direction: Direction = Direction.NONE,
    spread: Spread | None = SPREAD,
) -> tuple[Remark, ...]:
    """The remarks on these entries."""
    return remarks_of(entries, targets, lambda _: past(direction), lambda _: spread)


@pytest.mark.parametrize(
    ("own", "spread", "good", "reason"),
    [
        (entry(interval=INTERVAL, verdict=Verdict.BETTER, side=Verdict.BETTER), SPREAD, [True],
         "better by interval"),
        (entry(interval=INTERVAL, verdict=Verdict.WORSE, side=Verdict.WORSE), SPREAD, [False],
         "worse by interval"),
        (entry(interval=INTERVAL, verdict=Verdict.SIMILAR, side=Verdict.BETTER), SPREAD, [],
         "ahead, but chance may explain it: no strength"),
        (entry("none", INTERVAL, Verdict.HIGHER, Verdict.HIGHER), SPREAD, [],
         "more of what is neither good nor bad"),
        (entry(side=Verdict.BETTER), SPREAD, [True], "a full count ahead and in the best quarter"),
        (entry(side=Verdict.BETTER, own=value(91.0)), SPREAD, [], "ahead, but in the middle half"),
        (entry(side=Verdict.WORSE, own=value(70.0)), SPREAD, [False], "behind and in the worst quarter"),
        (entry(side=Verdict.WORSE, own=value(82.0)), SPREAD, [], "behind, but in the middle half"),
        (entry(side=Verdict.NONE), SPREAD, [], "nothing of its time to compare with"),
        (entry(side=Verdict.BETTER), None, [], "too few units to have quarters"),
        (entry(side=Verdict.BETTER), AT_THE_END, [], "as high as most are: nothing to remark"),
        (entry("lower", side=Verdict.BETTER, own=value(70.0)), SPREAD, [True], "low where low is good"),
        (entry("lower", side=Verdict.WORSE, own=value(98.0)), SPREAD, [False], "high where low is good"),
        (entry(own=value(None)), SPREAD, [], "no value"),
    ],
)  # fmt: skip
def test_a_lead_needs_an_interval_or_is_called_a_plain_comparison(
    own: Entry, spread: Spread | None, good: list[bool], reason: str
) -> None:
    found = remarked(own, spread=spread)
    assert [remark.good for remark in found] == good, reason
    for remark in found:
        assert remark.rule is (Rule.BEYOND_CHANCE if own.interval else Rule.QUARTER), reason


@pytest.mark.parametrize(
    ("progress", "good", "reason"),
    [
        (Progress.REACHED, [True], "there"),
        (Progress.ON_PACE, [True], "on the way"),
        (Progress.BEHIND, [False], "too slow"),
        (Progress.OVERDUE, [False], "late"),
        (Progress.UNTOLD, [], "nobody knows"),
        (Progress.UNKNOWN, [], "of an unknown pace nothing is said"),
        (None, [], "no value"),
    ],
)
def test_a_target_is_a_strength_or_a_concern_once_it_can_be_told(
    progress: Progress | None, good: list[bool], reason: str
) -> None:
    found = remarked(targets=(aimed(progress),))
    assert [remark.good for remark in found] == good, reason
    assert all(remark.rule is Rule.TARGET and remark.target for remark in found)


@pytest.mark.parametrize(
    ("own", "direction", "good", "reason"),
    [
        (entry(interval=INTERVAL), Direction.INCREASING, [True], "more is better, and it rises"),
        (entry(interval=INTERVAL), Direction.DECREASING, [False], "more is better, and it falls"),
        (entry("lower", INTERVAL), Direction.DECREASING, [True], "less is better, and it falls"),
        (entry("none", INTERVAL), Direction.INCREASING, [], "neither is better"),
        (entry(interval=INTERVAL), Direction.UNCHANGED, [], "no clear change"),
        (entry(interval=INTERVAL), Direction.NONE, [], "no verdict"),
        (entry(), Direction.INCREASING, [], "a full count has no trend that is tested"),
    ],
)
def test_a_trend_counts_only_with_a_verdict(
    own: Entry, direction: Direction, good: list[bool], reason: str
) -> None:
    found = [remark for remark in remarked(own, direction=direction) if remark.rule is Rule.TREND]
    assert [remark.good for remark in found] == good, reason


@pytest.mark.parametrize(
    ("reported", "expected", "concern"), [(6, 14, True), (7, 14, False), (14, 14, False), (0, 0, False)]
)
def test_a_value_of_few_reports_gives_concern(reported: int, expected: int, concern: bool) -> None:
    own = entry(own=value(95.0, children_reported=reported, children_expected=expected))
    assert [remark.rule for remark in remarked(own)] == ([Rule.REPORTS] if concern else [])


def test_what_is_beyond_chance_is_said_first() -> None:
    plain = entry(side=Verdict.BETTER)
    certain = entry(interval=INTERVAL, verdict=Verdict.BETTER, side=Verdict.BETTER)
    found = remarked(plain, certain, targets=(aimed(Progress.REACHED),), direction=Direction.INCREASING)
    assert [remark.rule for remark in found] == [Rule.BEYOND_CHANCE, Rule.TARGET, Rule.TREND, Rule.QUARTER]


def test_nothing_is_asked_of_the_past_that_no_rule_needs() -> None:
    def asked(_entry: Entry) -> Recent:
        raise AssertionError("asked")

    assert remarks_of([entry(side=Verdict.BETTER)], (), asked, lambda _: SPREAD)

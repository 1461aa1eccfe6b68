"""The way to a target, by a table of cases and against a second calculation that walks it month by month."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.definitions import Bilingual, Target
from atlas.indicators import Basis, IndicatorValue, State
from atlas.indicators.pathway import Pathway, Progress, pathway
from atlas.periods import Period

SOURCE = Bilingual(zh="来源", en="Source")


def target(value: float, by: str) -> Target:
    """A target with a source."""
    return Target(value=value, by=date.fromisoformat(by), source=SOURCE)


def value(number: float | None, period: str, basis: Basis = Basis.ROLLED_UP) -> IndicatorValue:
    """A value of a period."""
    state = State.NO_DATA if number is None else State.VALUE
    return IndicatorValue("520000", "coverage", Period.parse(period), state, number, basis=basis)


def month(code: str) -> int:
    """The month's count."""
    return Period.parse(code).last


def found(*arguments: object) -> Pathway:
    """A pathway that there is."""
    way = pathway(*arguments)  # type: ignore[arg-type]
    assert way is not None
    return way


@pytest.mark.parametrize(
    ("wanted", "direction", "now", "earlier", "at", "progress", "reason"),
    [
        (target(100, "2026-12-31"), "higher", value(100, "2025"), None, "2025-12", "reached", "it is there"),
        (target(100, "2018-12-31"), "higher", value(100, "2025"), None, "2025-12", "reached", "though late"),
        (target(100, "2026-12-31"), "higher", value(94, "2025"), value(88, "2024"), "2025-12", "on_pace",
         "0.5 a month needed, 0.5 reached"),
        (target(100, "2026-12-31"), "higher", value(94, "2025"), value(92, "2024"), "2025-12", "behind",
         "0.5 a month needed, 0.17 reached"),
        (target(100, "2026-12-31"), "higher", value(94, "2025"), value(95, "2024"), "2025-12", "behind",
         "it goes the wrong way"),
        (target(100, "2026-12-31"), "higher", value(94, "2025"), None, "2025-12", "unknown",
         "nothing twelve months earlier"),
        (target(100, "2026-12-31"), "higher", value(94, "2025-12"), value(93, "2024-11"), "2025-12",
         "unknown", "thirteen months are not twelve"),
        (target(100, "2026-12-31"), "higher", value(94, "2025", Basis.STATED), value(88, "2024"), "2025-12",
         "unknown", "a stated rate and a computed one are two measurements"),
        (target(100, "2018-12-31"), "higher", value(98.7, "2025"), value(98.6, "2024"), "2025-12",
         "overdue", "seven years past"),
        (target(100, "2025-12-31"), "higher", value(98.7, "2025"), value(98.6, "2024"), "2025-12",
         "overdue", "the day has come with the last month"),
        (target(100, "2018-12-31"), "higher", value(81.7, "2018-06"), None, "2026-11", "untold",
         "the last figure is older than the date"),
        (target(1.5, "2026-12-31"), "lower", value(1.4, "2025"), None, "2025-12", "reached",
         "below is better"),
        (target(1.5, "2026-12-31"), "lower", value(2.7, "2025"), value(3.9, "2024"), "2025-12", "on_pace",
         "it falls by 0.1 a month"),
        (target(1.5, "2026-12-31"), "lower", value(2.7, "2025"), value(2.7, "2024"), "2025-12", "behind",
         "it stands still"),
    ],
)  # fmt: skip
def test_where_a_value_stands_to_its_target(
    wanted: Target,
    direction: str,
    now: IndicatorValue,
    earlier: IndicatorValue | None,
    at: str,
    progress: str,
    reason: str,
) -> None:
    assert found(wanted, direction, now, earlier, month(at)).progress == Progress(progress), reason


def test_without_a_value_there_is_no_way() -> None:
    assert pathway(target(100, "2026-12-31"), "higher", value(None, "2025"), None, month("2025-12")) is None


def test_the_months_run_from_the_values_own_month() -> None:
    way = found(target(100, "2026-06-30"), "higher", value(94, "2025-09"), value(88, "2024-09"), 0)
    assert (way.months, way.left, way.needed, way.pace) == (9, 6, pytest.approx(6 / 9), pytest.approx(0.5))


@given(
    start=st.integers(0, 9_999),
    gained=st.integers(-3_000, 3_000),
    aim=st.integers(1, 10_000),
    months=st.integers(1, 120),
    lower=st.booleans(),
)
def test_walking_month_by_month_at_the_pace_needed_arrives_on_the_day(
    start: int, gained: int, aim: int, months: int, lower: bool
) -> None:
    """Hundredths as fractions: what is needed leads exactly there, and the verdict is that of the walk."""
    first = month("2025-12")
    due = Period.of_index(first + months)
    day = date(due.last // 12, due.last % 12 + 1, 28)
    wanted = Target(value=aim / 100, by=day, source=SOURCE)
    direction = "lower" if lower else "higher"
    now, before = value(start / 100, "2025-12"), value((start - gained) / 100, "2024-12")
    way = found(wanted, direction, now, before, first)
    there = start <= aim if lower else start >= aim
    assert (way.progress is Progress.REACHED) == there
    if there:
        assert way.needed is None
        return
    assert way.needed is not None
    walked = Fraction(start, 100)
    for _ in range(months):
        walked += Fraction(way.needed).limit_denominator(10**9)
    assert float(walked) == pytest.approx(aim / 100, abs=1e-6)
    reached = Fraction(start, 100) + months * Fraction(gained, 1200)
    arrives = reached <= Fraction(aim, 100) if lower else reached >= Fraction(aim, 100)
    assert way.progress is (Progress.ON_PACE if arrives else Progress.BEHIND)

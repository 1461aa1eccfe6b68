"""The points of a trend: whole years, or twelve months ended half a year apart, and never raw halves."""

import numpy as np
import pytest

from atlas.definitions import Redefinition
from atlas.indicators import IndicatorValue, State
from atlas.language import Language
from atlas.periods import Period
from atlas.statistics.intervals import wilson
from atlas.statistics.trend import Direction
from atlas.views.evaluations import values_over_time
from atlas.views.profile.entries import entries_of
from atlas.views.profile.recent import OVERLAP, annual_points, one_meaning, recent_of, rolling_points, widened
from atlas.views.profile.words import trend_method, trend_text
from atlas.views.selection import Selection, read_selection
from atlas.workspace import Workspace
from tests.figures import NAME, indicator

RATE = indicator("rate", "part", "whole").model_copy(update={"interval": "wilson", "factor": 100})


def value(code: str, top: float | None, base: float | None, months: int | None = None) -> IndicatorValue:
    """A rate of flows over a period, of which `months` were reported (all by default)."""
    period = Period.parse(code)
    known = top is not None and base is not None
    return IndicatorValue(
        "1",
        "rate",
        period,
        State.VALUE if known else State.NO_DATA,
        100 * top / base if top is not None and base else None,
        top,
        base,
        months_reported=period.months if months is None else months,
        months_expected=period.months,
    )


def selected(workspace: Workspace, **query: str) -> Selection:
    """The selection of a link."""
    return read_selection({"lang": "en", **query}, workspace, "en").selection


def test_twelve_months_are_the_counts_of_two_halves_divided_once() -> None:
    halves = [value("2024-H1", 90, 100), value("2024-H2", 270, 300), value("2025-H1", 10, 100)]
    points = rolling_points(RATE, halves, (True, True))
    assert [interval for _, interval in points] == [wilson(360, 400, 100), wilson(280, 400, 100)]
    assert points[1][0] - points[0][0] == 1


def test_a_stock_in_the_denominator_is_that_of_the_later_half() -> None:
    halves = [value("2024-H1", 90, 1000), value("2024-H2", 110, 1020)]
    ((_, interval),) = rolling_points(RATE, halves, (True, False))
    assert interval == wilson(200, 1020, 100)


@pytest.mark.parametrize(
    ("halves", "reason"),
    [
        ([value("2024-H1", 90, 100), value("2025-H1", 90, 100)], "half a year is missing between them"),
        ([value("2024-H1", 90, 100, months=5), value("2024-H2", 90, 100)], "a month is missing"),
        ([value("2024-H1", None, None), value("2024-H2", 90, 100)], "there is no value"),
        ([value("2024-H1", 90, 100)], "half a year is no year"),
    ],
)
def test_what_is_not_twelve_whole_months_is_no_point(halves: list[IndicatorValue], reason: str) -> None:
    assert rolling_points(RATE, halves, (True, True)) == (), reason


def test_a_year_that_is_not_whole_is_no_point() -> None:
    years = [value("2023", 90, 100), value("2024", 90, 100, months=7), value("2025", 95, 100)]
    assert [year for year, _ in annual_points(RATE, years)] == [2023, 2025]


def test_windows_that_share_their_months_are_not_taken_for_independent_ones() -> None:
    """The variance of the slope from the covariance of overlapping sums, against that of independent sums."""
    sums = np.array([[column in (row, row + 1) for column in range(6)] for row in range(5)], dtype=float)
    weights = np.array([-2, -1, 0, 1, 2]) / 10
    overlapping = weights @ (sums @ sums.T) @ weights
    independent = 2 * weights @ weights
    assert pytest.approx(overlapping / independent) == OVERLAP


def test_an_interval_is_widened_around_its_value_on_both_sides() -> None:
    narrow = wilson(360, 400, 100)
    assert narrow is not None
    ((number, wide),) = widened([(7, narrow)])
    assert wide is not None
    assert (number, wide.value) == (7, narrow.value)
    assert (wide.upper - wide.value) ** 2 == pytest.approx(OVERLAP * (narrow.upper - narrow.value) ** 2)
    assert (wide.value - wide.lower) ** 2 == pytest.approx(OVERLAP * (narrow.value - narrow.lower) ** 2)
    assert widened([(1, None)]) == ((1, None),)


@pytest.mark.parametrize(
    ("since", "kept", "reason"),
    [
        ((), [2020, 2021, 2022, 2023], "nothing changed"),
        (("2022-01",), [2022, 2023], "the law of 2022 counts more cases than before"),
        (("2021-07",), [2022, 2023], "a year in which it changed is neither"),
        (("2021-01", "2023-01"), [2023], "the last change counts"),
        (("2024-01",), [2020, 2021, 2022, 2023], "a change still to come"),
    ],
)
def test_a_trend_never_crosses_a_change_of_definition(
    since: tuple[str, ...], kept: list[int], reason: str
) -> None:
    changes = tuple(Redefinition(since=each, what=NAME) for each in since)
    changed = RATE.model_copy(update={"redefined": changes})
    years = [value(str(year), 90, 100) for year in range(2020, 2024)]
    assert [each.period.year for each in one_meaning(changed, years)] == kept, reason
    assert one_meaning(changed, []) == ()


def test_three_years_of_months_give_five_rolling_points(demonstration: Workspace) -> None:
    chosen = selected(demonstration, division="460100", dataset="demonstration")
    entries = {entry.indicator.id: entry for entry in entries_of(demonstration, chosen)}
    entry = entries["mediation_success_rate"]
    recent = recent_of(demonstration, chosen, entry.indicator)
    assert recent.rolling
    assert recent.trend.direction is not Direction.NONE
    words = Language("en")
    assert trend_text(recent, words) in ("increasing", "decreasing", "no clear change")
    assert trend_method(entry, recent, words).startswith("Recent trend: five spans of twelve months")


def test_a_full_count_has_points_and_no_verdict(demonstration: Workspace) -> None:
    chosen = selected(demonstration, division="460100", dataset="demonstration")
    entries = {entry.indicator.id: entry for entry in entries_of(demonstration, chosen)}
    recent = recent_of(demonstration, chosen, entries["lawyers_per_10k"].indicator)
    assert len(recent.values) == 3
    assert recent.trend.direction is Direction.NONE
    assert "no trend is tested" in trend_method(entries["lawyers_per_10k"], recent, Language("en"))


def test_the_past_ends_with_the_period_looked_at(demonstration: Workspace) -> None:
    chosen = selected(demonstration, division="460100", dataset="demonstration", period="2024")
    recent = recent_of(demonstration, chosen, demonstration.definitions.indicators["lawyers"])
    assert [str(each.period) for each in recent.values] == ["2023", "2024"]
    everything = values_over_time(
        demonstration, chosen.dataset, "lawyers", "460100", chosen.period.kind, chosen.grades
    )
    assert recent.values == everything[:2]

"""Intervals of an indicator's values: by its method, from exact counts, and of what is shown."""

from typing import Any

import pytest

from atlas.definitions import Indicator
from atlas.indicators import Basis, IndicatorValue, State
from atlas.indicators.limits import interval_of, intervals_of, rank_intervals_of
from atlas.periods import Period
from atlas.statistics.intervals import byar, wilson
from tests.figures import indicator

SUCCESS = indicator("success", "solved", "cases", factor=100, interval="wilson", decimals=1)
PER_10K = indicator("per_10k", "cases", "population", factor=10_000, interval="byar", decimals=1)
PLAIN = indicator("share", "solved", "cases", factor=100)


def value(**more: Any) -> IndicatorValue:
    """65 of 100."""
    fields = {"value": 65.0, "numerator": 65.0, "denominator": 100.0, "basis": Basis.REPORTED} | more
    state = fields.pop("state", State.VALUE)
    return IndicatorValue("520000", "success", Period.of_year(2024), state, **fields)  # type: ignore[arg-type]


def test_an_interval_is_that_of_the_method_that_the_indicator_names() -> None:
    assert interval_of(SUCCESS, value()) == wilson(65, 100, 100)
    assert interval_of(SUCCESS, value(), 0.998) == wilson(65, 100, 100, 0.998)
    assert interval_of(PER_10K, value()) == byar(65, 100, 10_000)


@pytest.mark.parametrize(
    ("asked", "found", "reason"),
    [
        (PLAIN, value(), "the indicator asks for none"),
        (SUCCESS, value(state=State.NO_DATA, value=None), "no value"),
        (SUCCESS, value(state=State.SUPPRESSED, value=None, numerator=None), "a suppressed value"),
        (SUCCESS, value(denominator=0.0), "a denominator of zero"),
        (SUCCESS, value(numerator=None), "no counts behind it"),
        (SUCCESS, value(qualifier="over"), "a rounded count is further off than chance"),
        (SUCCESS, value(basis=Basis.STATED), "a stated rate without parts"),
        (SUCCESS, value(basis=Basis.STATED, computed=62.0), "a stated rate that its parts contradict"),
        (SUCCESS, value(basis=Basis.STATED, numerator=120.0), "parts that contradict one another"),
    ],
)
def test_there_is_no_interval_where_the_counts_do_not_stand_behind_the_value(
    asked: Indicator, found: IndicatorValue, reason: str
) -> None:
    assert interval_of(asked, found) is None, reason


def test_a_stated_rate_has_the_interval_of_the_parts_that_give_it() -> None:
    stated = value(value=98.2, basis=Basis.STATED, numerator=10_819.0, denominator=11_020.0, computed=98.176)
    assert interval_of(SUCCESS, stated) == wilson(10_819, 11_020, 100)


def test_many_values_keep_their_order_and_their_gaps() -> None:
    found = intervals_of(SUCCESS, [value(), value(state=State.NO_DATA, value=None), value(numerator=50.0)])
    assert found == (wilson(65, 100, 100), None, wilson(50, 100, 100))
    assert intervals_of(SUCCESS, []) == ()
    assert intervals_of(PLAIN, [value(), value()]) == (None, None)


def test_ranks_follow_the_direction_and_tie_what_is_shown_as_equal() -> None:
    values = [
        value(),
        value(value=65.04, numerator=6504.0, denominator=10_000.0),
        value(value=20.0, numerator=20.0),
    ]
    ranks = rank_intervals_of(SUCCESS, values)
    assert [rank and (rank.place, rank.tied) for rank in ranks] == [(1, True), (1, True), (3, False)]
    lowest_first = PLAIN.model_copy(update={"direction": "lower"})
    assert [rank and (rank.place, rank.upper) for rank in rank_intervals_of(lowest_first, values)] == [
        (2, None),
        (2, None),
        (1, None),
    ]

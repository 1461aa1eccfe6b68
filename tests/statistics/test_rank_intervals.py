"""Rank intervals: certain and uncertain tables, ties, gaps, a second simulation."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.statistics.intervals import Interval, wilson
from atlas.statistics.method import Method
from atlas.statistics.rank_intervals import RankInterval, rank_intervals

Table = list[Interval | None]


def around(value: float, half: float) -> Interval:
    return Interval(value, value - half, value + half, 0.95, Method.BYAR)


def ranked(intervals: list[Interval], **how: object) -> list[tuple[int | None, ...]]:
    found = rank_intervals([each.value for each in intervals], intervals, **how)  # type: ignore[arg-type]
    return [(each.lower, each.place, each.upper) for each in found if each is not None]


def test_values_far_apart_have_certain_ranks() -> None:
    table = [around(value, 0.1) for value in (10, 30, 20)]
    assert ranked(table) == [(3, 3, 3), (1, 1, 1), (2, 2, 2)]
    assert ranked(table, direction="lower") == [(1, 1, 1), (3, 3, 3), (2, 2, 2)]


def test_values_within_each_others_intervals_may_change_places() -> None:
    table = [around(10, 5), around(11, 5), around(40, 1)]
    assert ranked(table) == [(2, 3, 3), (2, 2, 3), (1, 1, 1)]


def test_each_result_names_its_method_and_confidence() -> None:
    table = [around(10, 1), around(20, 1)]
    assert rank_intervals([10, 20], table)[0] == RankInterval(2, 2, 2, 2, False, 0.95, Method.SIMULATED_RANKS)


def test_equal_values_share_the_better_place() -> None:
    found = rank_intervals([5.0, 7.0, 5.0, 4.0], [None] * 4)
    assert [(each.place, each.tied) for each in found if each] == [
        (2, True),
        (1, False),
        (2, True),
        (4, False),
    ]


def test_values_shown_as_equal_are_equal() -> None:
    found = rank_intervals([98.21, 98.24, 97.0], [None] * 3, decimals=1)
    assert [(each.place, each.tied) for each in found if each] == [(1, True), (1, True), (3, False)]


def test_values_at_their_highest_are_tied_in_the_draws_too() -> None:
    certain = Interval(100, 100, 100, 0.95, Method.WILSON)
    assert ranked([certain, certain, around(50, 1)]) == [(1, 1, 1), (1, 1, 1), (3, 3, 3)]


def test_a_unit_without_an_interval_keeps_its_rank_and_is_passed_by_others() -> None:
    values: list[float | None] = [10.0, 11.0, 40.0]
    found = rank_intervals(values, [around(10, 5), None, around(40, 1)])
    assert found[1] == RankInterval(2, None, None, 3, False)
    assert found[0] is not None
    assert (found[0].lower, found[0].place, found[0].upper) == (2, 3, 3)


def test_a_unit_without_a_value_has_no_rank_and_takes_none() -> None:
    found = rank_intervals([1.0, None, float("nan"), 3.0], [None] * 4)
    assert found[1] is None
    assert found[2] is None
    assert [each.of for each in found if each] == [2, 2]


@pytest.mark.parametrize("values", [[], [None], [None, None]])
def test_nothing_to_rank_is_no_error(values: list[float | None]) -> None:
    assert rank_intervals(values, [None] * len(values)) == tuple(None for _ in values)


def test_one_unit_alone_is_first() -> None:
    assert rank_intervals([3.0], [around(3, 1)]) == (RankInterval(1, 1, 1, 1, False),)


def test_the_same_figures_always_get_the_same_intervals() -> None:
    table = [around(10 + place / 3, 2) for place in range(12)]
    assert ranked(table) == ranked(table)


def test_a_second_simulation_finds_the_same_limits() -> None:
    chance = np.random.default_rng(3)
    shares = [(int(chance.integers(150, 190)), 200) for _ in range(15)]
    table = [found for pair in shares if (found := wilson(*pair)) is not None]
    drawn: list[list[int]] = [[] for _ in table]
    for _ in range(4_000):
        values = []
        for each in table:
            z = float(chance.standard_normal()) / 1.959964
            reach = each.upper - each.value if z > 0 else each.value - each.lower
            values.append(each.value + z * reach)
        for places, value in zip(drawn, values, strict=True):
            places.append(1 + sum(other > value for other in values))
    for (lower, _, upper), places in zip(ranked(table), drawn, strict=True):
        ordered = sorted(places)
        assert lower is not None
        assert upper is not None
        assert abs(lower - ordered[100]) <= 1
        assert abs(upper - ordered[-101]) <= 1


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 20)), min_size=1, max_size=12))
def test_a_rank_lies_within_its_interval_and_the_table(drawn: list[tuple[float, float]]) -> None:
    for lower, place, upper in ranked([around(value, half) for value, half in drawn]):
        assert lower is not None
        assert place is not None
        assert upper is not None
        assert 1 <= lower <= place <= upper <= len(drawn)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(0, 100).map(lambda value: round(value, 1)), min_size=2, max_size=12))
def test_places_are_one_more_than_the_number_of_better_values(values: list[float]) -> None:
    found = rank_intervals(values, [None] * len(values))
    assert [each.place for each in found if each] == [
        1 + sum(other > value for other in values) for value in values
    ]

"""Suppression: what is withheld in small tables, and that nobody can work it out from the rest."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.statistics.suppression import BELOW, Sums, suppressed, suppressed_through_time
from tests.attacker import over_time, spread, sums_of

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
NAN = float("nan")

CITY = [-1, 0, 0, 0, 0]
"""A total of four parts."""
PROVINCE = [-1, 0, 0, 1, 1, 1, 2, 2]
"""A total of two totals, of three parts and of two."""
SIX = [-1, 0, 0, 0, 0, 0, 0]
UNEVEN = [-1, 0, 0, 0, 0, 1, 1, 1]
"""A total of four parts, the first of which has three of its own."""


def withheld(total: list[int], values: list[float], unknown: tuple[int, ...] = ()) -> list[int]:
    """The places of the cells that are withheld."""
    marked = np.zeros(len(values), dtype=np.bool_)
    marked[list(unknown)] = True
    return np.flatnonzero(suppressed(np.array(values), Sums.of(np.array(total)), marked)).tolist()


@pytest.mark.parametrize(
    ("total", "values", "expected", "reason"),
    [
        (CITY, [70, 10, 20, 30, 10], [], "no small count"),
        (CITY, [60, 0, 20, 30, 10], [], "zeros are shown"),
        (CITY, [63, 3, 20, 30, 10], [1, 4], "the smallest other goes with it"),
        (CITY, [53, 3, 20, 10, 20], [1, 3], "wherever it stands"),
        (CITY, [43, 3, 20, 20, 0], [1, 2], "the first of equal ones, and never a zero"),
        (CITY, [57, 3, 4, 20, 30], [1, 2], "two small ones guard each other"),
        (CITY, [53, 1, 2, 20, 30], [1, 2, 3], "but not if together they are a small number"),
        (CITY, [58, 4, 4, 20, 30], [1, 2, 3], "nor if both can only be the largest small number"),
        (CITY, [3, 3, 0, 0, 0], [0, 1], "a small total is withheld too"),
        (CITY, [5, 1, 1, 1, 2], [1, 2, 3, 4], "four parts, one of which differs"),
        (CITY, [7, 3, NAN, NAN, 4], [1, 4], "cells without a figure are no cells"),
        (CITY, [NAN, 3, 20, 30, 10], [1], "without a total nothing gives it back"),
        (CITY, [63, 3, NAN, NAN, NAN], [0, 1], "without another part the total goes"),
        (PROVINCE, [73, 43, 30, 3, 10, 30, 10, 20], [3, 4], "nothing above or beside it changes"),
        (
            PROVINCE,
            [33, 3, 30, 3, 0, 0, 10, 20],
            [1, 2, 3, 6],
            "the second of a total needs a part of its own",
        ),
        (PROVINCE, [13, 13, 0, 3, 10, 0, 0, 0], [3, 4], "the second may be the only other"),
        (PROVINCE, [35, 5, 30, 1, 1, 3, 10, 20], [3, 4, 5], "three that differ"),
        (SIX, [35, 1, 1, 1, 1, 1, 30], [1, 2, 3, 4, 5, 6], "nor if each can only be one"),
        (UNEVEN, [25, 3, 1, 1, 20, 1, 1, 1], [1, 2, 3, 4, 5, 6, 7], "a total is as open as its parts"),
        ([-1, 0, 1], [3, 3, 3], [0, 1, 2], "an only child is its parent"),
        ([-1, 0, 0, 1], [33, 3, 30, 3], [1, 2, 3], "an only child's parent needs a second"),
        ([-1], [3], [0], "a cell alone"),
        ([], [], [], "no cells"),
    ],
)
def test_small_counts_and_what_gives_them_back_are_withheld(
    total: list[int], values: list[float], expected: list[int], reason: str
) -> None:
    assert withheld(total, values) == expected, reason


def test_what_a_source_withheld_is_not_given_back_by_its_total() -> None:
    assert withheld(CITY, [63, NAN, 20, 30, 10], unknown=(1,)) == [1, 4]
    assert withheld(CITY, [NAN, NAN, 20, 30, 10], unknown=(0, 1)) == [0, 1]


def test_the_limit_is_the_measures_own() -> None:
    values, sums = np.array([66.0, 6, 20, 30, 10]), Sums.of(np.array(CITY))
    nothing = np.zeros(5, dtype=np.bool_)
    assert np.flatnonzero(suppressed(values, sums, nothing, below=10)).tolist() == [1, 4]
    assert np.flatnonzero(suppressed(values, sums, nothing, below=5)).tolist() == []


@st.composite
def tables(draw: Callable[..., int], times: int = 0) -> tuple[list[int], Floats]:
    """The parents of a tree of up to four levels, and counts [times, cells] that add up."""
    total, level = [-1], [0]
    for _ in range(draw(st.integers(1, 3))):
        below = []
        for place in level:
            for _ in range(draw(st.integers(0, 4))):
                below.append(len(total))
                total.append(place)
        level = below
    counts = st.sampled_from([0, 0, 1, 1, 2, 3, 4, 4, 5, 6, 9, 20])
    values = np.zeros((max(times, 1), len(total)))
    for place in range(len(total) - 1, -1, -1):
        if place not in total:
            values[:, place] = [draw(counts) for _ in range(len(values))]
        if total[place] >= 0:
            values[:, total[place]] += values[:, place]
    return total, values


def bounds_of(
    values: Floats, hidden: Bools, low: float, high: float | None
) -> list[tuple[float, float | None]]:
    """What a reader knows of each cell."""
    cells = zip(values.tolist(), hidden.tolist(), strict=True)
    return [(low, high) if unseen else (value, value) for value, unseen in cells]


@settings(max_examples=60, deadline=None)
@given(tables(), st.sets(st.integers(0, 60)))
def test_no_small_count_can_be_worked_out_from_the_others(
    table: tuple[list[int], Floats], withheld_before: set[int]
) -> None:
    total, (values,) = table
    small = (values > 0) & (values < BELOW)
    unknown = small & np.isin(np.arange(len(values)), list(withheld_before))
    hidden = suppressed(np.where(unknown, NAN, values), Sums.of(np.array(total)), unknown)
    assert hidden[small].all()
    assert not hidden[values == 0].any()
    equations, places = sums_of(total), np.flatnonzero(small).tolist()
    assert (spread(equations, bounds_of(values, hidden, 1, None), places) > 0.99).all()
    leaves = np.array([place not in total for place in range(len(total))])
    if bool((values[hidden & leaves] < BELOW).all()):
        guessed = bounds_of(values, hidden & leaves, 1, BELOW - 1)
        inner = bounds_of(values, hidden, 1, None)
        bounds = [one if leaf else other for one, other, leaf in zip(guessed, inner, leaves, strict=True)]
        assert (spread(equations, bounds, places) > 0.99).all()


@settings(max_examples=60, deadline=None)
@given(tables())
def test_something_is_withheld_only_for_a_small_count_and_never_by_chance(
    table: tuple[list[int], Floats],
) -> None:
    total, (values,) = table
    sums, nothing = Sums.of(np.array(total)), np.zeros(len(values), dtype=np.bool_)
    hidden = suppressed(values, sums, nothing)
    assert hidden.any() == bool(((values > 0) & (values < BELOW)).any())
    assert (hidden == suppressed(values, sums, nothing)).all()


def test_the_months_of_a_year_with_a_small_month_are_withheld_but_not_the_year() -> None:
    months = np.array([[40.0, 20, 20], [42, 2, 40], [90, 30, 60]])
    wholes = months.sum(axis=0)
    sums, nothing = Sums.of(np.array([-1, 0, 0])), np.zeros(3, dtype=np.bool_)
    assert not suppressed(wholes, sums, nothing).any()
    assert suppressed_through_time([months], wholes, nothing, sums).tolist() == [False, True, True]


def test_a_year_that_is_withheld_shows_no_months() -> None:
    months = np.array([[30.0, 10, 20], [30, 10, 20]])
    withheld_years = np.array([False, True, True])
    found = suppressed_through_time(
        [months], months.sum(axis=0), withheld_years, Sums.of(np.array([-1, 0, 0]))
    )
    assert found.tolist() == [False, True, True]


def test_units_that_report_nothing_but_years_have_no_months_to_withhold() -> None:
    nothing = np.zeros(3, dtype=np.bool_)
    sums = Sums.of(np.array([-1, 0, 0]))
    assert not suppressed_through_time([], np.array([10.0, 3, 7]), nothing, sums).any()
    assert not suppressed_through_time([np.full((12, 3), NAN)], np.array([10.0, 3, 7]), nothing, sums).any()


@settings(max_examples=40, deadline=None)
@given(tables(times=3))
def test_no_small_month_can_be_worked_out_from_years_and_other_months(
    table: tuple[list[int], Floats],
) -> None:
    total, months = table
    sums, wholes = Sums.of(np.array(total)), months.sum(axis=0)
    years = suppressed(wholes, sums, np.zeros(len(total), dtype=np.bool_))
    hidden = suppressed_through_time([months], wholes, years, sums)
    assert hidden[years].all()
    assert hidden[((months > 0) & (months < BELOW)).any(axis=0)].all()
    # Months and years as one system: the sums of each time, and each year the sum of its months.
    equations = over_time(sums_of(total), len(months))
    values = np.concatenate([months.ravel(), wholes])
    unseen = np.concatenate([np.tile(hidden, len(months)), years])
    places = np.flatnonzero((values > 0) & (values < BELOW)).tolist()
    assert (spread(equations, bounds_of(values, unseen, 0, None), places) > 0.99).all()

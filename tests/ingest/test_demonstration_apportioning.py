"""Apportioned numbers are whole, sum to their totals, and respect their caps."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from atlas.ingest.demonstration.apportioning import apportion
from atlas.ingest.demonstration.chance import uniform

STARTS = np.array([0, 3])
WEIGHTS = st.lists(st.floats(0.001, 1000), min_size=14, max_size=14)


def _cells(values: list[float]) -> np.ndarray:  # type: ignore[type-arg]
    return np.array(values).reshape(2, 7)


@given(WEIGHTS, st.lists(st.integers(0, 10_000), min_size=4, max_size=4))
def test_each_group_of_each_month_sums_to_its_total(weights: list[float], totals: list[int]) -> None:
    wanted = np.array(totals, dtype=np.float64).reshape(2, 2)
    found = apportion(_cells(weights), wanted, uniform((2, 7), "test"), STARTS)
    assert (found == np.floor(found)).all()
    assert (found >= 0).all()
    assert np.array_equal(np.add.reduceat(found, STARTS, axis=1), wanted)


@given(WEIGHTS, st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_year_sums_to_its_total_over_all_months(weights: list[float], first: int, second: int) -> None:
    wanted = np.array([[first, second]], dtype=np.float64)
    found = apportion(_cells(weights), wanted, uniform((2, 7), "test"), STARTS, across_months=True)
    assert np.array_equal(np.add.reduceat(found, STARTS, axis=1).sum(axis=0, keepdims=True), wanted)


@given(WEIGHTS, st.lists(st.integers(0, 9), min_size=14, max_size=14), st.integers(0, 60))
def test_no_number_exceeds_its_cap_and_more_than_all_caps_gives_the_caps(
    weights: list[float], caps: list[int], total: int
) -> None:
    limits = _cells([float(cap) for cap in caps])
    wanted = np.full((2, 2), float(total))
    found = apportion(_cells(weights), wanted, uniform((2, 7), "test"), STARTS, limits)
    assert (found <= limits).all()
    room = np.add.reduceat(limits, STARTS, axis=1)
    assert np.array_equal(np.add.reduceat(found, STARTS, axis=1), np.minimum(wanted, room))


@given(WEIGHTS, st.integers(0, 500), st.integers(0, 500))
def test_nobody_loses_when_the_total_grows(weights: list[float], total: int, more: int) -> None:
    offsets = uniform((2, 7), "test")
    small = apportion(_cells(weights), np.full((2, 2), float(total)), offsets, STARTS)
    large = apportion(_cells(weights), np.full((2, 2), float(total + more)), offsets, STARTS)
    assert (small <= large).all()

"""Classes are half-open, ignore what is missing, and are never more than the values allow."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from atlas.views.classification import Classification, Scheme, classify, histogram

COMPUTED = [scheme for scheme in Scheme if scheme is not Scheme.STATED]
NUMBERS = st.lists(st.floats(0, 1e6, allow_nan=False).map(lambda value: round(value, 3)), max_size=60)


@pytest.mark.parametrize(
    ("value", "expected", "reason"),
    [
        (1.99, 0, "below the first break"),
        (2.0, 1, "a break belongs to the class above"),
        (2.01, 1, "just above a break"),
        (9.99, 2, "below the last break"),
        (10.0, 3, "the last break opens the last class"),
        (1e9, 3, "the last class has no upper end"),
        (-5.0, 0, "the first class has no lower end"),
    ],
)
def test_classes_include_their_lower_end_only(value: float, expected: int, reason: str) -> None:
    assert Classification(Scheme.STATED, (2.0, 5.0, 10.0)).class_of(value) == expected, reason


@pytest.mark.parametrize("scheme", COMPUTED)
def test_a_missing_value_changes_no_break(scheme: Scheme) -> None:
    values = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0]
    clean = classify(values, scheme, 4, 1)
    assert clean.classes == 4
    assert classify([*values, math.nan, None], scheme, 4, 1) == clean
    assert len({clean.class_of(value) for value in values}) > 1


@pytest.mark.parametrize(
    ("values", "classes", "reason"),
    [
        ([], 1, "no value at all"),
        ([None, math.nan], 1, "only missing ones"),
        ([7.0] * 9, 1, "one value nine times"),
        ([7.0, 8.0], 2, "two values"),
        ([7.0, 7.04, 8.0], 2, "two that are written alike, and one more"),
        ([7.0, 7.0, 8.0, 9.0], 3, "three values"),
    ],
)
@pytest.mark.parametrize("scheme", COMPUTED)
def test_fewer_values_than_classes_make_fewer_classes(
    scheme: Scheme, values: list[float | None], classes: int, reason: str
) -> None:
    found = classify(values, scheme, 5, 1)
    assert found.classes <= classes, reason
    numbers = [value for value in values if value is not None and not math.isnan(value)]
    assert sum(found.counts(numbers)) == len(numbers)


def test_stated_breaks_are_taken_as_they_are() -> None:
    assert classify([1.0, 2.0, 3.0], Scheme.STATED, 5, 1, (50, 75, 90)).breaks == (50, 75, 90)


def test_quantiles_put_equal_numbers_into_each_class() -> None:
    assert classify([float(n) for n in range(100)], Scheme.QUANTILES, 5, 0).counts(range(100)) == (20,) * 5


def test_natural_breaks_separate_clusters() -> None:
    values = [1, 1.1, 1.2, 10, 10.1, 10.2, 50, 50.1, 50.2]
    found = classify(values, Scheme.NATURAL_BREAKS, 3, 1)
    assert [found.class_of(value) for value in values] == [0, 0, 0, 1, 1, 1, 2, 2, 2]


@given(values=NUMBERS, scheme=st.sampled_from(COMPUTED), classes=st.integers(3, 7))
def test_every_value_falls_into_exactly_one_class(values: list[float], scheme: Scheme, classes: int) -> None:
    found = classify(values, scheme, classes, 2)
    assert found.classes <= classes
    assert list(found.breaks) == sorted(set(found.breaks))
    assert sum(found.counts(values)) == len(values)
    order = [found.class_of(value) for value in sorted(values)]
    assert order == sorted(order)


@given(values=NUMBERS.filter(bool))
@example(values=[60855.0, 60856.0, 60854.149, 60854.149, 60854.149])
def test_the_histogram_counts_every_value_once(values: list[float]) -> None:
    bars = histogram(values, classify(values, Scheme.QUANTILES, 5, 2), 24)
    assert sum(count for count, _ in bars) == len(values)
    classes = [index for _, index in bars]
    assert classes == sorted(classes)


def test_no_values_have_no_histogram() -> None:
    assert histogram([], Classification(Scheme.QUANTILES, ()), 24) == ()

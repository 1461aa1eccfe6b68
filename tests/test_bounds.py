"""How far a value could move: worked cases, and values evaluated as if the missing child had reported."""

import math
from typing import Any

import numpy as np
import pytest

from atlas.definitions import Indicator
from atlas.indicators import evaluate
from atlas.indicators.bounds import Bounds, bounds_of
from atlas.indicators.inputs import Question
from atlas.periods import Period
from tests.figures import definitions, indicator, measure, store_with
from tests.tree_of_divisions import small_country

DIVISIONS = small_country()
MEASURES = definitions(
    measure("cases", "flow"),
    measure("solved", "flow"),
    measure("lawyers", "stock"),
    measure("population", "stock", carry_forward=True),
    measure("rate", "rate"),
)
SUCCESS = indicator("success", "solved", "cases", factor=100, stated="rate", decimals=1)
PER_10K = indicator("per_10k", "lawyers", "population", factor=10_000, decimals=2)
LAWYERS = indicator("lawyers", "lawyers")
COVERAGE = indicator("coverage", "lawyers", coverage=True, unit_level="county", factor=100)
COUNTRY, GUIZHOU, LIUPANSHUI = "000000", "520000", "520200"
SHUICHENG, LIUZHI, PANZHOU = "520221", "520222", "520281"
YEAR = Period.parse("2024")


def bounds(figures: list[tuple[Any, ...]], asked: Indicator, division: str = LIUPANSHUI) -> Bounds | None:
    """The bounds of one division in a store with just these figures, in 2024."""
    return bounds_of(Question(store_with(figures), MEASURES, DIVISIONS, asked), division, YEAR)


def solved(code: str, top: float, base: float, period: str = "2024") -> list[tuple[Any, ...]]:
    """Solved cases of all cases."""
    return [(code, "solved", period, top), (code, "cases", period, base)]


TWO = [*solved(SHUICHENG, 60, 100), *solved(LIUZHI, 90, 100)]


def test_a_missing_child_is_given_the_worst_and_the_best_rate_of_its_siblings() -> None:
    found = bounds([*TWO, *solved(PANZHOU, 1, 300, "2023")], SUCCESS)
    assert found is not None
    assert math.isclose(found.low, 100 * (150 + 0.6 * 300) / 500)
    assert math.isclose(found.high, 100 * (150 + 0.9 * 300) / 500)


CASES = [
    ("its own denominator for the period is there", [(PANZHOU, "cases", "2024", 200)], 200),
    ("else the latest before it", [(PANZHOU, "cases", "2022", 50), (PANZHOU, "cases", "2021", 70)], 50),
    ("a year that is not whole is none", [(PANZHOU, "cases", "2023-05", 7)], 100),
    ("later ones were not known then", [(PANZHOU, "cases", "2025", 9)], 100),
    ("else the mean of its siblings", [], 100),
]


@pytest.mark.parametrize(("reason", "more", "base"), CASES, ids=[case[0] for case in CASES])
def test_the_denominator_of_a_missing_child(reason: str, more: list[tuple[Any, ...]], base: float) -> None:
    found = bounds([*TWO, *more], SUCCESS)
    assert found is not None, reason
    assert math.isclose(found.low, 100 * (150 + 0.6 * base) / (200 + base)), reason
    assert math.isclose(found.high, 100 * (150 + 0.9 * base) / (200 + base)), reason


def test_a_coverage_is_bounded_by_none_and_all_of_the_units_that_have_not_reported() -> None:
    figures = [(SHUICHENG, "lawyers", "2024", 3), (LIUZHI, "lawyers", "2024", 0)]
    found = bounds(figures, COVERAGE)
    assert found is not None
    assert (found.low, found.high) == (pytest.approx(100 / 3), pytest.approx(200 / 3))


NONE = [
    ("nobody is missing", [*TWO, *solved(PANZHOU, 1, 2)], SUCCESS),
    ("the division reported itself", [*TWO, *solved(LIUPANSHUI, 5, 10)], SUCCESS),
    ("a source states the rate", [*TWO, (LIUPANSHUI, "rate", "2024", 70)], SUCCESS),
    ("too few have reported for a value", solved(SHUICHENG, 1, 2), SUCCESS),
    ("a count has no rate", [(SHUICHENG, "lawyers", "2024", 1), (LIUZHI, "lawyers", "2024", 1)], LAWYERS),
    ("nothing is known at all", [], SUCCESS),
    ("no sibling has a rate", [*solved(SHUICHENG, 0, 0), *solved(LIUZHI, 0, 0)], SUCCESS),
    ("every unit of a coverage has reported", [(code, "lawyers", "2024", 1) for code in
                                               (SHUICHENG, LIUZHI, PANZHOU)], COVERAGE),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "figures", "asked"), NONE, ids=[case[0] for case in NONE])
def test_there_are_no_bounds_where(reason: str, figures: list[tuple[Any, ...]], asked: Indicator) -> None:
    assert bounds(figures, asked) is None, reason


def test_the_bounds_are_what_a_report_with_the_worst_and_the_best_rate_would_give() -> None:
    chance = np.random.default_rng(8)
    children = (SHUICHENG, LIUZHI, PANZHOU)
    for _ in range(10):
        missing = str(chance.choice(children))
        population = {code: int(chance.integers(1, 900_000)) for code in children}
        lawyers = {code: int(chance.integers(0, 400)) for code in children if code != missing}
        figures = [(code, "population", "2020-11", number) for code, number in population.items()]
        figures += [(code, "lawyers", "2024", number) for code, number in lawyers.items()]
        found = bounds(figures, PER_10K)
        assert found is not None
        rates = sorted(number / population[code] for code, number in lawyers.items())
        for bound, rate in ((found.low, rates[0]), (found.high, rates[-1])):
            reported = (missing, "lawyers", "2024", rate * population[missing])
            [value] = evaluate(
                store_with([*figures, reported]), MEASURES, DIVISIONS, PER_10K, [LIUPANSHUI], YEAR
            )
            assert value.value is not None
            assert math.isclose(bound, value.value)
        [now] = evaluate(store_with(figures), MEASURES, DIVISIONS, PER_10K, [LIUPANSHUI], YEAR)
        assert now.value is not None
        assert found.low - 1e-9 <= now.value <= found.high + 1e-9

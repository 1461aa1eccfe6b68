"""Small counts of persons are withheld, the same ones for whoever asks, and cannot be worked out."""

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atlas.indicators import IndicatorValue, State, evaluate, series
from atlas.indicators.explain import Obstacle, explain
from atlas.indicators.withheld import is_withheld
from atlas.periods import LATEST, Period
from atlas.store import Store
from tests.attacker import over_time, spread, sums_of
from tests.figures import definitions, indicator, measure, store_with
from tests.tree_of_divisions import small_country

DIVISIONS = small_country()
MEASURES = definitions(
    measure("minors", "flow", suppress_below=5),
    measure("wards", "stock", suppress_below=5),
    measure("cases", "flow"),
    measure("population", "stock", carry_forward=True),
    measure("rate", "rate"),
)
MINORS = indicator("minors", "minors")
WARDS = indicator("wards", "wards")
SHARE = indicator("share", "minors", "cases", factor=100, stated="rate")
OF_MINORS = indicator("of_minors", "cases", "minors")
PER_10K = indicator("per_10k", "minors", "population", factor=10_000)
COVERAGE = indicator("coverage", "minors", coverage=True, unit_level="county", factor=100)
COUNTRY, BEIJING, GUIZHOU, GUIYANG, LIUPANSHUI = "000000", "110000", "520000", "520100", "520200"
A, B, C, D, E = "520102", "520103", "520281", "520222", "520221"
"""Two counties of Guiyang, three of Liupanshui."""
UNITS = (COUNTRY, BEIJING, "110101", "110102", GUIZHOU, GUIYANG, A, B, LIUPANSHUI, C, D, E)
PARENTS = (-1, 0, 1, 1, 0, 4, 5, 5, 4, 8, 8, 8)
SUPPRESSED = State.SUPPRESSED
Figures = list[tuple[Any, ...]]
Y2024 = Period.of_year(2024)


def counties(a: int, b: int, c: int, d: int, e: int, name: str = "minors", when: str = "2024") -> Figures:
    """A figure of each county of Guizhou."""
    return [(code, name, when, number) for code, number in zip((A, B, C, D, E), (a, b, c, d, e), strict=True)]


WITHHELD_BY_E = [*counties(20, 30, 9, 8, 3)[:4], (E, "minors", "2024", "suppressed")]


def values(store: Store, asked: Any = MINORS, period: str = "2024") -> dict[str, IndicatorValue]:
    """The indicator of every unit."""
    found = evaluate(store, MEASURES, DIVISIONS, asked, UNITS, Period.parse(period))
    return dict(zip(UNITS, found, strict=True))


def hidden(store: Store, asked: Any = MINORS, period: str = "2024") -> set[str]:
    """The units whose value is withheld."""
    return {code for code, value in values(store, asked, period).items() if value.state is SUPPRESSED}


@pytest.mark.parametrize(
    ("figures", "expected", "reason"),
    [
        (counties(20, 30, 9, 8, 7), set(), "no small number"),
        (counties(20, 30, 9, 8, 0), set(), "zero is shown"),
        (counties(20, 30, 9, 8, 3), {D, E}, "a small number and the smallest beside it"),
        (counties(20, 30, 4, 8, 3), {C, E}, "two small numbers guard each other"),
        (counties(3, 0, 9, 8, 7), {GUIYANG, LIUPANSHUI, A, E}, "a small city needs a second one"),
        ([*counties(20, 30, 9, 8, 3), (LIUPANSHUI, "minors", "2024", 20)], {D, E}, "a sum that was reported"),
        (WITHHELD_BY_E, {COUNTRY, GUIZHOU, LIUPANSHUI, E}, "what a county withholds nobody can add up"),
    ],
)
def test_small_counts_and_what_gives_them_back_are_withheld(
    figures: Figures, expected: set[str], reason: str
) -> None:
    assert hidden(store_with(figures)) == expected, reason


def test_what_a_county_withheld_is_not_given_back_by_its_citys_own_report() -> None:
    assert hidden(store_with([*WITHHELD_BY_E, (LIUPANSHUI, "minors", "2024", 20)])) == {D, E}


def test_a_withheld_value_shows_no_number_at_all() -> None:
    figures = [
        *counties(20, 30, 9, 8, 3),
        *counties(90, 90, 90, 90, 90, "cases"),
        (E, "rate", "2024", 3.3),
        (LIUPANSHUI, "minors", "2024", 21),
    ]
    store = store_with(figures)
    for asked in (MINORS, SHARE):
        for code in (D, E):
            found = values(store, asked)[code]
            assert found.state is SUPPRESSED
            assert [found.value, found.numerator, found.denominator, found.computed] == [None] * 4


def test_measures_that_do_not_ask_for_it_withhold_nothing() -> None:
    store = store_with(counties(20, 30, 9, 8, 3, "cases"))
    assert values(store, indicator("cases", "cases"))[E].value == 3


def test_every_indicator_of_a_measure_withholds_the_same() -> None:
    figures = [*counties(20, 30, 9, 8, 3), *counties(90, 90, 90, 90, 90, "cases")]
    store = store_with([*figures, *[(code, "population", "2020", 9_000) for code in (A, B, C, D, E)]])
    for asked in (MINORS, SHARE, PER_10K, OF_MINORS):
        assert hidden(store, asked) == {D, E}


def test_a_coverage_tells_only_that_there_is_one() -> None:
    store = store_with(counties(20, 30, 9, 0, 3))
    assert hidden(store, COVERAGE) == set()
    assert values(store, COVERAGE)[LIUPANSHUI].numerator == 2


def test_stocks_are_withheld_period_by_period() -> None:
    store = store_with([*counties(20, 30, 9, 8, 3, "wards"), *counties(20, 30, 9, 8, 6, "wards", "2023")])
    assert hidden(store, WARDS) == {D, E}
    assert hidden(store, WARDS, "2023") == set()


def test_a_year_with_a_small_month_is_shown_only_as_a_whole() -> None:
    figures = [
        row
        for month, e in ((1, 3), (2, 30), (3, 9))
        for row in counties(20, 30, 9, 8, e, when=f"2024-{month:02}")
    ]
    store = store_with(figures)
    assert hidden(store) == set()
    assert values(store)[E].value == 42
    for period in ("2024-01", "2024-02", "2024-Q1", "2024-H1"):
        assert hidden(store, MINORS, period) == {D, E}, period


@pytest.mark.parametrize("month", [1, 6, 11, 12])
def test_any_month_of_a_year_may_be_the_small_one(month: int) -> None:
    figures = [
        row
        for each in (1, 6, 11, 12)
        for row in counties(20, 30, 9, 8, 3 if each == month else 30, when=f"2024-{each:02}")
    ]
    store = store_with(figures)
    for period in ("2024-01", f"2024-{month:02}", "2024-Q4"):
        assert E in hidden(store, MINORS, period), period


def test_other_years_keep_their_months() -> None:
    figures = [*counties(20, 30, 9, 8, 3, when="2024-01"), *counties(20, 30, 9, 8, 7, when="2023-01")]
    assert hidden(store_with(figures), MINORS, "2023-01") == set()


def test_quarters_are_parts_of_a_year_like_months() -> None:
    figures = [
        row
        for quarter, e in ((1, 3), (2, 30), (3, 9), (4, 9))
        for row in counties(20, 30, 9, 8, e, when=f"2024-Q{quarter}")
    ]
    store = store_with(figures)
    assert hidden(store) == set()
    assert hidden(store, MINORS, "2024-Q2") == {D, E}


def test_a_years_small_number_has_no_months() -> None:
    figures = [*counties(20, 30, 9, 8, 2, when="2024-01"), *counties(20, 30, 9, 8, 1, when="2024-02")]
    store = store_with(figures)
    assert hidden(store) == {D, E}
    assert hidden(store, MINORS, "2024-02") == {D, E}


def test_a_series_is_withheld_like_the_map_though_it_reads_one_division_only() -> None:
    store = store_with([*counties(20, 30, 9, 8, 3), *counties(20, 30, 9, 8, 7, when="2023")])
    found = series(store, MEASURES, DIVISIONS, MINORS, D, "year")
    assert [(each.state, each.value) for each in found] == [(State.VALUE, 8), (SUPPRESSED, None)]


def test_the_latest_figure_is_withheld_and_no_older_one_takes_its_place() -> None:
    store = store_with([*counties(20, 30, 9, 8, 3), *counties(20, 30, 9, 8, 7, when="2023")])
    (found,) = evaluate(store, MEASURES, DIVISIONS, MINORS, [E], LATEST)
    assert (found.state, found.value, found.period) == (SUPPRESSED, None, Y2024)


def test_a_change_is_not_split_where_its_parts_are_withheld() -> None:
    store = store_with([*counties(20, 30, 9, 8, 3), *counties(20, 30, 9, 8, 7, when="2023")])
    for division, obstacle in ((LIUPANSHUI, Obstacle.SUPPRESSED), (GUIYANG, None), (GUIZHOU, None)):
        found = explain(store, MEASURES, DIVISIONS, MINORS, division, Period.of_year(2023), Y2024)
        assert found.obstacle is obstacle


def test_a_change_is_not_split_where_who_reported_would_tell() -> None:
    store = store_with([*counties(20, 30, 9, 8, 3), *counties(20, 30, 9, 8, 7, when="2023")[:4]])
    found = explain(store, MEASURES, DIVISIONS, MINORS, GUIZHOU, Period.of_year(2023), Y2024)
    assert found.obstacle is Obstacle.SUPPRESSED


@pytest.mark.parametrize(
    ("name", "division", "period", "number", "expected", "reason"),
    [
        ("minors", E, "2024", 3, True, "a small number"),
        ("minors", D, "2024", 8, True, "the number that would give it back"),
        ("minors", C, "2024", 9, False, "one that tells nothing"),
        ("minors", C, "2024", 2, True, "a small number that was replaced"),
        ("minors", C, "2024", 0, False, "a zero that was replaced"),
        ("minors", E, "2024-03", 30, True, "a month of a small year"),
        ("minors", E, "2022", 30, False, "another year"),
        ("minors", E, "2022/2024", 50, True, "a span with that year in it"),
        ("minors", "520104", "2024", 30, True, "a former division"),
        ("cases", E, "2024", 3, False, "another measure"),
    ],
)
def test_a_figure_as_stated_is_withheld_like_the_value(
    name: str, division: str, period: str, number: float, expected: bool, reason: str
) -> None:
    store = store_with(counties(20, 30, 9, 8, 3))
    found = is_withheld(store, MEASURES, DIVISIONS, name, division, Period.parse(period), number)
    assert found is expected, reason


COUNTS = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 8, 30])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(COUNTS, min_size=7, max_size=7), min_size=2, max_size=3))
def test_nobody_can_work_out_a_small_number_from_all_that_is_shown(months: list[list[int]]) -> None:
    leaves = ("110101", "110102", A, B, C, D, E)
    figures: Figures = [
        (code, "minors", f"2024-{month:02}", number)
        for month, row in enumerate(months, start=1)
        for code, number in zip(leaves, row, strict=True)
    ]
    store = store_with(figures)
    periods = [f"2024-{month:02}" for month in range(1, len(months) + 1)]
    shown = [value for period in (*periods, "2024") for value in values(store, MINORS, period).values()]
    equations = over_time(sums_of(PARENTS), len(months))
    truth = _truth(months, leaves)
    assert all(each.value in (None, number) for each, number in zip(shown, truth, strict=True))
    bounds = [(0, None) if each.value is None else (each.value, each.value) for each in shown]
    small = [place for place, number in enumerate(truth) if 0 < number < 5]
    assert (spread(equations, bounds, small) > 0.99).all()


def _truth(months: list[list[int]], leaves: tuple[str, ...]) -> list[float]:
    """The numbers of all units, month by month and of the year, added up one by one."""
    rows = []
    for row in months:
        numbers = dict.fromkeys(UNITS, 0.0) | dict(zip(leaves, map(float, row), strict=True))
        for place in range(len(UNITS) - 1, 0, -1):
            numbers[UNITS[PARENTS[place]]] += numbers[UNITS[place]]
        rows.append([numbers[code] for code in UNITS])
    return [number for row in [*rows, list(np.sum(rows, axis=0))] for number in row]

"""Indicators: worked values, and each rule on how a value comes about."""

from typing import Any

import pytest

from atlas.access import SYSTEM
from atlas.batches import Source
from atlas.definitions import Bilingual, Redefinition
from atlas.indicators import Basis, IndicatorValue, State, change_on_year_before, evaluate, ranks, series
from atlas.periods import LATEST, Period
from tests.figures import batch, definitions, indicator, measure, store_with
from tests.tree_of_divisions import small_country

DIVISIONS = small_country()
MEASURES = definitions(
    measure("cases", "flow"),
    measure("solved", "flow"),
    measure("lawyers", "stock"),
    measure("firms", "stock"),
    measure("population", "stock", carry_forward=True),
    measure("rate", "rate"),
    measure("counties", "stock", derived="counties"),
    measure("townships", "stock", derived="townships"),
)
CASES = indicator("cases", "cases")
LAWYERS = indicator("lawyers", "lawyers")
SUCCESS = indicator("success", "solved", "cases", factor=100, stated="rate", decimals=1)
PER_10K = indicator("per_10k", "lawyers", "population", factor=10_000, decimals=2)
STATED_PER_10K = indicator("per_10k", "lawyers", "population", factor=10_000, decimals=2, stated="rate")
COVERAGE = indicator("coverage", "lawyers", coverage=True, unit_level="county", factor=100)
TOWN_COVERAGE = indicator("coverage", "lawyers", coverage=True, unit_level="township", factor=100)
PER_COUNTY = indicator("per_county", "lawyers", "counties")
COUNTRY, BEIJING, GUIZHOU, GUIYANG, LIUPANSHUI, YUNYAN = (
    "000000",
    "110000",
    "520000",
    "520100",
    "520200",
    "520103",
)


def value(
    figures: list[tuple[Any, ...]], asked: Any, division: str, period: str, *sources: Source
) -> IndicatorValue:
    """The indicator of one division in a store with just these figures."""
    found = evaluate(
        store_with(figures, *sources), MEASURES, DIVISIONS, asked, [division], Period.parse(period)
    )
    return found[0]


def months(division: str, name: str, *numbers: float | str, year: int = 2024) -> list[tuple[Any, ...]]:
    """Figures of January, February …"""
    return [(division, name, f"{year}-{month:02d}", number) for month, number in enumerate(numbers, start=1)]


def test_ratios_are_pooled_and_never_averaged() -> None:
    figures = [
        ("110101", "cases", "2024", 100),
        ("110101", "solved", "2024", 60),
        ("110102", "cases", "2024", 10),
        ("110102", "solved", "2024", 10),
    ]
    found = value(figures, SUCCESS, BEIJING, "2024")
    assert found.value == pytest.approx(100 * 70 / 110)
    assert found.value != pytest.approx((60 + 100) / 2)
    assert (found.numerator, found.denominator, found.basis) == (70, 110, Basis.ROLLED_UP)


def test_zhaoqing_states_98_2_percent_and_its_parts_give_98_18() -> None:
    figures = [
        ("520100", "cases", "2021", 11_020),
        ("520100", "solved", "2021", 10_819),
        ("520100", "rate", "2021", 98.2),
    ]
    found = value(figures, SUCCESS, GUIYANG, "2021")
    assert (found.value, found.basis) == (98.2, Basis.STATED)
    assert found.computed == pytest.approx(98.18, abs=0.005)
    assert (found.numerator, found.denominator) == (10_819, 11_020)


def test_qinghai_states_3_78_lawyers_per_10000_and_the_census_gives_3_94() -> None:
    figures = [
        ("520000", "lawyers", "2023-12", 2_334),
        ("520000", "population", "2020-11", 5_923_957),
        ("520000", "rate", "2023-12", 3.78),
    ]
    found = value(figures, STATED_PER_10K, GUIZHOU, "2023")
    assert (found.value, found.basis) == (3.78, Basis.STATED)
    assert found.computed == pytest.approx(3.94, abs=0.005)
    assert str(found.denominator_period) == "2020-11"


def test_a_child_that_lacks_the_denominator_adds_nothing_to_the_numerator() -> None:
    figures = [
        ("110101", "cases", "2024", 100),
        ("110101", "solved", "2024", 60),
        ("110102", "solved", "2024", 99),
    ]
    found = value(figures, SUCCESS, BEIJING, "2024")
    assert (found.value, found.numerator) == (60, 60)
    assert (found.children_reported, found.children_expected, found.complete) == (1, 2, False)


def test_only_months_that_both_sides_cover_are_divided() -> None:
    figures = months("110101", "cases", 10, 10, 10, 10) + months("110101", "solved", 5, 5)
    found = value(figures, SUCCESS, "110101", "2024")
    assert (found.value, found.numerator, found.denominator) == (50, 10, 20)
    assert (found.months_reported, found.months_expected) == (2, 12)


FLOWS = [
    ("twelve months are the year", months("110101", "cases", *range(1, 13)), 78, 12),
    ("some months are k of 12", months("110101", "cases", 1, 2, 3), 6, 3),
    (
        "the figure for the year beats its months",
        [*months("110101", "cases", *[1] * 12), ("110101", "cases", "2024", 20)],
        20,
        12,
    ),
    (
        "both halves are the year",
        [("110101", "cases", "2024-H1", 1), ("110101", "cases", "2024-H2", 2)],
        3,
        12,
    ),
    ("one half is not the year", [("110101", "cases", "2024-H1", 1)], None, 0),
    ("four quarters are the year", [("110101", "cases", f"2024-Q{n}", n) for n in (1, 2, 3, 4)], 10, 12),
    ("three quarters are not the year", [("110101", "cases", f"2024-Q{n}", n) for n in (1, 2, 3)], None, 0),
    (
        "half and months are not mixed",
        [("110101", "cases", "2024-H1", 50), *months("110101", "cases", 1, 2)],
        3,
        2,
    ),
    (
        "a span is never drawn",
        [("110101", "cases", "2024/2024", 9), ("110101", "cases", "2021/2025", 9)],
        None,
        0,
    ),
    ("another year does not count", [("110101", "cases", "2023", 9)], None, 0),
]


@pytest.mark.parametrize(("reason", "figures", "expected", "covered"), FLOWS, ids=[case[0] for case in FLOWS])
def test_a_flow_over_a_year(
    reason: str, figures: list[tuple[Any, ...]], expected: float | None, covered: int
) -> None:
    found = value(figures, CASES, "110101", "2024")
    assert (found.value, found.months_reported) == (expected, covered), reason
    assert (found.state is State.VALUE) == (expected is not None), reason


STOCKS = [
    (
        "the last month counts",
        [("110101", "lawyers", "2024-03", 3), ("110101", "lawyers", "2024-09", 9)],
        9,
        "2024-09",
    ),
    (
        "a year's figure holds at its end",
        [("110101", "lawyers", "2024", 5), ("110101", "lawyers", "2024-09", 9)],
        5,
        None,
    ),
    (
        "the year's figure beats December's",
        [("110101", "lawyers", "2024", 5), ("110101", "lawyers", "2024-12", 6)],
        5,
        None,
    ),
    ("an older figure is not carried on", [("110101", "lawyers", "2023-12", 5)], None, None),
    ("a half's figure is not the year's", [("110101", "lawyers", "2024-H1", 5)], None, None),
    ("a span's figure is never drawn", [("110101", "lawyers", "2024-12/2024-12", 5)], None, None),
]


@pytest.mark.parametrize(("reason", "figures", "expected", "as_of"), STOCKS, ids=[case[0] for case in STOCKS])
def test_a_stock_at_the_end_of_a_year(
    reason: str, figures: list[tuple[Any, ...]], expected: float | None, as_of: str | None
) -> None:
    found = value(figures, LAWYERS, "110101", "2024")
    assert found.value == expected, reason
    assert (None if found.as_of is None else str(found.as_of)) == as_of, reason


def test_reported_beats_rolled_up_and_a_difference_is_stated() -> None:
    figures = [
        ("110000", "lawyers", "2024", 10),
        ("110101", "lawyers", "2024", 4),
        ("110102", "lawyers", "2024", 5),
    ]
    found = value(figures, LAWYERS, BEIJING, "2024")
    assert (found.value, found.basis, found.computed) == (10, Basis.REPORTED, 9)
    assert (found.children_reported, found.children_expected) == (0, 0)


@pytest.mark.parametrize(
    ("reason", "children"),
    [("they agree", [4, 6]), ("one is missing, so that they need not agree", [4])],
)
def test_nothing_is_stated_beside_a_reported_figure_when(reason: str, children: list[int]) -> None:
    figures = [("110000", "lawyers", "2024", 10)]
    figures += [(code, "lawyers", "2024", n) for code, n in zip(("110101", "110102"), children, strict=False)]
    assert value(figures, LAWYERS, BEIJING, "2024").computed is None, reason


def test_a_citys_figure_is_never_added_to_its_counties() -> None:
    figures = [
        (GUIYANG, "lawyers", "2024", 10),
        ("520102", "lawyers", "2024", 4),
        (YUNYAN, "lawyers", "2024", 5),
        (LIUPANSHUI, "lawyers", "2024", 1),
    ]
    assert value(figures, LAWYERS, GUIZHOU, "2024").value == 11


def test_a_ratio_may_pair_a_reported_numerator_with_a_complete_sum() -> None:
    figures = [
        (BEIJING, "lawyers", "2024", 8),
        ("110101", "population", "2020-11", 10_000),
        ("110102", "population", "2020-11", 10_000),
    ]
    found = value(figures, PER_10K, BEIJING, "2024")
    assert (found.value, found.basis) == (4, Basis.MIXED)
    assert (found.children_reported, found.children_expected) == (2, 2)
    assert value(figures[:-1], PER_10K, BEIJING, "2024").state is State.NO_DATA


def test_the_corps_and_outside_divisions_are_not_expected_from_the_country() -> None:
    figures = [(BEIJING, "lawyers", "2024", 3), ("660000", "lawyers", "2024", 50)]
    store = store_with(figures)
    found = evaluate(store, MEASURES, DIVISIONS, LAWYERS, [COUNTRY, "660000", "710000"], Period.parse("2024"))
    assert (found[0].value, found[0].children_reported, found[0].children_expected) == (3, 1, 2)
    assert found[1].value == 50
    assert [each.state for each in found] == [State.VALUE, State.VALUE, State.OUTSIDE]


STATES = [
    ("nothing was reported", [], State.NO_DATA, None),
    ("zero is a value", [("110101", "lawyers", "2024", 0)], State.VALUE, 0),
    ("suppressed", [("110101", "lawyers", "2024", "suppressed")], State.SUPPRESSED, None),
    ("not applicable", [("110101", "lawyers", "2024", "not_applicable")], State.NOT_APPLICABLE, None),
]


@pytest.mark.parametrize(("reason", "figures", "state", "expected"), STATES, ids=[case[0] for case in STATES])
def test_missing_is_not_zero(
    reason: str, figures: list[tuple[Any, ...]], state: State, expected: float | None
) -> None:
    found = value(figures, LAWYERS, "110101", "2024")
    assert (found.state, found.value) == (state, expected), reason


def test_a_sum_over_a_suppressed_child_is_suppressed_unless_reported() -> None:
    figures: list[tuple[Any, ...]] = [
        ("110101", "lawyers", "2024", "suppressed"),
        ("110102", "lawyers", "2024", 5),
    ]
    assert value(figures, LAWYERS, BEIJING, "2024").state is State.SUPPRESSED
    assert value(figures, LAWYERS, COUNTRY, "2024").state is State.SUPPRESSED
    assert value([*figures, (BEIJING, "lawyers", "2024", 7)], LAWYERS, COUNTRY, "2024").value == 7


def test_division_by_zero_is_not_applicable() -> None:
    figures = [("110101", "cases", "2024", 0), ("110101", "solved", "2024", 0)]
    found = value(figures, SUCCESS, "110101", "2024")
    assert (found.state, found.value, found.denominator) == (State.NOT_APPLICABLE, None, 0)


def test_a_stated_rate_is_never_rolled_up() -> None:
    figures = [("110101", "rate", "2024", 90), ("110102", "rate", "2024", 80)]
    assert value(figures, SUCCESS, BEIJING, "2024").state is State.NO_DATA


def test_a_rate_for_a_half_year_is_not_the_years() -> None:
    assert value([("110101", "rate", "2024-H1", 90)], SUCCESS, "110101", "2024").state is State.NO_DATA
    assert value([("110101", "rate", "2024-H1", 90)], SUCCESS, "110101", "2024-H1").value == 90
    found = value(
        [("110101", "rate", "2024-05", 90), ("110101", "rate", "2024-07", 91)], SUCCESS, "110101", "2024"
    )
    assert (found.value, str(found.as_of)) == (91, "2024-07")


def test_coverage_counts_units_that_have_at_least_one() -> None:
    figures = [
        ("520102", "lawyers", "2024", 3),
        (YUNYAN, "lawyers", "2024", 0),
        ("520281", "lawyers", "2024", 1),
        ("110101", "lawyers", "2024", 1),
    ]
    store = store_with(figures)
    codes = [COUNTRY, GUIZHOU, LIUPANSHUI, "520102", YUNYAN]
    found = evaluate(store, MEASURES, DIVISIONS, COVERAGE, codes, Period.parse("2024"))
    assert [each.value for each in found] == [75, pytest.approx(200 / 3), None, 100, 0]
    assert [(each.children_reported, each.children_expected) for each in found[:2]] == [(4, 7), (3, 5)]
    assert found[2].state is State.NO_DATA


def test_a_total_says_nothing_about_coverage() -> None:
    assert value([(GUIZHOU, "lawyers", "2024", 103)], COVERAGE, GUIZHOU, "2024").state is State.NO_DATA
    per_unit = value([(GUIZHOU, "lawyers", "2024", 10)], PER_COUNTY, GUIZHOU, "2024")
    assert (per_unit.value, per_unit.denominator, per_unit.denominator_period) == (2, 5, None)


def test_coverage_does_not_apply_where_there_are_no_units() -> None:
    assert (
        value([("520102001", "lawyers", "2024", 1)], TOWN_COVERAGE, BEIJING, "2024").state
        is State.NOT_APPLICABLE
    )


def test_coverage_units_may_be_rolled_up_from_below() -> None:
    found = value([("520102001", "lawyers", "2024", 1)], COVERAGE, GUIYANG, "2024")
    assert (found.value, found.children_reported, found.children_expected) == (100, 1, 2)


def test_the_tree_itself_counts_divisions() -> None:
    counted = indicator("counties", "counties")
    found = value([], counted, COUNTRY, "2024")
    assert (found.value, found.sources) == (7, ())


MERGERS = [
    ("both parts", [("520104", "lawyers", "2024", 3), ("520105", "lawyers", "2024", 4)], 7),
    ("one part is not the whole", [("520104", "lawyers", "2024", 3)], None),
    (
        "today's figure first",
        [("520104", "lawyers", "2024", 3), ("520105", "lawyers", "2024", 4), (YUNYAN, "lawyers", "2024", 9)],
        9,
    ),
    (
        "parts of different periods",
        [("520104", "lawyers", "2024", 3), ("520105", "lawyers", "2023", 4)],
        None,
    ),
]


@pytest.mark.parametrize(("reason", "figures", "expected"), MERGERS, ids=[case[0] for case in MERGERS])
def test_merged_divisions_count_under_todays_code(
    reason: str, figures: list[tuple[Any, ...]], expected: float | None
) -> None:
    assert value(figures, LAWYERS, YUNYAN, "2024").value == expected, reason


def test_a_year_of_a_merger_is_composed_of_the_parts_months_and_the_new_ones() -> None:
    figures = months("520104", "cases", *[1] * 5) + months("520105", "cases", *[2] * 5)
    figures += [(YUNYAN, "cases", f"2024-{month:02d}", 10) for month in range(6, 13)]
    found = value(figures, CASES, YUNYAN, "2024")
    assert (found.value, found.months_reported) == (5 * 3 + 7 * 10, 12)


def test_a_recoded_division_is_asked_for_by_either_code() -> None:
    store = store_with([("110109", "lawyers", "2024", 3)])
    found = evaluate(store, MEASURES, DIVISIONS, LAWYERS, ["110102", "110109"], Period.parse("2024"))
    assert [each.value for each in found] == [3, 3]


def test_latest_gives_each_division_its_own_date() -> None:
    figures = [
        ("110101", "lawyers", "2022", 1),
        ("110102", "lawyers", "2024-05", 2),
        ("520281", "lawyers", "2024-H2", 3),
    ]
    found = evaluate(
        store_with(figures), MEASURES, DIVISIONS, LAWYERS, ["110101", "110102", "520281", "710000"], LATEST
    )
    assert [(str(each.period), each.value) for each in found] == [
        ("2022", 1),
        ("2024-05", 2),
        ("latest", None),
        ("latest", None),
    ]
    assert [each.state for each in found[2:]] == [State.NO_DATA, State.OUTSIDE]


LATEST_FLOWS = [
    (
        "a full year before newer months",
        [("110101", "cases", "2022", 9), *months("110101", "cases", 1, 2)],
        "2022",
        9,
    ),
    ("the newest month where only months are reported", months("110101", "cases", 1, 2, 3), "2024-03", 3),
    ("never a half", [("110101", "cases", "2022", 9), ("110101", "cases", "2024-H1", 1)], "2022", 9),
    (
        "both halves are a year",
        [("110101", "cases", "2024-H2", 4), ("110101", "cases", "2024-H1", 1)],
        "2024",
        5,
    ),
]


@pytest.mark.parametrize(
    ("reason", "figures", "period", "expected"), LATEST_FLOWS, ids=[c[0] for c in LATEST_FLOWS]
)
def test_the_latest_flow(reason: str, figures: list[tuple[Any, ...]], period: str, expected: float) -> None:
    found = value(figures, CASES, "110101", "latest")
    assert (str(found.period), found.value) == (period, expected), reason


def test_latest_prefers_an_own_figure_and_then_sums_of_half_the_children() -> None:
    own = [(BEIJING, "lawyers", "2022", 9), ("110101", "lawyers", "2024", 1)]
    assert value(own, LAWYERS, BEIJING, "latest").value == 9
    sums = [
        ("110101", "lawyers", "2023", 1),
        ("110102", "lawyers", "2023", 1),
        ("520281", "lawyers", "2024", 5),
    ]
    assert (
        str(value([*sums, ("520102", "lawyers", "2023", 1)], LAWYERS, GUIYANG, "latest").period) == "2023-12"
    )


def test_latest_takes_the_newer_of_stated_and_computed() -> None:
    figures = [
        ("110101", "rate", "2022", 90),
        ("110101", "cases", "2023", 10),
        ("110101", "solved", "2023", 5),
    ]
    found = value(figures, SUCCESS, "110101", "latest")
    assert (str(found.period), found.value, found.basis) == ("2023", 50, Basis.REPORTED)


def test_a_population_is_carried_forward_and_says_its_date() -> None:
    figures = [
        ("110101", "lawyers", "2024-06", 5),
        ("110101", "population", "2020-11", 10_000),
        ("110101", "population", "2010-11", 5_000),
        ("110101", "population", "2025-01", 1),
    ]
    found = value(figures, PER_10K, "110101", "2024")
    assert (found.value, str(found.denominator_period), str(found.as_of)) == (5, "2020-11", "2024-06")


SOURCES = (
    Source("a", "A", grade="official"),
    Source("b", "B", grade="press"),
    Source("c", "C", grade="press"),
)


def test_a_sum_names_the_sources_of_all_its_children_and_only_those() -> None:
    figures = [
        ("110101", "lawyers", "2024", 1, {"source": "b"}),
        ("110102", "lawyers", "2024", 1, {"source": "a"}),
        (GUIZHOU, "lawyers", "2024", 1, {"source": "a"}),
        ("520281", "lawyers", "2024", 1, {"source": "c"}),
    ]
    store = store_with(figures, *SOURCES)
    found = evaluate(store, MEASURES, DIVISIONS, LAWYERS, [COUNTRY, BEIJING, GUIZHOU], Period.parse("2024"))
    assert [each.sources for each in found] == [("a", "b"), ("a", "b"), ("a",)]


def test_a_ratio_names_the_sources_of_both_sides() -> None:
    figures = [
        ("110101", "lawyers", "2024", 1, {"source": "b"}),
        ("110101", "population", "2020-11", 1, {"source": "c"}),
    ]
    assert value(figures, PER_10K, BEIJING, "2024", *SOURCES).sources == ("b", "c")


QUALIFIERS = [
    ("exact parts", "exact", "exact", "exact"),
    ("over", "over", "exact", "over"),
    ("a rounded denominator makes the ratio about right", "exact", "over", "about"),
]


@pytest.mark.parametrize(
    ("reason", "top", "base", "expected"), QUALIFIERS, ids=[case[0] for case in QUALIFIERS]
)
def test_the_qualifier_of_a_ratio(reason: str, top: str, base: str, expected: str) -> None:
    figures = [
        ("110101", "lawyers", "2024", 1, {"qualifier": top}),
        ("110101", "population", "2020-11", 1, {"qualifier": base}),
    ]
    assert value(figures, PER_10K, BEIJING, "2024").qualifier == expected, reason


def test_grades_and_days_reach_the_figures() -> None:
    store = store_with(
        [
            ("110101", "lawyers", "2024", 1, {"source": "a"}),
            ("110102", "lawyers", "2024", 2, {"source": "b"}),
        ],
        *SOURCES,
    )
    ask = [BEIJING]
    year = Period.parse("2024")
    assert evaluate(store, MEASURES, DIVISIONS, LAWYERS, ask, year, grades=["official"])[0].value == 1
    store.add(batch("more", [("110102", "lawyers", "2024", 20)]), SYSTEM)
    store.accept("more", SYSTEM)
    assert evaluate(store, MEASURES, DIVISIONS, LAWYERS, ask, year)[0].value == 21
    known = store.batches()["received_at"].min().date()
    assert evaluate(store, MEASURES, DIVISIONS, LAWYERS, ask, year, as_known_on=known)[0].value == 3


def test_a_series_keeps_gaps_and_ends_where_the_figures_end() -> None:
    figures = [
        ("110101", "cases", "2021", 1),
        ("110101", "cases", "2023", 3),
        ("110101", "cases", "2019/2025", 9),
    ]
    found = series(store_with(figures), MEASURES, DIVISIONS, CASES, BEIJING, "year")
    assert [(str(each.period), each.value) for each in found] == [("2021", 1), ("2022", None), ("2023", 3)]


CHANGES = [
    ("both reported", [("110101", "cases", "2024", 5), ("110101", "cases", "2023", 3)], 2),
    ("nothing the year before", [("110101", "cases", "2024", 5)], None),
    ("fewer months", [("110101", "cases", "2024", 5), *months("110101", "cases", 1, 1, year=2023)], None),
]


@pytest.mark.parametrize(("reason", "figures", "expected"), CHANGES, ids=[case[0] for case in CHANGES])
def test_the_change_on_the_year_before(
    reason: str, figures: list[tuple[Any, ...]], expected: float | None
) -> None:
    store, year = store_with(figures), Period.parse("2024")
    now = evaluate(store, MEASURES, DIVISIONS, CASES, ["110101"], year)
    then = evaluate(store, MEASURES, DIVISIONS, CASES, ["110101"], year.year_before())
    assert change_on_year_before(now, then) == (expected,), reason


@pytest.mark.parametrize(
    ("since", "expected", "reason"),
    [
        ("2024-01", None, "the meaning changed between the two years"),
        ("2024-07", None, "it changed within the later one"),
        ("2023-07", None, "it changed within the earlier one"),
        ("2023-01", 2, "both years have the new meaning"),
        ("2025", 2, "both have the old one"),
    ],
)
def test_no_change_is_shown_across_a_change_of_definition(
    since: str, expected: float | None, reason: str
) -> None:
    figures = [("110101", "cases", "2024", 5), ("110101", "cases", "2023", 3)]
    store, year = store_with(figures), Period.parse("2024")
    now = evaluate(store, MEASURES, DIVISIONS, CASES, ["110101"], year)
    then = evaluate(store, MEASURES, DIVISIONS, CASES, ["110101"], year.year_before())
    changed = Redefinition(since=since, what=Bilingual(zh="新", en="New"))
    redefined = CASES.model_copy(update={"redefined": (changed,)})
    assert change_on_year_before(now, then, redefined) == (expected,), reason


def test_a_stated_rate_is_not_compared_with_a_computed_one() -> None:
    figures = [
        ("110101", "rate", "2024", 90),
        ("110101", "cases", "2023", 10),
        ("110101", "solved", "2023", 5),
    ]
    store, year = store_with(figures), Period.parse("2024")
    now = evaluate(store, MEASURES, DIVISIONS, SUCCESS, ["110101"], year)
    then = evaluate(store, MEASURES, DIVISIONS, SUCCESS, ["110101"], year.year_before())
    assert change_on_year_before(now, then) == (None,)


def _valued(*numbers: float | None) -> list[IndicatorValue]:
    year = Period.parse("2024")
    return [
        IndicatorValue(str(place), "x", year, State.NO_DATA if number is None else State.VALUE, number)
        for place, number in enumerate(numbers)
    ]


def test_equal_values_share_a_rank() -> None:
    found = ranks(_valued(3, 5, None, 5, 1))
    assert [each and (each.place, each.of, each.tied) for each in found] == [
        (3, 4, False),
        (1, 4, True),
        None,
        (1, 4, True),
        (4, 4, False),
    ]


def test_the_lowest_is_first_where_lower_is_better() -> None:
    assert [each and each.place for each in ranks(_valued(3, 1, 2), "lower")] == [3, 1, 2]


def test_values_that_look_equal_are_ties() -> None:
    assert [each and each.place for each in ranks(_valued(3.781, 3.784, 3.79), decimals=2)] == [2, 2, 1]


def test_one_unit_of_many_is_not_the_figure_of_the_whole() -> None:
    found = value([("520281", "lawyers", "2024-12", 7)], LAWYERS, LIUPANSHUI, "2024")
    assert (found.state, found.value) == (State.NO_DATA, None)
    assert (found.children_reported, found.children_expected) == (1, 3)


def test_two_units_of_three_are_shown_with_how_many_they_are() -> None:
    figures = [("520281", "lawyers", "2024-12", 7), ("520221", "lawyers", "2024-12", 5)]
    found = value(figures, LAWYERS, LIUPANSHUI, "2024")
    assert (found.value, found.children_reported, found.children_expected) == (12, 2, 3)


def test_coverage_counted_in_fewer_than_half_of_the_units_is_not_shown() -> None:
    found = value([("520281", "lawyers", "2024-12", 1)], COVERAGE, LIUPANSHUI, "2024")
    assert (found.state, found.children_reported, found.children_expected) == (State.NO_DATA, 1, 3)


def test_a_part_larger_than_its_whole_gives_no_rate() -> None:
    figures = [("110101", "cases", "2024", 100), ("110101", "solved", "2024", 104)]
    found = value(figures, SUCCESS, "110101", "2024")
    assert (found.state, found.value) == (State.NO_DATA, None)
    assert (found.numerator, found.denominator) == (104, 100)

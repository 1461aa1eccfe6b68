"""Explaining a change: what two periods have alike, found as a slow and obvious implementation finds it."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from atlas.definitions import Indicator
from atlas.indicators import Basis, State, evaluate
from atlas.indicators.explain import Explanation, Obstacle, explain
from atlas.periods import Period
from tests.figures import definitions, indicator, measure, store_with
from tests.oracle import Amount, Observation, Oracle
from tests.tree_of_divisions import small_country

DIVISIONS = small_country()
MEASURES = definitions(
    measure("cases", "flow"),
    measure("solved", "flow"),
    measure("lawyers", "stock"),
    measure("population", "stock", carry_forward=True),
    measure("rate", "rate"),
    measure("minors", "flow", suppress_below=5),
)
MINORS = indicator("minors", "minors")
CASES = indicator("cases", "cases")
SUCCESS = indicator("success", "solved", "cases", factor=100, stated="rate")
PER_10K = indicator("per_10k", "cases", "population", factor=10_000)
LAWYERS = indicator("lawyers_per_10k", "lawyers", "population", factor=10_000)
COVERAGE = indicator("coverage", "lawyers", coverage=True, unit_level="county", factor=100)
STATED = indicator("stated", None, stated="rate")
BEIJING, GUIZHOU, GUIYANG, LIUPANSHUI = "110000", "520000", "520100", "520200"
THEN, NOW = Period.parse("2023"), Period.parse("2024")


def explained(figures: list[tuple[Any, ...]], asked: Indicator, division: str) -> Explanation:
    """The change from 2023 to 2024 in a store with just these figures."""
    return explain(store_with(figures), MEASURES, DIVISIONS, asked, division, THEN, NOW)


def effects(found: Explanation) -> dict[str, tuple[Fraction, Fraction, Fraction]]:
    """Rate, mix and reporting effect by child."""
    assert found.split is not None
    return {each.code: (each.rate, each.mix, each.reporting) for each in found.split.effects}


def months(division: str, year: int, count: int, number: float, first: int = 1) -> list[tuple[Any, ...]]:
    """The same number of cases in each of `count` months."""
    return [(division, "cases", f"{year}-{month:02d}", number) for month in range(first, first + count)]


def test_a_county_that_did_not_report_is_no_fewer_cases() -> None:
    figures = [
        *[(county, "cases", "2023", 10) for county in ("520102", "520103")],
        ("520102", "cases", "2024", 12),
        *[(county, "cases", year, 5) for county in ("520281", "520222") for year in ("2023", "2024")],
    ]
    found = explained(figures, CASES, GUIZHOU)
    assert effects(found) == {GUIYANG: (2, 0, -10), LIUPANSHUI: (0, 0, 0)}
    assert [(each.alike, each.otherwise) for each in found.reporters] == [(1, 1), (2, 0)]


def test_a_missing_month_is_no_fewer_cases() -> None:
    figures = [
        *months("110101", 2023, 12, 10),
        *months("110101", 2024, 11, 11),
        ("110102", "cases", "2023", 1),
    ]
    found = explained([*figures, ("110102", "cases", "2024", 1)], CASES, BEIJING)
    assert effects(found) == {"110101": (11, 0, -10), "110102": (0, 0, 0)}


def test_months_that_do_not_overlap_are_reporting_alone() -> None:
    figures = [*months("110101", 2023, 6, 10), *months("110101", 2024, 6, 11, first=7)]
    figures += [("110102", "cases", year, 1) for year in ("2023", "2024")]
    assert effects(explained(figures, CASES, BEIJING))["110101"] == (0, 0, 6)


def test_a_year_in_one_figure_cannot_be_compared_with_eleven_months() -> None:
    figures = [("110101", "cases", "2023", 120), *months("110101", 2024, 11, 11)]
    figures += [("110102", "cases", year, 1) for year in ("2023", "2024")]
    assert effects(explained(figures, CASES, BEIJING))["110101"] == (0, 0, 1)


def test_the_population_is_no_flow_that_a_missing_month_could_shorten() -> None:
    figures = [*months("110101", 2023, 12, 10), *months("110101", 2024, 11, 11)]
    figures.append(("110101", "population", "2020-11", 1_000))
    found = explained(figures, PER_10K, BEIJING)
    assert effects(found) == {"110101": (110, 0, -100)}
    assert found.split is not None
    assert (found.split.before, found.split.now) == (1_200, 1_210)


def test_a_city_that_now_reports_for_its_complete_counties_is_compared_with_their_sum() -> None:
    figures = [(county, "cases", "2023", 10) for county in ("520102", "520103")]
    figures += [
        (GUIYANG, "cases", "2024", 25),
        *[(LIUPANSHUI, "cases", year, 5) for year in ("2023", "2024")],
    ]
    assert effects(explained(figures, CASES, GUIZHOU))[GUIYANG] == (5, 0, 0)


def test_a_city_that_now_reports_for_incomplete_counties_is_not() -> None:
    figures = [("520102", "cases", "2023", 10), (GUIYANG, "cases", "2024", 25)]
    figures += [(LIUPANSHUI, "cases", year, 5) for year in ("2023", "2024")]
    assert effects(explained(figures, CASES, GUIZHOU))[GUIYANG] == (0, 0, 15)


def test_a_unit_that_gets_its_first_lawyer_raises_a_coverage() -> None:
    figures = [
        *[("110101", "lawyers", year, number) for year, number in (("2023", 0), ("2024", 3))],
        ("110102", "lawyers", "2024", 1),
        ("110102", "lawyers", "2023", 1),
    ]
    found = explained(figures, COVERAGE, BEIJING)
    assert effects(found) == {"110101": (50, 0, 0), "110102": (0, 0, 0)}
    assert found.split is not None
    assert (found.split.before, found.split.now) == (50, 100)


def test_a_unit_that_reports_for_the_first_time_is_reporting_in_a_coverage() -> None:
    figures = [("110101", "lawyers", year, 0) for year in ("2023", "2024")]
    found = explained([*figures, ("110102", "lawyers", "2024", 1)], COVERAGE, BEIJING)
    assert effects(found) == {"110101": (0, 0, 0), "110102": (0, 0, 50)}


@pytest.mark.parametrize(
    ("asked", "figures", "division", "obstacle", "reason"),
    [
        (CASES, [], BEIJING, Obstacle.NOT_REPORTED, "no figure at all"),
        (CASES, [(BEIJING, "cases", "2023", 5), (BEIJING, "cases", "2024", 6)], BEIJING,
         Obstacle.NOT_REPORTED, "only the division itself reported"),
        (CASES, [("110101", "cases", "2023", 5)], "110101", Obstacle.NO_CHILDREN, "nothing lies below"),
        (STATED, [(BEIJING, "rate", "2023", 5)], BEIJING, Obstacle.NO_PARTS, "only ever stated"),
        (CASES, [("110101", "cases", "2023", 5), ("110102", "cases", "2024", 5)], BEIJING,
         Obstacle.NOTHING_ALIKE, "nobody reported both years"),
        (SUCCESS, [("110101", "rate", "2023", 5), ("110101", "rate", "2024", 5)], BEIJING,
         Obstacle.NOT_REPORTED, "rates without parts"),
        (CASES, [("110101", "cases", year, "suppressed") for year in ("2023", "2024")], BEIJING,
         Obstacle.SUPPRESSED, "all are withheld"),
        (CASES, [*[("110101", "cases", year, 9) for year in ("2023", "2024")],
                 ("110102", "cases", "2023", "suppressed")], BEIJING,
         Obstacle.SUPPRESSED, "one is withheld, and the others would give it away"),
        (CASES, [("110101", "cases", year, "not_applicable") for year in ("2023", "2024")], BEIJING,
         None, "the question does not arise: nothing changed"),
    ],
)  # fmt: skip
def test_what_stands_in_the_way_of_a_split_is_named(
    asked: Indicator, figures: list[tuple[Any, ...]], division: str, obstacle: Obstacle | None, reason: str
) -> None:
    assert explained(figures, asked, division).obstacle is obstacle, reason


def test_a_missing_month_does_not_tell_a_small_one() -> None:
    """Twelve months of 2023 are shown together; without its December, 2024 would tell that of 2023."""
    figures = [
        ("110101", "minors", f"2023-{month:02d}", 2.0 if month == 12 else 10.0) for month in range(1, 13)
    ]
    figures += [("110101", "minors", f"2024-{month:02d}", 10.0) for month in range(1, 12)]
    figures += [("110102", "minors", year, 50.0) for year in ("2023", "2024")]
    assert explained(figures, MINORS, BEIJING).obstacle is Obstacle.SUPPRESSED
    figures.append(("110101", "minors", "2024-12", 10.0))
    assert effects(explained(figures, MINORS, BEIJING)) == {"110101": (8, 0, 0), "110102": (0, 0, 0)}


KINDS = {name: each.kind for name, each in MEASURES.measures.items()}
CODES = tuple(code for code in DIVISIONS.frame["code"] if code not in ("660000", "710000"))
COUNTED = {
    code: tuple(child.code for child in DIVISIONS.children(code) if child.code in CODES) for code in CODES
}
PAIRS: list[tuple[str, str | None]] = [
    *(("cases", None), ("lawyers", None), ("solved", "cases")),
    *(("cases", "population"), ("lawyers", "population")),
]
runs = st.tuples(st.sampled_from(["2023", "2024"]), st.sampled_from([(1, 12), (1, 12), (1, 7), (4, 9)])).map(
    lambda run: [f"{run[0]}-{month:02d}" for month in range(run[1][0], run[1][1] + 1)]
)
years = st.lists(st.sampled_from(["2023", "2024", "2023-06", "2024-12"]), max_size=3)


@st.composite
def reports(draw: st.DrawFn) -> tuple[tuple[str, str | None], list[Observation]]:
    """An indicator, and what each division reported of its measures in two years."""
    pair = draw(st.sampled_from(PAIRS))
    found: dict[tuple[str, str, str], Observation] = {}
    for who in CODES:
        for what in filter(None, pair):
            for code in [
                code for each in draw(st.lists(st.one_of(runs, years), max_size=2)) for code in each
            ]:
                value = float(draw(st.integers(0, 50)))
                found[who, what, code] = Observation(who, what, Period.parse(code), value)
    return pair, list(found.values())


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(given_reports=reports(), division=st.sampled_from(["000000", GUIZHOU, GUIYANG, BEIJING]))
def test_every_part_is_what_the_obvious_way_gives(
    given_reports: tuple[tuple[str, str | None], list[Observation]], division: str
) -> None:
    (top, base), observed = given_reports
    asked = indicator("asked", top, base)
    figures = [(each.division, each.measure, each.period, each.value) for each in observed]
    store = store_with(figures)
    found = explain(store, MEASURES, DIVISIONS, asked, division, THEN, NOW)
    slow = Slow(Oracle(COUNTED, observed, KINDS, frozenset({"population"})), top, base)
    expected = {child: slow.parts(child) for child in COUNTED[division]}
    for child, reported in {each.code: each for each in found.reports}.items():
        assert [(a.top, a.base) for a in (*reported.alike, *reported.alone)] == expected[child], child
    silent = set(COUNTED[division]) - {each.code for each in found.reports}
    assert all(not any(map(any, expected[child])) for child in silent)
    if found.split is None:
        return
    assert sum(each.total for each in found.split.effects) == found.split.now - found.split.before
    for period, pooled in ((THEN, found.split.before), (NOW, found.split.now)):
        (value,) = evaluate(store, MEASURES, DIVISIONS, asked, [division], period)
        if value.basis is Basis.ROLLED_UP and value.state is State.VALUE:
            assert value.value == pytest.approx(float(pooled))


class Slow:
    """What two years have alike, child by child and month by month."""

    def __init__(self, oracle: Oracle, top: str, base: str | None) -> None:
        self.oracle, self.top, self.base = oracle, top, base

    def parts(self, node: str) -> list[tuple[Fraction, Fraction]]:
        """Alike before and now, alone before and now."""
        before, now = self.amount(node, THEN), self.amount(node, NOW)
        if before is None or now is None:
            return [(Fraction(0), Fraction(0)), (Fraction(0), Fraction(0)), pair(before), pair(now)]
        summed = [each.basis == "rolled_up" for each in (before, now)]
        if all(summed):
            below = [self.parts(child) for child in self.oracle.children[node]]
            return [
                (sum((part[0] for part in each), Fraction(0)), sum((part[1] for part in each), Fraction(0)))
                for each in zip(*below, strict=True)
            ]
        whole = all(each.whole for each, rolled in zip((before, now), summed, strict=True) if rolled)
        covered = [
            {month - period.first for month in each.months} for each, period in ((before, THEN), (now, NOW))
        ]
        if whole and covered[0] == covered[1]:
            return [pair(before), pair(now), (Fraction(0), Fraction(0)), (Fraction(0), Fraction(0))]
        shared = covered[0] & covered[1]
        pieces = [
            self.pieces(node, period, each, months, shared)
            for (period, each), months in zip(((THEN, before), (NOW, now)), covered, strict=True)
        ]
        if any(summed) or not shared or None in pieces:
            return [(Fraction(0), Fraction(0)), (Fraction(0), Fraction(0)), pair(before), pair(now)]
        left = [minus(pair(each), piece) for each, piece in zip((before, now), pieces, strict=True)]
        return [pieces[0], pieces[1], *left]  # type: ignore[list-item]

    def amount(self, node: str, period: Period) -> Amount | None:
        """The figure of a division, its own or summed."""
        if self.base is None:
            return self.oracle.total(node, self.top, period)
        return self.oracle.pair(node, self.top, self.base, period)

    def pieces(
        self, node: str, period: Period, whole: Amount, covered: set[int], shared: set[int]
    ) -> tuple[Fraction, Fraction] | None:
        """The shared months of a figure; None where its months do not add up to it."""
        every, some = (self.summed(node, period, whole, months) for months in (covered, shared))
        return some if every == pair(whole) else None

    def summed(self, node: str, period: Period, whole: Amount, months: set[int]) -> tuple[Fraction, Fraction]:
        """Flows of some months; a stock as it is."""
        totals = list(pair(whole))
        for place, name in enumerate((self.top, self.base)):
            if name is not None and KINDS[name] == "flow":
                found = [
                    self.oracle.own(node, name, Period.of_index(period.first + month)) for month in months
                ]
                totals[place] = sum((pair(each)[0] for each in found), Fraction(0))
        return totals[0], totals[1]


def pair(amount: Amount | None) -> tuple[Fraction, Fraction]:
    """Numerator and denominator, 0 for what is not there."""
    values = (*amount.values, 0.0) if amount is not None else (0.0, 0.0)
    return Fraction(values[0]), Fraction(values[1])


def minus(whole: tuple[Fraction, Fraction], part: tuple[Fraction, Fraction]) -> tuple[Fraction, Fraction]:
    """What is left."""
    return whole[0] - part[0], whole[1] - part[1]

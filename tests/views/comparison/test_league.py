"""A league: every unit with its interval, its place and what its interval says of the benchmark."""

import pytest

from atlas.definitions import load_definitions
from atlas.statistics.intervals import byar, wilson
from atlas.statistics.verdict import Verdict
from atlas.views.comparison.circle import circle_of
from atlas.views.comparison.league import league_of, standings_of, with_interval
from atlas.views.map_view import map_view
from atlas.workspace import Workspace
from tests.views.comparison.conftest import WithFigures, compared_at

RATE = "mediation_success_rate"
MEDIATED = [
    ("110000", 10_000, 9_900),
    ("310000", 10_000, 9_600),
    ("460000", 100, 97),
    ("540000", 10_000, 9_000),
]
FIGURES = [
    (code, measure, "2024", number)
    for code, disputes, solved in MEDIATED
    for measure, number in (
        ("disputes_mediated", disputes),
        ("disputes_mediated_successfully", solved),
    )
] + [
    ("000000", "disputes_mediated", "2024", 100_000),
    ("000000", "disputes_mediated_successfully", "2024", 96_000),
]
LINK = {"indicator": RATE, "period": "2024"}

CIRCLES = [
    (("520000", "210000"), "000000", "provinces lie in the country"),
    (("520100", "520300"), "520000", "cities of one province"),
    (("520100", "210100"), "000000", "cities of two provinces"),
    (("520102", "520103"), "520100", "counties of one city"),
    (("520102", "520302"), "520000", "counties of two cities of one province"),
    (("520000",), "000000", "one alone has its parent"),
    ((), "000000", "nothing chosen yet"),
]


@pytest.mark.parametrize(("codes", "within", "reason"), CIRCLES, ids=[case[2] for case in CIRCLES])
def test_the_circle_is_the_nearest_division_that_all_lie_in(
    workspace: Workspace, codes: tuple[str, ...], within: str, reason: str
) -> None:
    divisions = [workspace.divisions[code] for code in codes]
    assert circle_of(workspace, divisions).within.code == within, reason


def test_intervals_verdicts_and_places_are_those_of_the_statistics(with_figures: WithFigures) -> None:
    workspace = with_figures(FIGURES)
    compared = compared_at(workspace, "110000", "310000", "460000", "540000", **LINK)
    standings = standings_of(workspace, compared, RATE)
    for standing, (_, disputes, solved) in zip(standings, MEDIATED, strict=True):
        assert standing.interval == wilson(solved, disputes, 100)
    assert [each.verdict for each in standings] == [
        Verdict.BETTER,
        Verdict.SIMILAR,
        Verdict.SIMILAR,
        Verdict.WORSE,
    ]
    ranks = [each.rank for each in standings if each.rank is not None]
    assert [rank.place for rank in ranks] == [1, 3, 2, 4]
    assert [(rank.lower, rank.upper) for rank in ranks] == [(1, 1), (2, 3), (1, 3), (4, 4)]


def test_the_standings_keep_the_order_chosen_and_the_values_of_the_map(demonstration: Workspace) -> None:
    link = {"dataset": "demonstration", "indicator": RATE, "period": "2025"}
    compared = compared_at(demonstration, "640000", "110000", "540000", **link)
    standings = standings_of(demonstration, compared, RATE)
    assert [each.division.code for each in standings] == ["640000", "110000", "540000"]
    view = map_view(demonstration, compared.selection)
    for each in standings:
        drawn = view.drawn(each.division.code)
        assert drawn is not None
        assert (drawn.value, drawn.rank and drawn.rank.place) == (each.value, each.rank and each.rank.place)


def test_a_stock_has_an_interval_only_when_it_is_asked_for(with_figures: WithFigures) -> None:
    workspace = with_figures(
        [
            ("110000", "lawyers", "2024", 50),
            ("110000", "population", "2024", 100_000),
            ("310000", "lawyers", "2024", 70),
            ("310000", "population", "2024", 100_000),
        ]
    )
    link = {"indicator": "lawyers_per_10k", "period": "2024"}
    without = compared_at(workspace, "110000", "310000", **link)
    assert [each.interval for each in standings_of(workspace, without, "lawyers_per_10k")] == [None, None]
    asked = compared_at(workspace, "110000", "310000", **link, intervals="all")
    assert [each.interval for each in standings_of(workspace, asked, "lawyers_per_10k")] == [
        byar(50, 100_000, 10_000),
        byar(70, 100_000, 10_000),
    ]


@pytest.mark.parametrize(
    ("indicator", "kind", "reason"),
    [
        ("mediation_success_rate", "wilson", "it has one of its own"),
        ("lawyers_per_10k", "byar", "a rate of people"),
        ("mediators_full_time_share", "wilson", "a share of people"),
        ("county_centre_coverage", "wilson", "a share of counties"),
        ("legal_aid_recovered_per_case", "none", "money is not counted"),
        ("hotline_satisfaction", "none", "only ever stated"),
        ("lawyers", "none", "a count has no denominator"),
    ],
)
def test_which_interval_an_indicator_could_have(indicator: str, kind: str, reason: str) -> None:
    definitions = load_definitions()
    assert with_interval(definitions, definitions.indicators[indicator]).interval == kind, reason


def test_a_count_has_no_benchmark(workspace: Workspace) -> None:
    compared = compared_at(workspace, "520000", "210000", indicator="lawyers")
    assert league_of(workspace, compared, "lawyers").benchmark is None
    assert league_of(workspace, compared, "lawyers_per_10k").benchmark is not None


def test_where_the_parent_has_no_figure_the_country_is_the_benchmark(with_figures: WithFigures) -> None:
    workspace = with_figures(
        [
            ("520100", "disputes_mediated", "2024", 100),
            ("520100", "disputes_mediated_successfully", "2024", 90),
            ("000000", "disputes_mediated", "2024", 1000),
            ("000000", "disputes_mediated_successfully", "2024", 990),
        ]
    )
    compared = compared_at(workspace, "520100", "520300", **LINK)
    benchmark = league_of(workspace, compared, RATE).benchmark
    assert benchmark is not None
    assert (benchmark.division, benchmark.value) == ("000000", 99.0)


def test_figures_of_dates_too_far_apart_get_no_verdict(with_figures: WithFigures) -> None:
    workspace = with_figures(
        [
            ("110000", "disputes_mediated", "2020", 10_000),
            ("110000", "disputes_mediated_successfully", "2020", 9_900),
            ("000000", "disputes_mediated", "2024", 100_000),
            ("000000", "disputes_mediated_successfully", "2024", 96_000),
        ]
    )
    compared = compared_at(workspace, "110000", "310000", indicator=RATE, period="latest")
    assert standings_of(workspace, compared, RATE)[0].verdict is Verdict.NONE

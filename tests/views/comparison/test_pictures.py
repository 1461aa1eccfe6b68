"""The pictures of a comparison show the compared divisions with their own numbers, or say what is missing."""

import numpy as np
import pytest

from atlas.divisions import Level
from atlas.indicators import State
from atlas.language import LANGUAGES, Language
from atlas.periods import Period
from atlas.statistics.funnel import funnel_of_proportions
from atlas.views.comparison.bars import REST, compared_bars, league_bars
from atlas.views.comparison.circle import circle_of
from atlas.views.comparison.common_periods import common_periods
from atlas.views.comparison.figures import place_text
from atlas.views.comparison.funnel import compared_funnel
from atlas.views.comparison.league import league_of, standings_of
from atlas.views.comparison.link import Maps
from atlas.views.comparison.scatter import compared_scatter
from atlas.views.comparison.small_maps import map_of_all, maps_shown, small_maps, views_within
from atlas.views.comparison.table import compared_table
from atlas.views.comparison.trends import compared_trends
from atlas.views.palette import IDENTITIES
from atlas.views.pictures import MapPicture, TilePicture
from atlas.workspace import Workspace
from tests.views.comparison.conftest import WithFigures, compared_at

EN = Language("en")
RATE = "mediation_success_rate"
INVENTED = {"dataset": "demonstration", "indicator": RATE, "period": "2025"}
FIVE = ("110000", "310000", "460000", "540000", "640000")
"""The provinces that the tests' demonstration has figures of; too few for the country to have any."""
COUNTIES = ("110101", "110102", "110105", "110106")


def test_bars_run_from_the_highest_down_with_interval_place_and_verdict(demonstration: Workspace) -> None:
    compared = compared_at(demonstration, *COUNTIES, **INVENTED)
    picture = compared_bars(demonstration, compared, EN)
    values = [bar.value for bar in picture.bars]
    assert values == sorted(values, reverse=True)
    assert {bar.code for bar in picture.bars} == set(COUNTIES)
    for bar in picture.bars:
        assert bar.lower is not None
        assert bar.upper is not None
        assert bar.lower <= bar.value <= bar.upper
        assert bar.colour == IDENTITIES[COUNTIES.index(bar.code)]
        assert any(word in bar.text for word in ("▲ better", "● similar", "▼ worse"))
    assert picture.interval == "Wilson score interval"
    assert [each.name for each in picture.references] == ["Beijing"]


@pytest.mark.parametrize(
    ("country", "references", "note", "reason"),
    [
        ("2024", ["China"], "of different dates, 2019 to 2024", "one of them is of the benchmark's time"),
        ("2014", [], "of different dates, 2019 to 2024", "none of them is"),
    ],
)
def test_bars_of_latest_figures_say_that_dates_differ_and_have_a_benchmark_only_of_their_time(
    with_figures: WithFigures, country: str, references: list[str], note: str, reason: str
) -> None:
    workspace = with_figures(
        [
            ("110000", "mediation_success_rate", "2019", 99),
            ("310000", "mediation_success_rate", "2024", 90),
            ("000000", "mediation_success_rate", country, 95),
        ]
    )
    picture = compared_bars(
        workspace, compared_at(workspace, "110000", "310000", indicator=RATE, period="latest"), EN
    )
    assert [each.name for each in picture.references] == references, reason
    assert note in picture.note


def test_the_league_has_all_units_and_marks_the_compared_ones(demonstration: Workspace) -> None:
    compared = compared_at(demonstration, "110000", "540000", **INVENTED)
    picture = league_bars(demonstration, compared, EN)
    assert {bar.code for bar in picture.bars} >= set(FIVE)
    assert {bar.code for bar in picture.bars if bar.marked} == {"110000", "540000"}
    assert {bar.colour for bar in picture.bars if not bar.marked} == {REST}


def test_divisions_without_a_value_have_no_bar(with_figures: WithFigures) -> None:
    workspace = with_figures([("110000", "lawyers", "2024", 5)])
    compared = compared_at(workspace, "110000", "310000", indicator="lawyers", period="2024")
    assert [bar.code for bar in compared_bars(workspace, compared, EN).bars] == ["110000"]
    nothing = compared_at(workspace, "310000", "460000", indicator="lawyers", period="2024")
    assert compared_bars(workspace, nothing, EN).bars == ()


@pytest.mark.parametrize("indicator", [RATE, "legal_aid_cases"])
def test_all_small_maps_have_one_scale(demonstration: Workspace, indicator: str) -> None:
    compared = compared_at(demonstration, *FIVE, **{**INVENTED, "indicator": indicator})
    views = views_within(demonstration, compared)
    assert len({view.classification.breaks for view in views}) == 1
    assert len({view.reference_top for view in views}) == 1
    levels = {view.selection.level for view in views}
    assert levels == {Level.CITY, Level.COUNTY}, "a municipality has no cities"


def test_a_map_says_when_nothing_is_known_below_its_division(with_figures: WithFigures) -> None:
    workspace = with_figures(
        [
            ("520000", "disputes_mediated", "2024", 5),
            ("520100", "disputes_mediated", "2024", 3),
            ("210000", "disputes_mediated", "2024", 4),
        ]
    )
    link = {"indicator": "disputes_mediated", "period": "2024"}
    maps = small_maps(workspace, compared_at(workspace, "520000", "210000", **link), EN)
    assert [each.missing for each in maps] == ["", "no figures below it"]
    assert maps[0].picture.title == "Guizhou: 5\u2009cases"


@pytest.mark.parametrize(
    ("code", "missing", "reason"),
    [
        ("710000", "", "its value says that it does not report"),
        ("520402", "to protect privacy", "the place's own figure is withheld"),
        ("520300", "figures below it are withheld", "a map of withheld figures"),
        ("520103", "reported as a whole, not by the units within it", "townships report nothing"),
        ("520112", "no figures below it", "it has not reported, so it is not reported as a whole"),
    ],
)
def test_a_map_without_figures_says_what_is_true_of_its_place(
    with_figures: WithFigures, code: str, missing: str, reason: str
) -> None:
    workspace = with_figures(
        [
            ("520402", "lawyers", "2024", "suppressed"),
            ("520302", "lawyers", "2024", "suppressed"),
            ("520103", "lawyers", "2024", 5),
        ]
    )
    (found,) = small_maps(workspace, compared_at(workspace, code, indicator="lawyers", period="2024"), EN)
    assert found.missing == missing, reason


def test_the_key_of_small_maps_is_that_of_all_that_are_drawn(with_figures: WithFigures) -> None:
    workspace = with_figures(
        [
            ("520100", "lawyers", "2024", 5),
            ("520200", "lawyers", "2024", 9),
            ("520300", "lawyers", "2024", "suppressed"),
        ]
    )
    compared = compared_at(workspace, "710000", "210000", "520000", indicator="lawyers", period="2024")
    maps = small_maps(workspace, compared, EN)
    assert [each.is_drawn for each in maps] == [False, True, True]
    (looks,) = {tuple(row.look for row in each.picture.legend) for each in maps}
    assert len(looks) == len(set(zip(looks, maps[2].picture.legend, strict=True)))
    assert set(looks) == {"circle", "no_data", "suppressed"}


def test_counties_are_shown_as_tiles_of_their_townships(demonstration: Workspace) -> None:
    compared = compared_at(demonstration, "460105", "460106", **INVENTED)
    for each in small_maps(demonstration, compared, EN):
        assert isinstance(each.picture, TilePicture)
        places = [(tile.column, tile.row) for tile in each.picture.tiles]
        assert len(places) == len(set(places)) == len(demonstration.divisions.children(each.division.code))


@pytest.mark.parametrize(("maps", "kind"), [("all", MapPicture), ("tiles", TilePicture)])
def test_the_map_of_all_marks_what_is_compared(
    demonstration: Workspace, maps: str, kind: type[MapPicture | TilePicture]
) -> None:
    compared = compared_at(demonstration, "110000", "540000", **INVENTED, maps=maps)
    picture = map_of_all(demonstration, compared, circle_of(demonstration, compared.divisions), EN)
    assert isinstance(picture, kind)
    units = picture.tiles if isinstance(picture, TilePicture) else picture.units
    assert {unit.code for unit in units if unit.marked} == {"110000", "540000"}
    assert "660000" in {unit.code for unit in units}
    outside = {unit.code for unit in units if unit.state == State.OUTSIDE}
    assert outside == {"710000", "810000", "820000"}


def test_where_nothing_is_known_below_provinces_tiles_are_shown(workspace: Workspace) -> None:
    compared = compared_at(workspace, "210000", "420000", indicator="lawyers_per_10k", period="2023-12")
    assert maps_shown(workspace, compared) is Maps.TILES
    picture = map_of_all(workspace, compared, circle_of(workspace, compared.divisions), EN)
    assert isinstance(picture, TilePicture)
    cities = compared_at(workspace, "210100", "420100", indicator="lawyers_per_10k", period="1999")
    assert maps_shown(workspace, cities) is Maps.EACH
    asked = compared_at(workspace, "210100", "420100", indicator="lawyers_per_10k", maps="tiles")
    assert maps_shown(workspace, asked) is Maps.EACH, "cities have no places on the map of tiles"


def test_trends_have_the_benchmark_dashed_and_mark_a_change_of_definition(with_figures: WithFigures) -> None:
    figures = [
        (code, measure, str(year), number + year - 2020)
        for code in ("000000", "110000", "310000")
        for year in (2020, 2021, 2022, 2023)
        for measure, number in (("legal_aid_cases", 500), ("population", 100_000))
    ]
    workspace = with_figures(figures)
    compared = compared_at(workspace, "110000", "310000", indicator="legal_aid_cases_per_10k", period="2023")
    picture = compared_trends(workspace, compared, EN)
    assert [(line.code, line.dashed) for line in picture.lines] == [
        ("110000", False),
        ("310000", False),
        ("000000", True),
    ]
    assert [len(line.points) for line in picture.lines] == [4, 4, 4]
    assert [each.when for each in picture.breaks] == ["Jan 2022"]
    assert "Legal Aid Law" in picture.breaks[0].text
    assert "not comparable" in picture.breaks[0].text
    assert not picture.from_zero


def test_a_change_of_definition_outside_the_time_shown_is_not_marked(with_figures: WithFigures) -> None:
    workspace = with_figures([("110000", "legal_aid_cases", str(year), 5) for year in (2022, 2023)])
    compared = compared_at(workspace, "110000", indicator="legal_aid_cases", period="2023")
    assert compared_trends(workspace, compared, EN).breaks == ()


def test_a_target_is_a_line_of_its_own(workspace: Workspace) -> None:
    compared = compared_at(workspace, "520000", "210000", indicator="county_centre_coverage")
    target = compared_trends(workspace, compared, EN).target
    assert target is not None
    assert (target.value, target.text) == (100.0, "100.0% by 31 December 2018")


def test_the_scatter_has_every_unit_with_both_values(demonstration: Workspace) -> None:
    compared = compared_at(demonstration, "110000", "540000", **INVENTED, against="lawyers_per_10k")
    picture = compared_scatter(demonstration, compared, EN)
    assert picture is not None
    across = league_of(demonstration, compared, "lawyers_per_10k")
    down = league_of(demonstration, compared, RATE)
    for dot in picture.dots:
        division = demonstration.divisions[dot.code]
        one, other = across.of(division), down.of(division)
        assert one is not None
        assert other is not None
        assert (dot.x, dot.y) == (one.value.value, other.value.value)
    assert [dot.code for dot in picture.dots if dot.marked] == [dot.code for dot in picture.dots][-2:]


def test_a_single_indicator_has_nothing_to_be_held_against(demonstration: Workspace) -> None:
    compared = compared_at(demonstration, "110000", "540000", **INVENTED, indicators=RATE)
    assert compared_scatter(demonstration, compared, EN) is None


def test_the_funnel_has_the_limits_of_the_statistics_and_says_that_they_are_widened(
    demonstration: Workspace,
) -> None:
    compared = compared_at(demonstration, *FIVE, **INVENTED)
    picture = compared_funnel(demonstration, compared, EN)
    assert picture is not None
    assert {dot.code for dot in picture.dots} >= set(FIVE)
    for limit in picture.limits:
        assert limit.lower_998 <= limit.lower_95 <= picture.centre.value <= limit.upper_95 <= limit.upper_998
    assert "widened" in picture.note
    assert "over-dispersion" in picture.note
    league = league_of(demonstration, compared, RATE)
    pooled = funnel_of_proportions(
        *(
            np.array([getattr(each.value, side) for each in league.ranked])
            for side in ("numerator", "denominator")
        ),
        100,
    )
    assert pooled is not None
    assert picture.centre.value == pytest.approx(pooled.value)


@pytest.mark.parametrize(
    ("indicator", "reason"),
    [
        ("lawyers", "a count has no denominator"),
        ("hotline_satisfaction", "the parts of a stated rate are not known"),
        ("legal_aid_recovered_per_case", "money is not counted"),
    ],
)
def test_without_two_counts_there_is_no_funnel(demonstration: Workspace, indicator: str, reason: str) -> None:
    compared = compared_at(demonstration, *FIVE, **{**INVENTED, "indicator": indicator})
    assert compared_funnel(demonstration, compared, EN) is None, reason


def test_the_table_has_a_row_for_each_division_and_indicator(demonstration: Workspace) -> None:
    indicators = ("mediation_success_rate", "lawyers_per_10k", "legal_aid_cases")
    compared = compared_at(demonstration, *COUNTIES[:2], **INVENTED, indicators=",".join(indicators))
    table = compared_table(demonstration, compared, EN)
    assert len(table) == 6
    first = table.iloc[0]
    standing = standings_of(demonstration, compared, RATE)[0]
    assert standing.interval is not None
    assert first["Value"] == standing.value.value
    assert (first["Numerator"], first["Denominator"]) == (
        standing.value.numerator,
        standing.value.denominator,
    )
    assert (first["Lower limit"], first["Upper limit"]) == (standing.interval.lower, standing.interval.upper)
    assert first["Place"] == place_text(standing.rank, EN)
    assert first["Interval"] == "Wilson score interval"
    assert first["Benchmark"].startswith("Beijing: ")
    assert list(compared_table(demonstration, compared, Language("zh")).columns) != list(table.columns)


def test_no_change_is_in_the_table_across_a_change_of_definition(with_figures: WithFigures) -> None:
    workspace = with_figures(
        [
            ("110000", measure, str(year), 5)
            for measure in ("legal_aid_cases", "lawyers")
            for year in (2021, 2022)
        ]
    )
    compared = compared_at(
        workspace, "110000", indicator="legal_aid_cases", indicators="legal_aid_cases,lawyers", period="2022"
    )
    changes = list(compared_table(workspace, compared, EN)["On a year earlier"])
    assert changes[0] is None or changes[0] != changes[0]
    assert changes[1] == 0


@pytest.mark.parametrize(
    ("figures", "expected", "reason"),
    [
        ([("110000", "2023"), ("110000", "2024"), ("310000", "2023")], ["2023"], "one year in common"),
        ([("110000", "2023"), ("310000", "2024")], [], "none in common"),
        (
            [("110000", "2023-03"), ("310000", "2023-03"), ("310000", "2024")],
            ["2023"],
            "a month is part of a year",
        ),
        ([], [], "no figures"),
    ],
)
def test_the_periods_that_all_have_in_common(
    with_figures: WithFigures, figures: list[tuple[str, str]], expected: list[str], reason: str
) -> None:
    workspace = with_figures([(code, "disputes_mediated", period, 5) for code, period in figures])
    compared = compared_at(workspace, "110000", "310000", indicator="disputes_mediated")
    assert common_periods(workspace, compared) == tuple(map(Period.parse, expected)), reason


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_picture_can_be_made_of_every_indicator(demonstration: Workspace, lang: str) -> None:
    language = Language(lang)
    for dataset in ("published", "demonstration"):
        for indicator in demonstration.definitions.indicators:
            compared = compared_at(
                demonstration, "110000", "540000", "710000", dataset=dataset, indicator=indicator, lang=lang
            )
            compared_bars(demonstration, compared, language)
            league_bars(demonstration, compared, language)
            assert len(small_maps(demonstration, compared, language)) == 3
            compared_trends(demonstration, compared, language)
            compared_scatter(demonstration, compared, language)
            compared_funnel(demonstration, compared, language)

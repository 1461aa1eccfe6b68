"""The spine: a value lies where its distance from the worst puts it, and is judged only by its interval."""

import statistics

import pytest

from atlas.datasets import Dataset
from atlas.divisions import Level, Scope
from atlas.indicators import IndicatorValue, State, of_one_time
from atlas.language import LANGUAGES, Language
from atlas.periods import Period
from atlas.statistics.verdict import Verdict
from atlas.views.evaluations import value_of_division, values_of_units
from atlas.views.selection import Selection, read_selection
from atlas.views.spine import COUNT, NO_VALUE, TOO_FEW, Spine, spine
from atlas.views.spine_words import left_out_text, spine_picture
from atlas.views.spread import FEWEST, Spread, spread_of, spread_units
from atlas.workspace import COUNTRY, Workspace
from tests.views.comparison.conftest import WithFigures
from tests.views.comparison.conftest import with_figures as with_figures

RATE = "mediation_success_rate"
SPREAD = Spread(lowest=2.0, quarter=3.0, middle=4.0, three_quarters=6.0, highest=10.0, count=9)


def selected(workspace: Workspace, **query: str) -> Selection:
    """The selection of a link."""
    return read_selection({"lang": "en", **query}, workspace, "en").selection


def spine_at(workspace: Workspace, *codes: str, **query: str) -> Spine:
    """The spine of these divisions with every indicator."""
    selection = selected(workspace, division=codes[0], **query)
    divisions = [workspace.divisions[code] for code in codes]
    return spine(workspace, selection, divisions, list(workspace.definitions.indicators.values()))


@pytest.mark.parametrize(
    ("value", "direction", "place", "reason"),
    [
        (2.0, "higher", 0.0, "the lowest is the worst"),
        (10.0, "higher", 1.0, "the highest is the best"),
        (4.0, "higher", 0.25, "a quarter of the way, wherever the middle unit lies"),
        (2.0, "lower", 1.0, "where lower is better, the lowest is the best"),
        (10.0, "lower", 0.0, "and the highest the worst"),
        (4.0, "none", 0.25, "without a direction the scale runs from the lowest up"),
        (1.0, "higher", 0.0, "a benchmark below all units lies at the end"),
        (12.0, "lower", 0.0, "and so does one beyond them"),
    ],
)
def test_a_value_lies_where_its_distance_from_the_worst_puts_it(
    value: float, direction: str, place: float, reason: str
) -> None:
    assert SPREAD.place(value, direction) == pytest.approx(place), reason


@pytest.mark.parametrize("direction", ["higher", "lower", "none"])
def test_among_units_that_are_all_the_same_everything_lies_in_the_middle(direction: str) -> None:
    assert Spread(5, 5, 5, 5, 5, 31).place(5, direction) == 0.5


@pytest.mark.parametrize("level", [Level.PROVINCE, Level.CITY, Level.COUNTY])
def test_the_units_of_a_spread_are_all_of_its_level_and_report(workspace: Workspace, level: Level) -> None:
    units = spread_units(workspace, level)
    assert {unit.level for unit in units} == {level}
    assert {unit.scope for unit in units} == {Scope.REPORTING}
    assert level is not Level.PROVINCE or len(units) == 31


@pytest.mark.parametrize("indicator", ["lawyers_per_10k", "mediation_success_rate", "villages_per_advisor"])
@pytest.mark.parametrize("level", [Level.CITY, Level.COUNTY])
@pytest.mark.parametrize("code", ["2025", "latest"])
def test_the_quarters_are_those_of_a_second_calculation(
    demonstration: Workspace, indicator: str, level: Level, code: str
) -> None:
    period = Period.parse(code)
    arguments = (demonstration, Dataset.DEMONSTRATION, indicator)
    kept = {unit.code for unit in spread_units(demonstration, level)}
    values = [
        each.value
        for each in values_of_units(*arguments, COUNTRY, level, period, None)
        if each.value is not None and each.division in kept
    ]
    found = spread_of(*arguments, level, period, None)
    assert found is not None
    assert found.count == len(values) >= FEWEST
    quarters = statistics.quantiles(values, n=4, method="inclusive")
    assert (found.lowest, found.highest) == (min(values), max(values))
    assert (found.quarter, found.middle, found.three_quarters) == pytest.approx(tuple(quarters))


def test_every_line_says_the_values_of_the_map(demonstration: Workspace) -> None:
    view = spine_at(demonstration, "460100", dataset="demonstration")
    assert len(view.lines) > 15
    for line in view.lines:
        (mark,) = line.vertebrae
        asked = (demonstration, Dataset.DEMONSTRATION, line.indicator.id)
        assert mark.value == value_of_division(*asked, "460100", view.selection.period, None)
        assert line.benchmark == value_of_division(*asked, "460000", view.selection.period, None)
        assert 0 <= mark.place <= 1


def test_only_an_interval_gives_a_verdict(demonstration: Workspace) -> None:
    view = spine_at(demonstration, "460100", dataset="demonstration")
    verdicts = {line.indicator.id: line.vertebrae[0].verdict for line in view.lines}
    for line in view.lines:
        mark, indicator = line.vertebrae[0], line.indicator
        assert (mark.verdict is Verdict.NONE) == (mark.interval is None or line.benchmark is None)
        if indicator.direction == "none":
            assert mark.verdict not in (Verdict.BETTER, Verdict.WORSE), indicator.id
    assert verdicts["lawyers_per_10k"] is Verdict.NONE
    assert verdicts["mediation_success_rate"] in (Verdict.BETTER, Verdict.SIMILAR, Verdict.WORSE)


@pytest.mark.parametrize(
    ("codes", "within", "reason"),
    [
        (("110000",), "000000", "a province is held against the country"),
        (("460100",), "460000", "a city against its province"),
        (("460105",), "460100", "a county against its city"),
        (("110101",), "110000", "a municipality's district against the municipality"),
        (("460100", "460200"), "460000", "cities of one province against it"),
        (("460100", "540100"), "000000", "cities of two provinces against the country"),
    ],
)
def test_the_benchmark_is_what_all_of_them_lie_in(
    demonstration: Workspace, codes: tuple[str, ...], within: str, reason: str
) -> None:
    view = spine_at(demonstration, *codes, dataset="demonstration")
    assert view.within is not None
    assert view.within.code == within, reason
    assert [mark.division.code for mark in view.lines[0].vertebrae] == list(codes)


def test_the_country_lies_among_its_provinces_and_is_held_against_nothing(workspace: Workspace) -> None:
    view = spine_at(workspace, COUNTRY)
    assert view.within is None
    assert view.level is Level.PROVINCE
    assert view.lines
    assert all(line.benchmark is None for line in view.lines)
    assert {mark.verdict for line in view.lines for mark in line.vertebrae} == {Verdict.NONE}


def test_what_has_no_line_says_why(workspace: Workspace) -> None:
    view = spine_at(workspace, "520000")
    reasons = {each.indicator.id: each.reason for each in view.left_out}
    assert reasons["lawyers"] == COUNT
    assert reasons["lawyers_lower_bound"] == COUNT
    assert reasons["mediation_success_rate"] == NO_VALUE
    assert TOO_FEW not in reasons.values() or reasons["lawyers"] != TOO_FEW
    assert {line.indicator.id for line in view.lines} | set(reasons) == set(workspace.definitions.indicators)
    assert "a count, which grows with the size of the place" in left_out_text(view, Language("en"))


def test_a_city_without_published_figures_has_an_empty_spine(workspace: Workspace) -> None:
    view = spine_at(workspace, "520300")
    assert view.lines == ()
    assert spine_picture(workspace, view, Language("en")).rows == ()


def test_the_country_stands_in_for_a_parent_without_a_figure_and_is_named(workspace: Workspace) -> None:
    found = []
    for division in workspace.divisions.units(COUNTRY, Level.CITY):
        if division.level is not Level.CITY:
            continue
        view = spine_at(workspace, division.code)
        picture = spine_picture(workspace, view, Language("en"))
        for line, row in zip(view.lines, picture.rows, strict=True):
            if line.benchmark is not None and line.benchmark.division == COUNTRY:
                found.append(row.benchmark_text)
    assert found
    assert all(text.startswith("China: ") for text in found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_picture_says_its_benchmark_and_units(demonstration: Workspace, lang: str) -> None:
    words = Language(lang)
    view = spine_at(demonstration, "460100", dataset="demonstration", lang=lang)
    picture = spine_picture(demonstration, view, words)
    assert picture.benchmark == words.name(demonstration.divisions["460000"])
    assert picture.benchmark in picture.note
    assert all(row.quarter <= row.three_quarters for row in picture.rows)
    by_code = {row.code: row for row in picture.rows}
    assert by_code["mediation_success_rate"].worst.endswith("%")
    assert by_code["villages_per_advisor"].worst > by_code["villages_per_advisor"].best
    assert all(mark.text for row in picture.rows for mark in row.marks)


@pytest.mark.parametrize(
    ("indicators", "said", "reason"),
    [
        ({RATE: 31}, "All 31 provinces have a figure.", "none is missing"),
        ({RATE: 5}, "5 of 31 provinces have a figure.", "the ends are those of a few"),
        (
            {RATE: 5, "lawyers_per_10k": 7},
            "Depending on the indicator, 5 to 7 of 31 provinces have a figure.",
            "each row has ends of its own",
        ),
    ],
)
def test_the_note_says_among_how_many_a_place_lies(
    with_figures: WithFigures, workspace: Workspace, indicators: dict[str, int], said: str, reason: str
) -> None:
    codes = [unit.code for unit in spread_units(workspace, Level.PROVINCE)]
    few = with_figures(
        [
            (code, indicator, "2024", 90 + at / 10)
            for indicator, count in indicators.items()
            for at, code in enumerate(codes[:count])
        ]
    )
    note = spine_picture(few, spine_at(few, codes[0], codes[1], period="2024"), Language("en")).note
    assert said in note, reason
    assert "of all" not in note


def value(period: str, months: int = 0) -> IndicatorValue:
    """A value that covers so many months."""
    return IndicatorValue("1", "x", Period.parse(period), State.VALUE, 1.0, months_expected=months)


@pytest.mark.parametrize(
    ("one", "other", "alike", "reason"),
    [
        (value("2024"), value("2024-12"), True, "stocks at the same month's end"),
        (value("2024-12"), value("2023-12"), True, "a year apart"),
        (value("2024-12"), value("2023-11"), False, "more than a year apart"),
        (value("2024", 12), value("2024-H2", 6), False, "a year's flow and half a year's"),
        (value("2024", 12), value("2023", 12), True, "flows of two years in a row"),
    ],
)
def test_only_figures_of_one_time_are_held_against_one_another(
    one: IndicatorValue, other: IndicatorValue, alike: bool, reason: str
) -> None:
    assert of_one_time(one, other) is alike, reason
    assert of_one_time(other, one) is alike, reason

"""A link and a selection say the same thing, and a fault in a link is a sentence, never a failure."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level
from atlas.ingest.vocabulary import GRADES
from atlas.language import LANGUAGES, Language
from atlas.periods import LATEST, Period
from atlas.views.classification import Scheme
from atlas.views.selection import Selection, query_of, read_selection
from atlas.workspace import Workspace, open_workspace

PERIODS = ["latest", "2024", "2024-H1", "2024-Q3", "2024-02", "1999"]

# Parameter, bad value, what the sentence must name.
BAD = [
    ("division", "999999", "999999"),
    ("division", "５２００００", "５２００００"),
    ("division", "<script>", "<script>"),
    ("division", "", "“”"),
    ("indicator", "no_such", "no_such"),
    ("indicator", "", "“”"),
    ("period", "2024-13", "2024-13"),
    ("period", "2024-Q5", "2024-Q5"),
    ("period", "2021/2025", "2021/2025"),
    ("period", "soon", "soon"),
    ("level", "village", "village"),
    ("level", "township", "township"),
    ("lang", "fr", "fr"),
    ("dataset", "real", "real"),
    ("scale", "global", "global"),
    ("scheme", "rainbow", "rainbow"),
    ("classes", "2", "“2”"),
    ("classes", "8", "“8”"),
    ("classes", "34", "“34”"),
    ("classes", "٣", "٣"),
    ("grade", "gossip", "gossip"),
    ("known", "yesterday", "yesterday"),
    ("known", "", "“”"),
    ("known", "2026-02-30", "2026-02-30"),
    ("known", "20260305", "20260305"),
    ("known", "2026-W10-4", "2026-W10-4"),
    ("known", "2026-03-05T10:00", "2026-03-05T10:00"),
    ("known", "9999-12-31", "9999-12-31"),
    ("completeness", "shown", "shown"),
    ("completeness", "", "“”"),
]


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    work = open_workspace()
    division = draw(st.sampled_from([COUNTRY, "520000", "520300", "110000", "460400", "520303", "660000"]))
    levels = work.divisions.levels_below(division) or (Level.TOWNSHIP,)
    return Selection(
        dataset=draw(st.sampled_from(Dataset)),
        division=division,
        level=draw(st.sampled_from(levels)),
        indicator=draw(st.sampled_from(sorted(work.definitions.indicators))),
        period=Period.parse(draw(st.sampled_from(PERIODS))),
        lang=draw(st.sampled_from(LANGUAGES)),
        local_scale=draw(st.booleans()),
        scheme=draw(st.none() | st.sampled_from(Scheme)),
        classes=draw(st.none() | st.integers(3, 7)),
        weakest_grade=draw(st.sampled_from(GRADES)),
        known=draw(st.none() | st.dates(date(2024, 1, 1), date(2026, 3, 5))),
        mark_incomplete=draw(st.booleans()),
    )


@settings(max_examples=200, deadline=None)
@given(selection=selections())
def test_a_selection_read_back_from_its_link_is_the_same(selection: Selection) -> None:
    work = open_workspace()
    reading = read_selection(query_of(selection, work), work, "en")
    assert reading.selection == selection
    assert reading.problems == ()


def test_an_empty_link_shows_the_latest_published_figures_of_the_country(workspace: Workspace) -> None:
    reading = read_selection({}, workspace, "zh")
    assert reading.problems == ()
    assert reading.selection == Selection(
        Dataset.PUBLISHED, COUNTRY, Level.PROVINCE, "lawyers_per_10k", LATEST, "zh"
    )


def test_defaults_are_left_out_of_the_link(workspace: Workspace) -> None:
    query = query_of(read_selection({}, workspace, "en").selection, workspace)
    assert set(query) == {"dataset", "indicator", "period", "lang"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("parameter", "value", "named"), BAD)
def test_a_bad_parameter_falls_back_and_is_named_in_a_sentence(
    workspace: Workspace, parameter: str, value: str, named: str, lang: str
) -> None:
    good = {"division": "520000", "indicator": "lawyers", "period": "2022", "lang": lang}
    good = {name: each for name, each in good.items() if name != parameter}
    reading = read_selection({**good, parameter: value}, workspace, lang)
    sentences = [Language(lang).problem(problem) for problem in reading.problems]
    assert len(sentences) == 1
    assert named in sentences[0]
    assert sentences[0] != reading.problems[0].id
    assert sentences[0][-1] in ".。"
    assert "{" not in sentences[0]
    assert reading.selection == read_selection(good, workspace, lang).selection


def test_several_bad_parameters_are_all_named(workspace: Workspace) -> None:
    reading = read_selection({"division": "1", "indicator": "2", "period": "3"}, workspace, "en")
    assert [problem.id for problem in reading.problems] == [
        "unknown_division",
        "unknown_indicator",
        "unknown_period",
    ]


@pytest.mark.parametrize(
    ("code", "shown", "problem"),
    [
        ("500105", "500157", "retired_division"),
        ("500112", "500157", "retired_division"),
        ("540422", "540481", "retired_division"),
        ("520103001", "520103", "township_division"),
        ("710000", "710000", None),
        ("660000", "660000", None),
        ("000000", "000000", None),
    ],
)
def test_codes_that_are_no_map_of_their_own_lead_to_one_that_is(
    workspace: Workspace, code: str, shown: str, problem: str | None
) -> None:
    reading = read_selection({"division": code}, workspace, "en")
    assert reading.selection.division == shown
    assert [each.id for each in reading.problems] == ([problem] if problem else [])


def test_leaving_out_the_weaker_grades_keeps_the_stronger(workspace: Workspace) -> None:
    reading = read_selection({"grade": "press"}, workspace, "en")
    assert reading.selection.grades == ("founding", "official", "press")
    assert read_selection({}, workspace, "en").selection.grades is None

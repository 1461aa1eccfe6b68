"""A profile says of every place what is known, held against what it should be held against."""

import re

import pytest

from atlas.datasets import Dataset
from atlas.divisions import Level
from atlas.indicators import of_one_time
from atlas.language import LANGUAGES, Language
from atlas.statistics.verdict import Verdict
from atlas.views.evaluations import value_of_division, values_of_units
from atlas.views.exhibits import exhibit_of
from atlas.views.map_view import map_view
from atlas.views.pictures import LinePicture, SpinePicture
from atlas.views.pins import Pin
from atlas.views.profile.entries import Entry, side_of
from atlas.views.profile.exhibit import MOST_ROWS
from atlas.views.profile.remark_words import remark_text
from atlas.views.profile.view import ProfileView, profile_view
from atlas.views.profile.ways_on import latest_count, nearest_known
from atlas.views.profile.words import is_judged, place_text, profile_sentence, reported_text
from atlas.views.selection import read_selection
from atlas.workspace import Workspace
from tests.views.profile.by_hand import entry, value


def profile(workspace: Workspace, **query: str) -> ProfileView:
    """The profile at a link."""
    return profile_view(workspace, read_selection({"lang": "en", **query}, workspace, "en").selection)


def by_code(view: ProfileView) -> dict[str, Entry]:
    """The entries by their indicators."""
    return {each.indicator.id: each for each in view.entries}


@pytest.mark.parametrize("code", ["460000", "460100", "460105", "110101", "000000"])
def test_every_value_is_that_of_the_map(demonstration: Workspace, code: str) -> None:
    view = profile(demonstration, division=code, dataset="demonstration")
    assert [each.indicator.id for each in view.entries] == list(demonstration.definitions.indicators)
    for each in view.entries:
        own = map_view(demonstration, view.selection.with_(indicator=each.indicator.id)).own
        assert each.value == own.value, each.indicator.id


def test_the_place_is_among_the_siblings_of_the_map(demonstration: Workspace) -> None:
    view = profile(demonstration, division="460100", dataset="demonstration")
    for each in view.valued:
        arguments = (demonstration, Dataset.DEMONSTRATION, each.indicator.id, "460000", Level.CITY)
        values = [found.value for found in values_of_units(*arguments, view.selection.period, None)]
        shown = [round(found, each.indicator.decimals) for found in values if found is not None]
        own = round(each.value.value or 0.0, each.indicator.decimals)
        ahead = sum(found < own if each.indicator.direction == "lower" else found > own for found in shown)
        assert each.rank is not None
        assert (each.rank.place, each.rank.of) == (ahead + 1, len(shown)), each.indicator.id


def test_a_count_is_held_against_nothing(demonstration: Workspace) -> None:
    view = profile(demonstration, division="460100", dataset="demonstration")
    counts = [each for each in view.valued if not each.indicator.is_ratio]
    assert counts
    assert {(each.benchmark, each.side, each.verdict) for each in counts} == {
        (None, Verdict.NONE, Verdict.NONE)
    }


@pytest.mark.parametrize(
    ("direction", "mine", "theirs", "side", "reason"),
    [
        ("higher", 95.0, 90.0, Verdict.BETTER, "more is better"),
        ("higher", 85.0, 90.0, Verdict.WORSE, "and less worse"),
        ("lower", 85.0, 90.0, Verdict.BETTER, "less is better"),
        ("lower", 95.0, 90.0, Verdict.WORSE, "and more worse"),
        ("none", 95.0, 90.0, Verdict.HIGHER, "more is only more"),
        ("none", 85.0, 90.0, Verdict.LOWER, "less only less"),
        ("higher", 90.3, 90.0, Verdict.SIMILAR, "both are shown as 90"),
        ("higher", 95.0, None, Verdict.NONE, "nothing to compare with"),
        ("higher", None, 90.0, Verdict.NONE, "nothing to compare"),
    ],
)
def test_the_plain_side_is_that_of_what_is_shown(
    direction: str, mine: float | None, theirs: float | None, side: Verdict, reason: str
) -> None:
    assert side_of(entry(direction).indicator, value(mine), value(theirs)) is side, reason


def test_the_first_sentence_counts_what_the_entries_say(demonstration: Workspace) -> None:
    view = profile(demonstration, division="460100", dataset="demonstration")
    judged = [each for each in view.valued if is_judged(each)]
    ahead = sum(each.side is Verdict.BETTER for each in judged)
    behind = sum(each.side is Verdict.WORSE for each in judged)
    said = profile_sentence(view, Language("en"))
    assert said.startswith(
        f"Haikou is ahead of Hainan in {ahead} of {len(judged)} indicators that can be judged, "
        f"behind in {behind}."
    )
    assert f"{len(view.valued)} of {len(view.entries)} indicators have a figure for 2025." in said


def test_figures_of_different_times_are_not_held_against_one_another(workspace: Workspace) -> None:
    view = profile(workspace, division="520000")
    apart = [each for each in view.valued if each.benchmark and not of_one_time(each.value, each.benchmark)]
    assert apart
    assert {each.side for each in apart} == {Verdict.NONE}
    assert {each.verdict for each in apart} == {Verdict.NONE}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", ["460000", "460100", "460105"])
def test_every_number_of_a_remark_stands_in_its_entry(demonstration: Workspace, code: str, lang: str) -> None:
    view = profile(demonstration, division=code, dataset="demonstration", lang=lang)
    words = Language(lang)
    assert view.remarks
    for remark in view.remarks:
        said = remark_text(demonstration, view, remark, words)
        assert "{" not in said
        shown = words.number(remark.entry.value.value, remark.entry.indicator.decimals)
        assert re.split(r"[.％%]", shown)[0] in said, said


def test_centres_are_counted_beside_the_units_there_are(demonstration: Workspace) -> None:
    view = profile(demonstration, division="460000", dataset="demonstration")
    levels = {each.centres.indicator.id: each for each in view.centres}
    divisions = demonstration.divisions
    cities = [each for each in divisions.children("460000") if each.level is Level.CITY]
    assert levels["centres_city"].units == len(cities)
    assert levels["rooms_village"].units == by_code(view)["villages"].value.value
    assert levels["centres_county"].coverage is by_code(view)["county_centre_coverage"]


def test_a_county_has_no_city_centres(demonstration: Workspace) -> None:
    view = profile(demonstration, division="460105", dataset="demonstration")
    names = [each.centres.indicator.id for each in view.centres]
    assert "centres_province" not in names
    assert "centres_city" not in names
    assert names[:2] == ["centres_county", "stations_township"]


def test_a_place_without_figures_leads_to_the_nearest_with_some(workspace: Workspace) -> None:
    view = profile(workspace, division="520302")
    above = nearest_known(workspace, view)
    assert above is not None
    assert above.division.code == "520000"
    assert latest_count(workspace, view) == 0


def test_another_time_is_offered_where_there_is_none_now(workspace: Workspace) -> None:
    view = profile(workspace, division="510000", period="1999")
    assert latest_count(workspace, view) == len(profile(workspace, division="510000").valued) > 0


def test_of_what_lies_outside_nothing_is_offered(workspace: Workspace) -> None:
    view = profile(workspace, division="810000")
    assert (latest_count(workspace, view), nearest_known(workspace, view)) == (0, None)


def test_who_reported_is_said(demonstration: Workspace) -> None:
    view = profile(demonstration, division="460100", dataset="demonstration")
    said = {reported_text(each.value, Language("en")) for each in view.valued}
    assert any(re.fullmatch(r"(all \d+|\d+ of \d+) units have reported", text) for text in said)
    assert "stated by a source" in said


def test_a_place_shows_its_interval(demonstration: Workspace) -> None:
    view = profile(demonstration, division="460100", dataset="demonstration")
    ranked = [each.rank for each in view.valued if each.rank and each.rank.lower != each.rank.upper]
    for rank in ranked:
        assert f"{rank.place} ({rank.lower}–{rank.upper}) of {rank.of}" == place_text(rank, Language("en"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("query", "spine"),
    [
        ({"division": "460100", "dataset": "demonstration"}, True),
        ({"division": "000000", "dataset": "published"}, True),
        ({"division": "520300", "dataset": "published"}, False),
        ({"division": "810000", "dataset": "published"}, False),
    ],
)
def test_a_pinned_profile_says_what_its_page_says(
    demonstration: Workspace, query: dict[str, str], spine: bool, lang: str
) -> None:
    words = Language(lang)
    exhibit = exhibit_of(demonstration, Pin.of("profile", query), words)
    view = profile(demonstration, **query, lang=lang)
    assert exhibit.sentence == profile_sentence(view, words)
    spines = [picture for picture in exhibit.pictures if isinstance(picture, SpinePicture)]
    assert list(exhibit.pictures[: len(spines)]) == spines
    assert [row.code for each in spines for row in each.rows] == [
        line.indicator.id for line in view.spine.lines
    ]
    assert bool(spines) is spine
    assert all(0 < len(each.rows) <= MOST_ROWS for each in spines)
    for picture in exhibit.pictures[len(spines) :]:
        assert isinstance(picture, LinePicture)
        assert any(len(line.points) > 1 for line in picture.lines)
    assert len(exhibit.table) == len(demonstration.definitions.indicators)
    assert list(exhibit.table[words.text("Value")].dropna()) == [each.value.value for each in view.valued]
    assert exhibit.invented is (query["dataset"] == "demonstration")
    assert str(len(exhibit.table)) in exhibit.facts[0].text


def test_the_benchmark_of_a_value_is_the_parents_own(demonstration: Workspace) -> None:
    view = profile(demonstration, division="460105", dataset="demonstration")
    for each in view.valued:
        if each.benchmark is not None and each.benchmark.division == "460100":
            arguments = (demonstration, Dataset.DEMONSTRATION, each.indicator.id, "460100")
            assert each.benchmark == value_of_division(*arguments, view.selection.period, None)

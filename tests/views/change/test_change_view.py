"""What the page of a change shows adds up, says the same everywhere, and never says nothing."""

from dataclasses import replace
from itertools import pairwise

import pytest

from atlas.indicators.explain import Obstacle
from atlas.language import LANGUAGES, Language
from atlas.views.change.asked import Effect, change_asked
from atlas.views.change.contributions import class_edges, class_of, colour_of, contribution_map
from atlas.views.change.table import change_table
from atlas.views.change.view import ChangeView, change_view
from atlas.views.change.waterfall import LEADING, waterfall
from atlas.views.change.words import by_effect, change_sentence, change_title, effects_of, mostly_reporting
from atlas.views.evaluations import value_of_division
from atlas.views.exhibits import exhibit_of
from atlas.views.palette import FALLING, RISING, UNCHANGED
from atlas.views.pictures import MapPicture, TilePicture, WaterfallPicture
from atlas.views.pins import Pin
from atlas.views.selection import read_selection
from atlas.workspace import Workspace

DEMONSTRATED = ("110000", "540000", "460000", "540100")
INDICATORS = (
    "lawyers_per_10k",
    "mediation_success_rate",
    "legal_aid_cases",
    "county_centre_coverage",
    "county_centres_per_unit",
    "legal_aid_cases_per_10k",
)


def seen(workspace: Workspace, **query: str) -> ChangeView:
    """The view of a link."""
    selection = read_selection({"lang": "en", **query}, workspace, "en").selection
    return change_view(workspace, change_asked(workspace, selection, query))


def invented(workspace: Workspace, division: str, indicator: str, **query: str) -> ChangeView:
    """The view of a change in the demonstration."""
    return seen(
        workspace,
        **{"period": "2025", **query},
        dataset="demonstration",
        division=division,
        indicator=indicator,
    )


@pytest.mark.parametrize("indicator", INDICATORS)
@pytest.mark.parametrize("division", DEMONSTRATED)
def test_what_is_shown_adds_up_to_the_last_digit(
    demonstration: Workspace, division: str, indicator: str
) -> None:
    if indicator not in demonstration.definitions.indicators:
        pytest.skip(f"{indicator} is not defined")
    for period in ("2025", "2025-Q3", "2025-11"):
        view = invented(demonstration, division, indicator, period=period)
        assert view.split, (period, view.obstacle)
        assert view.ends[0] + sum(view.gaps) + view.total(Effect.ALL) == view.ends[1]
        assert sum(view.total(effect) for effect in effects_of(view)) == view.total(Effect.ALL)
        for child in view.children:
            assert child.shown.total == child.shown.rate + child.shown.mix + child.shown.reporting


@pytest.mark.parametrize("division", DEMONSTRATED)
def test_both_values_are_those_of_every_other_page(demonstration: Workspace, division: str) -> None:
    view = invented(demonstration, division, "mediation_success_rate")
    chosen = view.asked.selection
    for value, end, period in ((view.then, 0, "2024"), (view.now, 1, "2025")):
        assert value is not None
        assert str(value.period) == period
        assert value == value_of_division(
            demonstration, chosen.dataset, chosen.indicator, division, value.period, None
        )
        assert value.value == pytest.approx(view.number(view.ends[end]), abs=10**-view.decimals)


def test_effects_follow_from_the_numbers_in_the_table(demonstration: Workspace) -> None:
    """Second implementation: shares and rates of the table, put into the formula as they are."""
    view = invented(demonstration, "110000", "mediation_success_rate")
    table = change_table(view, Language("en"))
    share = [table[f"Share of denominator (%), {year}"] / 100 for year in ("2024", "2025")]
    rate = [table[f"Comparable rate, {year}"] for year in ("2024", "2025")]
    assert share[0].sum() == pytest.approx(1)
    pooled = [(share[end] * rate[end]).sum() for end in (0, 1)]
    step = 10**-view.decimals
    effect = (share[0] + share[1]) / 2 * (rate[1] - rate[0])
    mix = (share[1] - share[0]) * ((rate[0] + rate[1]) / 2 - sum(pooled) / 2)
    for split, name in ((effect, "Rate effect"), (mix, "Mix effect")):
        assert list(split) == pytest.approx(list(table[name]), abs=2 * step, nan_ok=True)
    assert table["All effects"].sum() == pytest.approx(view.number(view.change))


@pytest.mark.parametrize("indicator", INDICATORS)
def test_the_waterfall_leads_from_value_to_value_without_a_gap(
    demonstration: Workspace, indicator: str
) -> None:
    if indicator not in demonstration.definitions.indicators:
        pytest.skip(f"{indicator} is not defined")
    view = invented(demonstration, "110000", indicator)
    picture = waterfall(view, Language("en"))
    assert picture is not None
    first, *steps, last = picture.steps
    assert (first.kind, last.kind) == ("total", "total")
    assert (first.end, last.end) == (view.number(view.ends[0]), view.number(view.ends[1]))
    for one, other in pairwise([first, *steps]):
        assert one.end == other.start
    assert (steps[-1] if steps else first).end == last.end
    assert all(step.start != step.end for step in steps), "a step that moves nothing is left out"
    assert all((step.kind == "up") == (step.end > step.start) for step in steps)
    assert sum(1 for step in steps if step.code) <= LEADING + 1


def test_a_long_list_of_children_ends_in_one_step_for_the_others(demonstration: Workspace) -> None:
    view = invented(demonstration, "110000", "lawyers_per_10k")
    picture = waterfall(view, Language("en"))
    assert picture is not None
    moved = [child for child in view.children if child.shown.rate]
    assert f"others ({len(moved) - LEADING})" in [step.name for step in picture.steps]


@pytest.mark.parametrize("effect", Effect)
@pytest.mark.parametrize("indicator", ["mediation_success_rate", "legal_aid_cases"])
def test_the_map_has_every_child_in_the_class_of_its_effect(
    demonstration: Workspace, indicator: str, effect: Effect
) -> None:
    view = invented(demonstration, "110000", indicator)
    picture = contribution_map(demonstration, view, effect, Language("en"))
    assert isinstance(picture, MapPicture)
    assert {unit.code for unit in picture.units} == {child.division.code for child in view.children}
    assert sum(int(row.count) for row in picture.legend) == len(picture.units)
    for unit in picture.units:
        shown = next(child.shown for child in view.children if child.division.code == unit.code)
        colours = {1: RISING, 0: (UNCHANGED,), -1: FALLING}
        sign = (shown.of(effect) > 0) - (shown.of(effect) < 0)
        assert unit.fill in (*colours[sign], UNCHANGED)
        assert bool(unit.size) == (indicator == "legal_aid_cases" and sign != 0)


def test_townships_are_tiles_because_they_have_no_boundaries(demonstration: Workspace) -> None:
    view = invented(demonstration, "110101", "mediation_success_rate")
    picture = contribution_map(demonstration, view, Effect.RATE, Language("en"))
    assert isinstance(picture, TilePicture)
    assert {tile.code for tile in picture.tiles} == {child.division.code for child in view.children}
    ordered = sorted(picture.tiles, key=lambda tile: (tile.row, tile.column))
    effects = [next(c.shown.rate for c in view.children if c.division.code == tile.code) for tile in ordered]
    assert effects == sorted(effects, reverse=True), "what raises the value most comes first"


@pytest.mark.parametrize(
    ("largest", "edges"),
    [(0, ()), (1, (1,)), (2, (1, 2)), (4, (1, 2)), (5, (1, 2, 5)), (31, (5, 10, 20)), (99, (10, 20, 50)),
     (100, (20, 50, 100)), (4_321, (500, 1_000, 2_000))],
)  # fmt: skip
def test_classes_begin_at_round_numbers(largest: int, edges: tuple[int, ...]) -> None:
    assert class_edges(largest) == edges


def test_classes_are_the_same_on_both_sides_of_zero() -> None:
    edges = class_edges(31)
    for shown in range(-40, 41):
        assert class_of(shown, edges) == -class_of(-shown, edges)
    assert [class_of(shown, edges) for shown in (4, 5, 9, 10, 20, 31)] == [0, 1, 1, 2, 3, 3]
    assert colour_of(31, edges) == RISING[-1]
    assert colour_of(-31, edges) == FALLING[-1]
    assert colour_of(1, class_edges(1)) == RISING[-1], "where there is one class, it is the deepest"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("obstacle", [None, *Obstacle])
def test_every_obstacle_has_its_sentence(
    demonstration: Workspace, lang: str, obstacle: Obstacle | None
) -> None:
    view = replace(invented(demonstration, "110000", "legal_aid_cases"), obstacle=obstacle)
    sentence = change_sentence(view, Language(lang))
    assert "{" not in sentence
    assert (waterfall(view, Language(lang)) is None) == (obstacle is not None)
    others = {change_sentence(replace(view, obstacle=each), Language(lang)) for each in (None, *Obstacle)}
    assert len(others) == len(Obstacle) + 1


def test_the_sentence_names_who_explains_the_change_and_who_did_not_report(demonstration: Workspace) -> None:
    view = invented(demonstration, "110000", "legal_aid_cases")
    sentence = change_sentence(view, Language("en"))
    assert sentence.startswith("Legal aid cases in Beijing grew by ")
    assert "The largest effects are those of " in sentence
    reporting = view.number(view.total(Effect.REPORTING))
    assert f"{Language('en').change(reporting)} is no change on the ground: " in sentence


def test_a_change_across_a_break_of_definition_is_said_not_to_be_one(workspace: Workspace) -> None:
    view = seen(
        workspace,
        dataset="published",
        division="340000",
        indicator="legal_aid_cases",
        period="2022",
        before="2019",
    )
    assert not view.comparable
    sentence = change_sentence(view, Language("en"))
    assert "not comparable: The Legal Aid Law took effect" in sentence
    assert "grew" not in sentence


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_published_change_adds_up_and_can_be_said(workspace: Workspace, lang: str) -> None:
    language, splits = Language(lang), 0
    for indicator in workspace.definitions.indicators:
        for division in ("000000", "520000"):
            view = seen(
                workspace, dataset="published", division=division, indicator=indicator, period="latest"
            )
            assert "{" not in change_sentence(view, language)
            assert change_title(view, language)
            if view.split:
                splits += 1
                assert view.ends[0] + sum(view.gaps) + view.total(Effect.ALL) == view.ends[1], indicator
                assert waterfall(view, language) is not None
    assert splits


def test_latest_figures_without_a_pair_are_named_before_the_change_that_has_one(workspace: Workspace) -> None:
    query = {"dataset": "published", "indicator": "lawyers_per_10k"}
    view, words = seen(workspace, **query, period="latest"), Language("en")
    assert view.newest is not None
    assert view.newest.period.last > view.now.period.last
    newest = "The newest figure, about 5.89\u2009per 10,000 for September 2025, has no earlier one"
    assert newest in change_sentence(view, words)
    dated = seen(workspace, **query, period=str(view.now.period))
    assert "The newest figure" not in change_sentence(dated, words)


def test_nobody_alone_explains_more_than_the_whole_change(workspace: Workspace) -> None:
    view = seen(workspace, dataset="published", indicator="lawyers_per_10k", period="latest")
    largest = max(view.children, key=lambda child: abs(child.shown.rate))
    assert abs(largest.shown.rate) > abs(view.change)
    said = change_sentence(view, Language("en"))
    assert "alone explains" not in said
    assert f"Of the units that can be compared only one changed: {largest.division.name_en}" in said


def test_a_change_that_is_mostly_reporting_says_so_before_it_names_units(workspace: Workspace) -> None:
    words, orders = Language("en"), set()
    for indicator in workspace.definitions.indicators:
        view = seen(workspace, dataset="published", indicator=indicator, period="latest")
        if not view.split or not view.total(Effect.REPORTING) or not by_effect(view):
            continue
        said = change_sentence(view, words)
        first = said.index("is no change on the ground") < said.index(by_effect(view)[0].division.name_en)
        assert first is mostly_reporting(view), indicator
        orders.add(first)
    assert orders == {True, False}


def test_what_the_country_states_itself_is_a_step_of_its_own_at_each_end(workspace: Workspace) -> None:
    view = seen(workspace, dataset="published", indicator="lawyers_per_10k", period="latest")
    picture = waterfall(view, Language("en"))
    assert picture is not None
    assert all(view.gaps)
    named = [step.name for step in picture.steps]
    assert named[1] == f"{named[0]}: stated to sum"
    assert named[-2] == f"{named[-1]}: sum to stated"
    assert "between what China states itself and what its units add up to" in change_sentence(
        view, Language("en")
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pinned_change_is_an_exhibit_like_any_other(demonstration: Workspace, lang: str) -> None:
    query = {
        "dataset": "demonstration",
        "division": "110000",
        "indicator": "lawyers_per_10k",
        "period": "2025",
    }
    exhibit = exhibit_of(demonstration, Pin.of("change", query), Language(lang))
    fall, shown = exhibit.pictures
    assert isinstance(fall, WaterfallPicture)
    assert isinstance(shown, MapPicture)
    assert exhibit.invented
    assert len(exhibit.table) == 16
    assert exhibit.query["before"] == "2024"
    view = invented(demonstration, "110000", "lawyers_per_10k")
    assert exhibit.sentence == change_sentence(view, Language(lang))
    assert len({fact.label for fact in exhibit.facts}) == len(exhibit.facts)

"""The map's view-model: units, ranks, changes and a scale that keeps its meaning."""

from dataclasses import replace

import pytest

from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level, Scope
from atlas.indicators import State
from atlas.language import Language
from atlas.periods import LATEST, Period
from atlas.problems import AtlasError
from atlas.views.cell import cell_of
from atlas.views.classification import Scheme
from atlas.views.map_view import MapView, map_view, painted_view
from atlas.views.offers import offers, reported_above
from atlas.views.selection import Selection
from atlas.workspace import Workspace

PUBLISHED = Selection(Dataset.PUBLISHED, COUNTRY, Level.PROVINCE, "lawyers_per_10k", LATEST, "en")
INVENTED = replace(
    PUBLISHED, dataset=Dataset.DEMONSTRATION, indicator="legal_aid_cases_per_10k", period=Period.parse("2025")
)


def view_of(workspace: Workspace, selection: Selection, **changes: object) -> MapView:
    return map_view(workspace, selection.with_(**changes))


def test_the_country_shows_31_reporting_provinces_the_corps_and_three_outside(workspace: Workspace) -> None:
    view = map_view(workspace, PUBLISHED)
    scopes = [unit.division.scope for unit in view.units]
    assert len(view.reporting) == 31
    assert scopes.count(Scope.CORPS) == 1
    outside = [unit for unit in view.units if unit.division.scope is Scope.OUTSIDE]
    assert {unit.division.code for unit in outside} == {"710000", "810000", "820000"}
    assert {unit.value.state for unit in outside} == {State.OUTSIDE}


def test_units_are_ranked_from_the_highest_value_and_ties_share_a_place(workspace: Workspace) -> None:
    ranked = map_view(workspace, PUBLISHED).ranked
    values = [unit.value.value or 0.0 for unit in ranked]
    assert values == sorted(values, reverse=True)
    assert ranked[0].rank is not None
    assert ranked[0].rank.place == 1
    for unit in ranked:
        assert unit.rank is not None
        better = sum(round(value, 2) > round(unit.value.value or 0.0, 2) for value in values)
        assert unit.rank.place == better + 1
        assert unit.rank.of == len(ranked)


def test_every_value_lies_in_the_class_that_colours_it(workspace: Workspace) -> None:
    view = map_view(workspace, PUBLISHED)
    edges = (float("-inf"), *view.classification.breaks, float("inf"))
    for unit in view.ranked:
        assert unit.shade is not None
        assert edges[unit.shade] <= (unit.value.value or 0.0) < edges[unit.shade + 1]
    assert sum(view.counts) == len(view.ranked)


def test_the_scale_is_the_same_on_every_map_and_in_every_year(demonstration: Workspace) -> None:
    breaks = {
        view_of(demonstration, INVENTED, **changes).classification.breaks
        for changes in (
            {},
            {"level": Level.CITY},
            {"level": Level.COUNTY},
            {"division": "640000", "level": Level.CITY},
            {"division": "640100", "level": Level.COUNTY},
            {"period": Period.parse("2024")},
        )
    }
    assert len(breaks) == 1
    assert breaks != {()}


def test_a_local_scale_is_that_of_the_map_alone(demonstration: Workspace) -> None:
    place = {"division": "640000", "level": Level.COUNTY}
    common = view_of(demonstration, INVENTED, **place)
    local = view_of(demonstration, INVENTED, local_scale=True, **place)
    assert local.classification.breaks != common.classification.breaks
    lowest, highest = local.ranked[-1].value.value, local.ranked[0].value.value
    assert all((lowest or 0) < edge <= (highest or 0) for edge in local.classification.breaks)
    assert min(local.counts) > 0


def test_a_count_is_compared_with_units_of_its_own_level(demonstration: Workspace) -> None:
    count = replace(INVENTED, indicator="legal_aid_cases")
    provinces = view_of(demonstration, count)
    counties = view_of(demonstration, count, division="640000", level=Level.COUNTY)
    assert counties.reference_top < provinces.reference_top


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("classes", [3, 7])
def test_every_scheme_and_number_of_classes_gives_a_map(
    demonstration: Workspace, scheme: Scheme, classes: int
) -> None:
    view = view_of(demonstration, INVENTED, level=Level.COUNTY, scheme=scheme, classes=classes)
    assert 1 <= view.classification.classes <= 7
    assert sum(view.counts) == len(view.ranked)


def test_the_change_is_the_difference_of_the_two_years(demonstration: Workspace) -> None:
    now = view_of(demonstration, INVENTED)
    before = view_of(demonstration, INVENTED, period=Period.parse("2024"))
    changed = [unit for unit in now.ranked if unit.change is not None]
    assert len(changed) >= 3
    for unit in changed:
        then = before.drawn(unit.division.code)
        assert then is not None
        assert unit.change == pytest.approx((unit.value.value or 0) - (then.value.value or 0))


def test_the_latest_figures_have_no_change(workspace: Workspace) -> None:
    assert all(unit.change is None for unit in map_view(workspace, PUBLISHED).units)


def test_the_division_looked_at_has_the_value_its_parents_map_gives_it(demonstration: Workspace) -> None:
    parent = view_of(demonstration, INVENTED)
    child = view_of(demonstration, INVENTED, division="640000", level=Level.CITY)
    drawn = parent.drawn("640000")
    assert drawn is not None
    assert child.own.value == drawn.value
    assert child.own.rank == drawn.rank


def test_a_county_paints_its_siblings_and_lists_its_townships(demonstration: Workspace) -> None:
    view = view_of(demonstration, INVENTED, division="640104", level=Level.TOWNSHIP)
    assert {unit.division.level for unit in view.units} == {Level.TOWNSHIP}
    painted = painted_view(view)
    assert painted.within.code == "640100"
    assert painted.drawn("640104") is not None


def test_the_language_changes_no_number(workspace: Workspace) -> None:
    assert map_view(workspace, PUBLISHED) is map_view(workspace, PUBLISHED.with_(lang="zh"))


def test_an_admitted_grade_leaves_weaker_figures_out(workspace: Workspace) -> None:
    everything = map_view(workspace, PUBLISHED)
    strict = view_of(workspace, PUBLISHED, weakest_grade="founding")
    assert 0 < len(strict.ranked) < len(everything.ranked)


def test_a_map_without_figures_offers_indicators_that_its_units_have(workspace: Workspace) -> None:
    empty = view_of(workspace, PUBLISHED, division="440000", level=Level.CITY, period=Period.parse("1999"))
    assert empty.ranked == ()
    found = offers(workspace, empty)
    assert found
    for indicator in found:
        offered = view_of(
            workspace, PUBLISHED, division="440000", level=Level.CITY, indicator=indicator.id, period=LATEST
        )
        assert offered.ranked, indicator.id


def test_the_level_that_reports_is_named_only_where_it_lies_above_the_units(workspace: Workspace) -> None:
    county = view_of(workspace, PUBLISHED, division="520103", level=Level.TOWNSHIP)
    assert reported_above(workspace, county) is Level.COUNTY
    assert reported_above(workspace, map_view(workspace, PUBLISHED)) is None


def test_a_cell_answers_for_drawn_units_only(workspace: Workspace) -> None:
    view = map_view(workspace, PUBLISHED)
    assert cell_of(workspace, view, "520000", Language("zh")).name == "贵州省"
    with pytest.raises(AtlasError) as raised:
        cell_of(workspace, view, "520100", Language("en"))
    assert raised.value.problem.id == "unknown_division"

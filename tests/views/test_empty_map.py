"""A map without figures says why, and offers only views that have some."""

from urllib.parse import parse_qsl

import pytest

from atlas.datasets import Dataset
from atlas.divisions import Level
from atlas.indicators import State
from atlas.language import LANGUAGES, Language
from atlas.periods import LATEST, Period
from atlas.views.choosing import chosen
from atlas.views.empty_map import indicators_on, ways_on, why_empty
from atlas.views.map_view import MapView, map_view
from atlas.views.selection import read_selection
from atlas.views.sentence import sentence
from atlas.workspace import Workspace
from tests.views.comparison.conftest import WithFigures
from tests.views.comparison.conftest import with_figures as with_figures

EN = Language("en")


def view_of(workspace: Workspace, link: str) -> MapView:
    return map_view(workspace, read_selection(dict(parse_qsl(link)), workspace, "en").selection)


@pytest.mark.parametrize(
    ("link", "ways", "reason"),
    [
        (
            "dataset=demonstration&indicator=mediation_success_rate&level=county&period=2026-06",
            [("period", Period.parse("2025-12"))],
            "the newest month that there is; nothing else helps",
        ),
        (
            "dataset=demonstration&indicator=mediation_success_rate&level=county&period=2030",
            [("period", Period.parse("2025"))],
            "the newest year",
        ),
        (
            "period=2030",
            [("period", LATEST), ("dataset", Dataset.DEMONSTRATION)],
            "published figures have dates of their own",
        ),
        (
            "dataset=demonstration&indicator=arbitration_cases&division=460100",
            [("division", "460000")],
            "reported by cities: the map of the province has them",
        ),
        ("division=810000", [], "who does not report has nothing at any time"),
    ],
)
def test_an_empty_map_offers_the_nearest_views_with_figures(
    demonstration: Workspace, link: str, ways: list[tuple[str, object]], reason: str
) -> None:
    view = view_of(demonstration, link)
    assert not view.ranked
    found = ways_on(demonstration, view, EN)
    assert [(way.field, way.value) for way in found] == ways, reason
    for way in found:
        moved = chosen(demonstration, view.selection, **{way.field: way.value})
        assert map_view(demonstration, moved).ranked, way.label


def test_the_level_above_is_offered_where_it_has_figures(with_figures: WithFigures) -> None:
    workspace = with_figures([("520100", "lawyers", "2024", 5)])
    view = view_of(workspace, "division=520000&level=county&indicator=lawyers&period=2024")
    assert [(way.label, way.value) for way in ways_on(workspace, view, EN)] == [("By city", Level.CITY)]


def test_the_indicator_looked_at_is_not_offered_as_another(workspace: Workspace) -> None:
    view = view_of(workspace, "period=2030")
    others = indicators_on(workspace, view)
    assert others
    assert view.indicator not in others


@pytest.mark.parametrize("lang", LANGUAGES)
def test_withheld_figures_are_not_said_to_be_still_to_come(with_figures: WithFigures, lang: str) -> None:
    workspace = with_figures([("520403", "lawyers", "2024", "suppressed")])
    view = view_of(workspace, "division=520400&indicator=lawyers&period=2024")
    assert State.SUPPRESSED in {unit.value.state for unit in view.units}
    said = why_empty(workspace, view, Language(lang))
    assert ("withheld" if lang == "en" else "不予显示") in said
    assert "yet" not in said
    text = sentence(workspace, view, Language(lang))
    assert ("can be shown" if lang == "en" else "均不能显示") in text
    assert "暂无" not in text

"""An indicator's card says which of its numbers are not shown."""

import pytest

from atlas.datasets import Dataset
from atlas.language import Language
from atlas.views.indicator_card import coverage, withheld_text
from atlas.views.map_view import map_view
from atlas.views.selection import read_selection
from atlas.workspace import Workspace
from tests.views.comparison.conftest import WithFigures
from tests.views.comparison.conftest import with_figures as with_figures


@pytest.mark.parametrize(
    ("indicator", "begins", "reason"),
    [
        ("legal_aid_cases_minors", "numbers from 1 to 4", "its measure asks for it"),
        ("legal_aid_cases", "", "its measure does not"),
        ("mediation_success_rate", "", "nor do those of a quotient"),
        ("hotline_satisfaction", "", "a stated rate has no counts"),
        ("county_centre_coverage", "", "a coverage tells none"),
    ],
)
def test_a_card_says_what_is_withheld(workspace: Workspace, indicator: str, begins: str, reason: str) -> None:
    said = withheld_text(workspace, workspace.definitions.indicators[indicator], Language("en"))
    assert said.startswith(begins), reason
    assert bool(said) is bool(begins), reason


def test_a_card_names_the_provinces_that_have_a_value_on_the_map(workspace: Workspace) -> None:
    english = Language("en")
    for indicator in workspace.definitions.indicators.values():
        link = {"indicator": indicator.id, "lang": "en"}
        view = map_view(workspace, read_selection(link, workspace, "en").selection)
        said = coverage(workspace, indicator, Dataset.PUBLISHED, english)
        count = len(view.ranked)
        expected = f"{count} province" if count else "no province yet"
        assert said.startswith(expected), indicator.id
        if 0 < count < 31:
            names = {english.name(unit.division) for unit in view.ranked}
            assert said.endswith(
                english.join(
                    english.name(each.division) for each in view.units if english.name(each.division) in names
                )
            ), indicator.id


@pytest.mark.parametrize(
    ("figures", "said", "reason"),
    [
        (
            [
                ("110000", "lawyers", "2024", 5),
                ("110000", "population", "2020", 9),
                ("140000", "population", "2020", 9),
            ],
            "1 province, 2024: Beijing",
            "residents alone are no value",
        ),
        ([("110105", "lawyers", "2024", 5)], "no province yet", "a county is no province"),
    ],
)
def test_parts_of_a_value_are_none(
    with_figures: WithFigures, figures: list[tuple[str, str, str, int]], said: str, reason: str
) -> None:
    workspace = with_figures(figures)
    indicator = workspace.definitions.indicators["lawyers_per_10k"]
    assert coverage(workspace, indicator, Dataset.PUBLISHED, Language("en")) == said, reason

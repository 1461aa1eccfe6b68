"""The table repeats the view's numbers, one row for each unit, with their sources."""

import pandas as pd
import pytest

from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level
from atlas.language import LANGUAGES, Language
from atlas.periods import LATEST, Period, PeriodKind
from atlas.views.headlines import headlines
from atlas.views.map_view import map_view
from atlas.views.periods_offered import default_period, fitting_period, offered_periods
from atlas.views.selection import Selection
from atlas.views.source_figures import source_figures
from atlas.views.table import table_decimals, view_table
from atlas.views.value_text import name_with_unit
from atlas.workspace import Workspace

PUBLISHED = Selection(Dataset.PUBLISHED, COUNTRY, Level.PROVINCE, "lawyers_per_10k", LATEST, "en")


@pytest.fixture(scope="module")
def table(workspace: Workspace) -> pd.DataFrame:
    return view_table(workspace, map_view(workspace, PUBLISHED), Language("en"))


def test_the_table_has_a_row_for_each_unit_and_the_views_numbers(
    workspace: Workspace, table: pd.DataFrame
) -> None:
    view = map_view(workspace, PUBLISHED)
    assert sorted(table["Code"]) == sorted(unit.division.code for unit in view.units)
    heading = next(name for name in table.columns if "Lawyers per 10,000" in name)
    for row in table.to_dict("records"):
        unit = view.drawn(row["Code"])
        assert unit is not None
        shown = None if pd.isna(row[heading]) else row[heading]
        assert shown == unit.value.value


@pytest.mark.parametrize(
    ("indicator", "decimals", "reason"),
    [
        ("lawyers_per_10k", 2, "a rate is written as its indicator says"),
        ("mediation_success_rate", 2, "a rate of one decimal may be stated with two"),
        ("lawyers", 0, "people are whole"),
    ],
)
def test_a_column_of_numbers_has_the_same_decimals_from_top_to_bottom(
    workspace: Workspace, indicator: str, decimals: int, reason: str
) -> None:
    view = map_view(workspace, PUBLISHED.with_(indicator=indicator))
    table = view_table(workspace, view, Language("en"))
    found = table_decimals(view, table, Language("en"))
    value = name_with_unit(view.indicator, view.unit, Language("en"))
    assert found[value] == found["On a year earlier"] == decimals, reason
    assert found["Place"] == found["Numerator"] == 0
    assert found.keys() <= set(table.columns)
    words = set(table.columns) - found.keys()
    assert all(pd.api.types.is_string_dtype(table[name]) for name in words)


def test_units_without_a_figure_come_last_and_say_why(table: pd.DataFrame) -> None:
    missing = table["Place"].isna()
    assert missing.is_monotonic_increasing
    assert set(table.loc[missing, "As stated"]) == {"no data", "outside the reporting scope"}


def test_every_figure_names_its_source_and_grade(table: pd.DataFrame) -> None:
    stated = table[table["Place"].notna()]
    assert (stated["Source"].str.len() > 0).all()
    assert stated["Source"].str.endswith(")").all()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_columns_have_the_same_name(workspace: Workspace, lang: str) -> None:
    for indicator in workspace.definitions.indicators:
        view = map_view(workspace, PUBLISHED.with_(indicator=indicator))
        names = list(view_table(workspace, view, Language(lang)).columns)
        assert len(names) == len(set(names)), indicator


def test_a_headline_without_a_value_is_replaced_by_its_stand_in(workspace: Workspace) -> None:
    shown = [each.indicator.id for each in headlines(workspace, PUBLISHED, Language("en"))]
    wanted = [each.id for each in workspace.definitions.headlines]
    assert len(shown) == len(wanted) == 4
    for headline, definition in zip(shown, workspace.definitions.headlines, strict=True):
        assert headline in (definition.id, definition.stands_in)


def test_a_headline_without_any_figure_says_so(workspace: Workspace) -> None:
    nowhere = PUBLISHED.with_(division="520103", level=Level.TOWNSHIP)
    assert {each.value for each in headlines(workspace, nowhere, Language("en"))} == {"no data"}


def test_the_sources_of_a_view_are_those_of_its_measures_and_places(workspace: Workspace) -> None:
    view = map_view(workspace, PUBLISHED.with_(division="520000", level=Level.CITY))
    lines = source_figures(workspace, view, Language("en"))
    places = {"520000", *(unit.division.code for unit in view.units)}
    assert lines
    assert {line.code for line in lines} <= places


def test_periods_are_offered_newest_first_and_only_with_figures(workspace: Workspace) -> None:
    offered = offered_periods(workspace, Dataset.PUBLISHED, "lawyers")
    for kind, periods in offered.items():
        assert periods
        assert list(periods) == sorted(periods, reverse=True)
        assert {period.kind for period in periods} == {kind}


def test_months_make_up_the_periods_around_them(demonstration: Workspace) -> None:
    offered = offered_periods(demonstration, Dataset.DEMONSTRATION, "legal_aid_cases")
    assert [len(offered[kind]) for kind in offered] == [3, 6, 12, 36]
    assert default_period(
        demonstration, Dataset.DEMONSTRATION, demonstration.definitions.indicators["legal_aid_cases"]
    ) == max(offered[PeriodKind.YEAR])


@pytest.mark.parametrize(
    ("wanted", "fits", "reason"),
    [
        ("latest", "latest", "always there"),
        ("1999", "latest", "no figures so long ago"),
        ("2022", "2022", "has figures"),
    ],
)
def test_a_period_without_figures_gives_way_to_the_default(
    workspace: Workspace, wanted: str, fits: str, reason: str
) -> None:
    found = fitting_period(workspace, Dataset.PUBLISHED, "lawyers", Period.parse(wanted))
    assert str(found) == fits, reason

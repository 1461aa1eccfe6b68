"""Charts are valid, ask no other machine for anything, and show the view's own numbers."""

import json
import re
from dataclasses import replace
from typing import Any

import altair as alt
import pytest

from atlas.charts.ranked_bars import HEAD, LONGEST, bars_shown, ranked_bars
from atlas.charts.trend import trend
from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level
from atlas.language import LANGUAGES, Language
from atlas.periods import LATEST, Period, PeriodKind
from atlas.views.evaluations import values_over_time
from atlas.views.legend import palette_of
from atlas.views.map_view import MapView, map_view
from atlas.views.palette import ACCENT
from atlas.views.selection import Selection
from atlas.workspace import Workspace

PUBLISHED = Selection(Dataset.PUBLISHED, COUNTRY, Level.PROVINCE, "lawyers_per_10k", LATEST, "en")
INVENTED = replace(PUBLISHED, dataset=Dataset.DEMONSTRATION, period=Period.parse("2025"))
FOREIGN = re.compile(r"https?://(?!vega\.github\.io/schema/)")


@pytest.fixture(scope="module")
def provinces(workspace: Workspace) -> MapView:
    return map_view(workspace, PUBLISHED)


def bars_of(view: MapView, lang: str = "en") -> dict[str, Any]:
    return ranked_bars(view, palette_of(view), Language(lang))


def rows_of(chart: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = chart["data"]["values"]
    return rows


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_bars_are_the_views_units_in_their_order_and_colours(provinces: MapView, lang: str) -> None:
    rows = rows_of(bars_of(provinces, lang))
    assert [(row["code"], row["value"]) for row in rows] == [
        (unit.division.code, unit.value.value) for unit in provinces.ranked
    ]
    palette = palette_of(provinces)
    assert [row["colour"] for row in rows] == [palette[unit.shade or 0] for unit in provinces.ranked]
    assert all(f"[{row['code']}]" in row["label"] for row in rows)


def test_too_many_bars_to_read_are_cut_to_the_two_ends(demonstration: Workspace) -> None:
    view = map_view(demonstration, INVENTED.with_(level=Level.COUNTY))
    assert len(view.ranked) > LONGEST
    shown = bars_shown(view)
    assert shown == (*view.ranked[:HEAD], *view.ranked[-HEAD:])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_charts_are_valid_and_name_no_other_machine(demonstration: Workspace, lang: str) -> None:
    language = Language(lang)
    indicator = demonstration.definitions.indicators["legal_aid_cases"]
    unit = demonstration.definitions.unit_of(indicator)
    lines = [
        (
            language.name(demonstration.divisions[code]),
            ACCENT,
            values_over_time(
                demonstration, Dataset.DEMONSTRATION, indicator.id, code, PeriodKind.MONTH, None
            ),
        )
        for code in ("640100", "640000")
    ]
    assert [len(values) for *_, values in lines] == [36, 36]
    bars = bars_of(map_view(demonstration, INVENTED), lang)
    for specification in (trend(lines, indicator, unit, language), bars):
        alt.Chart.from_dict(specification, validate=True)
        assert not FOREIGN.search(json.dumps(specification))


def test_the_trend_draws_no_period_without_a_value(workspace: Workspace) -> None:
    indicator = workspace.definitions.indicators["lawyers"]
    values = values_over_time(workspace, Dataset.PUBLISHED, "lawyers", "520000", PeriodKind.YEAR, None)
    empty = [replace(value, value=None) for value in values]
    unit = workspace.definitions.unit_of(indicator)
    chart = trend([("Guizhou", ACCENT, [*values, *empty])], indicator, unit, Language("en"))
    assert [row["value"] for row in rows_of(chart)] == [value.value for value in values]


def test_a_name_with_a_quotation_mark_does_not_break_the_axis(workspace: Workspace) -> None:
    indicator = workspace.definitions.indicators["lawyers"]
    values = values_over_time(workspace, Dataset.PUBLISHED, "lawyers", COUNTRY, PeriodKind.YEAR, None)
    unit = workspace.definitions.unit_of(indicator)
    chart = trend([('Xi\'an "West"', ACCENT, values)], indicator, unit, Language("en"))
    alt.Chart.from_dict(chart, validate=True)


def test_one_charts_data_does_not_leak_into_the_next(provinces: MapView) -> None:
    first = bars_of(provinces)
    second = bars_of(replace(provinces, ranked=provinces.ranked[:2]))
    assert (len(rows_of(first)), len(rows_of(second))) == (len(provinces.ranked), 2)

"""Lines join what can be compared, and nothing else."""

from dataclasses import replace

import pytest

from atlas.charts.lines import lines
from atlas.datasets import Dataset
from atlas.divisions import load_divisions
from atlas.language import Language
from atlas.periods import PeriodKind
from atlas.views.evaluations import values_over_time
from atlas.views.palette import ACCENT
from atlas.views.pictures import Line, LinePicture, Point
from atlas.views.trend_picture import trend_picture
from atlas.workspace import Workspace
from tests.charts.pictures import BLUE, LINES, ODD
from tests.charts.reading import Spec, layers_of, rows_of, words_of


def pieces(spec: Spec) -> list[list[int]]:
    found: dict[str, list[int]] = {}
    for row in rows_of(spec):
        found.setdefault(row["piece"], []).append(row["month"])
    return list(found.values())


def monthly(*months: int) -> LinePicture:
    points = tuple(Point(month, str(month), 1.0, "1") for month in months)
    return LinePicture("", "", (Line("1", "One", BLUE, points),), from_zero=False)


@pytest.mark.parametrize(
    ("values", "unit", "top", "why"),
    [
        ([100.0, 100.0], "%", 100.0, "a share that stays at its whole does not rise above it"),
        ([99.0, 99.9], "%", 99.9, "below the whole the axis ends where the values do"),
        ([100.0, 100.0], "", 105.0, "a number that is no share may grow"),
        ([100.0, 120.0], "%", 120.0, "a percentage above 100 is no share"),
    ],
)
def test_the_axis_of_shares_ends_at_the_whole(values: list[float], unit: str, top: float, why: str) -> None:
    points = tuple(Point(month, str(month), each, f"{each}{unit}") for month, each in enumerate(values))
    shown = LinePicture("", "", (Line("1", "One", BLUE, points),), from_zero=False)
    assert layers_of(lines(shown), "line")[0]["encoding"]["y"]["scale"]["domain"][1] == top, why


@pytest.mark.parametrize(
    ("shown", "expected", "why"),
    [
        (monthly(1, 2, 3), [[1, 2, 3]], "nothing is missing"),
        (monthly(1, 2, 4, 5), [[1, 2], [4, 5]], "a month is missing"),
        (monthly(12, 24, 36), [[12, 24, 36]], "years are as far apart as they should be"),
        (monthly(12, 24, 48), [[12, 24], [48]], "a year is missing"),
        (LINES, [[1, 2], [4, 5], [6], [1]], "a month is missing, and a definition changed at 6"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_line_joins_only_neighbours_of_one_definition(
    shown: LinePicture, expected: list[list[int]], why: str
) -> None:
    assert pieces(lines(shown)) == expected, why


def test_intervals_target_breaks_and_unit_are_drawn() -> None:
    spec = lines(LINES)
    assert len(layers_of(spec, "area")[0]["rows"]) == 5
    assert {"Target 98.0%", "not comparable", "Success rate (%)"} <= words_of(spec)


def test_the_benchmark_is_dashed() -> None:
    scale = layers_of(lines(LINES), "line")[0]["encoding"]["strokeDash"]["scale"]
    assert dict(zip(scale["domain"], scale["range"], strict=True)) == {ODD: [1, 0], "China": [5, 3]}


def test_a_count_shows_zero() -> None:
    y = layers_of(lines(replace(LINES, from_zero=True)), "line")[0]["encoding"]["y"]
    assert y["scale"]["domain"][0] == 0


def test_months_are_named_at_steps_that_people_count_in() -> None:
    spec = lines(monthly(*range(1, 37)))
    axis = layers_of(spec, "line")[0]["encoding"]["x"]["axis"]
    assert axis["values"] == [6, 12, 18, 24, 30, 36]


def test_the_trend_draws_no_period_without_a_value(workspace: Workspace) -> None:
    indicator = workspace.definitions.indicators["lawyers"]
    values = values_over_time(workspace, Dataset.PUBLISHED, "lawyers", "520000", PeriodKind.YEAR, None)
    empty = [replace(value, value=None) for value in values]
    drawn = [(load_divisions()["520000"], ACCENT, [*values, *empty])]
    unit = workspace.definitions.unit_of(indicator)
    picture = trend_picture("Trend", drawn, indicator, unit, Language("en"))
    assert [row["value"] for row in rows_of(lines(picture))] == [value.value for value in values]

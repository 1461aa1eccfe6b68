"""Bars are the picture's values, colours and order, with intervals, ranks and what they are held against."""

from dataclasses import replace

import pytest

from atlas.charts.bars import bars
from atlas.datasets import Dataset
from atlas.divisions import COUNTRY, Level
from atlas.language import LANGUAGES, Language
from atlas.periods import LATEST, Period
from atlas.views.bar_ends import ENDS, LONGEST, two_ends
from atlas.views.legend import palette_of
from atlas.views.lettering import room_for
from atlas.views.map_pictures import bar_picture
from atlas.views.map_view import MapView, map_view
from atlas.views.palette import ACCENT
from atlas.views.selection import Selection
from atlas.workspace import Workspace
from tests.charts.pictures import BARS, LONG
from tests.charts.reading import layers_of, rows_of, words_of

PUBLISHED = Selection(Dataset.PUBLISHED, COUNTRY, Level.PROVINCE, "lawyers_per_10k", LATEST, "en")
INVENTED = replace(PUBLISHED, dataset=Dataset.DEMONSTRATION, period=Period.parse("2025"))


@pytest.fixture(scope="module")
def provinces(workspace: Workspace) -> MapView:
    return map_view(workspace, PUBLISHED)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_bars_beside_the_map_are_its_units_in_their_order_and_colours(
    provinces: MapView, lang: str
) -> None:
    rows = rows_of(bars(bar_picture(provinces, Language(lang))))
    assert [(row["code"], row["value"]) for row in rows] == [
        (unit.division.code, unit.value.value) for unit in provinces.ranked
    ]
    palette = palette_of(provinces)
    assert [row["colour"] for row in rows] == [palette[unit.shade or 0] for unit in provinces.ranked]
    bar = layers_of(bars(bar_picture(provinces, Language(lang))), "bar")[0]
    assert bar["encoding"]["description"]["field"] == "label"
    assert "datum.code" in bar["transform"][0]["calculate"]


def test_too_many_bars_to_read_are_cut_to_the_two_ends_and_say_so(demonstration: Workspace) -> None:
    view = map_view(demonstration, INVENTED.with_(level=Level.COUNTY))
    whole = bar_picture(view, Language("en"))
    assert len(whole.bars) > LONGEST
    shown = two_ends(whole, Language("en"))
    assert shown.bars == (*whole.bars[:ENDS], *whole.bars[-ENDS:])
    assert shown.note == f"The 12 highest and the 12 lowest of {len(whole.bars)}"
    assert two_ends(shown, Language("en")) == shown


def test_an_interval_is_drawn_only_where_there_is_one() -> None:
    spans = [layer for layer in layers_of(bars(BARS), "rule") if "x2" in layer["encoding"]]
    assert {row["code"] for layer in spans for row in layer["rows"]} == {"110000", "522600"}


def test_all_that_is_drawn_lies_on_the_axis_with_room_for_the_values_at_any_width() -> None:
    scale = layers_of(bars(BARS), "bar")[0]["encoding"]["x"]["scale"]
    assert scale["domain"] == [0, 27.5]
    room = room_for("25.01", 12) + 10
    assert scale["range"][1]["expr"].endswith(f"width - {room:.0f})")


def test_a_value_below_zero_has_room_too() -> None:
    below = replace(BARS, bars=(replace(BARS.bars[0], value=-3.0, lower=-4.0, upper=-2.0),))
    low, _ = layers_of(bars(below), "bar")[0]["encoding"]["x"]["scale"]["domain"]
    assert low == -4.0


def test_benchmark_target_and_rank_intervals_are_written() -> None:
    assert {"China 5.20", "Target 27.50", "2–3"} <= words_of(bars(BARS))


def test_a_long_name_is_cut_where_it_stands_and_whole_where_it_is_pointed_at() -> None:
    row = rows_of(bars(BARS))[1]
    assert row["short"].endswith("…")
    assert row["name"] == LONG
    assert LONG.startswith(row["short"][:-1])


def test_a_marked_bar_has_the_accent() -> None:
    assert [row.get("line") == ACCENT for row in rows_of(bars(BARS))] == [False, True, False]


def test_values_that_lie_close_are_dots_on_a_scale_that_leaves_zero_out() -> None:
    close = tuple(
        replace(bar, value=95.0 + at, lower=94.5 + at, upper=95.5 + at) for at, bar in enumerate(BARS.bars)
    )
    picture = replace(BARS, bars=close, references=(), from_zero=False)
    spec = bars(picture, width=400)
    assert layers_of(spec, "bar") == []
    (dots,) = layers_of(spec, "circle")
    low, high = dots["encoding"]["x"]["scale"]["domain"]
    assert 90 < low < 94.5
    assert high > 95.5
    order = [layer["mark"]["type"] for layer in spec["layer"]]
    assert order.index("circle") > order.index("tick"), "a dot lies over its interval"
    assert layers_of(bars(BARS, width=400), "circle") == []

"""Every kind of picture becomes what can be edited: a chart with its data, or shapes with names."""

from dataclasses import replace
from typing import Any

import pytest
from pptx.enum.chart import XL_CHART_TYPE

from atlas.divisions import COUNTRY, Level
from atlas.export.slides.box import EMU
from atlas.export.slides.data_table import column_widths, row_heights
from atlas.export.slides.deck import slides_file
from atlas.language import Language
from atlas.views.legend import LegendRow
from atlas.views.lettering import room_for
from atlas.views.pictures import (
    Bar,
    BarPicture,
    FunnelPicture,
    LinePicture,
    MapDot,
    MapPicture,
    MapUnit,
    Picture,
    ScatterPicture,
    SpinePicture,
    Step,
    TilePicture,
    WaterfallPicture,
)
from atlas.workspace import Workspace
from tests.export.exhibits import BASE, PICTURES, exhibit
from tests.export.slides.reading import CHART, charts_of, opened, shapes_of, words_of


def slide_of(workspace: Workspace, picture: Picture) -> Any:
    return opened(slides_file(workspace, [exhibit(picture)], BASE, Language("en"))).slides[1]


def chart_of(workspace: Workspace, picture: Picture) -> Any:
    (chart,) = charts_of(slide_of(workspace, picture))
    return chart


def test_bars_have_their_intervals_as_error_bars(workspace: Workspace) -> None:
    picture = PICTURES["bars"]
    assert isinstance(picture, BarPicture)
    chart = chart_of(workspace, picture)
    assert chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    bars = chart.plots[0].series[0]
    assert list(bars.values) == [bar.value for bar in picture.bars]
    (errors,) = bars._element.iter(f"{CHART}errBars")
    for side in ("plus", "minus"):
        found = [float(each.text) for each in errors.find(f"{CHART}{side}").iter(f"{CHART}v")]
        wanted = [
            0.0 if bar.lower is None or bar.upper is None
            else bar.upper - bar.value if side == "plus" else bar.value - bar.lower
            for bar in picture.bars
        ]  # fmt: skip
        assert found == pytest.approx(wanted)


def test_values_on_a_closer_scale_are_marks_at_their_places_and_no_bars(workspace: Workspace) -> None:
    picture = PICTURES["bars"]
    assert isinstance(picture, BarPicture)
    chart = chart_of(workspace, replace(picture, from_zero=False))
    base, marks, labels = (list(series.values) for series in chart.plots[0].series)
    for place, bar in enumerate(picture.bars):
        assert base[place] + marks[place] / 2 == pytest.approx(bar.value)
        assert base[place] + marks[place] + labels[place] == pytest.approx(chart.value_axis.maximum_scale)
    assert "25.01" in words_of(slide_of(workspace, replace(picture, from_zero=False)))


def test_the_axis_of_a_share_ends_at_the_whole(workspace: Workspace) -> None:
    picture = PICTURES["lines"]
    assert isinstance(picture, LinePicture)
    points = tuple(replace(point, value=100.0, text="100.0%") for point in picture.lines[0].points)
    whole = replace(picture, lines=(replace(picture.lines[0], points=points),), target=None)
    assert chart_of(workspace, whole).value_axis.maximum_scale == 100


VERDICT = "  ▲ better than the country as a whole"
BELOW_ZERO = (Bar("1", "A", -3.0, "-3.0%", "#1F4F8B"), Bar("2", "B", 8.0, "8.0%", "#1F4F8B"))
BAR_CASES = {
    "with intervals": {},
    "with verdicts, for which a program would make the plot narrower": {"text": VERDICT},
    "on a closer scale, as marks": {"from_zero": False},
    "on a closer scale with verdicts": {"from_zero": False, "text": VERDICT},
    "without intervals": {"interval": ""},
    "with bars below zero, written at their left": {"bars": BELOW_ZERO, "interval": ""},
}


def bars_of(case: str) -> BarPicture:
    changes: dict[str, Any] = dict(BAR_CASES[case])
    picture = PICTURES["bars"]
    assert isinstance(picture, BarPicture)
    more = changes.pop("text", "")
    picture = replace(picture, **changes)
    return replace(picture, bars=tuple(replace(bar, text=bar.text + more) for bar in picture.bars))


def plot_of(frame: Any) -> tuple[float, float]:
    """Where the plot of a chart begins and how wide it is on the slide, in inches, as its layout says."""
    (layout,) = frame.chart._chartSpace.chart.plotArea.iter(f"{CHART}manualLayout")
    assert layout.find(f"{CHART}layoutTarget").get("val") == "inner"
    left, width = (float(layout.find(f"{CHART}{side}").get("val")) for side in "xw")
    return (frame.left + frame.width * left) / EMU, frame.width * width / EMU


@pytest.mark.parametrize("case", BAR_CASES)
def test_references_are_lines_at_their_values_on_the_scale_of_the_plot(
    workspace: Workspace, case: str
) -> None:
    picture = bars_of(case)
    slide = slide_of(workspace, picture)
    (frame,) = (shape for shape in slide.shapes if shape.has_chart)
    start, width = plot_of(frame)
    axis = frame.chart.value_axis
    low, high = axis.minimum_scale, axis.maximum_scale
    upright = {s.name: s for s in shapes_of(slide.shapes) if s.width < 30_000 < s.height}
    for each in picture.references:
        line = upright[each.name]
        assert (line.left + line.width / 2) / EMU == pytest.approx(
            start + width * (each.value - low) / (high - low), abs=0.01
        )
        assert f"{each.name} {each.text}" in words_of(slide)


def test_a_note_and_the_method_of_the_intervals_are_one_sentence(workspace: Workspace) -> None:
    noted = replace(bars_of("with intervals"), note="The scale does not begin at zero.")
    assert "The scale does not begin at zero; Byar" in words_of(slide_of(workspace, noted))


@pytest.mark.parametrize("case", BAR_CASES)
def test_every_value_has_room_inside_the_plot_so_that_no_program_moves_it(
    workspace: Workspace, case: str
) -> None:
    picture = bars_of(case)
    (frame,) = (shape for shape in slide_of(workspace, picture).shapes if shape.has_chart)
    _, width = plot_of(frame)
    axis = frame.chart.value_axis
    low, high = axis.minimum_scale, axis.maximum_scale
    for bar in picture.bars:
        room = high - max(bar.upper or bar.value, bar.value) if bar.value >= 0 else bar.value - low
        assert room / (high - low) * width > room_for(bar.text, 9) / 72


def test_lines_lie_on_a_true_time_axis_with_target_and_break(workspace: Workspace) -> None:
    picture = PICTURES["lines"]
    assert isinstance(picture, LinePicture)
    chart = chart_of(workspace, picture)
    assert chart._chartSpace.find(f".//{CHART}dateAx") is not None
    series = {each.name: each for each in chart.plots[0].series}
    for line in picture.lines:
        drawn = [value for value in series[line.name].values if value is not None]
        assert drawn == [point.value for point in line.points]
    assert "Target 98.0%" in series
    marked = series["not comparable"]
    assert [value is not None for value in marked.values].count(True) == 1
    assert next(marked._element.iter(f"{CHART}errBars")) is not None


def test_a_line_is_interrupted_where_the_page_interrupts_it(workspace: Workspace) -> None:
    picture = PICTURES["lines"]
    assert isinstance(picture, LinePicture)
    chart = chart_of(workspace, picture)
    assert chart._chartSpace.chart.find(f"{CHART}dispBlanksAs").get("val") == "gap"
    series = chart.plots[0].series[0]
    # The fourth month has no figure, and the last one a new definition.
    assert list(series.values) == [91.0, 92.0, None, 94.0, 95.0, 96.0]
    bare = [
        int(each.find(f"{CHART}idx").get("val"))
        for each in series._element.iter(f"{CHART}dPt")
        if next(each.iter("{*}noFill"), None) is not None
    ]
    assert bare == [3, 5]


def test_a_waterfall_is_unseen_base_and_steps_that_end_where_the_page_says(workspace: Workspace) -> None:
    picture = PICTURES["waterfall"]
    assert isinstance(picture, WaterfallPicture)
    chart = chart_of(workspace, picture)
    assert chart.chart_type == XL_CHART_TYPE.COLUMN_STACKED
    base, above, below, _ = (list(series.values) for series in chart.plots[0].series)
    for place, step in enumerate(picture.steps):
        reach = base[place] + above[place]
        assert reach == pytest.approx(max(step.start, step.end))
        assert below[place] == 0
        if step.kind != "total":
            assert base[place] == pytest.approx(min(step.start, step.end))
    assert "does not start at zero" in words_of(slide_of(workspace, picture))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(3.0, 5.0, (3.0, 2.0, 0.0)), (-1.0, -4.0, (-1.0, 0.0, -3.0)), (-1.0, 2.0, (0.0, 2.0, -1.0))],
    ids=["above zero", "below zero", "across zero"],
)
def test_steps_below_and_across_zero_are_drawn_where_they_are(
    workspace: Workspace, start: float, end: float, expected: tuple[float, float, float]
) -> None:
    steps = (Step("", "a", start, end, "x", "up"), Step("", "b", 0.0, end, "x", "total"))
    chart = chart_of(workspace, WaterfallPicture("", "", steps, ""))
    found = [next(iter(series.values)) for series in list(chart.plots[0].series)[:3]]
    assert found == pytest.approx(expected)


@pytest.mark.parametrize("kind", ["scatter", "funnel"])
def test_dots_are_points_of_a_chart_and_the_chosen_ones_have_names(workspace: Workspace, kind: str) -> None:
    picture = PICTURES[kind]
    assert isinstance(picture, ScatterPicture | FunnelPicture)
    chart = chart_of(workspace, picture)
    assert chart.chart_type in (XL_CHART_TYPE.XY_SCATTER, XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS)
    points = set()
    for series in chart._chartSpace.iter(f"{CHART}ser"):
        xs, ys = (
            [float(each.text) for each in series.find(f"{CHART}{axis}").iter(f"{CHART}v")]
            for axis in ("xVal", "yVal")
        )
        points |= set(zip(xs, ys, strict=True))
    assert {(dot.x, dot.y) for dot in picture.dots} <= points
    for dot in picture.dots:
        if dot.marked:
            assert dot.name in words_of(slide_of(workspace, picture))


def test_a_spine_has_every_mark_where_it_is(workspace: Workspace) -> None:
    picture = PICTURES["spine"]
    assert isinstance(picture, SpinePicture)
    slide = slide_of(workspace, picture)
    row = picture.rows[0]
    group = next(shape for shape in slide.shapes if shape.name == row.name)
    band = max((shape for shape in group.shapes if shape.name == row.name), key=lambda shape: shape.width)
    for mark in row.marks:
        shape = next(each for each in group.shapes if each.name == mark.name and not each.text_frame.text)
        middle = shape.left + shape.width / 2
        assert (middle - band.left) / band.width == pytest.approx(mark.place, abs=0.01)


def test_tiles_are_squares_of_one_size_in_rows_and_columns(workspace: Workspace) -> None:
    picture = PICTURES["tiles"]
    assert isinstance(picture, TilePicture)
    groups = [shape for shape in slide_of(workspace, picture).shapes if shape.name == picture.title]
    group = next(each for each in groups if len(each.shapes) == len(picture.tiles))
    # The one with an outline lies over the others.
    second, first = group.shapes
    assert (first.width, first.height) == (second.width, second.height)
    assert second.left > first.left
    assert second.top > first.top


def test_incomplete_units_have_a_pattern_and_places_pointed_out_a_dot(workspace: Workspace) -> None:
    units = (
        MapUnit("110000", "Beijing", "1", "#1A4480", "value", partial=True),
        MapUnit("120000", "Tianjin", "2", "#1A4480", "value"),
    )
    rows = (LegendRow("incomplete", "", "incomplete", "1"), LegendRow("dot-without", "", "has none", "1"))
    picture = MapPicture(
        "M", COUNTRY, Level.PROVINCE, units, "Key", rows, "", dots=(MapDot("110101", "without"),)
    )
    slide = slide_of(workspace, picture)
    shapes = {shape.name: shape for shape in shapes_of(slide.shapes)}
    for name, hatched in (("Beijing", True), ("Tianjin", False)):
        assert (shapes[name]._element.find(".//{*}pattFill") is not None) is hatched, name
    legend = next(shape for shape in slide.shapes if shape.name == "Legend")
    assert legend._element.find(".//{*}pattFill") is not None
    dots = next(shape for shape in slide.shapes if shape.name == "Dots")
    assert len(dots.shapes) == 1


def test_a_ranking_too_long_for_a_chart_is_also_a_table_with_every_value(workspace: Workspace) -> None:
    picture = PICTURES["bars"]
    assert isinstance(picture, BarPicture)
    bars = tuple(
        replace(picture.bars[0], name=f"Place {n}", text=f"{n}.50", value=n + 0.5) for n in range(88, 0, -1)
    )
    long = replace(picture, bars=bars, references=())
    deck = opened(slides_file(workspace, [exhibit(long)], BASE, Language("en")))
    assert "The 14 highest and the 14 lowest of 88" in words_of(deck.slides[1])
    listed = words_of(deck.slides[2]).splitlines()
    for bar in bars:
        assert bar.name in listed
        assert bar.text in listed


@pytest.mark.parametrize(
    ("headings", "row", "reason"),
    [
        (("Place", "Division", "Value"), ("2,847", "Wuchuan Gelao and Miao Autonomous County", "161"), "en"),
        (("位次", "地区", "数值"), ("31", "务川仡佬族苗族自治县", "161"), "Chinese heads are words too"),
    ],
)
def test_the_head_and_the_words_of_a_table_are_not_broken(
    headings: tuple[str, ...], row: tuple[str, ...], reason: str
) -> None:
    widths = column_widths(2.9, headings, [row] * 20, 8)
    assert sum(widths) == pytest.approx(2.9)
    for text, width in zip(headings, widths, strict=True):
        assert width - 0.1 > room_for(text, 8) / 72, reason
    assert widths[0] - 0.1 > room_for(row[0], 8) / 72
    assert widths[1] == max(widths)


def test_rows_of_two_lines_are_higher_and_all_stay_in_the_room_there_is() -> None:
    long = "Wuchuan Gelao and Miao Autonomous County"
    heights = row_heights(4.8, [0.5, 1.9], [("1", long if at % 2 else "Chishui") for at in range(22)], 8)
    assert sum(heights) <= 4.8 + 1e-9
    assert heights[1] > heights[0] >= 8 * 1.2 / 72
    assert heights[1] >= 2 * 8 * 1.2 / 72


def test_columns_that_ask_for_more_than_there_is_share_it() -> None:
    widths = column_widths(1.0, ["Anotherlongheading"] * 4, [["unbreakablewordofatable"] * 4], 9)
    assert widths == pytest.approx([0.25] * 4)

"""A waterfall leads from one value to another without a bar that lies about its length."""

from dataclasses import replace

from atlas.charts.waterfall import waterfall
from tests.charts.pictures import WATERFALL
from tests.charts.reading import layers_of, rows_of, words_of


def test_every_step_begins_where_the_one_before_ended() -> None:
    rows = rows_of(waterfall(WATERFALL))
    steps = [row for row in rows if row["kind"] != "total"]
    assert [row["start"] for row in steps] == [97.0, 97.5]
    assert [row["end"] for row in steps] == [97.5, 97.4]
    assert {"+0.5", "−0.1", "97.4%"} <= words_of(waterfall(WATERFALL))


def test_small_steps_leave_the_totals_without_bars() -> None:
    spec = waterfall(WATERFALL)
    assert {row["kind"] for row in layers_of(spec, "bar")[0]["rows"]} == {"up", "down"}
    assert len(layers_of(spec, "tick")[0]["rows"]) == 2
    assert layers_of(spec, "bar")[0]["encoding"]["x"]["scale"]["domain"][0] > 90


def test_large_steps_stand_beside_totals_from_zero() -> None:
    large = replace(
        WATERFALL,
        steps=tuple(
            replace(step, end=step.end - 60 if step.end > 97.3 else step.end) for step in WATERFALL.steps
        ),
    )
    spec = waterfall(large)
    assert len(layers_of(spec, "bar")[0]["rows"]) == 4
    assert layers_of(spec, "bar")[0]["encoding"]["x"]["scale"]["domain"][0] == 0


def test_up_and_down_differ_in_colour_from_each_other_and_from_totals() -> None:
    assert len({(row["kind"], row["colour"]) for row in rows_of(waterfall(WATERFALL))}) == 3

"""A spine shows where places lie, and says by colour and by shape whether that is better or worse."""

from atlas.charts.spine import spine
from tests.charts.pictures import ALONE, LONG, SPINE
from tests.charts.reading import layers_of, words_of


def test_a_verdict_has_a_colour_and_a_shape_of_its_own() -> None:
    marks = layers_of(spine(SPINE), "point")[0]["rows"]
    assert [(mark["name"], mark["shape"]) for mark in marks] == [
        ("Guizhou", "triangle-up"),
        ("Liaoning", "circle"),
        (LONG, "triangle-down"),
    ]
    assert len({mark["colour"] for mark in marks}) == 3


def test_names_at_one_place_stand_in_different_lanes() -> None:
    marks = layers_of(spine(SPINE), "point")[0]["rows"]
    assert marks[0]["at"] == marks[1]["at"]
    assert marks[0]["lane"] != marks[1]["lane"]


def test_with_one_place_its_value_stands_in_a_column() -> None:
    assert "98.0%" in words_of(spine(ALONE))
    assert "98.0%" not in words_of(spine(SPINE))
    assert {"Guizhou", "Liaoning"} <= words_of(spine(SPINE))


def test_a_row_without_a_benchmark_has_no_stroke() -> None:
    assert len(layers_of(spine(SPINE), "tick")[0]["rows"]) == 1
    assert "China" in words_of(spine(SPINE))


def test_a_row_is_as_high_as_its_names() -> None:
    assert spine(SPINE)["height"] > 2 * spine(ALONE)["height"]

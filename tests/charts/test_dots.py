"""Dots stand at their values; names stand where there is room."""

from dataclasses import replace

from atlas.charts.dots import FEW, funnel, scatter
from atlas.charts.label_places import Named, label_places
from atlas.views.palette import ACCENT
from tests.charts.pictures import FUNNEL, SCATTER
from tests.charts.reading import layers_of, rows_of, words_of


def test_the_funnel_shows_its_dots_and_cuts_limits_that_lie_far_away() -> None:
    spec = funnel(FUNNEL)
    y = layers_of(spec, "area")[0]["encoding"]["y"]["scale"]["domain"]
    assert y[0] < 91 < 97 < y[1]
    assert y[0] > 97 - 60
    assert all(layer["mark"]["clip"] for layer in layers_of(spec, "area"))
    assert {"China 97.0%", "95%", "99.8%"} <= words_of(spec)


def test_the_funnel_shows_its_limits_from_the_middle_denominator_on() -> None:
    low, high = layers_of(funnel(FUNNEL), "area")[0]["encoding"]["y"]["scale"]["domain"]
    middle = sorted(dot.x for dot in FUNNEL.dots)[len(FUNNEL.dots) // 2]
    shown = [each for each in FUNNEL.limits if each.x >= middle]
    assert shown
    assert all(low < each.lower_998 < each.upper_998 < high for each in shown)


def test_marked_dots_lie_on_top_and_are_named() -> None:
    dots = tuple(replace(SCATTER.dots[1], code=str(place), name=str(place)) for place in range(FEW + 1))
    spec = scatter(replace(SCATTER, dots=(SCATTER.dots[0], *dots)))
    assert rows_of(spec)[-1]["line"] == ACCENT
    assert words_of(spec) <= {"One"}


def test_names_of_dots_at_one_place_do_not_lie_over_one_another() -> None:
    places = label_places([Named("One", 100, 100), Named("Two", 102, 100), Named("Three", 101, 101)], 400)
    named = [place for place in places if place]
    assert len(set(named)) == len(named)


def test_a_name_does_not_leave_the_chart() -> None:
    assert label_places([Named("A long name", 390, 50)], 400)[0].align == "right"  # type: ignore[union-attr]
    assert label_places([Named("A name wider than the chart", 10, 50)], 20) == [None]

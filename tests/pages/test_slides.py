"""What of a view a meeting sees: its most important picture, and the one that answers the next question."""

import pytest

from atlas.ui.slide import MOST_MAPS, MOST_ROWS, maps_of_a_set, shown_pictures
from atlas.views.pictures import BarPicture, LinePicture, MapPicture, SpinePicture, SpineRow, WaterfallPicture
from tests.pages.pictures import bars, lines, place_map, spine, waterfall


def test_nothing_to_see_is_no_error() -> None:
    assert shown_pictures(()) == ()


def test_a_map_is_seen_with_its_bars() -> None:
    assert [type(each) for each in shown_pictures((place_map(), bars()))] == [MapPicture, BarPicture]


def test_one_of_a_set_of_maps_is_never_seen_alone() -> None:
    shown = shown_pictures((bars(), place_map(), place_map(), spine(3), lines()))
    assert [type(each) for each in shown] == [BarPicture, LinePicture]


def test_a_spine_in_parts_is_seen_whole() -> None:
    shown = shown_pictures((spine(MOST_ROWS), spine(3), lines(), lines()))
    assert [type(each) for each in shown] == [SpinePicture, SpinePicture]
    assert sum(len(each.rows) for each in shown if isinstance(each, SpinePicture)) == MOST_ROWS + 3


@pytest.mark.parametrize(
    ("maps", "seen", "reason"),
    [
        ((place_map(True),), 0, "a map alone is a picture of its own"),
        ((place_map(True), place_map()), 2, "a place without figures stands beside one with figures"),
        ((place_map(), place_map()), 0, "there is nothing on any of them"),
        ((place_map(True),) * MOST_MAPS, MOST_MAPS, "these can be read from afar"),
        ((place_map(True),) * (MOST_MAPS + 1), 0, "these could not"),
    ],
)
def test_maps_of_a_set_are_seen_together_where_they_can_be_read(
    maps: tuple[MapPicture, ...], seen: int, reason: str
) -> None:
    assert len(maps_of_a_set((bars(), *maps, lines()))) == seen, reason


def test_a_waterfall_is_seen_with_its_map() -> None:
    shown = shown_pictures((waterfall(), place_map()))
    assert [type(each) for each in shown] == [WaterfallPicture, MapPicture]


def test_a_long_spine_stands_in_two_columns_and_loses_no_row() -> None:
    whole = spine(MOST_ROWS + 1)
    left, right = shown_pictures((whole, lines()))
    assert isinstance(left, SpinePicture)
    assert isinstance(right, SpinePicture)
    assert left.rows + right.rows == whole.rows
    assert right.note == whole.note


def test_a_short_spine_stands_beside_a_trend() -> None:
    shown = shown_pictures((spine(MOST_ROWS), lines()))
    assert [type(each) for each in shown] == [SpinePicture, LinePicture]
    assert isinstance(spine(1).rows[0], SpineRow)

"""Pictures stand together where they can be read together, in their order, and none is lost."""

from dataclasses import replace

import pytest

from atlas.divisions import COUNTRY, Level
from atlas.export.arrangement import MOST_MAPS, sheets
from atlas.views.pictures import (
    Bar,
    BarPicture,
    Line,
    LinePicture,
    MapPicture,
    MapUnit,
    Picture,
    Point,
    SpineMark,
    SpinePicture,
    SpineRow,
    Step,
    WaterfallPicture,
)

MAP = MapPicture("map", COUNTRY, Level.PROVINCE, (MapUnit("1", "a", "1", "", "no_data"),), "", (), "")
BARS = BarPicture("bars", "", (Bar("1", "a", 1.0, "1", "#000000"),))
LINES = LinePicture("lines", "", (Line("1", "a", "#000000", (Point(24_300, "", 1.0, "1"),)),), from_zero=True)
MARK = SpineMark("1", "a", "1", 0.5, "none")
SPINE = SpinePicture("spine", (SpineRow("i", "i", "0", "1", 0.5, "", 0.2, 0.8, (MARK, MARK)),), "", "")
FALL = WaterfallPicture("fall", "", (Step("1", "a", 0.0, 1.0, "1", "total"),), "")


@pytest.mark.parametrize(
    ("pictures", "titles"),
    [
        ((MAP, BARS), ["map bars"]),
        ((BARS, MAP, MAP, MAP, SPINE, LINES), ["bars lines", "map map map", "spine"]),
        ((MAP, MAP), ["map map"]),
        ((SPINE, LINES), ["spine", "lines"]),
        ((FALL, MAP), ["fall map"]),
        ((LINES, MAP, MAP, BARS), ["lines bars", "map map"]),
        ((replace(SPINE, rows=SPINE.rows * 20),), ["spine", "spine"]),
        ((replace(FALL, steps=FALL.steps * 9), MAP), ["fall", "map"]),
        ((MAP,) * (MOST_MAPS + 1), [" ".join(["map"] * MOST_MAPS), "map"]),
        ((), []),
        ((replace(BARS, bars=()), MAP, replace(LINES, lines=())), ["map"]),
    ],
    ids=lambda value: "" if isinstance(value, tuple) else "; ".join(value),
)
def test_what_stands_on_a_sheet(pictures: tuple[Picture, ...], titles: list[str]) -> None:
    assert [" ".join(picture.title for picture in sheet) for sheet in sheets(pictures)] == titles

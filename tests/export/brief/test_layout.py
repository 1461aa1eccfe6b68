"""Pictures of a set stand side by side, the last of them as small as the others."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from atlas.export.brief.layout import pages
from atlas.views.pictures import BarPicture, Picture
from tests.charts.pictures import ALL

LINE, BARS, SPINE = ALL["lines"], ALL["bars"], ALL["spine"]


@pytest.mark.parametrize(
    ("pictures", "expected", "why"),
    [
        ([LINE], [(1, False)], "a trend alone is as wide as the page"),
        ([LINE] * 3, [(2, True), (1, True)], "the third of a set does not grow"),
        ([LINE, BARS, LINE], [(1, False)] * 3, "those that do not follow one another are no set"),
        ([BARS, BARS], [(1, False)] * 2, "bars need the width for their names"),
        ([SPINE, LINE, LINE], [(1, False), (2, True)], "a set follows something else"),
    ],
)
def test_pictures_of_a_set_stand_in_pairs(
    pictures: Sequence[Picture], expected: list[tuple[int, bool]], why: str
) -> None:
    strips = [strip for page in pages(pictures) for strip in page]
    assert [(len(strip.pictures), strip.is_small) for strip in strips] == expected, why


def test_a_list_is_as_high_as_the_long_names_in_it_make_it() -> None:
    bars = BARS
    assert isinstance(bars, BarPicture)
    short, long = (
        replace(bars, bars=(replace(bars.bars[0], name=name),) * 60)
        for name in ("Libo County", "Weining Yi, Hui and Miao Autonomous County")
    )
    heights = [pages([each])[0][0].height for each in (short, long)]
    assert heights[1] > heights[0] + 40


def test_six_trends_fit_on_one_page() -> None:
    assert len(pages([LINE] * 6)) == 1

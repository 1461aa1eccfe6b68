"""Every kind of picture can be an image, and making one asks nobody for anything."""

from dataclasses import replace

import pytest
import vl_convert

from atlas.charts.bars import ROW_HEIGHT
from atlas.charts.chart_spec import ChartPicture
from atlas.divisions import load_divisions
from atlas.export.images.drawing import drawing
from atlas.language import Language
from atlas.views.pictures import BarPicture
from tests.charts.pictures import ALL, EMPTY

ENGLISH = Language("en")


@pytest.mark.parametrize("picture", [*ALL.values(), *EMPTY.values()], ids=[*ALL, *EMPTY])
def test_a_picture_is_drawn_as_wide_as_asked_without_any_text(picture: ChartPicture) -> None:
    drawn = drawing(load_divisions(), picture, 700, ENGLISH)
    assert abs(drawn.width - 700) <= 40
    assert "<text" not in drawn.elements
    assert "font-family" not in drawn.elements


@pytest.mark.parametrize("count", [1, 19, 31])
def test_every_bar_has_the_room_that_its_name_needs(count: int) -> None:
    picture = ALL["bars"]
    assert isinstance(picture, BarPicture)
    many = replace(picture, bars=tuple(replace(picture.bars[0], code=f"{place}") for place in range(count)))
    assert drawing(load_divisions(), many, 420, ENGLISH).height >= count * ROW_HEIGHT


def test_what_two_drawings_define_is_kept_apart() -> None:
    first, second = (
        drawing(load_divisions(), ALL["funnel"], 500, ENGLISH, named=name) for name in ("one", "two")
    )
    assert 'id="one-clip' in first.elements
    assert "url(#one-clip" in first.elements
    assert "one-clip" not in second.elements


def test_a_specification_cannot_make_the_atlas_fetch_anything() -> None:
    spec = {"data": {"url": "http://127.0.0.1:9/a.csv"}, "mark": "bar", "encoding": {}}
    with pytest.raises(ValueError, match="not allowed"):
        vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])

"""Letters of images are outlines of the right characters, on any machine."""

import io
import re

import numpy as np
import pytest
import vl_convert
from PIL import Image, ImageDraw, ImageFont

from atlas.export.font import FACE, GETA, font_file
from atlas.export.images.outlined import outlined, words_at

SIZE = 80


def pixels(svg_of_words: str, width: int) -> "np.ndarray[tuple[int, int], np.dtype[np.bool_]]":
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{SIZE + 30}">'
        f'<rect width="{width}" height="{SIZE + 30}" fill="#FFFFFF"/>{svg_of_words}</svg>'
    )
    image = Image.open(io.BytesIO(vl_convert.svg_to_png(svg))).convert("L")
    return np.asarray(image) < 128


@pytest.mark.parametrize("text", ["贵州律师", "每万人", "Lawyers 3.78", "“Xi'an”"])
def test_the_letters_are_those_that_another_program_draws_with_the_font(text: str) -> None:
    width = SIZE * len(text)
    font = ImageFont.truetype(str(font_file()), SIZE, index=FACE)
    expected = Image.new("L", (width, SIZE + 30), 255)
    if text.isascii() or "一" <= text[0] <= "鿿":
        ImageDraw.Draw(expected).text((0, SIZE), text, font=font, fill=0, anchor="ls")
    else:
        ImageDraw.Draw(expected).text((0, SIZE), text, font=font, fill=0, anchor="ls", features=["pwid"])
    drawn = pixels(words_at(text, 0, SIZE, SIZE, "#000000"), width)
    other = np.asarray(expected) < 128
    assert drawn.any()
    assert (drawn & other).sum() / (drawn | other).sum() > 0.8


def test_no_chinese_character_is_a_box() -> None:
    """A machine without the glyph draws the same box for each."""
    shapes = {words_at(character, 0, 0, 10, "#000") for character in "县乡镇村居法律服务中心"}
    assert len(shapes) == 11
    assert words_at(GETA, 0, 0, 10, "#000") not in shapes


def test_every_text_of_a_drawing_becomes_a_path_where_it_was() -> None:
    svg = (
        '<g><text text-anchor="end" transform="translate(5,7) rotate(-90)" font-family="Any" '
        'font-size="20px" font-weight="600" fill="#123456" opacity="0.5">A&amp;B</text><text></text></g>'
    )
    found = outlined(svg)
    assert "<text" not in found
    assert "font" not in found
    assert 'transform="translate(5,7) rotate(-90) scale(0.02000,-0.02000)"' in found
    assert 'fill="#123456"' in found
    assert 'opacity="0.5"' in found
    assert 'stroke="#123456"' in found
    first = re.search(r'd="M(-?\d+),', found)
    assert first is not None
    assert int(first[1]) < -1000


def test_a_white_edge_stays_as_wide_as_it_was() -> None:
    svg = '<text font-size="10px" fill="#000" stroke="#FFFFFF" stroke-width="3">1</text>'
    assert 'stroke="#FFFFFF" stroke-width="300"' in outlined(svg)

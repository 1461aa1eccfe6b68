"""Text is measured rather too wide than too narrow, and never cut without saying so."""

import pytest

from atlas.export.font import text_width
from atlas.views.lettering import room_for, shortened, wrapped

NAMES = [
    "Inner Mongolia",
    "黔东南苗族侗族自治州",
    "25.01 per 10,000",
    "Xinjiang Production and Construction Corps",
    "Legal aid cases (2024–2025)",
    "每万人律师数（人）",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_text_takes_no_more_room_than_was_left_for_it(name: str) -> None:
    assert text_width(name, 12) <= room_for(name, 12) <= 1.3 * text_width(name, 12)


@pytest.mark.parametrize("name", NAMES)
def test_a_shortened_text_fits_and_ends_in_an_ellipsis(name: str) -> None:
    cut = shortened(name, 60, 12)
    assert room_for(cut, 12) <= 60
    assert cut.endswith("…")
    assert shortened(name, 1000, 12) == name


def test_lines_hold_every_word_and_do_not_begin_with_a_mark() -> None:
    for text in (
        "Schematic map. Boundaries: National Platform.",
        "示意图。界线来源：国家地理信息公共服务平台。",
    ):
        lines = wrapped(text, 80, 10)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(room_for(line, 10) <= 90 for line in lines)
        assert not any(line[0] in "。，：.:" for line in lines)
    assert wrapped("", 80, 10) == ()

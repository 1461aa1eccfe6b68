"""The font of exports has every character that the atlas can write."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from atlas.export.font import FACE, FAMILY, GETA, font_file, glyph, text_width

UNKNOWN = {"\U0002cba4": "the township 360982108", "\U0003075f": "the township 511725113"}
"""Younger than the font; no free font that comes as a package has them."""
SOURCES = ("geo/*.csv", "indicators.yaml", "data/*.csv", "locale/*/LC_MESSAGES/*.po")


def characters(folder: Path) -> set[str]:
    files = [path for pattern in SOURCES for path in folder.glob(pattern)]
    assert len(files) >= 5
    return {each for path in files for each in path.read_text(encoding="utf-8") if each.isprintable()}


def has_glyph(character: str) -> bool:
    """Whether a character is drawn as itself."""
    return character in {" ", GETA} or glyph(character) != glyph(GETA)


def test_every_character_of_names_and_texts_has_a_glyph(project: Path) -> None:
    missing = {each for each in characters(project) if not has_glyph(each)}
    assert missing == {*UNKNOWN, "\ufffd"}


def test_every_character_of_gb_2312_has_a_glyph() -> None:
    table = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    hanzi = [each for pair in table if (each := pair.decode("gb2312", errors="ignore"))]
    assert len(hanzi) == 6763
    assert all(map(has_glyph, hanzi))


def test_the_face_has_the_forms_of_the_mainland() -> None:
    face = TTFont(font_file(), fontNumber=FACE, lazy=True)
    assert face["name"].getDebugName(1) == FAMILY
    other = TTFont(font_file(), fontNumber=0, lazy=True)
    assert face.getBestCmap()[ord("骨")] != other.getBestCmap()[ord("骨")]


@pytest.mark.parametrize("pair", ["律师", "贵州", "13", "éa", "（〈"])
def test_two_characters_do_not_look_alike(pair: str) -> None:
    one, other = map(glyph, pair)
    assert one.outline
    assert one.outline != other.outline


def test_an_unknown_character_is_printed_as_a_printer_would() -> None:
    assert {glyph(each) for each in UNKNOWN} == {glyph(GETA)}


def test_figures_stand_in_columns() -> None:
    assert len({glyph(digit).advance for digit in "0123456789"}) == 1
    assert text_width("律师", 12) == 24

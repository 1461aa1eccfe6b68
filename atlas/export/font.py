"""The font of images, so that Chinese is Chinese on a machine without Chinese fonts.

Noto Sans CJK comes as a Python package of its own (SIL Open Font License 1.1). It is a collection; its face
number `FACE` has the forms of the mainland. Its figures are all equally wide.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont
from noto_cjk_sans_otc import FONT_PATH

FAMILY = "Noto Sans CJK SC"
FACE = 2
GETA = "〓"
"""What Chinese printers put where they have no type for a character."""
EM = 1000
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Glyph:
    """The outline of a character as SVG path commands and how far the next one is, in 1/1000 of the size."""

    path: str
    advance: float


def font_file() -> Path:
    """The collection; what reads it must be told `FACE`."""
    return Path(str(FONT_PATH))


def has_glyph(character: str) -> bool:
    """Whether the font knows a character."""
    return ord(character) in _face()[1]


@cache
def glyph(character: str) -> Glyph:
    """The glyph of a character, upwards from the baseline; of one the font does not know, that of `GETA`.

    The font is read lazily from one file, so only one reader may be at it.
    """
    with _LOCK:
        glyphs, names = _face()
        name = names.get(ord(character)) or names[ord(GETA)]
        pen = SVGPathPen(glyphs, ntos=lambda number: str(round(number)))
        glyphs[name].draw(pen)
        return Glyph(pen.getCommands(), float(glyphs[name].width))


def text_width(text: str, size: float) -> float:
    """The width of a text in this font, in the unit of `size`."""
    return sum(glyph(character).advance for character in text) * size / EM


@cache
def _face() -> tuple[Any, dict[int, str]]:
    face = TTFont(font_file(), fontNumber=FACE, lazy=True)
    return face.getGlyphSet(), face.getBestCmap()

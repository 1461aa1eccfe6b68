"""The font of images, so that Chinese is Chinese on a machine without Chinese fonts.

Noto Sans CJK comes as a Python package of its own (SIL Open Font License 1.1). It is a collection; its face
number `FACE` has the forms of the mainland. Its figures are all equally wide.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from noto_cjk_sans_otc import FONT_PATH

FAMILY = "Noto Sans CJK SC"
FACE = 2
GETA = "〓"
"""What Chinese printers put where they have no type for a character."""
EM = 1000
SPACES = {"\u00a0": 224, "\u2007": 555, "\u2009": 200, "\u200a": 100, "\u202f": 200}
"""Spaces that the font does not have, and their widths."""
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Glyph:
    """The outline of a character, upwards from the baseline, and how far the next one is.

    The outline is a row of (command of SVG, points); lengths are in 1/1000 of the size.
    """

    outline: tuple[tuple[str, tuple[tuple[float, float], ...]], ...]
    advance: float


@dataclass(frozen=True, eq=False)
class _Face:
    glyphs: Any
    names: dict[int, str]
    proportional: dict[str, str]


def font_file() -> Path:
    """The collection; what reads it must be told `FACE`."""
    return Path(str(FONT_PATH))


def text_width(text: str, size: float) -> float:
    """The width of a text in this font, in the unit of `size`."""
    return sum(glyph.advance for glyph in glyphs(text)) * size / EM


def glyphs(text: str) -> Iterable[Glyph]:
    """The glyphs of a text. Its quotation marks and dots are as wide as Chinese ones only beside Chinese."""
    narrow = not any(map(_is_wide, text))
    return [glyph(character, narrow) for character in text]


@cache
def glyph(character: str, narrow: bool = False) -> Glyph:
    """The glyph of a character; of one the font does not know, that of `GETA`.

    The font is read lazily from one file, so only one reader may be at it.
    """
    if character in SPACES:
        return Glyph((), SPACES[character])
    with _LOCK:
        face = _face()
        name = face.names.get(ord(character)) or face.names[ord(GETA)]
        if narrow:
            name = face.proportional.get(name, name)
        pen = RecordingPen()
        face.glyphs[name].draw(pen)
        outline = tuple((_COMMANDS[command], points) for command, points in pen.value)
        shown = Glyph(outline, float(face.glyphs[name].width))
        return _centred(shown, EM // 3) if narrow and character == "·" else shown


_COMMANDS = {"moveTo": "M", "lineTo": "L", "curveTo": "C", "qCurveTo": "Q", "closePath": "Z", "endPath": ""}


def _centred(shown: Glyph, advance: float) -> Glyph:
    shift = (shown.advance - advance) / 2
    outline = tuple((command, tuple((x - shift, y) for x, y in points)) for command, points in shown.outline)
    return Glyph(outline, advance)


def _is_wide(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or character >= "\uf900"


@cache
def _face() -> _Face:
    face = TTFont(font_file(), fontNumber=FACE, lazy=True)
    return _Face(face.getGlyphSet(), face.getBestCmap(), _proportional(face))


def _proportional(face: TTFont) -> dict[str, str]:
    """The narrow forms of marks that are as wide as a Chinese character."""
    table = face["GSUB"].table
    wanted = {
        number
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "pwid"
        for number in record.Feature.LookupListIndex
    }
    found: dict[str, str] = {}
    for number in wanted:
        for part in table.LookupList.Lookup[number].SubTable:
            found |= getattr(getattr(part, "ExtSubTable", part), "mapping", {})
    return found

"""Text as outlines: letters that look the same in every program, whatever fonts its machine has."""

import re
from html import unescape

from atlas.export.font import EM, glyphs, text_width

BOLD = 600
STROKE = 26
"""How much wider, in 1/1000 of the size, bold strokes are: the font comes in one weight."""
_TEXT = re.compile(r"<text\b([^>]*?)(?:/>|>(.*?)</text>)", re.DOTALL)
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_ANCHORS = {"middle": 0.5, "end": 1.0}
_KEPT = ("fill", "opacity", "fill-opacity", "stroke-opacity", "stroke-linejoin")


def outlined(svg: str) -> str:
    """An SVG drawing with a path in the place of every text."""
    return _TEXT.sub(lambda found: _outlined(found[1], found[2] or ""), svg)


def words_at(
    text: str,
    x: float,
    y: float,
    size: float,
    colour: str,
    *,
    bold: bool = False,
    align: float = 0.0,
) -> str:
    """A text as a path; (x, y) is on its baseline, `align` how much of it lies left of x (0 to 1)."""
    attributes = f'fill="{colour}"'
    if bold:
        attributes += f' stroke="{colour}" stroke-width="{STROKE}"'
    place = f"translate({x:.2f},{y:.2f})"
    return _path(text, place, size, align, attributes)


def _outlined(attributes: str, content: str) -> str:
    given = dict(_ATTRIBUTE.findall(attributes))
    text = unescape(re.sub(r"<[^>]*>", "", content))
    size = float(given.get("font-size", "11px").removesuffix("px"))
    kept = [f'{name}="{given[name]}"' for name in _KEPT if name in given]
    if "stroke" in given:
        width = float(given.get("stroke-width", 1)) * EM / size
        kept.append(f'stroke="{given["stroke"]}" stroke-width="{width:.0f}"')
    elif _weight(given) >= BOLD:
        kept.append(f'stroke="{given.get("fill", "#000")}" stroke-width="{STROKE}"')
    align = _ANCHORS.get(given.get("text-anchor", ""), 0.0)
    return _path(text, given.get("transform", ""), size, align, " ".join(kept))


def _weight(given: dict[str, str]) -> int:
    weight = given.get("font-weight", "400")
    return int(weight) if weight.isdigit() else BOLD if weight == "bold" else 400


def _path(text: str, place: str, size: float, align: float, attributes: str) -> str:
    """Outlines grow upwards, drawings downwards: the scale turns them over."""
    scale = size / EM
    left = -align * text_width(text, size) / scale
    drawn = []
    for glyph in glyphs(text):
        for command, points in glyph.outline:
            drawn.append(command + " ".join(f"{round(x + left)},{round(y)}" for x, y in points))
        left += glyph.advance
    if not drawn:
        return ""
    transform = f"{place} scale({scale:.5f},{-scale:.5f})".strip()
    return f'<path transform="{transform}" {attributes} d="{"".join(drawn)}"/>'

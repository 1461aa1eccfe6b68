"""A Vega-Lite specification as an SVG drawing, made without a browser and without a network."""

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import vl_convert

from atlas.export.font import FAMILY, font_file
from atlas.export.legible import legible

_SIZE = re.compile(r'<svg\b[^>]*?\bwidth="([\d.]+)" height="([\d.]+)"[^>]*>')
_ESCAPED = re.compile(r"(?<!\\)((?:\\\\)*)\\(?:u00[01][0-9a-f]|[bf])")
"""Control characters as JSON writes them; a backslash that is itself written as two escapes nothing."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A whole SVG document, and where in it the head ends; lengths are in pixels."""

    svg: str
    head: int
    width: float
    height: float

    @property
    def elements(self) -> str:
        """What the document draws, without the document around it."""
        return self.svg[self.head : self.svg.rindex("</svg>")]


def rendered(spec: dict[str, Any]) -> Rendered:
    """Draw a specification in the font of images."""
    _register_font()
    dressed = {**spec, "config": {**spec["config"], "font": FAMILY}}
    # A zero byte in a text would end the whole process, not the drawing.
    written = _ESCAPED.sub(r"\1", legible(json.dumps(dressed, ensure_ascii=False)))
    # Nothing is fetched: all data are in the specification, and no address is allowed.
    svg = legible(vl_convert.vegalite_to_svg(written, allowed_base_urls=[], show_warnings=False))
    head = _SIZE.match(svg)
    if head is None:
        raise ValueError("a drawing without a size")
    return Rendered(svg, head.end(), float(head[1]), float(head[2]))


@cache
def _register_font() -> None:
    """So that room is left for texts as wide as they will be."""
    vl_convert.register_font_directory(str(font_file().parent))

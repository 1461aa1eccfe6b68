"""A picture as a drawing for the brief: its letters stay letters, which can be searched and copied."""

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import vl_convert

from atlas.charts.chart_spec import chart_spec
from atlas.divisions import Divisions
from atlas.export.font import FAMILY, font_file
from atlas.export.legible import legible
from atlas.maps.static_map import static_map
from atlas.views.pictures import MapPicture, Picture

WIDTH, HALF = 680, 330
"""Pixels of a drawing across the page, and across half of it."""
_MAP, _CHART = 0.6, 0.46
"""Height to width, where a picture's height does not follow from its rows."""
_SIZE = re.compile(r'<svg\b[^>]*?\bwidth="([\d.]+)" height="([\d.]+)"[^>]*>')
_ESCAPED = re.compile(r"(?<!\\)((?:\\\\)*)\\(?:u00[01][0-9a-f]|[bf])")
"""Control characters as JSON writes them; a backslash that is itself written as two escapes nothing."""
_FAMILIES = re.compile(r'font-family="[^"]*"')


@dataclass(frozen=True, slots=True)
class Drawn:
    """An SVG drawing, and its height as a share of its width."""

    svg: str
    ratio: float


def drawn(divisions: Divisions, picture: Picture, *, small: bool) -> Drawn:
    """Draw a picture as wide as the page, or half of it.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    spec = _spec(divisions, picture, HALF if small else WIDTH, named=not small)
    spec["config"] = {**spec["config"], "font": FAMILY}
    _register_font()
    # Nothing is fetched: all data are in the specification, and no address is allowed.
    # A zero byte in a text would end the whole process, not the drawing.
    written = _ESCAPED.sub(r"\1", legible(json.dumps(spec, ensure_ascii=False)))
    svg = legible(vl_convert.vegalite_to_svg(written, allowed_base_urls=[], show_warnings=False))
    head = _SIZE.match(svg)
    if head is None:
        raise ValueError("a drawing without a size")
    return Drawn(_FAMILIES.sub(f'font-family="{FAMILY}"', svg), float(head[2]) / float(head[1]))


def _spec(divisions: Divisions, picture: Picture, width: int, *, named: bool) -> dict[str, Any]:
    if isinstance(picture, MapPicture):
        return static_map(divisions, picture, width=width, height=round(width * _MAP), named=named)
    return chart_spec(picture, width=width, height=round(width * _CHART))


@cache
def _register_font() -> None:
    """So that room is left for texts as wide as they will be."""
    vl_convert.register_font_directory(str(font_file().parent))

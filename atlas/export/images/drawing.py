"""One picture as the inside of an SVG drawing."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import vl_convert

from atlas.charts.chart_spec import chart_spec
from atlas.divisions import Divisions
from atlas.export.font import FAMILY, font_file
from atlas.export.images.outlined import outlined
from atlas.language import Language
from atlas.maps.static_map import static_map
from atlas.views.bar_ends import two_ends
from atlas.views.pictures import BarPicture, MapPicture, Picture

MAP_SHAPE = 0.72
CHART_SHAPE = 0.5
"""Height to width, where a picture's height does not follow from its rows."""
TALLEST, TALLEST_MAP = 420, 620
_SIZE = re.compile(r'<svg\b[^>]*?\bwidth="([\d.]+)" height="([\d.]+)"[^>]*>')
_NAMES = re.compile(r'(id="|url\(#)(clip|gradient)')


@dataclass(frozen=True, slots=True)
class Drawing:
    """SVG elements in a box of pixels from the top left."""

    elements: str
    width: float
    height: float


def drawing(
    divisions: Divisions, picture: Picture, width: int, language: Language, *, named: str = "p"
) -> Drawing:
    """A picture `width` pixels wide, its texts as outlines; `named` keeps what two drawings define apart.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    spec = _spec(divisions, picture, width, language)
    spec = {**spec, "config": {**spec["config"], "font": FAMILY}}
    _register_font()
    # Nothing is fetched: all data are in the specification, and no address is allowed.
    svg = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[], show_warnings=False)
    head = _SIZE.match(svg)
    if head is None:
        raise ValueError("a drawing without a size")
    body = _NAMES.sub(rf"\1{named}-\2", svg[head.end() : svg.rindex("</svg>")])
    return Drawing(outlined(body), float(head[1]), float(head[2]))


def _spec(divisions: Divisions, picture: Picture, width: int, language: Language) -> dict[str, Any]:
    if isinstance(picture, MapPicture):
        height = round(min(width * MAP_SHAPE, TALLEST_MAP))
        return static_map(divisions, picture, width=width, height=height, named=True)
    if isinstance(picture, BarPicture):
        picture = replace(two_ends(picture, language), note="")
    return chart_spec(picture, width=width, height=round(min(width * CHART_SHAPE, TALLEST)))


@cache
def _register_font() -> None:
    """So that room is left for texts as wide as they will be."""
    vl_convert.register_font_directory(str(font_file().parent))

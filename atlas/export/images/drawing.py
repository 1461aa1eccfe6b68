"""One picture as the inside of an SVG drawing."""

import re
from dataclasses import dataclass, replace
from typing import Any

from atlas.charts.chart_spec import chart_spec
from atlas.divisions import Divisions
from atlas.export.images.outlined import outlined
from atlas.export.rendered import rendered
from atlas.language import Language
from atlas.maps.static_map import static_map
from atlas.views.bar_ends import two_ends
from atlas.views.pictures import BarPicture, MapPicture, Picture

MAP_SHAPE = 0.72
CHART_SHAPE = 0.5
"""Height to width, where a picture's height does not follow from its rows."""
TALLEST, TALLEST_MAP = 420, 620
_NAMES = re.compile(r'(id="|url\(#)(clip|gradient)')


@dataclass(frozen=True, slots=True)
class Drawing:
    """SVG elements in a box of pixels from the top left."""

    elements: str
    width: float
    height: float


def drawing(
    divisions: Divisions,
    picture: Picture,
    width: int,
    language: Language,
    *,
    named: str = "p",
    with_names: bool = True,
) -> Drawing:
    """A picture `width` pixels wide, its texts as outlines; `named` keeps what two drawings define apart.

    `with_names` says whether a map has the names of its units on it.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    spec = _spec(divisions, picture, width, language, with_names)
    found = rendered(spec)
    body = _NAMES.sub(rf"\1{named}-\2", found.elements)
    return Drawing(outlined(body), found.width, found.height)


def _spec(
    divisions: Divisions, picture: Picture, width: int, language: Language, with_names: bool
) -> dict[str, Any]:
    if isinstance(picture, MapPicture):
        height = round(min(width * MAP_SHAPE, TALLEST_MAP))
        return static_map(divisions, picture, width=width, height=height, named=with_names)
    if isinstance(picture, BarPicture):
        return chart_spec(replace(two_ends(picture, language), note=""), width=width)
    return chart_spec(picture, width=width, height=round(min(width * CHART_SHAPE, TALLEST)))

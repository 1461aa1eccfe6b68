"""A picture as a drawing for the brief: its letters stay letters, which can be searched and copied."""

import re
from dataclasses import dataclass
from typing import Any

from atlas.charts.chart_spec import chart_spec
from atlas.divisions import Divisions
from atlas.export.font import FAMILY
from atlas.export.rendered import rendered
from atlas.maps.static_map import static_map
from atlas.views.pictures import BarPicture, MapPicture, Picture

WIDTH, HALF = 680, 330
"""Pixels of a drawing across the page, and across half of it."""
_MAP, _CHART = 0.6, 0.46
"""Height to width, where a picture's height does not follow from its rows."""
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
    found = rendered(_spec(divisions, picture, HALF if small else WIDTH, named=not small))
    svg = _FAMILIES.sub(f'font-family="{FAMILY}"', found.svg)
    return Drawn(svg, found.height / found.width)


def _spec(divisions: Divisions, picture: Picture, width: int, *, named: bool) -> dict[str, Any]:
    if isinstance(picture, MapPicture):
        return static_map(divisions, picture, width=width, height=round(width * _MAP), named=named)
    # Rows are as high as they are on the page; other charts have a height of their own.
    height = None if isinstance(picture, BarPicture) else round(width * _CHART)
    return chart_spec(picture, width=width, height=height)

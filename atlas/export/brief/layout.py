"""Which pictures of a view stand on which page of the brief: one below the other, small maps in pairs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from atlas.export.arrangement import is_empty
from atlas.views.pictures import BarPicture, MapPicture, Picture, SpinePicture

PAGE = 185.0
"""Millimetres that pictures have on a page, as a rule; a page scales its drawings to what is really left."""
SQUEEZE = 1.25
"""How much more may stand on a page before a picture goes on the next: type stays legible."""
LONG_RANKING = 14
"""More bars than this are printed as a list with bars in it: a chart of them would fill the page."""
MOST_LISTED = 120
COLUMNS = 3
_LINE, _SPINE_ROW = 4.6, 8.5
_MAP, _SMALL_MAP, _CHART = 105.0, 58.0, 80.0


@dataclass(frozen=True, slots=True)
class Strip:
    """Pictures side by side across the page: one, or up to `ACROSS` small maps."""

    pictures: tuple[Picture, ...]
    height: float

    @property
    def is_small(self) -> bool:
        """Whether its maps are small ones that share a legend."""
        return len(self.pictures) > 1


ACROSS = 2


def is_list(picture: Picture) -> bool:
    """Whether bars are printed as a list."""
    return isinstance(picture, BarPicture) and len(picture.bars) > LONG_RANKING


def pages(pictures: Sequence[Picture]) -> tuple[tuple[Strip, ...], ...]:
    """The strips page by page, in the order of the pictures; empty pictures are left out."""
    found: list[list[Strip]] = []
    room = 0.0
    for strip in _strips([picture for picture in pictures if not is_empty(picture)]):
        if not found or strip.height > room:
            found.append([])
            room = PAGE * SQUEEZE
        found[-1].append(strip)
        room -= strip.height
    return tuple(map(tuple, found))


def _strips(pictures: Sequence[Picture]) -> list[Strip]:
    strips: list[Strip] = []
    for maps, group in groupby(pictures, key=lambda picture: isinstance(picture, MapPicture)):
        run = tuple(group)
        if maps and len(run) > 1:
            strips += [Strip(run[at : at + ACROSS], _SMALL_MAP) for at in range(0, len(run), ACROSS)]
        else:
            strips += [Strip((picture,), _height(picture)) for picture in run]
    return strips


def _height(picture: Picture) -> float:
    match picture:
        case MapPicture():
            return _MAP
        case BarPicture() if is_list(picture):
            return ceil(min(len(picture.bars), MOST_LISTED) / COLUMNS) * _LINE + 10
        case SpinePicture():
            return 15 + _SPINE_ROW * len(picture.rows)
        case _:
            return _CHART

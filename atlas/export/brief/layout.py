"""Which pictures of a view stand on which page of the brief: one below the other, sets in pairs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from atlas.export.arrangement import is_empty
from atlas.views.bar_ends import both_ends
from atlas.views.lettering import room_for, wrapped
from atlas.views.pictures import Bar, BarPicture, LinePicture, MapPicture, Picture, SpinePicture

PAGE = 185.0
"""Millimetres that pictures have on a page, as a rule; a page scales its drawings to what is really left."""
SQUEEZE = 1.25
"""How much more may stand on a page before a picture goes on the next: type stays legible."""
LONG_RANKING = 14
"""More bars than this are printed as a list with bars in it: a chart of them would fill the page."""
MOST_LISTED = 120
COLUMNS = 3
_LINE, _SPINE_ROW = 4.6, 8.5
_MORE = 3.4
"""Millimetres that each further line of a long name takes."""
_TYPE, _NAME = 7.5, 128.0
"""The type of a list, and the room for a name and its value in a column, in points."""
_MAP, _CHART = 105.0, 80.0
_SMALL: dict[type[Picture], float] = {MapPicture: 58.0, LinePicture: 50.0}
"""Of these several make a set."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Pictures side by side across the page: one, or up to `ACROSS` small ones of a set.

    The last of a set may stand alone and is as small as the others.
    """

    pictures: tuple[Picture, ...]
    height: float
    is_small: bool = False

    @property
    def is_small_maps(self) -> bool:
        """Whether it holds maps that share a legend with those of the next."""
        return self.is_small and isinstance(self.pictures[0], MapPicture)


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
    for kind, group in groupby(pictures, key=type):
        run = tuple(group)
        if kind in _SMALL and len(run) > 1:
            height = _SMALL[kind]
            strips += [
                Strip(run[at : at + ACROSS], height, is_small=True) for at in range(0, len(run), ACROSS)
            ]
        else:
            strips += [Strip((picture,), _height(picture)) for picture in run]
    return strips


def _height(picture: Picture) -> float:
    match picture:
        case MapPicture():
            return _MAP
        case BarPicture() if is_list(picture):
            return _list_height(picture) + 10
        case SpinePicture():
            return 15 + _SPINE_ROW * len(picture.rows)
        case _:
            return _CHART


def _list_height(picture: BarPicture) -> float:
    """Of the highest column: a name too long for its column goes on in another line."""
    bars = picture.bars
    if len(bars) > MOST_LISTED:
        bars = both_ends(bars, MOST_LISTED // 2)
    lines = ceil(len(bars) / COLUMNS)
    return max(sum(map(_row_height, bars[at : at + lines])) for at in range(0, len(bars), lines))


def _row_height(bar: Bar) -> float:
    room = _NAME - room_for(bar.text, _TYPE)
    return _LINE + _MORE * (max(1, len(wrapped(bar.name, room, _TYPE))) - 1)

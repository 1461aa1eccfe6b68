"""Which pictures of a view stand together on a slide or a printed page."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from math import ceil

from atlas.views.pictures import BarPicture, MapPicture, Picture, SpinePicture, TilePicture, WaterfallPicture

MOST_MAPS = 8
_LONG_SPINE, _LONG_WATERFALL = 14, 7


def sheets(pictures: Sequence[Picture]) -> tuple[tuple[Picture, ...], ...]:
    """The pictures sheet by sheet: maps that follow one another stand together, others in pairs.

    A picture that needs the whole width stands alone. Empty pictures are left out.
    """
    found: list[tuple[Picture, ...]] = []
    shown = [part for picture in pictures if not is_empty(picture) for part in _in_parts(picture)]
    for maps, group in groupby(shown, key=_is_map):
        run = list(group)
        if maps and len(run) > 1:
            found += [tuple(run[at : at + MOST_MAPS]) for at in range(0, len(run), MOST_MAPS)]
        else:
            found += [(picture,) for picture in run]
    return tuple(_paired(found))


def is_empty(picture: Picture) -> bool:
    """Whether there is nothing to draw: a chart without a mark is a frame around nothing."""
    match picture:
        case MapPicture():
            return not picture.units
        case TilePicture():
            return not picture.tiles
        case BarPicture():
            return not picture.bars
        case SpinePicture():
            return not any(row.marks for row in picture.rows)
        case WaterfallPicture():
            return not picture.steps
        case _:
            return not (
                picture.dots if hasattr(picture, "dots") else any(line.points for line in picture.lines)
            )


def _paired(found: list[tuple[Picture, ...]]) -> list[tuple[Picture, ...]]:
    """Pictures of half a width take the place beside the one before them that has none yet."""
    pairs: list[tuple[Picture, ...]] = []
    waiting: int | None = None
    for sheet in found:
        if len(sheet) > 1 or _is_wide(sheet[0]):
            pairs.append(sheet)
        elif waiting is None:
            waiting = len(pairs)
            pairs.append(sheet)
        else:
            pairs[waiting] = (*pairs[waiting], *sheet)
            waiting = None
    return pairs


def _is_map(picture: Picture) -> bool:
    return isinstance(picture, MapPicture | TilePicture)


def _is_wide(picture: Picture) -> bool:
    return isinstance(picture, SpinePicture) or (
        isinstance(picture, WaterfallPicture) and len(picture.steps) > _LONG_WATERFALL
    )


def _in_parts(picture: Picture) -> Iterable[Picture]:
    """A spine too long to be read goes on on the next sheet."""
    if not isinstance(picture, SpinePicture):
        return (picture,)
    rows = [row for row in picture.rows if row.marks]
    parts = ceil(len(rows) / _LONG_SPINE)
    size = ceil(len(rows) / parts)
    return (replace(picture, rows=tuple(rows[at : at + size])) for at in range(0, len(rows), size))

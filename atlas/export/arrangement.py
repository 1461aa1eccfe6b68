"""Which pictures of a view stand together on a slide or a printed page."""

from collections.abc import Sequence
from itertools import groupby

from atlas.views.pictures import BarPicture, MapPicture, Picture, SpinePicture, TilePicture, WaterfallPicture

MOST_MAPS = 8
_LONG_SPINE, _LONG_WATERFALL = 6, 10


def sheets(pictures: Sequence[Picture]) -> tuple[tuple[Picture, ...], ...]:
    """The pictures sheet by sheet, in their order: three or more maps in a row make a grid, others pairs.

    A picture that needs the whole width stands alone. Empty pictures are left out.
    """
    found: list[tuple[Picture, ...]] = []
    shown = [picture for picture in pictures if not is_empty(picture)]
    for maps, group in groupby(shown, key=_is_map):
        run = list(group)
        if maps and len(run) > 2:
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
    pairs: list[tuple[Picture, ...]] = []
    for sheet in found:
        alone = len(sheet) > 1 or _is_wide(sheet[0])
        if pairs and not alone and len(pairs[-1]) == 1 and not _is_wide(pairs[-1][0]):
            pairs[-1] = (*pairs[-1], *sheet)
        else:
            pairs.append(sheet)
    return pairs


def _is_map(picture: Picture) -> bool:
    return isinstance(picture, MapPicture | TilePicture)


def _is_wide(picture: Picture) -> bool:
    return (isinstance(picture, SpinePicture) and len(picture.rows) > _LONG_SPINE) or (
        isinstance(picture, WaterfallPicture) and len(picture.steps) > _LONG_WATERFALL
    )

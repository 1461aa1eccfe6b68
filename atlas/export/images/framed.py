"""A picture with its title and unit over it, and its key and notes under it."""

from collections.abc import Iterable

from atlas.divisions import Divisions
from atlas.export.images.column import Column
from atlas.export.images.drawing import Drawing, drawing
from atlas.export.images.key import key_of
from atlas.language import Language
from atlas.views.bar_ends import two_ends
from atlas.views.palette import INK, SECONDARY
from atlas.views.pictures import (
    BarPicture,
    FunnelPicture,
    LinePicture,
    MapPicture,
    Picture,
    SpinePicture,
    TilePicture,
    WaterfallPicture,
)

TEXT, SMALL = 14, 11


def framed(
    divisions: Divisions, picture: Picture, heading: str, width: int, language: Language, named: str
) -> Drawing:
    """The picture `width` pixels wide under `heading`; `named` keeps what two drawings define apart."""
    column = Column(width)
    column.write(heading, TEXT, INK, bold=True)
    if isinstance(picture, BarPicture | WaterfallPicture):
        column.write(picture.unit, SMALL, SECONDARY)
    column.leave(6 if column.height else 0)
    column.put((0, drawing(divisions, picture, width, language, named=named)))
    if isinstance(picture, MapPicture | TilePicture):
        column.leave(10)
        column.put((0, key_of(picture.legend_title, picture.legend, width)))
    for note in _notes(picture, language):
        column.leave(4)
        column.write(note, SMALL, SECONDARY)
    return column.drawing()


def _notes(picture: Picture, language: Language) -> Iterable[str]:
    """What is to be said about a picture; what is said about maps stands among the facts."""
    match picture:
        case BarPicture():
            shown = two_ends(picture, language)
            return [each for each in (shown.note, picture.interval) if each]
        case SpinePicture() | FunnelPicture() | WaterfallPicture():
            return [picture.note] if picture.note else []
        case LinePicture():
            return [
                language.text("{label}: {text}", label=each.when, text=each.text) for each in picture.breaks
            ]
        case _:
            return []

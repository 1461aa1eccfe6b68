"""Pictures as images of their own for a screen of any size: one with all it says, or one of a set of maps."""

from dataclasses import replace

from atlas.divisions import Divisions
from atlas.export.images.column import Column
from atlas.export.images.drawing import Drawing, drawing
from atlas.export.images.framed import TEXT, framed
from atlas.export.images.key import key_of
from atlas.language import Language
from atlas.views.palette import INK
from atlas.views.pictures import MapPicture, Picture, TilePicture


def picture_svg(divisions: Divisions, picture: Picture, width: int, language: Language) -> str:
    """The picture, its unit, its key and its notes, as a drawing that fills whatever box it is put into.

    Letters are outlines; `width` decides how large they are beside the drawing.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    return _svg(framed(divisions, picture, "", width, language, "p"))


def small_map_svg(
    divisions: Divisions, picture: MapPicture | TilePicture, width: int, language: Language
) -> str:
    """A map under its name, without names of its units and without the key that it shares with others.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    column = Column(width)
    column.write(picture.title, TEXT, INK, bold=True)
    column.leave(4)
    column.put((0, drawing(divisions, picture, width, language, with_names=False)))
    return _svg(column.drawing())


def shared_key_svg(picture: MapPicture | TilePicture, width: int) -> str:
    """The key of a set of maps, without the counts of any of them."""
    rows = [replace(row, count="") for row in picture.legend]
    return _svg(key_of(picture.legend_title, rows, width))


def _svg(shown: Drawing) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{shown.width:.0f}" height="{shown.height:.0f}" '
        f'viewBox="0 0 {shown.width:.0f} {shown.height:.0f}">{shown.elements}</svg>'
    )

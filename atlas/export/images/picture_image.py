"""One picture alone as an image, with its unit, its key and its notes, for a screen of any size."""

from atlas.divisions import Divisions
from atlas.export.images.framed import framed
from atlas.language import Language
from atlas.views.pictures import Picture


def picture_svg(divisions: Divisions, picture: Picture, width: int, language: Language) -> str:
    """The picture as an SVG drawing that fills whatever box it is put into; letters are outlines.

    `width` decides how large its letters are beside its drawing.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    shown = framed(divisions, picture, "", width, language, "p")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{shown.width:.0f}" height="{shown.height:.0f}" '
        f'viewBox="0 0 {shown.width:.0f} {shown.height:.0f}">{shown.elements}</svg>'
    )

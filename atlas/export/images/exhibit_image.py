"""An exhibit as an image: title, sentence, pictures, and under them what must be said with them."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby

import vl_convert

from atlas.divisions import Divisions
from atlas.export.images.column import Column
from atlas.export.images.drawing import Drawing
from atlas.export.images.framed import SMALL, TEXT, framed
from atlas.export.legible import legible
from atlas.export.said import address, facts_of, invented_in_file
from atlas.language import Language
from atlas.views.exhibit import Exhibit
from atlas.views.palette import INK, SECONDARY
from atlas.views.pictures import (
    BarPicture,
    MapPicture,
    Picture,
    SpinePicture,
    TilePicture,
    WaterfallPicture,
)

WIDTH = 1200
EDGE = 36
GAP = 32
INNER = WIDTH - 2 * EDGE
BESIDE_MAP = (0.62, 0.38)
"""A map and the bars beside it share a row so."""
HALVES = (0.5, 0.5)
WIDE = (SpinePicture, WaterfallPicture, TilePicture, BarPicture)
"""Kinds that need the whole width."""
SCALE = 2.0
"""Pixels of a PNG to each of the drawing: sharp on a slide."""
TITLE = 22
WARNING, WARNING_INK = "#FFF1E8", "#8A2F08"


def exhibit_png(svg: str, scale: float = SCALE) -> bytes:
    """The image of `exhibit_svg` in pixels; needs no font, for its letters are outlines."""
    return bytes(vl_convert.svg_to_png(svg, scale=scale))


def exhibit_svg(
    divisions: Divisions, exhibit: Exhibit, base: str, language: Language, only: int | None = None
) -> str:
    """The exhibit as an SVG drawing; `only` is the place of a picture that shall stand alone.

    `base` is the address of the atlas, which the way back to the view begins with.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    pictures = exhibit.pictures if only is None else (exhibit.pictures[only],)
    column = Column(INNER)
    if invented := invented_in_file([exhibit], language):
        column.warn(invented, TEXT, WARNING_INK, WARNING)
        column.leave(12)
    column.write(exhibit.title, TITLE, INK, bold=True)
    column.write(exhibit.sentence, TEXT, INK)
    column.leave(GAP / 2)
    for number, row in enumerate(_rows(pictures)):
        column.put(*_row(divisions, exhibit, row, number, language))
        column.leave(GAP)
    column.rule()
    column.leave(8)
    for fact in facts_of(exhibit, language):
        column.write(language.text("{label}: {text}", label=fact.label, text=fact.text), SMALL, SECONDARY)
    column.write(address(exhibit, base, language), SMALL, SECONDARY)
    return _page(column.drawing(), exhibit)


def _page(content: Drawing, exhibit: Exhibit) -> str:
    """The content with white around it; title and sentence stay readable for programs."""
    width, height = round(content.width + 2 * EDGE), round(content.height + 2 * EDGE)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">'
        f"<title>{escape(legible(exhibit.title))}</title><desc>{escape(legible(exhibit.sentence))}</desc>"
        f'<rect width="{width}" height="{height}" fill="#FFFFFF"/>'
        f'<g transform="translate({EDGE},{EDGE})">{content.elements}</g></svg>'
    )


def _rows(pictures: Sequence[Picture]) -> Iterable[tuple[Picture, ...]]:
    """Pictures of one kind stand two in a row, a map has its bars beside it, others a row of their own."""
    kinds = [type(picture) for picture in pictures]
    if kinds == [MapPicture, BarPicture]:
        yield tuple(pictures)
        return
    for kind, group in groupby(pictures, type):
        alike = tuple(group)
        if issubclass(kind, WIDE) or len(alike) == 1:
            yield from ((picture,) for picture in alike)
        else:
            yield from (alike[at : at + 2] for at in range(0, len(alike), 2))


def _row(
    divisions: Divisions, exhibit: Exhibit, row: tuple[Picture, ...], number: int, language: Language
) -> list[tuple[float, Drawing]]:
    """The drawings of a row, each with its distance from the left."""
    alike = sum(type(each) is type(row[0]) for each in exhibit.pictures)
    shares = _shares(row, of_many=alike > 1 and not isinstance(row[0], WIDE))
    room = INNER - GAP * (shares != (1.0,))
    placed, left = [], 0.0
    for place, (picture, share) in enumerate(zip(row, shares, strict=True)):
        width = round(room * share)
        heading = picture.title if picture.title != exhibit.title else ""
        whole = framed(divisions, picture, heading, width, language, f"r{number}p{place}")
        placed.append((left, whole))
        left += width + GAP
    return placed


def _shares(row: tuple[Picture, ...], of_many: bool) -> tuple[float, ...]:
    if len(row) == 1:
        return HALVES[:1] if of_many else (1.0,)
    return HALVES if type(row[0]) is type(row[1]) else BESIDE_MAP

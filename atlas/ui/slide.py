"""What a meeting sees of a pinned view; kept, so that going back and forth costs nothing."""

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from atlas.datasets import Dataset
from atlas.export.images.picture_image import picture_svg, shared_key_svg, small_map_svg
from atlas.language import Language
from atlas.office_time import today
from atlas.views.bar_ends import two_ends
from atlas.views.exhibit import Exhibit
from atlas.views.exhibits import exhibit_of
from atlas.views.pictures import BarPicture, LinePicture, MapPicture, Picture, SpinePicture, TilePicture
from atlas.views.pins import Pin
from atlas.workspace import Workspace

BESIDE = (620, 420)
FEW_BESIDE = (460, 420)
HALVES = (700, 700)
ALONE = (860,)
"""Pixels: the wider a drawing is made, the smaller its letters are once it fills its place on the screen."""
FEW_BARS = 8
"""As many bars leave room for larger letters."""
MAP, MAPS, KEY = 240, 740, 520
MOST_MAPS = 4
MOST_ROWS = 14
MOST_BARS, BAR_ENDS = 22, 10
"""What can be read from afar: more bars than this are cut to so many at both ends."""
COLOURED = ("class", "circle")
"""How a key shows that there are values."""


@dataclass(frozen=True, slots=True)
class SlideImage:
    """An address that holds a whole image, and what is read to those who do not see it."""

    address: str
    said: str


@dataclass(frozen=True, eq=False)
class Slide:
    """An exhibit with its most important picture and the one beside it.

    `halves` says that the two of them share the screen evenly. `maps` stand under the first of them, with one
    `key` for all.
    """

    exhibit: Exhibit
    images: tuple[SlideImage, ...]
    halves: bool
    maps: tuple[SlideImage, ...] = ()
    key: SlideImage | None = None


def slide_of(workspace: Workspace, pin: Pin, language: Language) -> Slide:
    """The slide of a pinned view.

    Raises:
        AtlasError: whatever the view itself would say.
    """
    versions = tuple(workspace.version(dataset) for dataset in Dataset if workspace.is_made(dataset))
    return _slide(workspace, pin, language, versions, today())


@lru_cache(maxsize=96)
def _slide(
    workspace: Workspace, pin: Pin, language: Language, _versions: tuple[str, ...], _day: date
) -> Slide:
    exhibit = exhibit_of(workspace, pin, language)
    shown = [_readable(picture, language) for picture in shown_pictures(exhibit.pictures)]
    halves = len(shown) == 2 and type(shown[0]) is type(shown[1])
    widths = HALVES if halves else _widths(shown)
    divisions = workspace.divisions
    said = (exhibit.sentence, *(picture.title for picture in shown[1:]))
    images = tuple(
        _image(picture_svg(divisions, picture, width, language), words)
        for picture, width, words in zip(shown, widths, said, strict=False)
    )
    maps = maps_of_a_set(exhibit.pictures)
    if not maps:
        return Slide(exhibit, images, halves)
    width = min(MAP, MAPS // len(maps))
    small = tuple(_image(small_map_svg(divisions, each, width, language), each.title) for each in maps)
    return Slide(exhibit, images, halves, small, _image(shared_key_svg(maps[0], KEY)))


def _image(svg: str, said: str = "") -> SlideImage:
    return SlideImage(f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}", said)


def maps_of_a_set(pictures: Sequence[Picture]) -> tuple[MapPicture | TilePicture, ...]:
    """The maps that are seen together, such as those of each place compared.

    None where they are too many to be read from afar, or where there is nothing on any of them.
    """
    maps = tuple(picture for picture in pictures if isinstance(picture, MapPicture | TilePicture))
    coloured = any(row.look in COLOURED for each in maps for row in each.legend)
    return maps if coloured and 1 < len(maps) <= MOST_MAPS else ()


def _widths(shown: Sequence[Picture]) -> tuple[int, ...]:
    if len(shown) < 2:
        return ALONE
    first = shown[0]
    return FEW_BESIDE if isinstance(first, BarPicture) and len(first.bars) <= FEW_BARS else BESIDE


def _readable(picture: Picture, language: Language) -> Picture:
    if isinstance(picture, BarPicture):
        return two_ends(picture, language, MOST_BARS, BAR_ENDS)
    return picture


def shown_pictures(pictures: Sequence[Picture]) -> tuple[Picture, ...]:
    """The first picture and one beside it: never one of a set.

    Of a profile the whole spine is seen; with more rows than can be read from afar it stands in two columns.
    """
    if not pictures:
        return ()
    first = pictures[0]
    if isinstance(first, SpinePicture):
        parts = [picture for picture in pictures if isinstance(picture, SpinePicture)]
        first = replace(parts[-1], rows=tuple(row for part in parts for row in part.rows))
        if len(first.rows) > MOST_ROWS:
            return _columns(first)
    kinds = Counter(type(picture) for picture in pictures)
    single = [other for other in pictures[1:] if kinds[type(other)] == 1]
    # Beside bars the question is whether it is getting better.
    single.sort(key=lambda other: not isinstance(other, LinePicture))
    return first, *single[:1]


def _columns(spine: SpinePicture) -> tuple[SpinePicture, SpinePicture]:
    middle = -(-len(spine.rows) // 2)
    return replace(spine, rows=spine.rows[:middle], note=""), replace(spine, rows=spine.rows[middle:])

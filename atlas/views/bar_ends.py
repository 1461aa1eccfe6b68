"""Bars that are too many to read are cut to the two ends, and say so."""

from dataclasses import replace

from atlas.language import Language
from atlas.views.pictures import BarPicture

LONGEST = 40
ENDS = 12


def two_ends(picture: BarPicture, language: Language, longest: int = LONGEST, ends: int = ENDS) -> BarPicture:
    """The picture itself, or its `ends` highest and lowest where it has more than `longest` bars."""
    if len(picture.bars) <= longest:
        return picture
    note = language.text(
        "The {count} highest and the {count} lowest of {all}",
        count=ends,
        all=language.number(len(picture.bars)),
    )
    return replace(picture, bars=(*picture.bars[:ends], *picture.bars[-ends:]), note=note)

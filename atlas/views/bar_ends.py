"""Bars that are too many to read are cut to the two ends, and say so."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from atlas.language import Language
from atlas.views.map_pictures import bar_picture
from atlas.views.map_view import MapView
from atlas.views.pictures import BarPicture
from atlas.views.unit_names import told_apart
from atlas.workspace import Workspace

T = TypeVar("T")

LONGEST = 40
ENDS = 12


def two_ends(picture: BarPicture, language: Language, longest: int = LONGEST, ends: int = ENDS) -> BarPicture:
    """The picture itself, or its `ends` highest and lowest where it has more than `longest` bars."""
    if len(picture.bars) <= longest:
        return picture
    note = _note(len(picture.bars), ends, language)
    return replace(picture, bars=both_ends(picture.bars, ends), note=note)


def ranked_ends(workspace: Workspace, view: MapView, language: Language) -> BarPicture:
    """What `two_ends` makes of the bars of a view; of thousands of units only those shown become bars."""
    if len(view.ranked) <= LONGEST:
        return told_apart(workspace, view, bar_picture(view, language), language)
    ends = bar_picture(replace(view, ranked=both_ends(view.ranked, ENDS)), language)
    picture = told_apart(workspace, view, ends, language)
    return replace(picture, note=_note(len(view.ranked), ENDS, language))


def both_ends(ranked: Sequence[T], ends: int) -> tuple[T, ...]:
    """The first and the last of a ranking, as many of each."""
    return (*ranked[:ends], *ranked[-ends:])


def _note(count: int, ends: int, language: Language) -> str:
    return language.text(
        "The {count} highest and the {count} lowest of {all}", count=ends, all=language.number(count)
    )

"""The slides of one view: title, sentence, pictures, and a foot that says what one looks at."""

from typing import Any

from atlas.export.arrangement import sheets
from atlas.export.slides.box import Box
from atlas.export.slides.data_table import data_table
from atlas.export.slides.drawing import Caption, Drawing
from atlas.export.slides.foot import view_foot
from atlas.export.slides.head import head
from atlas.export.slides.notes import speaker_note
from atlas.export.slides.sheet_shapes import sheet_shapes
from atlas.export.slides.table_slides import long_rankings, ranking_table, view_table
from atlas.export.slides.template import add_slide
from atlas.language import Language
from atlas.views.exhibit import Exhibit
from atlas.views.palette import SECONDARY
from atlas.workspace import Workspace

_PICTURES = Box(0.55, 1.74, 12.23, 4.84)


def view_slides(workspace: Workspace, deck: Any, exhibit: Exhibit, base: str, language: Language) -> None:
    """Add the slide of an exhibit, and more where its pictures do not fit on one.

    Raises:
        AtlasError: a boundary file is missing or damaged.
    """
    shown = sheets(exhibit.pictures)
    for place, pictures in enumerate(shown):
        slide = _slide(deck, exhibit, base, place, language)
        sheet_shapes(workspace, slide, _PICTURES, pictures, exhibit.title, language)
    for place, ranking in enumerate(long_rankings(exhibit.pictures), len(shown)):
        slide = _slide(deck, exhibit, base, place, language)
        headings, rows = ranking_table(ranking, language)
        data_table(slide, _PICTURES, headings, rows, right=range(2, len(headings), 4), size=8)
    if not shown:
        _without_pictures(_slide(deck, exhibit, base, 0, language), exhibit, language)


def _slide(deck: Any, exhibit: Exhibit, base: str, place: int, language: Language) -> Any:
    slide = add_slide(deck)
    title = exhibit.title
    if place:
        title = language.text("{title} ({number})", title=title, number=language.number(place + 1))
    head(slide, title, exhibit.sentence, language, invented=exhibit.invented)
    view_foot(slide, exhibit, base, language)
    speaker_note(slide, exhibit, base, language)
    return slide


def _without_pictures(slide: Any, exhibit: Exhibit, language: Language) -> None:
    """A view that draws nothing shows the head of its table, or says that there is nothing."""
    words = Drawing(slide, language.text("Table"))
    if not len(exhibit.table.columns) or not len(exhibit.table):
        nothing = language.text("There are no figures in this view.")
        words.words(_PICTURES.head(0.4), Caption(nothing, 14, SECONDARY), anchor="t")
    else:
        (headings, rows), said = view_table(exhibit, language)
        data_table(slide, _PICTURES.head(_PICTURES.height - 0.3), headings, rows)
        words.words(
            Box(_PICTURES.left, _PICTURES.bottom - 0.24, _PICTURES.width, 0.24), Caption(said, 9, SECONDARY)
        )
    words.place()

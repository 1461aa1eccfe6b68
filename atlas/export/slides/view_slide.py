"""The slide of one view: title, sentence, pictures, and a foot that says what one looks at."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

from atlas.export.legible import legible
from atlas.export.said import address, facts_of
from atlas.export.slides.box import Box
from atlas.export.slides.drawing import Drawing, Look
from atlas.export.slides.map_shapes import map_shapes
from atlas.export.slides.template import TITLE, add_slide
from atlas.export.slides.texts import fitting, slide_number, text_box, write
from atlas.language import Language
from atlas.views.exhibit import Exhibit
from atlas.views.palette import ACCENT, HAIRLINE, INK, SECONDARY
from atlas.views.pictures import MapPicture, Picture
from atlas.workspace import Workspace

_SENTENCE = Box(0.55, 0.98, 12.23, 0.6)
_PICTURES = Box(0.55, 1.72, 12.23, 4.82)
_MARK = Box(11.3, 0.47, 1.48, 0.3)
_FOOT = Box(0.55, 6.76, 10.9, 0.56)
_LINK = Box(11.55, 6.76, 1.23, 0.56)


def view_slide(workspace: Workspace, deck: Any, exhibit: Exhibit, base: str, language: Language) -> None:
    """Add the slide of an exhibit."""
    slide = add_slide(deck)
    _head(slide, exhibit, language)
    _pictures(workspace, slide, exhibit.pictures, language)
    _foot(slide, exhibit, base, language)
    _notes(slide, exhibit, base, language)


def _head(slide: Any, exhibit: Exhibit, language: Language) -> None:
    title = slide.shapes.title.text_frame
    title.word_wrap = True
    title.vertical_anchor = MSO_ANCHOR.MIDDLE
    title.margin_left = title.margin_right = title.margin_top = title.margin_bottom = 0
    write(title.paragraphs[0], exhibit.title, fitting(exhibit.title, TITLE, (24, 20, 16, 13)), INK, bold=True)
    sentence = text_box(slide, _SENTENCE, language.text("Sentence"))
    size = fitting(exhibit.sentence, _SENTENCE, (15, 14, 13, 12, 11, 10, 9))
    write(sentence.paragraphs[0], exhibit.sentence, size, INK)
    if exhibit.invented:
        mark = text_box(slide, _MARK, language.text("Invented figures"), anchor=MSO_ANCHOR.MIDDLE)
        mark.paragraphs[0].alignment = PP_ALIGN.RIGHT
        write(mark.paragraphs[0], language.text("Invented figures"), 12, ACCENT, bold=True)


def _pictures(workspace: Workspace, slide: Any, pictures: tuple[Picture, ...], language: Language) -> None:
    for picture in pictures:
        if isinstance(picture, MapPicture):
            map_shapes(workspace, slide, _PICTURES.columns((1.6, 1), 0.3)[0], picture, language)


def _foot(slide: Any, exhibit: Exhibit, base: str, language: Language) -> None:
    line = Drawing(slide, language.text("Line"))
    line.line(
        [(_FOOT.left, _FOOT.top - 0.08), (_LINK.right, _FOOT.top - 0.08)], Look(edge=HAIRLINE, width=0.75), ""
    )
    line.place()
    frame = text_box(slide, _FOOT, language.text("Facts"))
    facts = facts_of(exhibit, language)
    whole = "   ".join(f"{fact.label} {fact.text}" for fact in facts)
    size = fitting(whole, _FOOT, (9, 8.5, 8, 7.5, 7, 6.5))
    for place, fact in enumerate(facts):
        gap = "    " if place else ""
        write(frame.paragraphs[0], f"{gap}{fact.label} ", size, SECONDARY)
        write(frame.paragraphs[0], fact.text, size, INK)
    side = text_box(slide, _LINK, language.text("Link"))
    side.paragraphs[0].alignment = PP_ALIGN.RIGHT
    write(side.paragraphs[0], language.text("Open this view"), 9, link=address(exhibit, base, language))
    slide_number(side.add_paragraph(), 9)


def _notes(slide: Any, exhibit: Exhibit, base: str, language: Language) -> None:
    facts = [f"{fact.label}: {fact.text}" for fact in facts_of(exhibit, language)]
    link = f"{language.text('Link')}: {address(exhibit, base, language)}"
    mark = (
        [language.text("Demonstration: every figure in this file is invented.")] if exhibit.invented else []
    )
    text = "\n".join([*mark, exhibit.sentence, "", *facts, link])
    slide.notes_slide.notes_text_frame.text = legible(text)

"""The foot of every slide: what one looks at, the way back to the page, the slide's number."""

from typing import Any

from pptx.enum.text import PP_ALIGN

from atlas.export.said import address, facts_of
from atlas.export.slides.box import Box
from atlas.export.slides.drawing import Drawing, Look
from atlas.export.slides.texts import fitting, slide_number, text_box, write
from atlas.language import Language
from atlas.views.exhibit import Exhibit
from atlas.views.palette import HAIRLINE, INK, SECONDARY

_FACTS = Box(0.55, 6.74, 10.7, 0.6)
_LINK = Box(11.4, 6.74, 1.38, 0.6)
_SIZES = (9, 8.5, 8, 7.5, 7, 6.5, 6)


def view_foot(slide: Any, exhibit: Exhibit, base: str, language: Language) -> None:
    """The facts of a view and the link to it."""
    facts = facts_of(exhibit, language)
    foot_line(slide, language)
    frame = text_box(slide, _FACTS, language.text("Facts"))
    whole = "    ".join(f"{fact.label} {fact.text}" for fact in facts)
    size = fitting(whole, _FACTS, _SIZES)
    for place, fact in enumerate(facts):
        gap = "    " if place else ""
        write(frame.paragraphs[0], f"{gap}{fact.label} ", size, SECONDARY)
        write(frame.paragraphs[0], fact.text, size, INK)
    link_foot(slide, language.text("Open this view"), address(exhibit, base, language), language)


def foot_line(slide: Any, language: Language) -> None:
    """The hairline above the foot."""
    line = Drawing(slide, language.text("Line"))
    ends = [(_FACTS.left, _FACTS.top - 0.07), (_LINK.right, _FACTS.top - 0.07)]
    line.line(ends, Look(edge=HAIRLINE, width=0.75), language.text("Line"))
    line.place()


def link_foot(slide: Any, words: str, link: str, language: Language) -> None:
    """A link, and the number of the slide below it."""
    side = text_box(slide, _LINK, language.text("Link"))
    side.paragraphs[0].alignment = PP_ALIGN.RIGHT
    write(side.paragraphs[0], words, 9, link=link)
    slide_number(side.add_paragraph(), 9)

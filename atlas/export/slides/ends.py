"""The first and the last slide of a deck."""

from collections.abc import Sequence
from typing import Any

from atlas.export.closing import closing_facts, kit_title, made_on
from atlas.export.said import invented_in_file
from atlas.export.slides.box import Box
from atlas.export.slides.drawing import Drawing, Look
from atlas.export.slides.foot import foot_line, link_foot
from atlas.export.slides.head import head
from atlas.export.slides.template import add_slide
from atlas.export.slides.texts import fitting, text_box, write
from atlas.language import Language
from atlas.views.exhibit import Exhibit
from atlas.views.palette import ACCENT, INK, SECONDARY, SEQUENTIAL

_BAR = Box(0.55, 2.35, 0.09, 1.5)
_TITLE = Box(0.85, 2.25, 11.6, 1.0)
_BELOW = Box(0.85, 3.3, 11.6, 0.5)
_LIST = Box(0.85, 4.2, 11.6, 2.3)
_FACTS = Box(0.55, 1.3, 12.23, 5.2)
_MOST_LISTED = 12


def title_slide(deck: Any, exhibits: Sequence[Exhibit], language: Language) -> None:
    """What the deck is, of which day, and its views."""
    slide = add_slide(deck)
    bar = Drawing(slide, language.text("Line"))
    bar.rectangle(_BAR, Look(SEQUENTIAL[3][2]), language.text("Line"))
    bar.place()
    title = kit_title(exhibits, language)
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = _TITLE.emu()
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = 0
    write(frame.paragraphs[0], title, fitting(title, _TITLE, (40, 34, 28, 22, 16)), INK, bold=True)
    below = text_box(slide, _BELOW, language.text("Line"))
    write(below.paragraphs[0], made_on(language), 16, SECONDARY)
    if invented := invented_in_file(exhibits, language):
        write(below.add_paragraph(), invented, 16, ACCENT, bold=True)
    if len(exhibits) > 1:
        _contents(slide, exhibits, language)


def _contents(slide: Any, exhibits: Sequence[Exhibit], language: Language) -> None:
    shown = [exhibit.title for exhibit in exhibits[:_MOST_LISTED]]
    left = len(exhibits) - len(shown)
    if left:
        shown.append(language.plural("and {count} more view", "and {count} more views", left))
    frame = text_box(slide, _LIST, language.text("Contents"))
    size = fitting("\n".join(shown), _LIST, (16, 14, 12, 11, 10))
    for place, title in enumerate(shown):
        paragraph = frame.paragraphs[0] if not place else frame.add_paragraph()
        write(paragraph, title, size, INK)


def closing_slide(deck: Any, exhibits: Sequence[Exhibit], base: str, language: Language) -> None:
    """Sources and methods."""
    slide = add_slide(deck)
    head(
        slide,
        language.text("Sources and methods"),
        "",
        language,
        invented=all(each.invented for each in exhibits),
    )
    facts = closing_facts(exhibits, language)
    frame = text_box(slide, _FACTS, language.text("Sources and methods"))
    whole = "\n".join(f"{fact.label}  {fact.text}" for fact in facts)
    size = fitting(whole, _FACTS, (13, 12, 11, 10, 9, 8, 7))
    for place, fact in enumerate(facts):
        paragraph = frame.paragraphs[0] if not place else frame.add_paragraph()
        write(paragraph, f"{fact.label}  ", size, SECONDARY)
        write(paragraph, fact.text, size, INK)
    foot_line(slide, language)
    link_foot(slide, language.text("Open the atlas"), f"{base.rstrip('/')}/", language)

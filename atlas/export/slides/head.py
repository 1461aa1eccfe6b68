"""The head of a slide: its title, what it says in a sentence, and whether its figures are invented."""

from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

from atlas.export.slides.box import Box
from atlas.export.slides.template import TITLE
from atlas.export.slides.texts import fitting, text_box, write
from atlas.language import Language
from atlas.views.palette import ACCENT, INK

_SENTENCE = Box(0.55, 1.0, 12.23, 0.62)
_BOLD = Box(TITLE.left, TITLE.top, TITLE.width * 0.9, TITLE.height)
"""Bold type is wider than the estimate of its width."""
_MARK = Box(10.9, 0.46, 1.88, 0.4)


def head(slide: Any, title: str, sentence: str, language: Language, *, invented: bool) -> None:
    """Fill title and sentence; invented figures are marked in the accent colour."""
    frame = slide.shapes.title.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    write(frame.paragraphs[0], title, fitting(title, _BOLD, (24, 22, 20, 17, 14, 11)), INK, bold=True)
    if sentence:
        said = text_box(slide, _SENTENCE, language.text("Sentence"))
        size = fitting(sentence, _SENTENCE, (15, 14, 13, 12, 11, 10, 9, 8))
        write(said.paragraphs[0], sentence, size, INK)
    if invented:
        words = language.text("Invented figures")
        mark = text_box(slide, _MARK, words, anchor=MSO_ANCHOR.MIDDLE)
        mark.paragraphs[0].alignment = PP_ALIGN.RIGHT
        write(mark.paragraphs[0], words, 13, ACCENT, bold=True)

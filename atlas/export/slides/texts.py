"""Text on a slide: what size it may have, and how it is put there."""

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

from atlas.export.legible import legible
from atlas.export.slides.box import Box
from atlas.views.lettering import wrapped
from atlas.views.palette import INK, SECONDARY

_LEADING = 1.25


def fitting(text: str, box: Box, sizes: Sequence[float]) -> float:
    """The largest of these sizes, largest first, at which a text fits into a box; else the last."""
    return next(
        (size for size in sizes if lines_at(text, box.width, size) * size * _LEADING <= box.height * 72),
        sizes[-1],
    )


def lines_at(text: str, width: float, size: float) -> int:
    """How many lines a text takes in so many inches of width at a size in points."""
    return sum(max(1, len(wrapped(line, width * 72, size))) for line in text.split("\n"))


def rgb(colour: str) -> Any:
    """A colour as python-pptx wants it."""
    return RGBColor(*bytes.fromhex(colour.removeprefix("#")))


def text_box(slide: Any, box: Box, name: str, *, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP) -> Any:
    """An empty text box; its frame takes paragraphs."""
    shape = slide.shapes.add_textbox(*map(Emu, box.emu()))
    shape.name = legible(name)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def write(
    paragraph: Any,
    text: str,
    size: float,
    colour: str = INK,
    *,
    bold: bool = False,
    link: str = "",
) -> None:
    """Add a run to a paragraph; with a link it opens an address."""
    run = paragraph.add_run()
    run.text = legible(text)
    run.font.size, run.font.bold = Pt(size), bold
    if link:
        run.hyperlink.address = link
    else:
        run.font.color.rgb = rgb(colour)


def slide_number(paragraph: Any, size: float) -> None:
    """The number of the slide, which PowerPoint keeps right when slides are moved."""
    field = (
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f'<a:rPr lang="en-US" sz="{round(size * 100)}"><a:solidFill>'
        f'<a:srgbClr val="{SECONDARY.removeprefix("#")}"/></a:solidFill></a:rPr><a:t>‹#›</a:t></a:fld>'
    )
    paragraph._p.append(parse_xml(field))
    paragraph.alignment = PP_ALIGN.RIGHT

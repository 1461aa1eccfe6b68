"""Shapes of a slide, written as the format stores them: thousands of outlines take a moment, not a minute.

python-pptx looks for a free number among all shapes whenever it adds one, which a map of all counties would
wait for; here numbers are counted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from atlas.export.legible import legible
from atlas.export.slides.box import EMU, POINT, Box
from atlas.views.palette import INK

Points = Sequence[tuple[float, float]]
"""Corners of an outline, in inches on the slide."""

_STEP = POINT // 10
"""Outlines keep to tenths of a point: finer is not seen, and would make the file larger."""


@dataclass(frozen=True, slots=True)
class Look:
    """Fill and edge of a shape; an empty colour leaves either away, and `width` is in points.

    `hatch` is one of the format's patterns, drawn in `hatch_colour` over the fill.
    """

    fill: str = ""
    edge: str = ""
    width: float = 0.5
    dashed: bool = False
    hatch: str = ""
    hatch_colour: str = "#FFFFFF"

    def with_edge(self, colour: str, width: float) -> "Look":
        """The same fill inside another edge."""
        return replace(self, edge=colour, width=width, dashed=False)


@dataclass(frozen=True, slots=True)
class Caption:
    """A line of text in a shape; `align` is l, ctr or r, and `size` is in points."""

    text: str
    size: float = 10
    colour: str = INK
    bold: bool = False
    align: str = "l"


class Drawing:
    """Shapes drawn one over the other, which become one group of a slide."""

    def __init__(self, slide: Any, name: str, description: str = "") -> None:
        self._slide, self._name, self._description = slide, name, description
        self._number = max((shape.shape_id for shape in slide.shapes), default=1) + 1
        self._parts: list[str] = []
        self._left = self._top = float("inf")
        self._right = self._bottom = float("-inf")

    def area(self, rings: Iterable[Points], look: Look, name: str, description: str = "") -> None:
        """A closed outline of one or more rings."""
        self._path(list(rings), look, name, description, closed=True)

    def line(self, points: Points, look: Look, name: str) -> None:
        """An open line."""
        self._path([points], look, name, "", closed=False)

    def rectangle(
        self, box: Box, look: Look, name: str, captions: Sequence[Caption] = (), description: str = ""
    ) -> None:
        """A rectangle, with lines of text in it."""
        self._preset("rect", box, look, name, captions, description)

    def oval(self, box: Box, look: Look, name: str, description: str = "") -> None:
        """An oval that fills the box."""
        self._preset("ellipse", box, look, name, (), description)

    def shape(self, kind: str, box: Box, look: Look, name: str, description: str = "") -> None:
        """Another of the format's own shapes, by its name there."""
        self._preset(kind, box, look, name, (), description)

    def words(self, box: Box, caption: Caption, *, anchor: str = "ctr") -> None:
        """A text without a frame."""
        self._preset("rect", box, Look(), caption.text, (caption,), "", anchor=anchor)

    def place(self) -> None:
        """Put what was drawn on the slide; nothing, if nothing was."""
        if not self._parts:
            return
        x, y = round(self._left * EMU), round(self._top * EMU)
        width, height = round(self._right * EMU) - x, round(self._bottom * EMU) - y
        frame = f'<a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
        children = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{width}" cy="{height}"/>'
        group = (
            f"<p:grpSp {nsdecls('p', 'a')}><p:nvGrpSpPr>{self._properties(self._name, self._description)}"
            f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{frame}{children}</a:xfrm></p:grpSpPr>"
            f"{''.join(self._parts)}</p:grpSp>"
        )
        self._slide.shapes._spTree.append(parse_xml(group))

    def _properties(self, name: str, description: str) -> str:
        self._number += 1
        said = f" descr={quoteattr(legible(description))}" if description else ""
        return f'<p:cNvPr id="{self._number}" name={quoteattr(legible(name)[:255])}{said}/>'

    def _path(self, rings: list[Points], look: Look, name: str, description: str, *, closed: bool) -> None:
        xs = [x for ring in rings for x, _ in ring]
        ys = [y for ring in rings for _, y in ring]
        if not xs:
            return
        left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
        self._reach(left, top, right, bottom)
        steps = EMU / _STEP
        width, height = max(1, round((right - left) * steps)), max(1, round((bottom - top) * steps))
        path = "".join(
            self._ring([(round((x - left) * steps), round((y - top) * steps)) for x, y in ring], closed)
            for ring in rings
        )
        fill = "" if closed else ' fill="none"'
        geometry = (
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            '<a:rect l="0" t="0" r="r" b="b"/>'
            f'<a:pathLst><a:path w="{width}" h="{height}"{fill}>{path}</a:path></a:pathLst></a:custGeom>'
        )
        frame = (round(left * EMU), round(top * EMU), width * _STEP, height * _STEP)
        self._parts.append(self._element(frame, geometry, look, name, description, ""))

    @staticmethod
    def _ring(points: list[tuple[int, int]], closed: bool) -> str:
        kept = [point for place, point in enumerate(points) if not place or point != points[place - 1]]
        if closed and len(kept) > 1 and kept[0] == kept[-1]:
            kept.pop()
        first, *others = (f'<a:pt x="{x}" y="{y}"/>' for x, y in kept)
        lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others)
        return f"<a:moveTo>{first}</a:moveTo>{lines}{'<a:close/>' if closed else ''}"

    def _preset(
        self,
        kind: str,
        box: Box,
        look: Look,
        name: str,
        captions: Sequence[Caption],
        description: str,
        anchor: str = "ctr",
    ) -> None:
        self._reach(box.left, box.top, box.right, box.bottom)
        geometry = f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>'
        text = _text(captions, anchor) if captions else ""
        self._parts.append(self._element(box.emu(), geometry, look, name, description, text))

    def _element(
        self,
        frame: tuple[int, int, int, int],
        geometry: str,
        look: Look,
        name: str,
        description: str,
        text: str,
    ) -> str:
        x, y, width, height = frame
        return (
            f"<p:sp><p:nvSpPr>{self._properties(name, description)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            f"{geometry}{_fill(look)}{_edge(look)}</p:spPr>{text}</p:sp>"
        )

    def _reach(self, left: float, top: float, right: float, bottom: float) -> None:
        self._left, self._top = min(self._left, left), min(self._top, top)
        self._right, self._bottom = max(self._right, right), max(self._bottom, bottom)


def _colour(colour: str) -> str:
    return f'<a:srgbClr val="{colour.removeprefix("#").upper()}"/>'


def _fill(look: Look) -> str:
    if look.hatch:
        front, back = _colour(look.hatch_colour), _colour(look.fill or "#FFFFFF")
        colours = f"<a:fgClr>{front}</a:fgClr><a:bgClr>{back}</a:bgClr>"
        return f'<a:pattFill prst="{look.hatch}">{colours}</a:pattFill>'
    return f"<a:solidFill>{_colour(look.fill)}</a:solidFill>" if look.fill else "<a:noFill/>"


def _edge(look: Look) -> str:
    if not look.edge:
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="dash"/>' if look.dashed else ""
    width = round(look.width * POINT)
    return f'<a:ln w="{width}"><a:solidFill>{_colour(look.edge)}</a:solidFill>{dash}<a:round/></a:ln>'


def _text(captions: Sequence[Caption], anchor: str) -> str:
    margins = 'lIns="0" tIns="0" rIns="0" bIns="0"'
    body = f'<a:bodyPr wrap="square" {margins} anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
    return f"<p:txBody>{body}<a:lstStyle/>{''.join(map(_paragraph, captions))}</p:txBody>"


def _paragraph(caption: Caption) -> str:
    bold = ' b="1"' if caption.bold else ""
    return (
        f'<a:p><a:pPr algn="{caption.align}"/><a:r><a:rPr sz="{round(caption.size * 100)}"{bold} dirty="0">'
        f"<a:solidFill>{_colour(caption.colour)}</a:solidFill></a:rPr>"
        f"<a:t>{escape(legible(caption.text))}</a:t></a:r></a:p>"
    )

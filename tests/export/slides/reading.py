"""Decks that left the atlas, opened as another program does."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def opened(content: bytes) -> Any:
    """The deck; every part of it is XML that can be read, and no shape's number comes twice on a slide."""
    with zipfile.ZipFile(BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(parts.read(name))
    deck = Presentation(BytesIO(content))
    for slide in deck.slides:
        numbers = [int(each.get("id")) for each in slide._element.iter("{*}cNvPr")]
        assert len(numbers) == len(set(numbers))
    return deck


def shapes_of(shapes: Any) -> Iterator[Any]:
    """All shapes, those in groups among them."""
    for shape in shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from shapes_of(shape.shapes)


def charts_of(slide: Any) -> list[Any]:
    """The charts of a slide."""
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def words_of(slide: Any) -> str:
    """Everything a slide says, tables and charts included."""
    texts = [shape.text_frame.text for shape in shapes_of(slide.shapes) if shape.has_text_frame]
    for shape in slide.shapes:
        if getattr(shape, "has_table", False) and shape.has_table:
            texts += [cell.text for row in shape.table.rows for cell in row.cells]
        if shape.has_chart:
            space = shape.chart._chartSpace
            texts += [each.text or "" for each in space.iter("{*}t", f"{CHART}v")]
    return "\n".join(texts)

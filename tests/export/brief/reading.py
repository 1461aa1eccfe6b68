"""PDF files that left the atlas, opened as another program does."""

from collections.abc import Iterator
from io import BytesIO

from fontTools.cffLib import CFFFontSet
from fontTools.pens.boundsPen import BoundsPen
from pypdf import PdfReader
from pypdf.generic import DictionaryObject


def text_of(content: bytes) -> str:
    """What the pages say, without the breaks of lines."""
    pages = PdfReader(BytesIO(content)).pages
    return "".join(page.extract_text() for page in pages).replace("\n", "").replace(" ", "")


def places_of(word: str, content: bytes) -> list[float]:
    """How high a word stands on its pages wherever it is said, in points, each height once from the top."""
    found: set[float] = set()

    def visit(text: str, matrix: list[float], placed: list[float], *_: object) -> None:
        if word in text:
            found.add(round(matrix[5] + matrix[3] * placed[5], 1))

    for page in PdfReader(BytesIO(content)).pages:
        page.extract_text(visitor_text=visit)
    return sorted(found, reverse=True)


def fonts_of(content: bytes) -> Iterator[DictionaryObject]:
    """The fonts of all pages, those inside drawings among them."""
    reader = PdfReader(BytesIO(content))
    for page in reader.pages:
        yield from _fonts_in(page.get("/Resources"))


def _fonts_in(resources: object) -> Iterator[DictionaryObject]:
    if resources is None:
        return
    held = resources.get_object()  # type: ignore[attr-defined]
    for font in (held.get("/Font") or {}).values():
        yield font.get_object()
    for part in (held.get("/XObject") or {}).values():
        yield from _fonts_in(part.get_object().get("/Resources"))


def outlines_in(font: DictionaryObject) -> int:
    """How many glyphs of an embedded font have an outline; 0 where it is not in the file."""
    for each in font["/DescendantFonts"]:
        descriptor = each.get_object()["/FontDescriptor"].get_object()
        if "/FontFile3" not in descriptor:
            return 0
        fonts = CFFFontSet()
        fonts.decompile(BytesIO(descriptor["/FontFile3"].get_object().get_data()), None)
        glyphs = fonts[0].CharStrings
        count = 0
        for name in list(glyphs.keys()):
            pen = BoundsPen(None)
            glyphs[name].draw(pen)
            count += pen.bounds is not None
        return count
    return 0

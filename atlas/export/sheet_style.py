"""How every spreadsheet that leaves the atlas looks: blue headings, hairlines, room to read."""

import unicodedata
from collections.abc import Iterable
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format

from atlas.findings import Severity
from atlas.views.palette import HAIRLINE, INK, SECONDARY

HEADING, SUBHEADING, QUIET = "#1F4E8C", "#DCE8F4", "#F3F5F8"
SEVERITY_COLOURS = {Severity.ERROR: "#F8C9C0", Severity.WARNING: "#FCE8B2", Severity.NOTE: "#DCE8F4"}
"""Fills that tell the severities apart; the words in the comment tell them apart without colour."""
FONTS = {"zh": "Microsoft YaHei", "en": "Calibri"}
WHOLE, DECIMAL = "#,##0", "#,##0.00"
A4 = 9
LONGEST, MOST_ROWS, MOST_COLUMNS = 32_767, 1_048_576, 16_384
"""Characters in a cell, rows and columns of a sheet: what the format holds."""


class Book:
    """A workbook under way in which no text is ever a formula or a link; `content` ends it."""

    def __init__(self, language: str, *, streamed: bool = False) -> None:
        self._bytes = BytesIO()
        options = {
            "in_memory": not streamed,
            "constant_memory": streamed,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
        }
        self.streamed = streamed
        self._font = FONTS[language]
        self.file: Any = xlsxwriter.Workbook(self._bytes, options)
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def look(self, **properties: object) -> Format:
        """A cell format; the same properties give the same one."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            base = {"font_name": self._font, "font_size": 10, "font_color": INK, "valign": "vcenter"}
            self._formats[key] = self.file.add_format({**base, **properties})
        return self._formats[key]

    def lined(self, **properties: object) -> Format:
        """A cell format with hairlines around."""
        return self.look(border=1, border_color=HAIRLINE, **properties)

    def heading(self, **properties: object) -> Format:
        """The format of a table's headings."""
        given = {"bg_color": HEADING, "font_color": "#FFFFFF", "bold": True, "text_wrap": True}
        return self.lined(**{**given, "align": "center", **properties})

    def quiet(self, **properties: object) -> Format:
        """The format of what is only there to be read."""
        return self.lined(**{"bg_color": QUIET, "font_color": SECONDARY, **properties})

    def content(self) -> bytes:
        """The finished file."""
        self.file.close()
        return self._bytes.getvalue()


def cell_text(text: str) -> str:
    """A text as a cell can hold it: cut to what fits, and never taken for ready-made XML."""
    if text.startswith("<r>"):
        # XlsxWriter passes such texts through unescaped; white space in front is skipped when read again.
        text = f" {text}"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def sheet_name(wanted: str, taken: Iterable[str] = ()) -> str:
    """A name that a sheet may have, unlike those `taken`."""
    clean = "".join(" " if each in "[]:*?/\\" or not each.isprintable() else each for each in wanted)
    clean = clean.strip(" '")[:28] or "1"
    used = {each.casefold() for each in taken}
    candidates = (clean, *(f"{clean} {number}" for number in range(2, len(used) + 3)))
    return next(each for each in candidates if each.casefold() not in used and each.casefold() != "history")


def text_width(text: str) -> int:
    """Columns that a text takes in a fixed font: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def lines_of(text: str, width: float) -> int:
    """Lines that a text takes in cells of this width, allowing for words that do not break."""
    return sum(1 + int((text_width(line) * 1.15) // max(width, 1)) for line in text.split("\n"))


def comment_options(text: str) -> dict[str, object]:
    """A comment's box, large enough for its text."""
    width = 320
    return {
        "author": "",
        "width": width,
        "height": min(24 + 17 * lines_of(text, width / 6.6), 420),
        "font_size": 9,
        "color": "#FFFFFF",
    }

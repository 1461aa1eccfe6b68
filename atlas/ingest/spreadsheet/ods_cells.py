"""Cells of an ODS file whose look says more than their value: percentages, and errors.

The reader gives 0.953 for a cell that shows 95.3 %, and nothing for one that shows #DIV/0!.
"""

import html
import re
import zipfile
from collections.abc import Mapping

from atlas.ingest.spreadsheet.workbook_cells import Cells, percent_text

_TAG = re.compile(
    rb"<table:(?P<kind>table|table-row|table-cell|covered-table-cell)(?P<look>(?:\s[^>]*?)?)(?P<empty>/?)>"
    rb"(?:\s*<text:p>(?P<text>[^<]*))?"
)
_NAME = re.compile(rb'\stable:name="([^"]*)"')
_REPEATED = re.compile(rb'\stable:number-(?:rows|columns)-repeated="([0-9]{1,7})"')
_PERCENT = re.compile(rb'\soffice:value-type="percentage"')
_VALUE = re.compile(rb'\soffice:value="([^"]{1,40})"')
_ERROR = re.compile(rb'\scalcext:value-type="error"')
_MOST = 1_000_000


def told_ods_cells(archive: zipfile.ZipFile) -> Mapping[str, Cells]:
    """For each sheet by name: the texts of percentages and errors, by row and column from 0."""
    content = archive.read("content.xml")
    found: dict[str, Cells] = {}
    if not (_PERCENT.search(content) or _ERROR.search(content)):
        return found
    cells: Cells = {}
    row = rows = column = 0
    for tag in _TAG.finditer(content):
        repeated = _REPEATED.search(tag["look"])
        times = int(repeated[1]) if repeated else 1
        if tag["kind"] == b"table":
            name = _NAME.search(tag["look"])
            cells = found.setdefault(html.unescape(name[1].decode("utf-8", "replace")) if name else "", {})
            row = rows = 0
        elif tag["kind"] == b"table-row":
            row, rows, column = row + rows, times, 0
        else:
            text = _text(tag)
            if text and rows * times <= _MOST - len(cells):
                cells.update(dict.fromkeys(_block(row, rows, column, times), text))
            column += times
    return found


def _text(tag: re.Match[bytes]) -> str:
    if _ERROR.search(tag["look"]):
        return html.unescape((tag["text"] or b"#ERR").decode("utf-8", "replace"))
    value = _VALUE.search(tag["look"]) if _PERCENT.search(tag["look"]) else None
    return percent_text(value[1]) if value else ""


def _block(row: int, rows: int, column: int, columns: int) -> list[tuple[int, int]]:
    return [(row + down, column + right) for down in range(rows) for right in range(columns)]

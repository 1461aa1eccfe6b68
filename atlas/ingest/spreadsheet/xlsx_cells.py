"""Cells of an XLSX file whose look says more than their value: percentages, and errors.

The reader gives 0.953 for a cell that shows 95.3 %, and nothing for one that shows #REF!.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from atlas.ingest.spreadsheet.workbook_cells import (
    PERCENT_FORMATS,
    Cells,
    is_percent_format,
    percent_text,
)

_PIECE = 4_000_000
_SMALL_PART = 20_000_000
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = (
    rb'<c r="(?P<letters>[A-Z]{1,3})(?P<row>[0-9]{1,7})"(?P<look>[^>]*)>'
    rb"(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>(?P<value>[^<]{1,40})</v>"
)
_ERROR = re.compile(_CELL.replace(rb"(?P<look>[^>]*)", rb'(?P<look>[^>]* t="e"[^>]*)'))


def told_xlsx_cells(archive: zipfile.ZipFile) -> Mapping[str, Cells]:
    """For each sheet by name: the texts of percentages and errors, by row and column from 0."""
    try:
        percents = _percent_styles(archive)
        return {name: _cells(archive, part, percents) for name, part in _sheets(archive)}
    except (KeyError, ElementTree.ParseError, ValueError):
        return {}


def _root(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    if archive.getinfo(name).file_size > _SMALL_PART:
        raise ValueError(name)
    return ElementTree.fromstring(archive.read(name))  # noqa: S314 - `check_parts` has refused entities


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Names of the sheets and the parts that hold them."""
    relations = _root(archive, "xl/_rels/workbook.xml.rels")
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    for sheet in _root(archive, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_RELATION), "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if part in archive.NameToInfo:
            yield sheet.get("name", ""), part


def _percent_styles(archive: zipfile.ZipFile) -> frozenset[bytes]:
    """The numbers of the cell styles that show a percentage."""
    if "xl/styles.xml" not in archive.NameToInfo:
        return frozenset()
    styles = _root(archive, "xl/styles.xml")
    own = {
        int(each.get("numFmtId", "0"))
        for each in styles.iter(f"{_MAIN}numFmt")
        if is_percent_format(each.get("formatCode", ""))
    }
    looks = styles.find(f"{_MAIN}cellXfs")
    formats = PERCENT_FORMATS | own
    return frozenset(
        b"%d" % place
        for place, look in enumerate(() if looks is None else looks)
        if int(look.get("numFmtId", "0")) in formats
    )


def _cells(archive: zipfile.ZipFile, part: str, percents: frozenset[bytes]) -> Cells:
    found: Cells = {}
    patterns = [(_ERROR, _error_text)]
    if percents:
        styles = rb"|".join(sorted(percents))
        look = rb'(?P<look>(?:(?! t=)[^>])*? s="(?:' + styles + rb')"(?:(?! t="[^n])[^>])*)'
        patterns.append((re.compile(_CELL.replace(rb"(?P<look>[^>]*)", look)), percent_text))
    for piece in _pieces(archive, part):
        for pattern, shown in patterns:
            for cell in pattern.finditer(piece):
                found[int(cell["row"]) - 1, _column(cell["letters"])] = shown(cell["value"])
    return found


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part in pieces that do not cut a cell in two."""
    rest = b""
    with archive.open(part) as file:
        while piece := file.read(_PIECE):
            rest += piece
            cut = rest.rfind(b"<c ")
            if cut > 0:
                yield rest[:cut]
                rest = rest[cut:]
            elif len(rest) > 2 * _PIECE:
                rest = b""
    yield rest


def _error_text(value: bytes) -> str:
    return value.decode("utf-8", "replace")


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column - 1

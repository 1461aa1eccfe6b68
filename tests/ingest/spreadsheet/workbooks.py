"""Workbooks for tests, made in memory: sound ones, and ones that nobody's program would write."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

FILES = Path(__file__).parent / "files"
"""The old workbooks there were written with xlwt 1.3, `small.xls` with LibreOffice 7.4: below 4 KB."""

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def xlsx(*fill: Callable[[xlsxwriter.Workbook, Worksheet], object]) -> bytes:
    """A workbook with a sheet for each function, which writes into it."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        for number, write in enumerate(fill, start=1):
            write(workbook, workbook.add_worksheet(f"表{number}"))
    return file.getvalue()


def raw_xlsx(rows: str, before: str = "", extra: Mapping[str, str | bytes] | None = None) -> bytes:
    """A workbook whose only sheet has this XML for rows, and this before its root."""
    relation = (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r" Type="{_OFFICE}/%s" Target="%s"/>'
        "</Relationships>"
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relation % ("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": relation % ("worksheet", "worksheets/sheet1.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="表1" sheetId="1" r:id="r"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'{before}<worksheet xmlns="{_MAIN}">'
        f"<sheetData>{rows}</sheetData></worksheet>",
    }
    return archive({**parts, **(extra or {})})


def raw_cell(reference: str, value: object) -> str:
    """The XML of one row with one numeric cell."""
    row = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return f'<row r="{row}"><c r="{reference}"><v>{value}</v></c></row>'


def ods(rows: str) -> bytes:
    """An OpenDocument workbook whose only sheet has this XML for rows."""
    spaces = " ".join(f'xmlns:{name}="{_OPEN}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f'<office:document-content {spaces} xmlns:calcext="urn:org:documentfoundation:names:calc">'
        f'<office:body><office:spreadsheet><table:table table:name="表1">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{_OPEN}:manifest:1.0"/>'
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": content,
        }
    )


def ods_cell(kind: str, value: str, shown: str, more: str = "") -> str:
    """The XML of one OpenDocument cell."""
    attribute = {"date": "date-value", "boolean": "boolean-value", "string": "string-value"}.get(
        kind, "value"
    )
    return (
        f'<table:table-cell office:value-type="{kind}" office:{attribute}="{value}"{more}>'
        f"<text:p>{shown}</text:p></table:table-cell>"
    )


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive with these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return file.getvalue()


def with_size_denied(content: bytes, member: str, size: int) -> bytes:
    """The archive, claiming in both of its headers that a member unpacks to `size` bytes."""
    changed = bytearray(content)
    name = member.encode()
    local, central = changed.find(name), changed.rfind(name)
    for start in (local - 30 + 22, central - 46 + 24):
        changed[start : start + 4] = size.to_bytes(4, "little")
    return bytes(changed)

"""Workbooks that left the atlas, opened by two other programs' readers."""

import io
import re
import zipfile

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook


def sheet_of(content: bytes, name: str | int = 0) -> Worksheet:
    """A sheet as openpyxl reads it, by name or place."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    found = book.worksheets[name] if isinstance(name, int) else book[name]
    assert isinstance(found, Worksheet)
    return found


def values_of(content: bytes, place: int = 0) -> list[list[object]]:
    """The cells of a sheet as calamine reads it."""
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(place)
    return [list(row) for row in sheet.to_python(skip_empty_area=False)]


def formulas_in(content: bytes) -> list[str]:
    """Everything in the sheets that a spreadsheet program would run: formulas, DDE, links out of the file."""
    found = []
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            text = parts.read(name).decode("utf-8", "replace")
            if name.startswith("xl/worksheets/"):
                # Drop-downs and colouring rules have formulas of their own, written by the atlas.
                found += [f"{name}: {each}" for each in re.findall(r"<f[ >].*?</f>", text)]
            if re.search(r'TargetMode="External"|<ddeLink|<oleLink', text):
                found.append(name)
    return found

"""Cells of an old workbook (Excel 97 to 2003) whose look says more than their value: percentages, and errors.

The reader gives 0.953 for a cell that shows 95.3 %, and nothing for one that shows #REF!.
"""

import struct
from collections.abc import Iterator, Mapping

from atlas.ingest.spreadsheet.workbook_cells import (
    PERCENT_FORMATS,
    Cells,
    is_percent_format,
    percent_text,
)
from atlas.ingest.spreadsheet.xls_stream import records, workbook_stream

_FORMAT, _LOOK, _SHEET = 0x041E, 0x00E0, 0x0085
_NUMBER, _SHORT, _SHORTS, _FORMULA, _ERROR = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0205
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def told_xls_cells(content: bytes) -> Mapping[str, Cells]:
    """For each sheet by name: the texts of percentages and errors, by row and column from 0."""
    try:
        stream = workbook_stream(content)
        formats, looks, sheets = set(PERCENT_FORMATS), [], {}
        for kind, data in records(stream, 0):
            if kind == _FORMAT and is_percent_format(_text(data, 2, "<H")):
                formats.add(struct.unpack_from("<H", data)[0])
            elif kind == _LOOK:
                looks.append(struct.unpack_from("<H", data, 2)[0])
            elif kind == _SHEET:
                sheets[_text(data, 6, "<B")] = struct.unpack_from("<I", data)[0]
        percents = frozenset(place for place, look in enumerate(looks) if look in formats)
        return {name: dict(_told(stream, start, percents)) for name, start in sheets.items()}
    except (ValueError, struct.error):
        return {}


def _text(data: bytes, start: int, length: str) -> str:
    """A text that begins with its length and a byte saying whether its characters take two bytes each."""
    letters = struct.unpack_from(length, data, start)[0]
    start += struct.calcsize(length)
    wide = data[start] & 1 if start < len(data) else 0
    letters_at = data[start + 1 : start + 1 + letters * (1 + wide)]
    return letters_at.decode("utf-16-le" if wide else "latin-1", "replace")


def _told(stream: bytes, start: int, percents: frozenset[int]) -> Iterator[tuple[tuple[int, int], str]]:
    for kind, data in records(stream, start):
        if kind == _ERROR and len(data) >= 8 and data[7]:
            yield _place(data), _ERRORS.get(data[6], "#ERR")
        elif kind == _FORMULA and data[12:14] == b"\xff\xff":
            if data[6] == 2:
                yield _place(data), _ERRORS.get(data[8], "#ERR")
        elif kind in (_NUMBER, _FORMULA) and _look(data, 4) in percents:
            yield _place(data), percent_text(struct.unpack_from("<d", data, 6)[0])
        elif kind == _SHORT and _look(data, 4) in percents:
            yield _place(data), percent_text(_short(data, 6))
        elif kind == _SHORTS:
            row, column = _place(data)
            for number, at in enumerate(range(4, len(data) - 7, 6)):
                if _look(data, at) in percents:
                    yield (row, column + number), percent_text(_short(data, at + 2))


def _place(data: bytes) -> tuple[int, int]:
    row, column = struct.unpack_from("<HH", data)
    return row, column


def _look(data: bytes, at: int) -> int:
    look: int = struct.unpack_from("<H", data, at)[0]
    return look


def _short(data: bytes, at: int) -> float:
    """A number in 30 bits: a whole one or the upper part of a binary fraction, perhaps in hundredths."""
    bits = struct.unpack_from("<i", data, at)[0]
    value: float = bits >> 2 if bits & 2 else struct.unpack("<d", struct.pack("<Ii", 0, bits & ~3))[0]
    return value / 100 if bits & 1 else value

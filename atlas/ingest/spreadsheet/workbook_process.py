"""Reads one workbook in a process of its own, from standard input to standard output.

A hostile workbook can make any reader take all memory, or never end; here that ends this process, not the
atlas. It starts fast because it imports little. It writes one line of JSON and then, for each column of each
sheet, its offsets (32-bit, native) and its UTF-8 bytes, as Arrow lays out strings.
"""

import io
import json
import sys
import zipfile
from array import array
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import accumulate, islice
from typing import BinaryIO

import python_calamine

from atlas.ingest.spreadsheet.ods_cells import told_ods_cells
from atlas.ingest.spreadsheet.workbook_cells import Cells, cell_text
from atlas.ingest.spreadsheet.xls_cells import told_xls_cells
from atlas.ingest.spreadsheet.xlsx_cells import told_xlsx_cells

ENCRYPTED = "encrypted"
DAMAGED = "damaged"
TOO_LARGE = "too_large"
TOO_WIDE = "too_wide"
NO_SHEET = "no_sheet"

_PIECE = 2_000
_BLOCK = 1_000_000


def main(memory: int, seconds: int, columns: int, cells: int) -> None:
    """Read standard input and write what it holds, or {"problem": …}; the arguments are limits."""
    _limit(memory, seconds)
    content = sys.stdin.buffer.read()
    out = sys.stdout.buffer
    try:
        _write(content, out, columns, cells)
    except _Refused as refused:
        problem = refused.args[0]
    except python_calamine.PasswordError:
        problem = ENCRYPTED
    except MemoryError:
        problem = TOO_LARGE
    except BaseException:  # noqa: BLE001 - a panic of the reader derives from BaseException
        problem = DAMAGED
    else:
        return
    out.write(json.dumps({"problem": problem}).encode() + b"\n")


class _Refused(Exception):  # noqa: N818 - its argument says what is wrong
    pass


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # on Windows only the time is limited, by who started this
        return
    limits = (
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_CPU, seconds, seconds + 5),
        (resource.RLIMIT_AS, memory, memory),
    )
    for limit, soft, hard in limits:
        with suppress(ValueError, OSError):  # some systems know a limit but do not set it
            resource.setrlimit(limit, (soft, hard))


def _write(content: bytes, out: BinaryIO, columns: int, cells: int) -> None:
    told = _told_cells(content)
    workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    heads: list[dict[str, object]] = []
    texts: list[bytes] = []
    for place, about in enumerate(workbook.sheets_metadata):
        if about.typ is not python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_index(place)
        height, width = (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 0)
        cells -= height * width
        if width > columns:
            raise _Refused(TOO_WIDE)
        if cells < 0:
            raise _Refused(TOO_LARGE)
        pairs = _columns(sheet, width, told.get(about.name, {}))
        merged = [[a + 1, b + 1, c + 1, d + 1] for (a, b), (c, d) in sheet.merged_cell_ranges or ()]
        heads.append(
            {"name": about.name, "rows": height, "sizes": [len(data) for _, data in pairs], "merged": merged}
        )
        texts += [piece for offsets, data in pairs for piece in (offsets.tobytes(), bytes(data))]
    if not heads:
        raise _Refused(NO_SHEET)
    out.write(json.dumps({"sheets": heads}).encode() + b"\n")
    for piece in texts:
        out.write(piece)


def _told_cells(content: bytes) -> Mapping[str, Cells]:
    """Texts of cells whose look says more than their value, for each sheet by name."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return told_xls_cells(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        _check_parts(archive)
        return told_ods_cells(archive) if "content.xml" in archive.NameToInfo else told_xlsx_cells(archive)


def _check_parts(archive: zipfile.ZipFile) -> None:
    """Unpack every part once, so that no header can lie about sizes. Raises BadZipFile or ValueError.

    A part that declares entities or a document type is refused: no spreadsheet program writes one.
    """
    for member in archive.infolist():
        if not member.filename.lower().endswith((".xml", ".rels", ".bin")):
            continue
        with archive.open(member) as part:
            head = part.read(_BLOCK)
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                raise ValueError(member.filename)
            while part.read(_BLOCK):
                pass


def _columns(
    sheet: python_calamine.CalamineSheet, width: int, told: Cells
) -> list[tuple["array[int]", bytearray]]:
    """Offsets and bytes of the texts of each column."""
    columns = [(array("i", [0]), bytearray()) for _ in range(width)]
    rows = _rows(sheet, width, told)
    while piece := list(islice(rows, _PIECE)):
        for (offsets, texts), values in zip(columns, zip(*piece, strict=True), strict=True):
            encoded = [cell_text(value).encode("utf-8", "replace") for value in values]
            offsets.extend(islice(accumulate(map(len, encoded), initial=len(texts)), 1, None))
            texts.extend(b"".join(encoded))
    return columns


def _rows(sheet: python_calamine.CalamineSheet, width: int, told: Cells) -> Iterator[list[object]]:
    """Rows from the sheet's first cell on, wherever the used range starts."""
    if sheet.start is None:
        return
    # The reader gives the rows above the used range, but not the columns to the left of it.
    left = sheet.start[1]
    by_row: dict[int, list[tuple[int, str]]] = {}
    for (place, column), text in told.items():
        by_row.setdefault(place, []).append((column, text))
    for number, values in enumerate(sheet.iter_rows()):
        row: list[object] = [*[""] * left, *values]
        for column, text in by_row.get(number, ()):
            if column < width:
                row[column] = text
        yield row


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

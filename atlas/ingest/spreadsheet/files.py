"""A file as it was uploaded becomes sheets of text."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from atlas.findings import Note
from atlas.ingest.spreadsheet.delimited import read_delimited
from atlas.ingest.spreadsheet.encodings import decode
from atlas.ingest.spreadsheet.file_names import display_name, ending
from atlas.ingest.spreadsheet.formats import ENDINGS, FileFormat, format_of
from atlas.ingest.spreadsheet.limits import check_size
from atlas.ingest.spreadsheet.sheet import ReadFile, Sheet
from atlas.ingest.spreadsheet.workbook import read_workbook
from atlas.messages import N_
from atlas.problems import AtlasError, Problem

OTHER_FORMAT = N_("The file is {format}, although its name ends in “.{ending}”; it was read as {format}.")
MACROS = N_("The file contains macros. They were not run.")

Progress = Callable[[float], None]


def read_file(content: bytes, file_name: str, progress: Progress = lambda _: None) -> ReadFile:
    """Read a spreadsheet of any known format; its content decides which one, not its name.

    `progress` is called with 0 to 1. Raises AtlasError for everything that cannot be used: what the file is
    or what limit it exceeds, and what to do.
    """
    file = display_name(file_name)
    check_size(file, len(content))
    kind = format_of(content, file)
    if kind is FileFormat.CSV:
        read = _read_text(content, file, progress)
    else:
        progress(0.0)
        sheets = read_workbook(content, file, _unpacked(content, kind))
        read = ReadFile(file, _hash(content), len(content), kind, sheets)
        progress(1.0)
    if not any(sheet.columns for sheet in read.sheets):
        raise AtlasError(Problem("empty_file", {"file": file}))
    return _with_notes(read, kind)


def _read_text(content: bytes, file: str, progress: Progress) -> ReadFile:
    decoded = decode(content, file)
    table = read_delimited(decoded.data, file, progress)
    return ReadFile(
        file,
        _hash(content),
        len(content),
        FileFormat.CSV,
        (Sheet("", table.columns),),
        decoded.encoding,
        table.delimiter,
        decoded.notes,
    )


def _with_notes(read: ReadFile, kind: FileFormat) -> ReadFile:
    notes = list(read.notes)
    written = ending(read.file_name)
    if written not in ENDINGS[kind]:
        notes.insert(0, Note(OTHER_FORMAT, {"format": str(kind), "ending": written}))
    if kind is FileFormat.XLSM:
        notes.append(Note(MACROS))
    return replace(read, notes=tuple(notes))


def _unpacked(content: bytes, kind: FileFormat) -> int:
    if kind is FileFormat.XLS:
        return len(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return sum(member.file_size for member in archive.infolist())


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()

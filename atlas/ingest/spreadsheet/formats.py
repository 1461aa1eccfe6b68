"""What a file is, by its content: its name may say anything."""

import io
import re
import zipfile
from enum import StrEnum

from atlas.ingest.spreadsheet.limits import (
    ARCHIVE_MEMBERS,
    UNPACKED_ALWAYS_READ,
    UNPACKED_BYTES,
    UNPACKED_RATIO,
)
from atlas.messages import N_
from atlas.problems import AtlasError, Problem


class FileFormat(StrEnum):
    """The formats that are read."""

    CSV = "CSV"
    XLSX = "XLSX"
    XLSM = "XLSM"
    XLSB = "XLSB"
    XLS = "XLS"
    ODS = "ODS"


ENDINGS = {
    FileFormat.CSV: ("csv", "tsv", "txt", "tab", "dat", ""),
    FileFormat.XLSX: ("xlsx", "xltx"),
    FileFormat.XLSM: ("xlsm", "xltm"),
    FileFormat.XLSB: ("xlsb",),
    FileFormat.XLS: ("xls", "xlt", "et"),
    FileFormat.ODS: ("ods", "ots", "fods"),
}

PDF = N_("a PDF document")
WORD = N_("a text document")
SLIDES = N_("a presentation")
PICTURE = N_("a picture")
WEB_PAGE = N_("a web page")
XML = N_("an XML document")
ARCHIVE = N_("an archive")
NUMBERS = N_("a Numbers document")
PROGRAM = N_("a program")
DATABASE = N_("a database")
UNKNOWN = N_("an unknown kind of file")

_STARTS = (
    (b"%PDF", PDF), (b"\x89PNG", PICTURE), (b"\xff\xd8\xff", PICTURE), (b"GIF8", PICTURE),
    (b"II*\x00", PICTURE), (b"MM\x00*", PICTURE), (b"{\\rtf", WORD), (b"Rar!", ARCHIVE),
    (b"7z\xbc\xaf", ARCHIVE), (b"\x1f\x8b", ARCHIVE),
    (b"BZh", ARCHIVE), (b"\xfd7zXZ", ARCHIVE), (b"MZ\x90", PROGRAM), (b"\x7fELF", PROGRAM),
    (b"SQLite format 3", DATABASE), (b"PAR1", DATABASE), (b"PK\x05\x06", ARCHIVE),
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_XLS = (b"\x09\x08", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00")
# The first record of an old workbook, what it protects from writing, and the record that asks for a password.
_PASSWORD = re.compile(rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
_ODS_TYPES = (b"application/vnd.oasis.opendocument.spreadsheet",)


def format_of(content: bytes, file: str) -> FileFormat:
    """The format that the content has; whatever is not recognised is taken for text.

    Raises AtlasError "not_a_spreadsheet", "encrypted_file", "unpacks_too_large" or "damaged_file".
    """
    for start, kind in _STARTS:
        if content.startswith(start):
            raise not_a_spreadsheet(file, kind)
    if content.startswith(b"PK\x03\x04"):
        return _archive(content, file)
    if content.startswith(_OLE):
        return _compound(content, file)
    if content.startswith(_OLD_XLS):
        return FileFormat.XLS
    return FileFormat.CSV


def not_a_spreadsheet(file: str, kind: str) -> AtlasError:
    """That the file is something else."""
    return AtlasError(Problem("not_a_spreadsheet", {"file": file, "kind": kind}))


def damaged(file: str) -> AtlasError:
    """That the file cannot be read although its format is known."""
    return AtlasError(Problem("damaged_file", {"file": file}))


def encrypted(file: str) -> AtlasError:
    """That the file asks for a password."""
    return AtlasError(Problem("encrypted_file", {"file": file}))


def unpacks_too_large(file: str) -> AtlasError:
    """That an archive holds far more than it weighs."""
    limit = f"{UNPACKED_BYTES // 1_000_000:,}"
    return AtlasError(Problem("unpacks_too_large", {"file": file, "limit": limit}))


def _compound(content: bytes, file: str) -> FileFormat:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage") or _PASSWORD.search(content):
        raise encrypted(file)
    if holds("Workbook") or holds("Book"):
        return FileFormat.XLS
    if holds("WordDocument"):
        raise not_a_spreadsheet(file, WORD)
    if holds("PowerPoint Document"):
        raise not_a_spreadsheet(file, SLIDES)
    raise damaged(file)


def _archive(content: bytes, file: str) -> FileFormat:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            _check_members(members, len(content), file)
            names = {member.filename for member in members}
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                with archive.open("mimetype") as part:
                    return _open_document(part.read(200), file)
    except AtlasError:
        raise
    except Exception as error:  # zipfile raises many kinds for damaged archives
        raise damaged(file) from error
    return _office(names, file)


def _check_members(members: list[zipfile.ZipInfo], size: int, file: str) -> None:
    unpacked = sum(member.file_size for member in members)
    swollen = unpacked > max(UNPACKED_ALWAYS_READ, UNPACKED_RATIO * size)
    if len(members) > ARCHIVE_MEMBERS or unpacked > UNPACKED_BYTES or swollen:
        raise unpacks_too_large(file)
    if any(member.flag_bits & 1 for member in members):
        raise encrypted(file)


def _open_document(mimetype: bytes, file: str) -> FileFormat:
    if mimetype.strip().startswith(_ODS_TYPES):
        return FileFormat.ODS
    if b"opendocument.text" in mimetype:
        raise not_a_spreadsheet(file, WORD)
    raise not_a_spreadsheet(file, UNKNOWN)


def _office(names: set[str], file: str) -> FileFormat:
    small = {name.lower().replace("\\", "/").lstrip("/") for name in names}
    if "xl/workbook.bin" in small:
        return FileFormat.XLSB
    if "xl/vbaproject.bin" in small:
        return FileFormat.XLSM
    if "xl/workbook.xml" in small:
        return FileFormat.XLSX
    for folder, kind in (("word/", WORD), ("ppt/", SLIDES), ("index/", NUMBERS)):
        if any(name.startswith(folder) for name in small):
            raise not_a_spreadsheet(file, kind)
    raise not_a_spreadsheet(file, ARCHIVE)

"""Bytes of a text file become UTF-8, whichever encoding they came in."""

import re
from dataclasses import dataclass

import pyarrow as pa

from atlas.findings import Note
from atlas.ingest.spreadsheet.formats import UNKNOWN, WEB_PAGE, XML, not_a_spreadsheet
from atlas.messages import N_
from atlas.problems import AtlasError, Problem

REPLACED = N_("{count} characters of the file could not be read and stand as “�”.")
NULS = N_("{count} empty characters (NUL) were left out.")

_HEAD = 65_536
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
_CONTROL = re.compile(rb"[\x01-\x08\x0b\x0e-\x19\x1b-\x1e\x7f]")
_MARKUP = re.compile(rb"\s*(?:<\?xml|<!doctype|<html|<head|<body|<table|<meta|mime-version:)", re.IGNORECASE)
# Characters that Chinese tables are written in; other scripts are a sign of a wrong guess.
_EXPECTED = re.compile(
    r"[\u2000-\u206f\u2190-\u22ff\u2460-\u24ff\u2500-\u25ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
)
_LONE = re.compile(r"[A-Za-z][^\x00-\x7f](?![^\x00-\x7f])|(?<![^\x00-\x7f])[^\x00-\x7f][A-Za-z]")
_TOLERATED = 0.01


@dataclass(frozen=True, eq=False)
class Decoded:
    """A text as UTF-8 whose lines end with a line feed, and the encoding it came in."""

    data: bytes
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(content: bytes, file: str) -> Decoded:
    """Find the encoding and take the text out of it.

    Raises AtlasError "empty_file", "unknown_encoding", or "not_a_spreadsheet" for markup and binary data.
    """
    data, encoding, replaced = _utf8(content, file)
    notes: tuple[Note, ...] = (Note(REPLACED, {"count": replaced}),) if replaced else ()
    nuls = data.count(b"\x00")
    if nuls > len(data) // 4:
        raise not_a_spreadsheet(file, UNKNOWN)
    if nuls:
        data = data.replace(b"\x00", b"")
        notes += (Note(NULS, {"count": nuls}),)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    data = data.removesuffix(b"\x1a")
    _check_is_text(data[:_HEAD], file)
    return Decoded(data, encoding, notes)


def _utf8(content: bytes, file: str) -> tuple[bytes, str, int]:
    """The text as UTF-8, the name of its encoding, and how many characters were lost."""
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            body = content[len(mark) :]
            return (*_replacing(body, codec, name, file),)
    wide = _unmarked_utf16(content)
    if wide:
        return _replacing(content, wide, "UTF-16", file)
    if _is_utf8(content):
        return (
            (content, "UTF-8", 0)
            if not _looks_like_gbk(content)
            else _replacing(content, "gb18030", "GB18030", file)
        )
    return _guessed(content, file)


def _replacing(body: bytes, codec: str, name: str, file: str) -> tuple[bytes, str, int]:
    if codec == "utf-8" and _is_utf8(body):
        return body, name, 0
    text = body.decode(codec, "replace")
    lost = text.count("\ufffd")
    if lost > _TOLERATED * len(text) + 1:
        raise AtlasError(Problem("unknown_encoding", {"file": file}))
    return text.encode("utf-8", "replace"), name, lost


def _is_utf8(content: bytes) -> bool:
    # Arrow checks in place; Python's decoder would make a text twice as large that nobody wants.
    offsets = pa.array([0, len(content)], pa.int32()).buffers()[1]
    try:
        pa.StringArray.from_buffers(1, offsets, pa.py_buffer(content)).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _looks_like_gbk(content: bytes) -> bool:
    """Whether a text that happens to be valid UTF-8 makes sense only as Chinese in GB18030 (“模”, “联通”).

    Accented letters in UTF-8 are also Chinese characters in GB18030, but stand alone beside plain letters.
    """
    head = content[:_HEAD]
    if head.isascii() or _EXPECTED.search(head.decode("utf-8", "ignore")):
        return False
    try:
        return not _LONE.search(content.decode("gb2312"))
    except UnicodeDecodeError:
        return False


def _unmarked_utf16(content: bytes) -> str:
    """The codec whose pattern of bytes this is (“utf-16-le”), "" where it is neither of the two."""
    head = content[: _HEAD // 2 * 2]
    if len(head) < 4 or len(content) % 2 or b"\x00" not in head:
        return ""
    for codec, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        likely = sum(high.count(byte) for byte in (0, 0x20, 0x30, 0xFF)) + sum(
            0x4E <= byte <= 0x9F for byte in high
        )
        if likely < 0.98 * len(high) or high.count(0) < 0.02 * len(high):
            continue
        text = head.decode(codec, "replace")
        if "\x00" not in text and any(mark in text for mark in "\n\r,\t;，"):
            return codec
    return ""


def _guessed(content: bytes, file: str) -> tuple[bytes, str, int]:
    """UTF-8 or GB18030, whichever loses no more than a few characters."""
    # A few broken bytes in UTF-8 may be valid GB18030, but then everything else would read as nonsense.
    head = content[:_HEAD].decode("utf-8", "replace")
    codec, name = ("utf-8", "UTF-8") if head.count("\ufffd") < _foreign(head) / 2 else ("gb18030", "GB18030")
    text = content.decode(codec, "replace")
    lost = text.count("\ufffd")
    if lost > 1 + _TOLERATED * _foreign(text):
        raise AtlasError(Problem("unknown_encoding", {"file": file}))
    return text.encode(), name, lost


def _foreign(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _check_is_text(head: bytes, file: str) -> None:
    if not head.strip():
        raise AtlasError(Problem("empty_file", {"file": file}))
    if _MARKUP.match(head):
        raise not_a_spreadsheet(
            file, XML if head.lstrip()[:5].lower() == b"<?xml" and b"<html" not in head.lower() else WEB_PAGE
        )
    if len(_CONTROL.findall(head)) > 0.02 * len(head):
        raise not_a_spreadsheet(file, UNKNOWN)

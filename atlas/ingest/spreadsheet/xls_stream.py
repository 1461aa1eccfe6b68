"""The stream of records inside an old workbook, out of the compound file that holds it."""

import struct
from collections.abc import Iterator

_ENTRY = 128
_SMALLEST = 4096
"""Smaller streams lie elsewhere; no spreadsheet program writes a workbook so small."""


def workbook_stream(content: bytes) -> bytes:
    """The bytes of the stream "Workbook", empty where there is none.

    Raises ValueError or struct.error for a file whose tables do not fit together.
    """
    size = 1 << struct.unpack_from("<H", content, 30)[0]
    tables = [sector for sector in struct.unpack_from("<109I", content, 76) if sector < 0xFFFFFFFA]
    following = b"".join(_sector(content, size, sector) for sector in tables)
    after = struct.unpack(f"<{len(following) // 4}I", following[: len(following) // 4 * 4])
    directory = _chain(content, size, after, struct.unpack_from("<I", content, 48)[0])
    for place in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        entry = directory[place : place + _ENTRY]
        name = entry[: max(0, struct.unpack_from("<H", entry, 64)[0] - 2)].decode("utf-16-le", "replace")
        start, length = struct.unpack_from("<II", entry, 116)
        if name == "Workbook" and length >= _SMALLEST:
            return _chain(content, size, after, start)[:length]
    return b""


def records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The kinds and contents of the records from a place up to the end of its part, nested parts left out."""
    depth = 0
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth == 0:
            return
        if depth == 1:
            yield kind, stream[start + 4 : start + 4 + length]
        start += 4 + length


_BEGIN, _END = 0x0809, 0x000A


def _sector(content: bytes, size: int, number: int) -> bytes:
    return content[(number + 1) * size : (number + 2) * size]


def _chain(content: bytes, size: int, after: tuple[int, ...], start: int) -> bytes:
    sectors = []
    while start < len(after):
        sectors.append(_sector(content, size, start))
        if len(sectors) > len(after):
            raise ValueError("a chain of sectors without end")
        start = after[start]
    return b"".join(sectors)

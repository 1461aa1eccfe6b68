"""The stream of records inside an old workbook, out of the compound file that holds it."""

import struct
from collections.abc import Iterator

_ENTRY = 128
_SMALLEST = 4096
"""Smaller streams lie together in one large one, in small sectors with a table of their own."""


def workbook_stream(content: bytes) -> bytes:
    """The bytes of the stream "Workbook", empty where there is none.

    Raises ValueError or struct.error for a file whose tables do not fit together.
    """
    size, small = (1 << shift for shift in struct.unpack_from("<HH", content, 30))
    sectors = memoryview(content)[size:]
    tables = [sector for sector in struct.unpack_from("<109I", content, 76) if sector < 0xFFFFFFFA]
    after = _numbers(b"".join(_sector(sectors, size, sector) for sector in tables))
    directory = _chain(sectors, size, after, struct.unpack_from("<I", content, 48)[0])
    start, length = _stream(directory, "Workbook")
    if length >= _SMALLEST:
        return _chain(sectors, size, after, start)[:length]
    if not length:
        return b""
    within = memoryview(_chain(sectors, size, after, _stream(directory, "Root Entry")[0]))
    small_after = _numbers(_chain(sectors, size, after, struct.unpack_from("<I", content, 60)[0]))
    return _chain(within, small, small_after, start)[:length]


def _stream(directory: bytes, wanted: str) -> tuple[int, int]:
    """The first sector and the length of a stream; of one that is not there, 0 and 0."""
    for place in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        entry = directory[place : place + _ENTRY]
        name = entry[: max(0, struct.unpack_from("<H", entry, 64)[0] - 2)].decode("utf-16-le", "replace")
        if name == wanted:
            start, length = struct.unpack_from("<II", entry, 116)
            return start, length
    return 0, 0


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


def _numbers(table: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])


def _sector(sectors: memoryview, size: int, number: int) -> memoryview:
    return sectors[number * size : (number + 1) * size]


def _chain(sectors: memoryview, size: int, after: tuple[int, ...], start: int) -> bytes:
    found: list[memoryview] = []
    while start < len(after):
        found.append(_sector(sectors, size, start))
        if len(found) > len(after):
            raise ValueError("a chain of sectors without end")
        start = after[start]
    return b"".join(found)

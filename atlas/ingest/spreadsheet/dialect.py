"""Which character separates the cells of a text, and how many there are in a row."""

import csv
from collections import Counter
from dataclasses import dataclass

FULL_WIDTH_COMMA = "，"
_CANDIDATES = (",", "\t", ";", "|", FULL_WIDTH_COMMA)
_LINES = 300
_BYTES = 262_144


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the cells of a text are told apart; `columns` is how many most rows have."""

    delimiter: str
    columns: int


def dialect_of(data: bytes, delimiter: str = "") -> Dialect:
    """The delimiter under which most of the first rows have the same number of cells, unless it is given.

    >>> dialect_of("区划；备注\t数值\\n云岩区，甲\t5\\n".encode())
    Dialect(delimiter='\\t', columns=2)
    """
    head = data[:_BYTES]
    if len(head) < len(data):
        head = head[: head.rfind(b"\n") + 1] or head
    lines = head.decode("utf-8", "ignore").split("\n")[:_LINES]
    if lines[-1] == "" and len(lines) > 1:
        del lines[-1]
    return max((_tried(lines, each) for each in delimiter or _CANDIDATES), key=lambda tried: tried[0])[1]


def _tried(lines: list[str], delimiter: str) -> tuple[tuple[bool, int, int], Dialect]:
    widths, fits = _widths(lines, delimiter)
    several = {width: rows for width, rows in Counter(widths).items() if width > 1}
    if not several:
        return (False, 0, 0), Dialect(delimiter, 1)
    width, rows = max(several.items(), key=lambda each: (each[1], each[0]))
    return (fits, rows, width), Dialect(delimiter, width)


def _widths(lines: list[str], delimiter: str) -> tuple[list[int], bool]:
    """How many cells each row would have, and whether every quotation mark is where it may be."""
    widths: list[int] = []
    reader = csv.reader([f"{line}\n" for line in lines], delimiter=delimiter, strict=True)
    try:
        widths.extend(len(row) for row in reader)
    except csv.Error:
        # A cell that is still open at the end may have been cut off with the head of the file.
        if reader.line_num < len(lines):
            return [line.count(delimiter) + 1 for line in lines], False
    return widths, True

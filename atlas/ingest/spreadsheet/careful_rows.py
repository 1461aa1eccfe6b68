"""Rows of a text that the fast reader refuses: quotation marks that are never closed."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator

LONGEST_CELL = 50
"""Lines that a quoted cell may have; beyond, its quotation mark is taken for an ordinary character."""

_REPAIRS = 1_000
_END = "\x00"


def careful_rows(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    """The cells of each row, quotation marks without a partner kept as they are.

    A blank line is a row without cells, and a quoted cell may hold line breaks. After very many faulty
    quotation marks all that follow are taken as plain characters, so that no file takes long.
    """
    source = _Lines(lines)
    for _ in range(_REPAIRS):
        yield from _closed_rows(source, delimiter)
        if not source.kept:
            return
        yield source.first_again().split(delimiter)
    while (line := source.next_line()) is not None:
        yield line.split(delimiter) if line else []


def _closed_rows(source: "_Lines", delimiter: str) -> Iterator[list[str]]:
    """Rows up to one whose quotation mark is not closed; its lines are then those that `source` kept."""
    reader = csv.reader(source, delimiter=delimiter)
    while True:
        source.kept.clear()
        try:
            row = next(reader)
        except (csv.Error, StopIteration):
            return
        if row and row[-1].endswith(_END):
            return
        yield row


class _Lines:
    """Lines that remember those of the row being read, so that they can be read again."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self.kept: deque[str] = deque()
        self._ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        """The next line, kept; the end is marked when none are left or a cell has grown too long."""
        if self._ended:
            self._ended = False
            raise StopIteration
        line = self.next_line() if len(self.kept) <= LONGEST_CELL else None
        if line is None:
            self._ended = True
            return _END
        self.kept.append(line)
        return line + "\n"

    def next_line(self) -> str | None:
        """The next line, None at the end."""
        return self._again.popleft() if self._again else next(self._lines, None)

    def first_again(self) -> str:
        """The first of the kept lines; the others are given back to be read again."""
        first = self.kept.popleft()
        self._again.extendleft(reversed(self.kept))
        self.kept.clear()
        self._ended = False
        return first

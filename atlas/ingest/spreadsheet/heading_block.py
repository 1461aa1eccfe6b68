"""Find the heading of a table: the rows that name its columns best."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from atlas.ingest.spreadsheet.cell_characters import plain
from atlas.ingest.spreadsheet.cell_units import read_unit_factor
from atlas.ingest.spreadsheet.column_meaning import NO_UNIT, ColumnReader, Meaning, is_unit
from atlas.ingest.spreadsheet.column_words import DIVISION_KINDS, Kind
from atlas.ingest.spreadsheet.period_forms import read_period
from atlas.ingest.spreadsheet.sheet import Sheet

SCANNED_ROWS = 40
_CUT = 0.5
"""What a heading loses that ends inside a merged cell."""
_UNNAMED = 1.0
"""What a heading loses that does not say itself which column names the division: the row above may."""
_MOST_ROWS = 4
_NUMBER = re.compile(r"[-+(]?[0-9][0-9,.]*[)%]?")
_COLUMN_NUMBER = re.compile(r"\(?([0-9]{1,3})\)?(?:=.*|栏)?")
_STUBS = frozenset(("甲", "乙", "丙", "丁", "a", "b", "c", "栏次", "行次", "序号", "编号"))
_NAMED = frozenset((Kind.CODE, *DIVISION_KINDS))
_DIVISION = _NAMED | {Kind.NAME_OR_UNIT}
_WEIGHTS = {
    Kind.VALUE: 2.0, Kind.MEASURE_NAME: 3.0, Kind.PERIOD: 2.0, Kind.YEAR: 1.0, Kind.MONTH: 1.0,
    Kind.UNIT: 1.0, Kind.REMARK: 1.0, Kind.SERIAL: 1.0, Kind.COMPARISON: 0.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """The rows of a heading, counted from 1, and what each column is for.

    `last` includes rows below the names that only state units or number the columns.
    """

    first: int
    last: int
    columns: tuple[Meaning, ...]
    score: float

    def has(self, *kinds: Kind) -> bool:
        """Whether a column is of one of these kinds."""
        return any(column.kind in kinds for column in self.columns)


def find_heading(sheet: Sheet, top: Sequence[tuple[str, ...]], reader: ColumnReader) -> HeadingBlock | None:
    """The best heading among the first rows of a sheet, or None where nothing names a table.

    A heading names the division or the period of its rows, and at least one column of figures.
    """
    usable = [may_name_columns(row) for row in top]
    best: HeadingBlock | None = None
    for first in range(len(top)):
        for last in range(first, min(first + _MOST_ROWS, len(top))):
            if not usable[last]:
                break
            if not any(top[first]) or not any(top[last]):
                continue
            block = _block(sheet, top, first, last, reader)
            if block is not None and (best is None or block.score > best.score + 0.01):
                best = block
    return _with_rows_below(best, top) if best is not None else None


def heading_above(
    sheet: Sheet, top: Sequence[tuple[str, ...]], below: int, reader: ColumnReader
) -> HeadingBlock | None:
    """The heading of a table with figures above row `below`, counted from 1; None if there is none."""
    rows = top[: below - 1]
    heading = find_heading(sheet, rows, reader)
    if heading is None or all(map(may_name_columns, rows[heading.last :])):
        return None
    return heading


def heading_parts(
    sheet: Sheet, top: Sequence[tuple[str, ...]], first: int, last: int
) -> list[tuple[str, ...]]:
    """The texts above each column, from the top down; a merged cell stands above each of its columns."""
    rows = [list(row) for row in top[first : last + 1]]
    merged = [area for area in sheet.merged if first + 1 <= area[0] <= last + 1 and area[3] > area[1]]
    for row_number, row in enumerate(rows[:-1]):
        if merged:
            for top_row, left, _, right in merged:
                if top_row == first + 1 + row_number:
                    row[left : min(right, len(row))] = [row[left - 1]] * (min(right, len(row)) - left)
            continue
        below = [any(texts) for texts in zip(*rows[row_number + 1 :], strict=True)]
        for column in range(1, len(row)):
            if not row[column] and below[column] and below[column - 1] and row[column - 1]:
                row[column] = row[column - 1]
    return [_distinct(texts) for texts in zip(*rows, strict=True)]


def _distinct(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _block(
    sheet: Sheet, top: Sequence[tuple[str, ...]], first: int, last: int, reader: ColumnReader
) -> HeadingBlock | None:
    parts = heading_parts(sheet, top, first, last)
    columns = tuple(reader.read(texts) if texts else Meaning(Kind.EMPTY) for texts in parts)
    as_headed, columns = columns, _with_division(columns, top[last + 1 :], reader)
    for meaning, texts in zip(columns, parts, strict=True):
        above = reader.read(texts[:-1]) if len(texts) > 1 else None
        if above is not None and above.kind in _DIVISION and meaning.kind not in _DIVISION | {above.kind}:
            return None  # a row of the table, not of its heading
    score = _score(columns, last - first) - _UNNAMED * (columns is not as_headed)
    score -= _CUT * any(area[0] <= last + 1 < area[2] for area in sheet.merged if area[0] > first)
    return HeadingBlock(first + 1, last + 1, columns, score) if score > 0 else None


def _with_division(
    columns: tuple[Meaning, ...], below: Sequence[tuple[str, ...]], reader: ColumnReader
) -> tuple[Meaning, ...]:
    """Where no heading says which column names the division, it is the first that holds divisions."""
    if any(column.kind in _DIVISION for column in columns):
        return columns
    for place, column in enumerate(columns):
        if column.kind in (Kind.UNKNOWN, Kind.EMPTY) and _holds_divisions(
            [row[place] for row in below], reader
        ):
            named = replace(column, kind=Kind.NAME)
            return (*columns[:place], named, *columns[place + 1 :])
    return columns


def _holds_divisions(cells: Sequence[str], reader: ColumnReader) -> bool:
    written = [cell for cell in cells if plain(cell)]
    return 2 * sum(map(reader.is_division, written)) > len(written)


def _score(columns: Sequence[Meaning], more_rows: int) -> float:
    """How much a heading says: columns that mean the same, for want of the row below, count once."""
    kinds = [column.kind for column in columns]
    by_row = Kind.MEASURE_NAME in kinds
    named = any(kind in _DIVISION for kind in kinds)
    figures = [column for column in columns if column.kind is Kind.FIGURE]
    measured = [column for column in figures if column.measure]
    across = [column for column in figures if not column.measure and not column.division]
    # A column 单位 beside divisions across the top holds units, so it is no sign that rows name divisions.
    placed = [column for column in figures if column.division and by_row and not _NAMED & set(kinds)]
    if not (measured or Kind.VALUE in kinds or across or placed):
        return 0.0
    if not (named or by_row or Kind.PERIOD in kinds or len(measured) > 1):
        return 0.0
    if (
        not named
        and not placed
        and not measured
        and not (by_row and Kind.VALUE in kinds)
        and not (by_row and across)
    ):
        return 0.0
    score = sum(_WEIGHTS.get(kind, 0.0) for kind in set(kinds)) + 3.0 * named
    score += 2.0 * len({(each.measure, each.period, each.relative, each.division) for each in measured})
    score += (
        0.2 * sum(each.unit != NO_UNIT for each in columns)
        + len(across)
        + (len(placed) if len(placed) > 1 else 0)
    )
    score += 0.2 * len({kind for kind in kinds if kind in _DIVISION})
    return score - 0.3 * more_rows


def may_name_columns(row: tuple[str, ...]) -> bool:
    """Whether a row holds no number other than a period, as a heading, a title or a blank row."""
    for cell in row:
        text = plain(cell)
        if text and _NUMBER.fullmatch(text) and read_period(text) is None:
            return False
    return True


def _with_rows_below(block: HeadingBlock, top: Sequence[tuple[str, ...]]) -> HeadingBlock:
    """Take in the rows below the names that state units (“人 | 件”) or number the columns (“甲 | 1 | 2”)."""
    columns, last = list(block.columns), block.last
    for row in top[block.last :]:
        written = [(place, text) for place, text in enumerate(map(plain, row)) if text]
        if not written:
            break
        if all(is_unit(text) or text.lower() in _STUBS for _, text in written):
            for place, text in written:
                if columns[place].unit == NO_UNIT and is_unit(text):
                    columns[place] = _with_unit(columns[place], text)
        elif not _numbers_columns([text for _, text in written]):
            break
        last += 1
    return HeadingBlock(block.first, last, tuple(columns), block.score)


def _with_unit(column: Meaning, text: str) -> Meaning:
    return replace(column, unit=read_unit_factor(text))


def _numbers_columns(texts: Sequence[str]) -> bool:
    numbers = [int(found[1]) for text in texts if (found := _COLUMN_NUMBER.fullmatch(text))]
    stubs = [text for text in texts if text.lower() in _STUBS]
    return (
        len(numbers) > 1
        and len(numbers) + len(stubs) == len(texts)
        and all(after == before + 1 for before, after in pairwise(numbers))
        and (bool(stubs) or numbers[0] == 1)
    )

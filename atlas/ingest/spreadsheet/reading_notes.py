"""What was understood of a file, in words for the person who sent it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from atlas.divisions import Division
from atlas.findings import Note, column_letter
from atlas.ingest.spreadsheet.column_meaning import TO_DATE, Meaning
from atlas.ingest.spreadsheet.column_words import DIVISION_KINDS, Kind
from atlas.ingest.spreadsheet.figures import ReadColumn
from atlas.ingest.spreadsheet.intake import Heading, Role, Vocabulary
from atlas.ingest.spreadsheet.period_forms import to_date
from atlas.ingest.spreadsheet.row_kinds import RowKind
from atlas.ingest.spreadsheet.sheet import ReadFile
from atlas.ingest.spreadsheet.table import Table
from atlas.ingest.spreadsheet.total_rows import TotalRow
from atlas.messages import N_
from atlas.periods import Period

DELIMITERS = {
    ",": N_("commas"), ";": N_("semicolons"), "\t": N_("tabs"), "，": N_("full-width commas"),
    "|": N_("bars"), "；": N_("full-width semicolons"),
}  # fmt: skip
SCALES = {100.0: "百", 1_000.0: "千", 10_000.0: "万", 100_000_000.0: "亿"}

_ROLES = {
    Kind.PERIOD: Role.PERIOD, Kind.YEAR: Role.PERIOD, Kind.MONTH: Role.PERIOD,
    Kind.MEASURE_NAME: Role.MEASURE_NAME, Kind.VALUE: Role.VALUE, Kind.UNIT: Role.UNIT,
    Kind.REMARK: Role.REMARK, Kind.CODE: Role.DIVISION, **dict.fromkeys(DIVISION_KINDS, Role.DIVISION),
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Understood:
    """Everything that the notes are about."""

    file: ReadFile
    table: Table
    other_sheets: tuple[str, ...]
    period: Period | None
    vocabulary: Vocabulary
    columns: Sequence[int]
    textual: Sequence[int]
    read: Sequence[ReadColumn]
    kinds: npt.NDArray[np.int8]
    totals: Sequence[TotalRow]
    place: Division | None


def shown_headings(understood: Understood) -> tuple[Heading, ...]:
    """Every column that has a heading, and what it stands for."""
    factors = {
        place: max(read.factor, read.row_factor)
        for place, read in zip(understood.columns, understood.read, strict=True)
    }
    return tuple(
        Heading(
            place + 1, column.text, _role(column, place in factors), column.measure, factors.get(place, 1.0)
        )
        for place, column in enumerate(understood.table.columns)
        if column.kind is not Kind.EMPTY
    )


def _role(column: Meaning, is_read: bool) -> Role:
    if column.kind is Kind.FIGURE:
        return (Role.MEASURE if column.measure else Role.VALUE) if is_read else Role.IGNORED
    return _ROLES.get(column.kind, Role.IGNORED)


def reading_notes(understood: Understood) -> Iterator[Note]:
    """How the file was read, where its table lies, what each column means, and what was left out."""
    yield from _file(understood)
    yield from _heading(understood)
    yield from _columns(understood)
    yield from _rows(understood)


def _file(understood: Understood) -> Iterator[Note]:
    file = understood.file
    if file.encoding:
        separator = DELIMITERS.get(file.delimiter, file.delimiter)
        yield Note(
            N_("Read as {encoding}, separated by {separator}"),
            {"encoding": file.encoding, "separator": separator},
        )
    if understood.other_sheets:
        yield Note(
            N_("The sheet “{sheet}” was read; left out: {others}"),
            {"sheet": understood.table.sheet.name, "others": tuple(understood.other_sheets[:20])},
        )


def _heading(understood: Understood) -> Iterator[Note]:
    heading = understood.table.heading
    rows = heading.last - heading.first + 1
    if rows == 1:
        yield Note(N_("The heading is in row {row}"), {"row": heading.first})
    else:
        yield Note(N_("{count} heading rows, from row {row}"), {"count": rows, "row": heading.first})
    if understood.place is not None:
        yield Note(N_("All figures are for {division}"), {"division": understood.place})
    if understood.period is None or understood.table.of(Kind.PERIOD, Kind.YEAR, Kind.MONTH):
        return
    around = understood.table.surroundings
    if all(understood.table.columns[place].period for place in understood.columns) and understood.columns:
        return
    source = around.period_from if around.period is not None else N_("the choice made here")
    yield Note(N_("Period {period} from {source}"), {"period": understood.period, "source": source})


def _columns(understood: Understood) -> Iterator[Note]:
    definitions, table = understood.vocabulary.definitions, understood.table
    for place, read in zip(understood.columns, understood.read, strict=True):
        column = table.columns[place]
        shown: dict[str, object] = {"column": column_letter(place + 1), "heading": column.text}
        measure = definitions.measures.get(column.measure)
        period = _period_of(column, understood.period)
        if measure is not None and period is not None:
            yield Note(
                N_("Column {column} {heading} → {measure}, {period}"),
                {**shown, "measure": measure, "period": period},
            )
        elif measure is not None:
            yield Note(N_("Column {column} {heading} → {measure}"), {**shown, "measure": measure})
        if read.factor in SCALES:
            yield Note(N_("Column {column}: numbers in {scale}"), {**shown, "scale": SCALES[read.factor]})
    own = max((read.row_factor for read in understood.read), default=1.0)
    if own in SCALES:
        yield Note(N_("Numbers in {scale} where the row says so"), {"scale": SCALES[own]})
    left = [*table.of(Kind.SERIAL, Kind.COMPARISON, Kind.BESIDE), *understood.textual]
    left += [place for place in table.of(Kind.FIGURE) if place not in understood.columns]
    if left:
        named = tuple(
            f"{column_letter(place + 1)} {table.columns[place].text}" for place in sorted(left)[:20]
        )
        yield Note(N_("Columns left out: {columns}"), {"columns": named})


def _period_of(column: Meaning, around: Period | None) -> Period | None:
    if column.period is None and column.relative == TO_DATE and around is not None:
        return to_date(around)
    return column.period


def _rows(understood: Understood) -> Iterator[Note]:
    kinds = understood.kinds
    if understood.totals:
        yield Note(
            N_("Rows of totals, checked and not added: {rows}"),
            {"rows": _listed(understood, [total.row for total in understood.totals])},
        )
    for kind, message in (
        (RowKind.AMONG, N_("Rows of “其中” without a division, left out: {rows}")),
        (RowKind.HEADING, N_("Repeated headings, left out: {rows}")),
        (RowKind.NOTE, N_("Notes, left out: {rows}")),
    ):
        rows = np.flatnonzero(kinds == kind).tolist()
        if rows:
            yield Note(message, {"rows": _listed(understood, rows)})


def _listed(understood: Understood, rows: Sequence[int]) -> tuple[str, ...]:
    shown = tuple(str(row + understood.table.start + 1) for row in rows[:12])
    return (*shown, "…") if len(rows) > len(shown) else shown

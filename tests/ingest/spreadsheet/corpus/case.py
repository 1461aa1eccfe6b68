"""One ugly file: what is odd about it, and what must be understood nevertheless."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import xlsxwriter

Cell = str | int | float | None


@dataclass(frozen=True)
class UglyFile:
    """`figures` are lines of “cell division measure period value”; `totals` add “first-last”, the rows
    summed.

    `found` are lines of “rule cell”. A figure without a value shows its status. `notes` are some of the
    sentences that say what was understood.
    """

    name: str
    why: str
    content: bytes
    figures: str
    file_name: str = "上报.csv"
    totals: str = ""
    found: str = ""
    notes: tuple[str, ...] = ()
    within: str | None = None
    period: str | None = None
    division_aliases: Mapping[str, str] = field(default_factory=dict)
    column_aliases: Mapping[str, str] = field(default_factory=dict)


def text(table: str, encoding: str = "utf-8") -> bytes:
    """A text file as a spreadsheet program saves it."""
    return table.lstrip("\n").encode(encoding)


def workbook(
    *sheets: Sequence[Sequence[Cell]], merged: Sequence[str] = (), names: Sequence[str] = (),
    formats: Mapping[str, str] | None = None,
) -> bytes:  # fmt: skip
    """An XLSX file; `merged` are ranges of the first sheet (“C3:E3”), `formats` number formats by column."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for number, rows in enumerate(sheets):
            sheet = book.add_worksheet(names[number] if names else f"Sheet{number + 1}")
            for column, shown in (formats or {}).items():
                sheet.set_column(f"{column}:{column}", 10, book.add_format({"num_format": shown}))
            for row_number, row in enumerate(rows):
                for column_number, cell in enumerate(row):
                    letter = chr(ord("A") + column_number)
                    own = (
                        book.add_format({"num_format": formats[letter]})
                        if formats and letter in formats
                        else None
                    )
                    if cell is not None:
                        sheet.write(
                            row_number, column_number, cell, own if not isinstance(cell, str) else None
                        )
            for area in merged if number == 0 else ():
                first = area.split(":")[0]
                at = ord(first[0]) - ord("A"), int(first[1:]) - 1
                sheet.merge_range(area, rows[at[1]][at[0]])
    return file.getvalue()

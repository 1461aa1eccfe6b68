"""The uploaded spreadsheet again, every cell in its place, with colours and comments where it is at fault."""

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from atlas.divisions import Divisions
from atlas.export.cell_faults import Place, cell_severities, comments
from atlas.export.problem_sheet import write_problems
from atlas.export.sheet_style import (
    MOST_COLUMNS,
    MOST_ROWS,
    SEVERITY_COLOURS,
    SUBHEADING,
    Book,
    cell_text,
    comment_options,
    sheet_name,
    text_width,
)
from atlas.findings import Severity
from atlas.ingest.spreadsheet.intake import Role
from atlas.ingest.spreadsheet.sheet import Sheet
from atlas.language import Language
from atlas.problems import AtlasError, Problem
from atlas.validate import Checked

MOST_COMMENTS = 5_000
"""With more comments than this spreadsheet programs take minutes to open a file."""
SLICE = 20_000
"""Rows held as Python texts at a time."""
STREAMED = 20_000
"""Files of more rows are written as they come, which takes little memory but cannot merge cells."""
_MOST_MERGED, _LARGEST_MERGED = 2_000, 20_000
"""Merged ranges and their cells: a hostile file may merge millions."""
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?", re.ASCII)
_SAMPLE, _NARROW, _WIDE = 200, 8.0, 42.0


def marked_spreadsheet(checked: Checked, language: Language, divisions: Divisions | None = None) -> bytes:
    """An XLSX file with the sheets of the upload and a list of all problems behind them.

    Every text stays text; numbers in the columns of figures are numbers. Errors, warnings and notes have
    colours of their own, and a comment each up to `MOST_COMMENTS`, errors first; the list has all of them,
    with links. `divisions` give names to suggested codes.

    Raises:
        AtlasError: `too_large_to_mark` where the file has more rows or columns than a sheet.
    """
    sheets = checked.intake.file.sheets
    _require_room(checked, sheets)
    own = checked.intake.sheet
    book = Book(language.code, streamed=any(sheet.rows > STREAMED for sheet in sheets))
    target = ""
    severities = cell_severities(checked.findings)
    noted = dict(islice(severities.items(), MOST_COMMENTS))
    for sheet in sheets if any(each is own for each in sheets) else (own,):
        names = [each.get_name() for each in book.file.worksheets()]
        written = book.file.add_worksheet(sheet_name(sheet.name, names))
        if sheet is own:
            target = written.get_name()
            texts = comments(checked.findings, noted, language, divisions)
            _write_sheet(book, written, sheet, checked, severities)
            for (row, column), text in texts.items():
                written.write_comment(row - 1, column - 1, cell_text(text), comment_options(text))
            written.activate()
        else:
            _write_sheet(book, written, sheet, None, {})
    write_problems(book, checked, _remarks(checked, severities, language), target, language, divisions)
    return book.content()


def _require_room(checked: Checked, sheets: Sequence[Sheet]) -> None:
    if any(sheet.rows > MOST_ROWS or len(sheet.columns) > MOST_COLUMNS for sheet in sheets):
        raise AtlasError(Problem("too_large_to_mark", {"file": checked.intake.file.file_name}))


def _remarks(checked: Checked, severities: Mapping[Place, Severity], language: Language) -> list[str]:
    counts = checked.counts
    said = [
        language.plural("{count} error", "{count} errors", counts[Severity.ERROR]),
        language.plural("{count} warning", "{count} warnings", counts[Severity.WARNING]),
        language.plural("{count} note", "{count} notes", counts[Severity.NOTE]),
    ]
    remarks = [language.text("; ").join(said)]
    if len(severities) > MOST_COMMENTS:
        remarks.append(
            language.text(
                "Comments are in the first {count} of {all} coloured cells, the worst first. "
                "This list has everything.",
                count=language.number(MOST_COMMENTS),
                all=language.number(len(severities)),
            )
        )
    return remarks


def _write_sheet(
    book: Book, written: Any, sheet: Sheet, checked: Checked | None, marks: Mapping[Place, Severity]
) -> None:
    looks = {severity: book.look(bg_color=colour, border=1, border_color="#C0C7D0")
             for severity, colour in SEVERITY_COLOURS.items()}  # fmt: skip
    plain, heading = book.look(), book.look(bold=True, bg_color=SUBHEADING, text_wrap=True)
    headings = set(checked.intake.heading_rows) if checked else set()
    numeric = _figure_columns(checked)
    marked: dict[int, dict[int, Severity]] = {}
    for (row, column), severity in marks.items():
        marked.setdefault(row, {})[column] = severity
    for column, width in enumerate(_widths(sheet)):
        written.set_column(column, column, width)
    for start in range(0, sheet.rows, SLICE):
        for row, cells in enumerate(_slice(sheet, start), start + 1):
            here = marked.get(row, {})
            usual = heading if row in headings else plain
            for column, text in enumerate(cells, 1):
                look = looks[here[column]] if column in here else usual
                if text and column in numeric and row not in headings and _NUMBER.fullmatch(text):
                    written.write_number(row - 1, column - 1, float(text), look)
                elif text:
                    written.write_string(row - 1, column - 1, cell_text(text), look)
                elif column in here:
                    written.write_blank(row - 1, column - 1, None, look)
    if checked and sheet.rows:
        written.freeze_panes(max(headings, default=0), 0)
        written.ignore_errors({"number_stored_as_text": f"A1:XFD{sheet.rows}"})
    _merge(book, written, sheet, marks)


def _slice(sheet: Sheet, start: int) -> Any:
    return zip(*(column.slice(start, SLICE).to_pylist() for column in sheet.columns), strict=True)


def _figure_columns(checked: Checked | None) -> set[int]:
    if checked is None:
        return set()
    figures = (Role.MEASURE, Role.VALUE)
    return {heading.column for heading in checked.intake.headings if heading.role in figures}


def _widths(sheet: Sheet) -> list[float]:
    """Wide enough for what the first rows hold; titles above the table may run over."""
    widths = []
    for column in sheet.columns:
        texts = [str(each) for each in column.slice(0, _SAMPLE).to_pylist()]
        fitting = [text_width(text) for text in texts if text_width(text) <= _WIDE]
        widths.append(max(_NARROW, min(max(fitting, default=0) * 1.1 + 2, _WIDE)))
    return widths


def _merge(book: Book, written: Any, sheet: Sheet, marks: Mapping[Place, Severity]) -> None:
    """Merge as the file does, except over marks, which would disappear."""
    if sheet.rows > STREAMED:
        return
    taken: set[Place] = set()
    for first_row, first_column, last_row, last_column in sheet.merged[:_MOST_MERGED]:
        inside = last_row <= sheet.rows and last_column <= len(sheet.columns)
        size = (last_row - first_row + 1) * (last_column - first_column + 1)
        if not inside or not 1 < size <= _LARGEST_MERGED:
            continue
        rows, columns = range(first_row, last_row + 1), range(first_column, last_column + 1)
        cells = {(row, column) for row in rows for column in columns}
        if cells & taken or any(place in marks for place in cells):
            continue
        taken |= cells
        look = book.look(bold=True, align="center", text_wrap=True)
        text = cell_text(str(sheet.columns[first_column - 1][first_row - 1]))
        written.merge_range(first_row - 1, first_column - 1, last_row - 1, last_column - 1, "", look)
        written.write_string(first_row - 1, first_column - 1, text, look)

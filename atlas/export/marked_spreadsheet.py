"""The uploaded spreadsheet again, every cell in its place, with colours and comments where it is at fault."""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from atlas.export.cell_faults import Meanings, Place, cell_severities, comments, unsaid
from atlas.export.problem_sheet import write_problems
from atlas.export.sheet_style import (
    A4,
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

SLICE = 20_000
"""Rows held as Python texts at a time."""
STREAMED = 1_000_000
"""A file of more cells is written row by row: in little memory and twice the time, and merging nothing."""
_MOST_MERGED, _LARGEST_MERGED = 2_000, 20_000
"""Merged ranges and their cells: a hostile file may merge millions."""
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,10})?", re.ASCII)
_SAMPLE, _NARROW, _WIDE = 200, 8.0, 42.0


def marked_spreadsheet(checked: Checked, language: Language, known: Meanings | None = None) -> bytes:
    """An XLSX file with the sheets of the upload and a list of all problems behind them.

    Every text stays text; numbers in the columns of figures are numbers. Errors, warnings and notes have
    colours of their own, and a comment each, up to a limit, errors first; the list has all of them, with
    links. `known` gives names to suggested codes and ids.

    Raises:
        AtlasError: `too_large_to_mark` where the file has more rows or columns than a sheet.
    """
    file = checked.intake.file
    sheets = file.sheets
    _require_room(checked, sheets)
    own = checked.intake.sheet
    streamed = sum(sheet.rows * len(sheet.columns) for sheet in sheets) > STREAMED
    book = Book(language.code, streamed=streamed)
    target = ""
    severities = cell_severities(checked.findings)
    for sheet in sheets if any(each is own for each in sheets) else (own,):
        names = [each.get_name() for each in book.file.worksheets()]
        written = book.file.add_worksheet(sheet_name(sheet.name or PurePath(file.file_name).stem, names))
        if sheet is own:
            target = written.get_name()
            texts = comments(checked.findings, severities, language, known)
            _write_sheet(book, written, sheet, checked, severities)
            for (row, column), text in texts.items():
                written.write_comment(row - 1, column - 1, cell_text(text), comment_options(text))
            written.activate()
        else:
            _write_sheet(book, written, sheet, None, {})
    write_problems(book, checked, _remarks(checked, severities, language), target, language, known)
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
    return [language.text("; ").join(said), *unsaid(len(severities), language)]


def _write_sheet(
    book: Book, written: Any, sheet: Sheet, checked: Checked | None, marks: Mapping[Place, Severity]
) -> None:
    headings = set(checked.intake.heading_rows) if checked else set()
    first, last = min(headings, default=1), checked.intake.last_row if checked else 0
    for column, width in enumerate(_widths(sheet, first)):
        written.set_column(column, column, width)
    fills = {
        severity: book.look(bg_color=colour, border=1, border_color="#C0C7D0")
        for severity, colour in SEVERITY_COLOURS.items()
    }
    marked: dict[int, dict[int, Any]] = {}
    for (row, column), severity in marks.items():
        marked.setdefault(row, {})[column] = fills[severity]
    plain, table = book.look(), book.lined()
    heading = book.lined(bold=True, bg_color=SUBHEADING, text_wrap=True)
    figures, none = _figure_columns(checked), set[int]()
    for start in range(0, sheet.rows, SLICE):
        for row, cells in enumerate(_slice(sheet, start), start + 1):
            if row in headings:
                _write_row(written, row, cells, none, heading, marked.get(row, {}))
            else:
                usual = table if first < row <= last else plain
                _write_row(written, row, cells, figures, usual, marked.get(row, {}))
    if checked and sheet.rows:
        written.freeze_panes(max(headings, default=0), 0)
        written.set_landscape()
        written.set_paper(A4)
        written.fit_to_pages(1, 0)
        written.ignore_errors({"number_stored_as_text": f"A1:XFD{sheet.rows}"})
    if not book.streamed:
        _merge(book, written, sheet, marks)


def _write_row(
    written: Any, row: int, cells: Sequence[str], figures: set[int], usual: Any, looks: Mapping[int, Any]
) -> None:
    """One row; `looks` are those of marked cells, `figures` the columns where numbers are numbers."""
    for column, text in enumerate(cells, 1):
        look = looks.get(column, usual)
        if not text:
            if look is not usual:
                written.write_blank(row - 1, column - 1, None, look)
        elif column in figures and _NUMBER.fullmatch(text):
            written.write_number(row - 1, column - 1, float(text), look)
        else:
            written.write_string(row - 1, column - 1, cell_text(text), look)


def _slice(sheet: Sheet, start: int) -> Any:
    return zip(*(column.slice(start, SLICE).to_pylist() for column in sheet.columns), strict=True)


def _figure_columns(checked: Checked | None) -> set[int]:
    if checked is None:
        return set()
    figures = (Role.MEASURE, Role.VALUE)
    return {heading.column for heading in checked.intake.headings if heading.role in figures}


def _widths(sheet: Sheet, first: int) -> list[float]:
    """Wide enough for the first rows of the table; titles above it, before row `first`, may run over."""
    widths = []
    for column in sheet.columns:
        texts = [str(each) for each in column.slice(first - 1, _SAMPLE).to_pylist()]
        fitting = [text_width(text) for text in texts if text_width(text) <= _WIDE]
        widths.append(max(_NARROW, min(max(fitting, default=0) * 1.1 + 2, _WIDE)))
    return widths


def _merge(book: Book, written: Any, sheet: Sheet, marks: Mapping[Place, Severity]) -> None:
    """Merge as the file does, except over marks, which would disappear."""
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

"""Exhibits as a workbook: a sheet for each view with all its figures, and a list of them in front."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import isfinite, isnan
from numbers import Real
from typing import Any

import pandas as pd

from atlas.export import sheet_style
from atlas.export.legible import legible
from atlas.export.said import address, facts_of, invented_in_file, invented_in_view
from atlas.export.sheet_style import DECIMAL, WHOLE, Book, cell_text, lines_of, sheet_name, text_width
from atlas.language import Language
from atlas.views.exhibit import Exhibit, Fact
from atlas.views.palette import ACCENT, SECONDARY

_NARROW, _WIDE, _LISTED, _MEASURED = 9, 60, 26, 400
"""Widths of columns, that of the contents among them, and how many cells are looked at for it."""
_FACTS_BELOW = 12
"""Rows kept free below a table for what must be said with it."""


@dataclass(frozen=True, eq=False)
class _Part:
    """What of an exhibit one sheet holds: the rows from `first` on."""

    exhibit: Exhibit
    sheet: str
    first: int
    rows: pd.DataFrame
    more: bool


def workbook_file(
    exhibits: Sequence[Exhibit],
    base: str,
    language: Language,
    progress: Callable[[float], None] = lambda _: None,
) -> bytes:
    """The workbook as an XLSX file; `base` is the address of the atlas, `progress` is told shares of 1.

    No row is left out: a table longer than a sheet goes on on the next one, and both say so.
    """
    book = Book(language.code)
    parts = tuple(_parts(exhibits, language))
    contents = language.text("Contents")
    _contents(book, contents, parts, base, language)
    for place, part in enumerate(parts):
        _Sheet(book, part, contents, base, language).write()
        progress((place + 1) / len(parts))
    return book.content()


def _parts(exhibits: Sequence[Exhibit], language: Language) -> Iterator[_Part]:
    taken = [language.text("Contents")]
    for number, exhibit in zip(count(1), exhibits, strict=False):
        most = max(1, sheet_style.MOST_ROWS - _head_rows(exhibit) - _FACTS_BELOW - len(exhibit.facts))
        total = len(exhibit.table)
        for first in range(0, max(total, 1), most):
            name = sheet_name(f"{number} {exhibit.title}", taken)
            taken.append(name)
            rows = exhibit.table.iloc[first : first + most]
            yield _Part(exhibit, name, first, rows, more=first + most < total)


def _head_rows(exhibit: Exhibit) -> int:
    """Title, sentence and mark above the table, and an empty line."""
    return 4 if exhibit.invented else 3


def _contents(book: Book, name: str, parts: Sequence[_Part], base: str, language: Language) -> None:
    """The first sheet: every view with its facts, its sheet and its link."""
    sheet: Any = book.file.add_worksheet(name)
    labels = list(dict.fromkeys(fact.label for part in parts for fact in facts_of(part.exhibit, language)))
    headings = [
        language.text("Sheet"),
        language.text("View"),
        *labels,
        language.text("Figures"),
        language.text("Link"),
    ]
    sheet.write_string(0, 0, language.text("Public Legal Service Atlas"), book.look(bold=True, font_size=15))
    if invented := invented_in_file([part.exhibit for part in parts], language):
        sheet.write_string(1, 0, invented, book.look(bold=True, font_color=ACCENT))
    for column, heading in enumerate(headings):
        sheet.write_string(3, column, cell_text(legible(heading)), book.heading(align="left"))
    link, plain = book.lined(font_color="#1F4E8C", underline=1), book.lined(text_wrap=True, valign="top")
    for line, part in enumerate(parts, 4):
        facts = {fact.label: fact.text for fact in facts_of(part.exhibit, language)}
        quoted = part.sheet.replace("'", "''")
        sheet.write_url(line, 0, f"internal:'{quoted}'!A1", link, part.sheet)
        kind = language.text("invented") if part.exhibit.invented else language.text("published")
        texts = [part.exhibit.title, *(facts.get(label, "") for label in labels), kind]
        sheet.set_row(line, 14.5 * max(lines_of(text, _LISTED) for text in texts))
        for column, text in enumerate(texts, 1):
            sheet.write_string(line, column, cell_text(legible(text)), plain)
        _link(
            sheet,
            line,
            len(headings) - 1,
            address(part.exhibit, base, language),
            book,
            link,
            language.text("Open this view"),
        )
    sheet.set_column(0, len(headings) - 1, _LISTED)
    sheet.freeze_panes(4, 1)
    _print_across(sheet)


def _link(
    sheet: Any, line: int, column: int, to: str, book: Book, look: Any, words: str | None = None
) -> None:
    """A link that opens; one longer than the format allows stands there as text."""
    if sheet.write_url(line, column, to, look, words) < 0:
        sheet.write_string(line, column, cell_text(to), book.lined())


def _print_across(sheet: Any) -> None:
    """A sheet prints on A4 lying, as many pages long as it needs and one wide."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(sheet_style.A4)
    sheet.fit_to_pages(1, 0)


class _Sheet:
    def __init__(self, book: Book, part: _Part, contents: str, base: str, language: Language) -> None:
        self._book, self._part, self._contents = book, part, contents
        self._base, self._language = base, language
        self._sheet: Any = book.file.add_worksheet(part.sheet)
        self._first = _head_rows(part.exhibit)
        self._shortened = 0

    def write(self) -> None:
        self._head()
        for column, name in enumerate(self._part.rows.columns):
            self._column(column, str(name), self._part.rows.iloc[:, column])
        self._foot()
        _print_across(self._sheet)
        self._sheet.repeat_rows(self._first)
        if len(self._part.rows.columns):
            self._sheet.freeze_panes(self._first + 1, 0)
        if len(self._part.rows):
            last = len(self._part.rows.columns) - 1
            self._sheet.autofilter(self._first, 0, self._first + len(self._part.rows), last)

    def _head(self) -> None:
        exhibit = self._part.exhibit
        self._say(0, exhibit.title, bold=True, font_size=14)
        self._say(1, exhibit.sentence)
        if invented := invented_in_view(exhibit, self._language):
            self._say(2, invented, bold=True, font_color=ACCENT)

    def _column(self, column: int, name: str, cells: "pd.Series[Any]") -> None:
        book, sheet = self._book, self._sheet
        sheet.write_string(self._first, column, cell_text(legible(name)), book.heading(align="left"))
        sampled = [self._sample(cell) for cell in cells.head(_MEASURED)]
        sheet.set_column(column, column, max(min(max(map(text_width, [name, *sampled])) + 2, _WIDE), _NARROW))
        numbers = [number for cell in cells if (number := _number(cell)) is not None]
        whole = all(number.is_integer() for number in numbers)
        number_look, plain = book.lined(num_format=WHOLE if whole else DECIMAL), book.lined()
        for line, cell in enumerate(cells, self._first + 1):
            number = _number(cell)
            if number is not None:
                sheet.write_number(line, column, number, number_look)
            elif _is_missing(cell):
                sheet.write_blank(line, column, None, plain)
            else:
                text = legible(str(cell))
                self._shortened += len(text) > sheet_style.LONGEST
                sheet.write_string(line, column, cell_text(text), plain)

    @staticmethod
    def _sample(cell: Any) -> str:
        return f"{cell:,.2f}" if isinstance(cell, float) else str(cell)

    def _foot(self) -> None:
        words, part = self._language, self._part
        line = self._first + len(part.rows) + 2
        if not len(part.rows):
            self._say(line, words.text("There are no figures in this view."), font_color=SECONDARY)
            line += 2
        for note in self._limits():
            self._say(line, note, bold=True, font_color=ACCENT)
            line += 1
        facts = (*facts_of(part.exhibit, words), Fact(words.text("Link"), ""))
        for fact in facts:
            self._say(line, fact.label, font_color=SECONDARY)
            if fact.text:
                self._sheet.write_string(line, 1, cell_text(legible(fact.text)), self._book.look())
            line += 1
        look = self._book.look(font_color="#1F4E8C", underline=1)
        _link(self._sheet, line - 1, 1, address(part.exhibit, self._base, words), self._book, look)
        quoted = self._contents.replace("'", "''")
        self._sheet.write_url(line, 0, f"internal:'{quoted}'!A1", look, self._contents)

    def _limits(self) -> list[str]:
        """What the format could not hold in one piece."""
        words, part = self._language, self._part
        notes = []
        if part.first:
            notes.append(
                words.text("These are the rows from {first} on.", first=words.number(part.first + 1))
            )
        if part.more:
            notes.append(words.text("A sheet holds no more rows; they go on on the next sheet."))
        if self._shortened:
            notes.append(
                words.plural(
                    "{count} text was longer than a cell can hold and ends with “…”.",
                    "{count} texts were longer than a cell can hold and end with “…”.",
                    self._shortened,
                )
            )
        return notes

    def _say(self, line: int, text: str, **look: object) -> None:
        self._sheet.write_string(line, 0, cell_text(legible(text)), self._book.look(**look))


def _number(cell: Any) -> float | None:
    """A cell as a number that a spreadsheet can hold, or None."""
    if isinstance(cell, bool) or not isinstance(cell, Real):
        return None
    return float(cell) if isfinite(cell) else None


def _is_missing(cell: Any) -> bool:
    return cell is None or cell is pd.NA or cell is pd.NaT or (isinstance(cell, float) and isnan(cell))

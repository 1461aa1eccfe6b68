"""The sheet of a template: headings, one row for each division, and what may be entered where."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from atlas.definitions import Definitions, Measure
from atlas.divisions import Division
from atlas.export.cell_faults import Fault
from atlas.export.measure_note import STATUS_WORDS, Form, entry_list, form_of, heading_text, misfit, note_on
from atlas.export.print_pages import EARLIER_WIDTH, FIGURE_WIDTH, set_up_pages
from atlas.export.sheet_style import (
    DECIMAL,
    SEVERITY_COLOURS,
    SUBHEADING,
    WHOLE,
    Book,
    cell_text,
    comment_options,
    lines_of,
    text_width,
)
from atlas.export.template_layout import (
    FIRST_ROW,
    HEADING_ROW,
    PERIOD_ROW,
    TITLE_ROW,
    TOPIC_ROW,
    Layout,
)
from atlas.findings import Severity
from atlas.language import Language
from atlas.messages import N_
from atlas.periods import PeriodKind
from atlas.views.palette import INK, SECONDARY

EDGE = "#7FAAD4"
_PREVIOUS_MONTH, _PREVIOUS_PERIOD = N_("Previous month"), N_("Previous period")
_MAY = {"format_columns": True, "format_rows": True, "select_locked_cells": True}


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a cell: a number, or a status in words."""

    value: float
    status: str = "value"


Cell = tuple[int, str]
"""A row's place and a measure, "" for the row's name."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a template says beyond its headings; `period` is a code, "" where each row has its own."""

    title: str
    period: str
    filled: Mapping[Cell, Entry]
    earlier: Mapping[Cell, Entry]
    faults: Mapping[Cell, Fault]


def write_sheet(
    book: Book, layout: Layout, definitions: Definitions, contents: Contents, language: Language
) -> None:
    """Add the sheet to the workbook."""
    _Writer(book, layout, definitions, contents, language).write()


class _Writer:
    def __init__(
        self, book: Book, layout: Layout, definitions: Definitions, contents: Contents, language: Language
    ) -> None:
        self._book, self._layout, self._definitions = book, layout, definitions
        self._contents, self._language = contents, language
        self._widths: list[float] = []
        self._sheet: Any = book.file.add_worksheet(language.text("Figures to report"))

    def write(self) -> None:
        self._titles()
        self._place_headings()
        self._topics()
        for place, measure in enumerate(self._layout.measures):
            self._measure_headings(place, measure)
            self._entries(place, measure)
        self._rows()
        self._finish()

    def _titles(self) -> None:
        text, look, sheet = self._language.text, self._book.look, self._sheet
        last = self._layout.column(len(self._layout.measures)) - 1
        sheet.set_row(TITLE_ROW, 30)
        sheet.write_string(TITLE_ROW, 0, cell_text(self._contents.title), look(bold=True, font_size=15))
        if self._contents.period:
            sheet.write_string(PERIOD_ROW, 0, text("Period"), look(bold=True))
            sheet.write_string(PERIOD_ROW, 1, self._contents.period, look(bold=True, align="left"))
        hint = text("Fill in the white cells; hold the pointer over a heading for its definition.")
        sheet.write_string(PERIOD_ROW, min(self._layout.first_column, last), hint, look(font_color=SECONDARY))
        sheet.set_row(PERIOD_ROW, 20)

    def _place_headings(self) -> None:
        text = self._language.text
        headings: list[tuple[str, float]] = [(text("Division code"), 13)]
        if self._layout.has_home:
            headings.append((text("Part of"), self._width(self._home(row.home) for row in self._layout.rows)))
        headings.append((text("Division"), self._width(self._name(row.name) for row in self._layout.rows)))
        if self._layout.has_period:
            headings.append((text("Period"), 12))
        for column, (heading, width) in enumerate(headings):
            self._sheet.merge_range(TOPIC_ROW, column, HEADING_ROW, column, heading, self._book.heading())
            self._sheet.set_column(column, column, width)
            self._widths.append(width)

    def _topics(self) -> None:
        numbered = enumerate(self._layout.measures)
        for topic, group in groupby(numbered, key=lambda each: each[1].topic):
            places = [place for place, _ in group]
            first, last = self._layout.column(places[0]), self._layout.column(places[-1]) + 1
            name = self._language.name(self._definitions.topics[topic])
            look = self._book.heading(align="left", indent=1, text_wrap=False)
            self._sheet.merge_range(TOPIC_ROW, first, TOPIC_ROW, last, name, look)
        self._sheet.set_row(TOPIC_ROW, 20)

    def _measure_headings(self, place: int, measure: Measure) -> None:
        unit, column = self._definitions.unit_of(measure), self._layout.column(place)
        heading = heading_text(measure, unit, self._language)
        look = self._book.heading(bg_color=SUBHEADING, font_color="#163D75")
        self._sheet.write_string(HEADING_ROW, column, heading, look)
        note = note_on(measure, unit, self._language)
        self._sheet.write_comment(HEADING_ROW, column, note, comment_options(note))
        period = self._layout.rows[0].period
        monthly = period is None or period.kind is PeriodKind.MONTH
        earlier = self._language.text(_PREVIOUS_MONTH if monthly else _PREVIOUS_PERIOD)
        self._sheet.write_string(
            HEADING_ROW, column + 1, earlier, self._book.quiet(text_wrap=True, align="center")
        )
        self._sheet.set_column(column, column, FIGURE_WIDTH)
        self._sheet.set_column(column + 1, column + 1, EARLIER_WIDTH)

    def _entries(self, place: int, measure: Measure) -> None:
        """The drop-down and the colour of what does not fit, for the whole column at once."""
        unit, column = self._definitions.unit_of(measure), self._layout.column(place)
        area = (FIRST_ROW, column, self._layout.last_row, column)
        self._sheet.data_validation(*area, entry_list(measure, unit, self._language))
        cell = xl_rowcol_to_cell(FIRST_ROW, column)
        wrong = self._book.file.add_format(
            {"bg_color": SEVERITY_COLOURS[Severity.ERROR], "font_color": "#8A1C0B"}
        )
        criteria = misfit(measure, unit, cell, self._language)
        self._sheet.conditional_format(*area, {"type": "formula", "criteria": criteria, "format": wrong})

    def _rows(self) -> None:
        rows = self._layout.rows
        for place, row in enumerate(rows):
            line = FIRST_ROW + place
            fault = self._contents.faults.get((place, ""))
            edge = self._edge(place)
            known = self._book.quiet(font_color=INK, indent=1, **edge)
            name = known if fault is None else self._faulty(fault, indent=1, **edge)
            self._sheet.set_row(line, 16)
            self._sheet.write_string(line, 0, row.code, name)
            if self._layout.has_home:
                self._sheet.write_string(line, 1, self._home(row.home), known)
            self._sheet.write_string(line, self._layout.name_column, cell_text(self._name(row.name)), name)
            if fault is not None:
                self._comment(line, self._layout.name_column, fault)
            if self._layout.has_period:
                self._sheet.write_string(line, self._layout.name_column + 1, str(row.period or ""), known)
            for column, measure in enumerate(self._layout.measures):
                self._figure(line, (place, measure.id), self._layout.column(column), measure)

    def _figure(self, line: int, cell: Cell, column: int, measure: Measure) -> None:
        whole = form_of(measure, self._definitions.unit_of(measure)) is Form.WHOLE
        number = {
            "num_format": WHOLE if whole else DECIMAL,
            "align": "right",
            **self._edge(cell[0]),
        }
        fault = self._contents.faults.get(cell)
        look = self._faulty(fault, **number) if fault else self._book.lined(locked=False, **number)
        self._write(line, column, self._contents.filled.get(cell), look)
        if fault is not None:
            self._comment(line, column, fault)
        self._write(line, column + 1, self._contents.earlier.get(cell), self._book.quiet(**number))

    def _write(self, line: int, column: int, entry: Entry | None, look: Any) -> None:
        if entry is None or (entry.status == "value" and not math.isfinite(entry.value)):
            self._sheet.write_blank(line, column, None, look)
        elif entry.status == "value":
            self._sheet.write_number(line, column, entry.value, look)
        else:
            word = STATUS_WORDS.get(entry.status, "")
            self._sheet.write_string(line, column, self._language.text(word), look)

    def _faulty(self, fault: Fault, **properties: object) -> Any:
        return self._book.lined(bg_color=SEVERITY_COLOURS[fault.severity], locked=False, **properties)

    def _edge(self, place: int) -> dict[str, object]:
        """A stronger line above the first row of each city."""
        rows = self._layout.rows
        is_first = place > 0 and rows[place].home != rows[place - 1].home
        return {"top": 1, "top_color": EDGE} if is_first else {}

    def _comment(self, line: int, column: int, fault: Fault) -> None:
        if fault.comment:
            self._sheet.write_comment(line, column, cell_text(fault.comment), comment_options(fault.comment))

    def _finish(self) -> None:
        layout, sheet = self._layout, self._sheet
        headings = [
            heading_text(each, self._definitions.unit_of(each), self._language) for each in layout.measures
        ]
        sheet.set_row(HEADING_ROW, 15 * max(2, *(lines_of(each, FIGURE_WIDTH) for each in headings)))
        sheet.freeze_panes(FIRST_ROW, layout.first_column)
        sheet.protect("", _MAY)
        sheet.hide_gridlines(2)
        set_up_pages(sheet, layout, self._widths, self._contents.title)

    def _name(self, name: Division | str) -> str:
        return name if isinstance(name, str) else self._language.name(name)

    def _home(self, home: tuple[Division, ...]) -> str:
        return "/".join(self._language.name(each) for each in home)

    def _width(self, texts: Iterator[str]) -> float:
        return min(max((text_width(text) for text in texts), default=8), 34) * 0.95 + 4

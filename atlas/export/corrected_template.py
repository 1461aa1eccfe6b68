"""A template with what was right in an uploaded file filled in, and what was wrong left to be filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
import pyarrow as pa

from atlas.definitions import Definitions
from atlas.divisions import Divisions
from atlas.export.cell_faults import Fault, Meanings, Place, cell_severities, comments, unsaid
from atlas.export.problem_sheet import write_problems
from atlas.export.sheet_style import MOST_ROWS, Book
from atlas.export.template import Figures, earlier_figures
from atlas.export.template_layout import FIRST_ROW, Layout, TemplateRow, home_of, in_topics
from atlas.export.template_sheet import Cell, Contents, Entry, write_sheet
from atlas.findings import Severity
from atlas.ingest.spreadsheet.intake import Role
from atlas.language import Language
from atlas.periods import Period
from atlas.problems import AtlasError, Problem
from atlas.validate import Checked

_WIDEST = 20_000
"""More columns than any sheet has, so that row × this + column names a cell."""


def corrected_template(
    divisions: Divisions,
    definitions: Definitions,
    store: Figures | None,
    checked: Checked,
    language: Language,
) -> bytes:
    """An XLSX file like the template of the same divisions, measures and periods.

    Figures without an error of their own are filled in, also those of rows that are rejected for another
    cell's sake. Cells with an error are empty, coloured and say why; figures with a warning stay, coloured.
    A place that could not be found keeps its row under the name as written. The second sheet lists
    everything that was found, what has no cell here (an unknown column) included.

    Raises:
        AtlasError: `too_large_to_mark` where the rows do not fit into a sheet.
    """
    sorting = _Sorting(divisions, definitions, checked, language)
    book = Book(language.code)
    file_name = checked.intake.file.file_name
    if sorting.layout.rows and sorting.layout.measures:
        if FIRST_ROW + len(sorting.layout.rows) > MOST_ROWS:
            raise AtlasError(Problem("too_large_to_mark", {"file": file_name}))
        write_sheet(book, sorting.layout, definitions, sorting.contents(store), language)
    remark = language.text("Rows and cells below are those of {file}.", file=file_name)
    remarks = [remark, *unsaid(len(sorting.severities), language)]
    write_problems(book, checked, remarks, "", language, sorting.known)
    return book.content()


@dataclass(frozen=True, eq=False)
class _Sorting:
    """Which figure of the file belongs into which cell of the template."""

    divisions: Divisions
    definitions: Definitions
    checked: Checked
    language: Language

    @cached_property
    def figures(self) -> pd.DataFrame:
        """Every figure of the file with its `place` among the template's rows; those without a measure go."""
        table = self.checked.intake.figures
        wanted = ["row", "column", "division", "measure", "period", "value", "status"]
        columns = {name: _plain(table[name]) for name in wanted}
        frame = pd.DataFrame(columns)
        frame = frame[frame.measure != ""].reset_index(drop=True)
        frame["who"] = frame.division.where(frame.division != "", "row " + frame.row.astype(str))
        frame["place"] = frame.groupby(["who", "period"], sort=False).ngroup()
        return frame

    @cached_property
    def layout(self) -> Layout:
        heads = self.figures.drop_duplicates("place").sort_values("place")
        named = [heading.column for heading in self.checked.intake.headings if heading.role is Role.DIVISION]
        rows = [
            self._row(division, period, row, named)
            for division, period, row in zip(heads.division, heads.period, heads.row, strict=True)
        ]
        measures = [self.definitions.measures[each] for each in self.figures.measure.unique()]
        return Layout(tuple(rows), in_topics(self.definitions, measures))

    def _row(self, code: str, period: str, row: int, named: list[int]) -> TemplateRow:
        when = Period.parse(period) if period else None
        if code in self.divisions:
            division = self.divisions[code]
            return TemplateRow(code, home_of(self.divisions, division, None), division, when)
        columns = self.checked.intake.sheet.columns
        written = [str(columns[column - 1][row - 1]) for column in named]
        return TemplateRow("", (), " ".join(text for text in written if text), when)

    @cached_property
    def severities(self) -> dict[Place, Severity]:
        """The cells of the file with an error or a warning, the worst first."""
        found = cell_severities(self.checked.findings)
        return {place: severity for place, severity in found.items() if severity is not Severity.NOTE}

    def contents(self, store: Figures | None) -> Contents:
        """Everything that the template says."""
        periods = {row.period for row in self.layout.rows}
        period = next(iter(periods)) if len(periods) == 1 else None
        title = self.language.text(
            "What was right in {file} is filled in; coloured cells have to be filled in again",
            file=self.checked.intake.file.file_name,
        )
        faults = self._faults()
        filled = {
            cell: entry
            for cell, entry in self._entries().items()
            if cell not in faults or faults[cell].severity is not Severity.ERROR
        }
        earlier = earlier_figures(store, self.layout)
        return Contents(title, str(period) if period else "", filled, earlier, faults)

    def _entries(self) -> Mapping[Cell, Entry]:
        known = self.figures[self.figures.status.isin(["value", "not_applicable", "suppressed"])]
        return {
            (place, measure): Entry(value, status)
            for place, measure, value, status in zip(
                known.place, known.measure, known.value, known.status, strict=True
            )
        }

    @property
    def known(self) -> Meanings:
        """What suggested codes and ids stand for."""
        return Meanings.to(self.checked, self.divisions, self.definitions)

    def _faults(self) -> dict[Cell, Fault]:
        """What is wrong with each cell of the template; what concerns a whole row is said at its name."""
        severities = self.severities
        texts = comments(self.checked.findings, severities, self.language, self.known)
        homes = self._homes(severities)
        faults: dict[Cell, Fault] = {}
        for place, severity in severities.items():
            for cell in homes.get(place, ()):
                before = faults.get(cell)
                said = (before.comment if before else "", texts.get(place, ""))
                text = "\n\n".join(each for each in said if each)
                faults[cell] = Fault(before.severity if before else severity, text)
        return faults

    def _homes(self, places: Mapping[Place, Severity]) -> dict[Place, list[Cell]]:
        """The cells of the template that stand for these cells of the file; a heading's has none."""
        figures = self.figures
        own = figures[np.isin(figures.row * _WIDEST + figures.column, [r * _WIDEST + c for r, c in places])]
        homes: dict[Place, list[Cell]] = {
            (row, column): [(place, measure)]
            for row, column, place, measure in zip(own.row, own.column, own.place, own.measure, strict=True)
        }
        concerned = figures[figures.row.isin({row for row, _ in places})].drop_duplicates(["row", "place"])
        names: dict[int, list[Cell]] = {}
        for row, place in zip(concerned.row, concerned.place, strict=True):
            names.setdefault(row, []).append((place, ""))
        return {place: homes.get(place) or names.get(place[0], []) for place in places}


def _plain(column: pa.ChunkedArray) -> object:
    if pa.types.is_dictionary(column.type):
        column = column.cast(pa.string())
    return column.to_pandas()

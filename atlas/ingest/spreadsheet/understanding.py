"""Understand a file that has been read: the sheet with the figures, its columns, its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from atlas.findings import Finding, Findings, column_letter
from atlas.ingest.spreadsheet import rules
from atlas.ingest.spreadsheet.address_columns import Mask
from atlas.ingest.spreadsheet.cell_numbers import MISSING
from atlas.ingest.spreadsheet.cell_units import unread_scale
from atlas.ingest.spreadsheet.column_meaning import NO_UNIT, ColumnReader
from atlas.ingest.spreadsheet.column_words import Kind
from atlas.ingest.spreadsheet.coordinate_findings import measure_findings, period_findings, unknown_columns
from atlas.ingest.spreadsheet.division_addresses import Addresses
from atlas.ingest.spreadsheet.division_findings import missing_divisions
from atlas.ingest.spreadsheet.division_names import division_names
from atlas.ingest.spreadsheet.figure_cells import Cells, figure_table
from atlas.ingest.spreadsheet.figures import FigureReader, ReadColumn, Rows
from atlas.ingest.spreadsheet.intake import Intake, Vocabulary
from atlas.ingest.spreadsheet.measure_names import MeasureNames, measure_names
from atlas.ingest.spreadsheet.overlong_rows import overlong_rows
from atlas.ingest.spreadsheet.period_forms import period_within
from atlas.ingest.spreadsheet.reading_notes import Understood, reading_notes, shown_headings
from atlas.ingest.spreadsheet.repeated_columns import without_repeated
from atlas.ingest.spreadsheet.row_coordinates import figure_columns, stated_measures, stated_periods
from atlas.ingest.spreadsheet.row_divisions import read_row_divisions
from atlas.ingest.spreadsheet.row_kinds import RowKind
from atlas.ingest.spreadsheet.sheet import ReadFile, Sheet
from atlas.ingest.spreadsheet.stacked_tables import up_to_next_table
from atlas.ingest.spreadsheet.table import Table, find_table, top_rows
from atlas.ingest.spreadsheet.total_rows import TotalRow, total_rows
from atlas.ingest.spreadsheet.units_fit import unused_scales
from atlas.periods import Period
from atlas.problems import AtlasError, Problem

_MOST_SHEETS = 60
_SEEN_CELLS = 12


def understand(file: ReadFile, vocabulary: Vocabulary) -> Intake:
    """The figures of a file, what was understood and what could not be.

    Of several sheets the one with most figures is read. Raises AtlasError "unknown_table".
    """
    names = division_names(vocabulary.divisions)
    known = _Known(
        Addresses(names, vocabulary.division_aliases),
        measure_names(vocabulary.definitions, vocabulary.column_aliases),
    )
    tables = [
        table
        for sheet in file.sheets[:_MOST_SHEETS]
        if (table := _table(sheet, file, vocabulary, known)) is not None
    ]
    if not tables:
        raise AtlasError(Problem("unknown_table", {"file": file.file_name, "seen": _seen(file)}))
    table = max(tables, key=_figures_in)
    return _Reading(file, table, _others(file, table, tables), vocabulary, known).intake()


@dataclass(frozen=True, slots=True)
class _Others:
    """The names of the sheets that are not read, and of those among them that hold a table with figures."""

    names: tuple[str, ...]
    tables: tuple[str, ...]


def _others(file: ReadFile, table: Table, tables: Sequence[Table]) -> _Others:
    names = tuple(sheet.name for sheet in file.sheets if sheet is not table.sheet and sheet.rows)
    return _Others(
        names, tuple(each.sheet.name for each in tables if each is not table and _figures_in(each) > 0)
    )


@dataclass(frozen=True, eq=False)
class _Known:
    addresses: Addresses
    measures: MeasureNames


def _table(sheet: Sheet, file: ReadFile, vocabulary: Vocabulary, known: _Known) -> Table | None:
    if not sheet.rows:
        return None
    stem = PurePath(file.file_name).stem
    reader = ColumnReader(known.measures, known.addresses, _year(sheet, stem, vocabulary.period))
    table = find_table(sheet, stem, reader, known.addresses.names)
    return up_to_next_table(table, reader, known.addresses.names) if table is not None else None


def _year(sheet: Sheet, stem: str, given: Period | None) -> int | None:
    cells = (cell[:80] for row in top_rows(sheet)[:10] for cell in row[:50] if cell)
    found = next((period for text in (*cells, sheet.name, stem) if (period := period_within(text))), given)
    return found.year if found is not None else None


def _figures_in(table: Table) -> int:
    return sum(
        table.rows - (pc.sum(pc.equal(table.texts(place), "")).as_py() or 0)
        for place in figure_columns(table)
    )


def _only_period(table: Table) -> Period | None:
    """The period in the heading of one column holds for the others, if no other is stated."""
    stated = {column.period for column in table.columns if column.period is not None and column.measure}
    return next(iter(stated)) if len(stated) == 1 else None


def _seen(file: ReadFile) -> str:
    cells = [cell for sheet in file.sheets for row in top_rows(sheet) for cell in row if cell.strip()]
    return " | ".join(cell.strip()[:30] for cell in cells[:_SEEN_CELLS])


class _Reading:
    def __init__(
        self, file: ReadFile, table: Table, others: _Others, vocabulary: Vocabulary, known: _Known
    ) -> None:
        self._file = file
        self._table = table
        self._others = others
        self._vocabulary = vocabulary
        self._known = known
        self._period = table.surroundings.period or _only_period(table) or vocabulary.period

    def intake(self) -> Intake:
        table, definitions = self._table, self._vocabulary.definitions
        columns, found = without_repeated(table, figure_columns(table), definitions)
        filled = self._filled(figure_columns(table))
        divisions = read_row_divisions(table, filled, self._known.addresses, self._vocabulary.within)
        measures = stated_measures(table, self._known.measures)
        periods = stated_periods(table, self._period.year if self._period else None)
        rows = Rows(divisions.matches.rows, divisions.matches.codes, measures, periods)
        reader = FigureReader(table, rows, definitions, self._period)
        wanted = divisions.kinds == RowKind.FIGURES
        if measures is not None:
            wanted &= filled | ~measures.empty
        read = [reader.read(place, wanted) for place in columns]
        totals = total_rows(
            divisions.kinds, divisions.matches.rows, divisions.matches.codes, divisions.named.addresses,
            divisions.named.places, self._known.addresses,
        )  # fmt: skip
        unknown, textual = unknown_columns(table, self._known.measures)
        findings = [
            self._other_tables(),
            self._stacked_tables(),
            self._beside(),
            *found,
            self._unused_scales(reader),
            unknown,
            *divisions.findings,
            missing_divisions(
                table, np.flatnonzero((divisions.kinds == RowKind.BLANK) & filled), divisions.columns
            ),
            *measure_findings(table, measures, wanted & filled, self._known.measures),
            *period_findings(table, periods, wanted & filled, self._period),
            *self._no_period(read, bool(periods)),
            *self._no_division(read, bool(divisions.columns)),
            self._no_measure(columns, found),
            overlong_rows(self._file, table, wanted & filled),
            *(each for column in read for each in column.findings),
        ]
        last = int(np.flatnonzero(wanted)[-1]) + table.start + 1 if wanted.any() else table.start
        one_place = not divisions.columns and not any(table.columns[place].division for place in columns)
        codes = divisions.matches.codes if one_place else ()
        place = self._vocabulary.divisions[codes[0]] if codes else None
        understood = Understood(
            self._file, table, self._others.names, self._period, self._vocabulary, columns, textual, read,
            divisions.kinds, totals, place,
        )  # fmt: skip
        return Intake(
            file=self._file,
            sheet=table.sheet,
            layout="long" if table.measure_by_row else "wide",
            headings=shown_headings(understood),
            heading_rows=tuple(range(table.heading.first, table.heading.last + 1)),
            first_row=table.start + 1,
            last_row=last,
            figures=figure_table([column.cells for column in read], reader.keys),
            totals=self._totals(columns, totals, reader),
            notes=(*self._file.notes, *reading_notes(understood)),
            findings=_merged(findings),
        )

    def _filled(self, columns: Sequence[int]) -> Mask:
        filled: Mask = np.zeros(self._table.rows, np.bool_)
        for place in columns:
            filled |= (
                pc.not_equal(self._table.texts(place), "").to_numpy(zero_copy_only=False).astype(np.bool_)
            )
        return filled

    def _other_tables(self) -> Findings:
        shown = {"sheets": self._others.tables[:20]}
        found = [Finding(rules.OTHER_TABLES, 0, 0, self._table.sheet.name, shown)] if shown["sheets"] else []
        return Findings.of(rules.OTHER_TABLES, found)

    def _stacked_tables(self) -> Findings:
        sheet = self._table.sheet
        found = [
            Finding(rules.STACKED_TABLE, row, 0, next(filter(str.strip, sheet.row(row)), "")[:200])
            for row in self._table.others
        ]
        return Findings.of(rules.STACKED_TABLE, found)

    def _beside(self) -> Findings:
        row, found = self._table.heading.last, []
        for place in self._table.of(Kind.BESIDE)[:1]:
            shown = {"column": column_letter(place + 1)}
            found = [Finding(rules.TABLE_BESIDE, row, place + 1, self._table.columns[place].text, shown)]
        return Findings.of(rules.TABLE_BESIDE, found)

    def _unused_scales(self, reader: FigureReader) -> Findings:
        """What says 万 above the table or in a heading, and holds for nothing."""
        around, definitions = self._table.surroundings, self._vocabulary.definitions
        measures = [definitions.measures[each] for each in reader.keys.measures if each]
        above = [*around.unread_scales, *unused_scales(around.units, map(definitions.unit_of, measures))]
        found = [Finding(rules.UNUSED_SCALE, 0, 0, scale) for scale in (above if measures else ())]
        found += [
            Finding(rules.UNUSED_SCALE, self._table.heading.last, place + 1, scale)
            for place in figure_columns(self._table)
            if self._table.columns[place].unit == NO_UNIT
            and (scale := unread_scale(self._table.columns[place].text))
        ]
        return Findings.of(rules.UNUSED_SCALE, found)

    def _no_measure(self, columns: Sequence[int], found: Sequence[Findings]) -> Findings:
        """Columns of periods or divisions in a table that nowhere says what is counted."""
        stated = columns or found or not self._table.of(Kind.FIGURE, Kind.VALUE)
        where = [] if stated else [Finding(rules.UNSTATED_MEASURE, 0, 0, "")]
        return Findings.of(rules.UNSTATED_MEASURE, where)

    def _no_period(self, read: Sequence[ReadColumn], by_row: bool) -> list[Findings]:
        if by_row or not any((column.cells.periods == 0).any() for column in read):
            return []
        return [Findings.of(rules.MISSING_PERIOD, [Finding(rules.MISSING_PERIOD, 0, 0, "")])]

    def _no_division(self, read: Sequence[ReadColumn], by_row: bool) -> list[Findings]:
        if by_row or not any((column.cells.codes == 0).any() for column in read):
            return []
        return [Findings.of(rules.UNSTATED_DIVISION, [Finding(rules.UNSTATED_DIVISION, 0, 0, "")])]

    def _totals(self, columns: Sequence[int], totals: Sequence[TotalRow], reader: FigureReader) -> pa.Table:
        wanted = np.zeros(self._table.rows, np.bool_)
        wanted[[total.row for total in totals]] = True
        cells: list[Cells] = []
        for place in columns if totals else ():
            read = reader.read(place, wanted).cells
            cells.append(read.where(read.status != MISSING))
        table = figure_table(cells, reader.keys)
        start = self._table.start + 1
        by_row = {total.row + start: total for total in totals}
        ordered = [by_row[row] for row in table["row"].to_pylist()]
        codes = pa.array([total.code for total in ordered], pa.string())
        table = table.set_column(table.schema.get_field_index("division"), "division", codes)
        first = pa.array([total.first + start for total in ordered], pa.int32())
        last = pa.array([total.last + start for total in ordered], pa.int32())
        return table.append_column("over_first", first).append_column("over_last", last)


def _merged(findings: Sequence[Findings]) -> tuple[Findings, ...]:
    """One entry for each rule, in the order in which they were found; empty ones left out."""
    by_rule: dict[str, list[Findings]] = {}
    for each in findings:
        if len(each):
            by_rule.setdefault(each.rule.id, []).append(each)
    return tuple(_joined(same) for same in by_rule.values())


def _joined(same: list[Findings]) -> Findings:
    if len(same) == 1:
        return same[0]
    return Findings.of(same[0].rule, [finding for each in same for finding in each])

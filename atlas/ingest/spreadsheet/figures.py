"""From the cells of a table to figures: each takes its division, measure and period from its row, from its
column's heading, or from what stands around the table."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from atlas.definitions import Definitions
from atlas.findings import Finding, Findings, Rule
from atlas.ingest.spreadsheet import rules
from atlas.ingest.spreadsheet.address_columns import Mask
from atlas.ingest.spreadsheet.cell_numbers import FAULTY, VALUE, Numbers, multiplied, read_numbers
from atlas.ingest.spreadsheet.cell_units import read_unit_factor
from atlas.ingest.spreadsheet.column_meaning import NO_UNIT, TO_DATE, Meaning
from atlas.ingest.spreadsheet.column_words import Kind
from atlas.ingest.spreadsheet.figure_cells import Array, Cells, Keys
from atlas.ingest.spreadsheet.period_forms import to_date
from atlas.ingest.spreadsheet.row_coordinates import StatedMeasures, StatedPeriods
from atlas.ingest.spreadsheet.table import Table
from atlas.ingest.spreadsheet.units_fit import PERCENT_FAMILIES, fits, unit_for
from atlas.periods import Period

Floats = npt.NDArray[np.float64]
_MOSTLY_PERCENTAGES = 20.0


@dataclass(frozen=True, eq=False)
class Rows:
    """What the rows of a table state: places in `codes` (−1 unknown), measures and periods."""

    codes: npt.NDArray[np.int64]
    known: tuple[str, ...]
    measures: StatedMeasures | None
    periods: StatedPeriods | None


@dataclass(frozen=True, eq=False)
class ReadColumn:
    """The figures of one column, what multiplies its numbers by its heading or the lines above, and what was
    found in them; `row_factor` is the largest that rows state themselves."""

    cells: Cells
    factor: float
    row_factor: float
    findings: tuple[Findings, ...]


class FigureReader:
    """Reads the columns of figures of one table."""

    def __init__(self, table: Table, rows: Rows, definitions: Definitions, period: Period | None) -> None:
        self.keys = Keys()
        self._table = table
        self._rows = rows
        self._definitions = definitions
        self._period = period
        self._codes = np.array([*(self.keys.code(code) for code in rows.known), 0], np.int32)[rows.codes]
        self._measures = self._row_measures()
        self._periods = self._row_periods()

    def read(self, place: int, wanted: Mask) -> ReadColumn:
        """The figures of one column in the rows that are wanted."""
        meaning = self._table.columns[place]
        at = np.flatnonzero(wanted)
        texts = self._table.texts(place)
        texts = texts if len(at) == len(wanted) else texts.take(pa.array(at))
        numbers = read_numbers(texts)
        codes = self._column(self._codes, at, self.keys.code(meaning.division) if meaning.division else None)
        measures = self._column(
            self._measures, at, self.keys.measure(meaning.measure) if meaning.measure else None
        )
        periods = self._column(self._periods, at, self._column_period(meaning))
        rows = (at + self._table.start + 1).astype(np.int32)
        status = numbers.status_code.copy()
        cells = Cells(rows, place + 1, codes, measures, periods, numbers.value, status, texts)
        return self._judged(cells, numbers, place, at)

    def _column(self, by_row: Array | None, at: npt.NDArray[np.int64], by_column: int | None) -> Array:
        if by_column is not None:
            return np.full(len(at), by_column, np.int32)
        return by_row[at] if by_row is not None else np.zeros(len(at), np.int32)

    def _row_measures(self) -> Array | None:
        stated = self._rows.measures
        if stated is None:
            return None
        numbers = np.array([self.keys.measure(meaning) for meaning in stated.meanings], np.int32)
        return numbers[stated.places]

    def _row_periods(self) -> Array:
        around = self.keys.period(self._period)
        stated = self._rows.periods
        if stated is None:
            return np.full(self._table.rows, around, np.int32)
        numbers = np.array([self.keys.period(meaning) for meaning in stated.meanings], np.int32)
        return np.where(stated.empty, around, numbers[stated.places]).astype(np.int32)

    def _column_period(self, meaning: Meaning) -> int | None:
        if meaning.period is not None:
            return self.keys.period(meaning.period)
        if meaning.relative != TO_DATE or self._rows.periods is not None or self._period is None:
            return None
        return self.keys.period(to_date(self._period))

    def _judged(self, cells: Cells, numbers: Numbers, place: int, at: npt.NDArray[np.int64]) -> ReadColumn:
        used = np.unique(cells.measures).tolist()
        percents = [number for number in used if self._is_percent(number)]
        percent_cells = np.isin(cells.measures, percents) if percents else np.zeros(len(cells.rows), np.bool_)
        by_column = self._column_factors(place, cells.measures)
        factors = self._row_factors(by_column, at)
        value = cells.value
        if np.any(factors != 1.0):
            scaled = (numbers.factor == 1.0) & ~percent_cells & (cells.status == VALUE)
            for factor in np.unique(factors[scaled]).tolist():
                chosen = scaled & (factors == factor)
                value = np.where(chosen, multiplied(value, factor), value)
        known = cells.measures > 0
        wrong = numbers.percent & ~percent_cells & known
        status = np.where(wrong, np.int8(FAULTY), cells.status)
        value = np.where(wrong, np.nan, value)
        cells = replace(cells, value=value, status=status)
        found = [self._faulty(cells, wrong), self._percents(cells, wrong)]
        cells, fractions = self._fractions(cells, numbers, percents)
        found += [fractions, self._among_percentages(cells, numbers, percent_cells)]
        found += [self._other_units(place, used)]
        own = factors[factors != by_column]
        return ReadColumn(
            cells,
            float(by_column.max(initial=1.0)),
            float(own.max(initial=1.0)),
            tuple(each for each in found if len(each)),
        )

    def _is_percent(self, number: int) -> bool:
        measure = self._definitions.measures.get(self.keys.measures[number])
        return measure is not None and self._definitions.unit_of(measure).family in PERCENT_FAMILIES

    def _column_factors(self, place: int, measures: Array) -> Floats:
        """What multiplies each number by the unit of the heading, else by that of a line above."""
        return np.array([self._factor_of(place, name) for name in self.keys.measures], np.float64)[measures]

    def _row_factors(self, factors: Floats, at: npt.NDArray[np.int64]) -> Floats:
        """The same, but where a row states its own unit, by that."""
        stated = self._rows.measures
        if stated is not None and any(unit.factor != 1.0 for unit in stated.units):
            own = np.array([unit.factor for unit in stated.units])[stated.places[at]]
            factors = np.where(own != 1.0, own, factors)
        for column in self._table.of(Kind.UNIT)[:1]:
            cells = self._table.distinct(column)
            units = [read_unit_factor(f"({text.strip()})") for text in cells.texts.to_pylist()]
            own = np.array([unit.factor for unit in units])[cells.places[at]]
            said = np.array([unit != NO_UNIT for unit in units], np.bool_)[cells.places[at]]
            factors = np.where(said, own, factors)
        return factors

    def _factor_of(self, place: int, name: str) -> float:
        measure = self._definitions.measures.get(name)
        own = self._table.columns[place].unit
        if own != NO_UNIT:
            return own.factor
        if measure is None:
            return 1.0
        return unit_for(self._table.surroundings.units, self._definitions.unit_of(measure)).factor

    def _faulty(self, cells: Cells, already: Mask) -> Findings:
        return _found(rules.NOT_A_NUMBER, cells, np.flatnonzero((cells.status == FAULTY) & ~already))

    def _percents(self, cells: Cells, wrong: Mask) -> Findings:
        at = np.flatnonzero(wrong)
        found = _found(rules.PERCENT_FOR_COUNT, cells, at)
        measures = [
            self._definitions.measures[self.keys.measures[number]] for number in cells.measures[at].tolist()
        ]
        return Findings(found.rule, found.rows, found.columns, found.values, {"measure": measures})

    def _fractions(self, cells: Cells, numbers: Numbers, percents: list[int]) -> tuple[Cells, Findings]:
        found: list[Finding] = []
        value = cells.value
        for number in percents:
            mine = (cells.measures == number) & (cells.status == VALUE)
            own = np.abs(value[mine])
            if not len(own) or numbers.percent[mine].any() or own.max() > 1.0 or own.max() == 0.0:
                continue
            value = np.where(mine, multiplied(value, 100.0), value)
            found.append(self._fraction(cells.column, number))
        return replace(cells, value=value), Findings.of(rules.FRACTION_FOR_PERCENT, found)

    def _among_percentages(self, cells: Cells, numbers: Numbers, percents: Mask) -> Findings:
        """Cells such as 0.953 in a column of 96.1, 97.3, …, without a percent sign of their own."""
        rated = percents & (cells.status == VALUE)
        others = cells.value[rated & (cells.value > 1.0)]
        if not len(others) or np.median(others) < _MOSTLY_PERCENTAGES:
            return Findings.of(rules.FRACTION_AMONG_PERCENTAGES, [])
        small = rated & (cells.value > 0.0) & (cells.value <= 1.0) & ~numbers.percent
        found = _found(rules.FRACTION_AMONG_PERCENTAGES, cells, np.flatnonzero(small))
        other = float(others[0])
        return Findings(found.rule, found.rows, found.columns, found.values, {"other": [other] * len(found)})

    def _fraction(self, column: int, number: int) -> Finding:
        measure = self._definitions.measures[self.keys.measures[number]]
        heading = self._table.columns[column - 1]
        by_row = heading.measure == ""
        return Finding(
            rules.FRACTION_FOR_PERCENT,
            0 if by_row else self._table.heading.last,
            column,
            measure.name.zh if by_row else heading.text,
            {"measure": measure},
        )

    def _other_units(self, place: int, used: list[int]) -> Findings:
        stated = self._table.columns[place].unit
        found = []
        for number in used:
            measure = self._definitions.measures.get(self.keys.measures[number])
            if measure is None or stated == NO_UNIT:
                continue
            unit = self._definitions.unit_of(measure)
            if not fits(stated, unit):
                found.append(
                    Finding(
                        rules.OTHER_UNIT,
                        self._table.heading.last,
                        place + 1,
                        stated.written,
                        {"measure": measure, "unit": unit},
                    )
                )
        return Findings.of(rules.OTHER_UNIT, found)


def _found(rule: Rule, cells: Cells, at: npt.NDArray[np.int64]) -> Findings:
    texts = cells.text.take(pa.array(at)).to_pylist() if len(at) else []
    rows = cells.rows[at].astype(np.int64)
    return Findings(rule, rows, np.full(len(at), cells.column, np.int64), [text[:200] for text in texts])

"""The measure and the period that rows state themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from atlas.ingest.spreadsheet.address_columns import Mask, blanks, filled_down
from atlas.ingest.spreadsheet.cell_units import StatedUnit, read_unit_factor
from atlas.ingest.spreadsheet.column_meaning import NO_UNIT
from atlas.ingest.spreadsheet.column_words import Kind
from atlas.ingest.spreadsheet.distinct import Distinct
from atlas.ingest.spreadsheet.measure_names import MeasureNames
from atlas.ingest.spreadsheet.period_forms import read_period
from atlas.ingest.spreadsheet.table import Table
from atlas.periods import Period

Places = npt.NDArray[np.int32]
_SHARED = 0.4


@dataclass(frozen=True, eq=False)
class Stated:
    """What a column says in each row: a place in `meanings`, whose "" or None is something unknown.

    `texts` are what was written at each place, `empty` marks rows where nothing was.
    """

    column: int
    texts: tuple[str, ...]
    places: Places
    empty: Mask


@dataclass(frozen=True, eq=False)
class StatedMeasures(Stated):
    """`meanings` are ids of measures, `units` what the names say beside them."""

    meanings: tuple[str, ...]
    units: tuple[StatedUnit, ...]


@dataclass(frozen=True, eq=False)
class StatedPeriods(Stated):
    """`meanings` are periods."""

    meanings: tuple[Period | None, ...]


def stated_measures(table: Table, measures: MeasureNames) -> StatedMeasures | None:
    """What the rows count, or None where no column says so."""
    columns = table.of(Kind.MEASURE_NAME)
    if not columns:
        return None
    read = [_measures(table, place, measures) for place in columns[:4]]
    return max(read, key=lambda each: sum(bool(meaning) for meaning in each.meanings))


def stated_periods(table: Table, year: int | None) -> StatedPeriods | None:
    """The periods of the rows, or None where no column says so."""
    years, months = table.of(Kind.YEAR), table.of(Kind.MONTH)
    columns = table.of(Kind.PERIOD)
    if columns:
        return _periods(table, columns[0], year)
    if years and months:
        return _years_and_months(table, years[0], months[0], year)
    return _periods(table, (years or months)[0], year) if years or months else None


def _measures(table: Table, place: int, measures: MeasureNames) -> StatedMeasures:
    column, empty = _shared(table, place)
    texts = tuple(column.texts.to_pylist())
    meanings = tuple(measures.find(text) if text.strip() else "" for text in texts)
    units = tuple(read_unit_factor(text) if text.strip() else NO_UNIT for text in texts)
    return StatedMeasures(place, texts, column.places, empty, meanings, units)


def _periods(table: Table, place: int, year: int | None) -> StatedPeriods:
    column, empty = _shared(table, place)
    texts = tuple(column.texts.to_pylist())
    monthly = table.columns[place].kind is Kind.MONTH
    meanings = tuple(_period(text, year, monthly) for text in texts)
    return StatedPeriods(place, texts, column.places, empty, meanings)


def _period(text: str, year: int | None, monthly: bool) -> Period | None:
    if monthly and text.strip().removesuffix(".0").isdecimal() and len(text.strip()) < 5:
        return read_period(f"{text.strip().removesuffix('.0')}月", year)
    return read_period(text, year)


def _years_and_months(table: Table, year_place: int, month_place: int, year: int | None) -> StatedPeriods:
    years, _ = _shared(table, year_place)
    months, empty = _shared(table, month_place)
    size = max(len(months.texts), 1)
    pairs, inverse = np.unique(years.places.astype(np.int64) * size + months.places, return_inverse=True)
    year_texts, month_texts = years.texts.to_pylist(), months.texts.to_pylist()
    texts = tuple(_year_month(year_texts[pair // size], month_texts[pair % size]) for pair in pairs.tolist())
    meanings = tuple(read_period(text, year) for text in texts)
    return StatedPeriods(month_place, texts, inverse.astype(np.int32).reshape(-1), empty, meanings)


def _year_month(year: str, month: str) -> str:
    written = read_period(month)
    if written is not None:
        return month
    number = month.strip().removesuffix(".0")
    start = year.strip().removesuffix(".0").removesuffix("度").removesuffix("年")
    return f"{start}年{number}{'月' if number.isdecimal() else ''}" if number else f"{start}年"


def _shared(table: Table, place: int) -> tuple[Distinct, Mask]:
    """A column whose merged cells hold for every row that they span."""
    column = table.distinct(place)
    empty = blanks(column)
    if not empty.any() or not len(empty) or empty[0]:
        return column, empty
    merged = any(left == place + 1 and bottom > top for top, left, bottom, _ in table.sheet.merged)
    written = _rows_with_figures(table)
    if not merged and (not written.any() or empty[written].mean() < _SHARED):
        return column, empty
    places = np.where(written, filled_down(column, empty, np.zeros(len(empty), np.bool_)), column.places)
    return Distinct(column.texts, places.astype(np.int32)), empty & ~written


def _rows_with_figures(table: Table) -> Mask:
    figures = figure_columns(table)
    if not figures:
        return np.zeros(table.rows, np.bool_)
    written: Mask = np.logical_or.reduce([~blanks(table.distinct(place)) for place in figures])
    return written


def figure_columns(table: Table) -> Sequence[int]:
    """The columns whose cells are figures."""
    figures = [place for place in table.of(Kind.FIGURE) if _holds_figures(table, place)]
    if not table.measure_by_row:
        return figures
    return [*table.of(Kind.VALUE), *[place for place in figures if not table.columns[place].measure]]


def _holds_figures(table: Table, place: int) -> bool:
    column = table.columns[place]
    return bool(column.measure) or table.measure_by_row

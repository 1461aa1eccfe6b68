"""What is wrong with the measures and periods that rows state, and with columns that nobody knows."""

from collections.abc import Sequence

import numpy as np

from atlas.findings import Finding, Findings, Ints, Rule
from atlas.ingest.spreadsheet import rules
from atlas.ingest.spreadsheet.address_columns import Mask, blanks
from atlas.ingest.spreadsheet.cell_numbers import VALUE, read_numbers
from atlas.ingest.spreadsheet.column_words import Kind
from atlas.ingest.spreadsheet.measure_names import MeasureNames
from atlas.ingest.spreadsheet.row_coordinates import Stated, StatedMeasures, StatedPeriods
from atlas.ingest.spreadsheet.suggestions import Suggestions
from atlas.ingest.spreadsheet.table import Table
from atlas.periods import Period


def measure_findings(
    table: Table, stated: StatedMeasures | None, rows: Mask, names: MeasureNames
) -> list[Findings]:
    """Rows of figures whose measure is unknown or left out."""
    if stated is None:
        return []
    unknown = np.array([not meaning for meaning in stated.meanings], np.bool_)[stated.places]
    at = np.flatnonzero(rows & unknown & ~stated.empty)
    written = _written(stated, at)
    return [
        _findings(
            rules.UNKNOWN_MEASURE, table, stated, at, {"suggestions": Suggestions(written, names.nearest)}
        ),
        _findings(rules.MISSING_MEASURE, table, stated, np.flatnonzero(rows & stated.empty), {}),
    ]


def period_findings(
    table: Table, stated: StatedPeriods | None, rows: Mask, around: Period | None
) -> list[Findings]:
    """Rows of figures whose period is unknown, or nowhere stated."""
    if stated is None:
        return []
    unknown = np.array([meaning is None for meaning in stated.meanings], np.bool_)[stated.places]
    found = [
        _findings(rules.UNKNOWN_PERIOD, table, stated, np.flatnonzero(rows & unknown & ~stated.empty), {})
    ]
    if around is None:
        found.append(_findings(rules.MISSING_PERIOD, table, stated, np.flatnonzero(rows & stated.empty), {}))
    return found


def unknown_columns(table: Table, names: MeasureNames) -> tuple[Findings, list[int]]:
    """Columns of numbers under a heading that nobody knows, and the places of such columns of mere text."""
    found, textual = [], []
    for place in table.of(Kind.UNKNOWN):
        column = table.distinct(place)
        if blanks(column).all():
            continue
        numbers = read_numbers(column.texts).status_code
        if (numbers == VALUE).any():
            text = table.columns[place].text[:200]
            fields = {"suggestions": names.nearest(text)}
            found.append(Finding(rules.UNKNOWN_COLUMN, table.heading.last, place + 1, text, fields))
        else:
            textual.append(place)
    return Findings.of(rules.UNKNOWN_COLUMN, found), textual


def _findings(
    rule: Rule, table: Table, stated: Stated, at: Ints, fields: dict[str, Sequence[object]]
) -> Findings:
    rows = at + table.start + 1
    columns = np.full(len(at), stated.column + 1, np.int64)
    return Findings(rule, rows, columns, _written(stated, at), fields)


def _written(stated: Stated, at: Ints) -> list[str]:
    return [stated.texts[place][:200] for place in stated.places[at].tolist()]

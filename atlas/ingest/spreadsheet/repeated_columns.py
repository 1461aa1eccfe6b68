"""Columns that hold the same figures as another one."""

from collections.abc import Sequence

import pyarrow.compute as pc

from atlas.definitions import Definitions
from atlas.findings import Finding, Findings, column_letter
from atlas.ingest.spreadsheet import rules
from atlas.ingest.spreadsheet.table import Table


def without_repeated(
    table: Table, columns: Sequence[int], definitions: Definitions
) -> tuple[list[int], tuple[Findings, ...]]:
    """The columns of figures that can be read, and what was found of the others.

    Of equal columns the first is read; of different ones with the same measure and period, neither.
    """
    kept: dict[object, int] = {}
    contested: set[int] = set()
    repeated: list[Finding] = []
    duplicate: list[Finding] = []
    for place in columns:
        column = table.columns[place]
        key = (column.measure, column.period, column.relative, column.division)
        first = kept.setdefault(key, place)
        if first == place:
            continue
        shown: dict[str, object] = {
            "column": column_letter(place + 1),
            "other": column_letter(first + 1),
            "other_heading": table.columns[first].text,
        }
        where = (table.heading.last, place + 1, column.text)
        contested.add(place)
        if _same(table, first, place):
            repeated.append(Finding(rules.REPEATED_COLUMN, *where, shown))
        else:
            contested.add(first)
            measure = definitions.measures.get(column.measure, column.text)
            duplicate.append(Finding(rules.DUPLICATE_COLUMN, *where, {**shown, "measure": measure}))
    found = (Findings.of(rules.REPEATED_COLUMN, repeated), Findings.of(rules.DUPLICATE_COLUMN, duplicate))
    left = [place for place in columns if place not in contested]
    return left, tuple(each for each in found if len(each))


def _same(table: Table, first: int, second: int) -> bool:
    return bool(pc.all(pc.equal(table.texts(first), table.texts(second))).as_py() in (True, None))

"""What is wrong with the divisions of a table."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from atlas.findings import Findings, Ints, Rule
from atlas.ingest.spreadsheet import rules
from atlas.ingest.spreadsheet.address_columns import RowAddresses
from atlas.ingest.spreadsheet.cell_characters import plain
from atlas.ingest.spreadsheet.column_words import Kind
from atlas.ingest.spreadsheet.division_addresses import Address, Addresses
from atlas.ingest.spreadsheet.division_matches import Matches
from atlas.ingest.spreadsheet.merged_divisions import MergedRows
from atlas.ingest.spreadsheet.row_kinds import RowKind, are_own_offices
from atlas.ingest.spreadsheet.suggestions import Suggestions, nearest_divisions
from atlas.ingest.spreadsheet.table import Table

_BY_NAME = (rules.UNKNOWN_DIVISION, rules.OUTSIDE_TITLE, rules.OWN_OFFICES)


def division_findings(
    table: Table, kinds: npt.NDArray[np.int8], matches: Matches, labels: RowAddresses, columns: Sequence[int],
    disagreeing: set[int], merged: MergedRows, reader: Addresses,
) -> tuple[Findings, ...]:  # fmt: skip
    """Unknown, ambiguous, misplaced, retired and disagreeing names and codes, row by row."""
    figures = kinds == RowKind.FIGURES
    if not figures.any():
        return ()
    column = _named_column(table, columns)
    unsettled = figures & (matches.rows < 0)
    outside = unsettled & np.isin(labels.places, list(matches.outside))
    unknown = unsettled & ~outside
    several = np.array([len(reading.codes) > 1 for reading in matches.readings], np.bool_)[labels.places]
    retired = np.array([bool(reading.retired) for reading in matches.readings], np.bool_)[labels.places]
    retired[np.concatenate([merged.alone, merged.together])] = False
    differ = np.isin(labels.places, list(disagreeing)) if disagreeing else np.zeros(len(kinds), np.bool_)
    offices = np.array([_of_offices(address) for address in labels.addresses], np.bool_)[labels.places]
    texts = _Texts(labels)
    has_code = any(table.columns[place].kind is Kind.CODE for place in columns)
    names = _Texts(labels, skip_code=has_code)

    def found(rule: Rule, rows: Ints, **fields: Callable[[list[str], Ints], Sequence[object]]) -> Findings:
        written = (names if rule in _BY_NAME else texts).of(rows)
        shown = {name: values(written, rows) for name, values in fields.items()}
        at = rows + table.start + 1
        return Findings(rule, at, np.full(len(at), column, np.int64), written, shown)

    def now(_: list[str], rows: Ints) -> Sequence[object]:
        return [reader.names.divisions[matches.codes[matches.rows[row]]] for row in rows]

    def suggested(written: list[str], _: Ints) -> Sequence[object]:
        return Suggestions(written, lambda text: nearest_divisions(text, reader.names, matches.scope))

    def candidates(_: list[str], rows: Ints) -> Sequence[object]:
        return [matches.readings[labels.places[row]].codes for row in rows]

    def titled(_: list[str], rows: Ints) -> Sequence[object]:
        return [reader.names.divisions[matches.scope] for _ in rows]

    def parts(_: list[str], rows: Ints) -> Sequence[object]:
        merged_into = [reader.names.merged[matches.codes[matches.rows[row]]] for row in rows]
        return [tuple(reader.names.divisions[code] for code in codes) for codes in merged_into]

    others = [str(row) for row in (merged.others + table.start + 1).tolist()]
    every = [
        found(rules.UNKNOWN_DIVISION, np.flatnonzero(unknown & ~several & ~offices), suggestions=suggested),
        found(rules.OUTSIDE_TITLE, np.flatnonzero(outside), place=titled, suggestions=suggested),
        found(rules.OWN_OFFICES, np.flatnonzero(unknown & ~several & offices)),
        found(rules.AMBIGUOUS_DIVISION, np.flatnonzero(unknown & several), candidates=candidates),
        found(rules.CODE_AND_NAME_DIFFER, np.flatnonzero(figures & differ & ~unsettled), now=now),
        found(rules.RETIRED_DIVISION, np.flatnonzero(figures & retired & ~unsettled), now=now),
        found(rules.PART_OF_MERGED, merged.alone, now=now, parts=parts),
        found(rules.PARTS_OF_MERGED, merged.together, now=now, other=lambda *_: others),
    ]
    return tuple(findings for findings in every if len(findings))


def missing_divisions(table: Table, rows: Ints, columns: Sequence[int]) -> Findings:
    """Rows with figures that name no division."""
    at = rows + table.start + 1
    column = _named_column(table, columns)
    return Findings(rules.MISSING_DIVISION, at, np.full(len(at), column, np.int64), [""] * len(at))


def _named_column(table: Table, columns: Sequence[int]) -> int:
    """The column, counted from 1, where a wrong division is shown: the last that names it, else the code."""
    named = [place for place in columns if table.columns[place].kind is not Kind.CODE]
    return (named or list(columns) or [-1])[-1] + 1


def _of_offices(address: Address) -> bool:
    written = [part for part in address if plain(part)]
    return bool(written) and are_own_offices(written[-1])


class _Texts:
    def __init__(self, labels: RowAddresses, skip_code: bool = False) -> None:
        self._labels = labels
        self._skip_code = skip_code
        self._texts: dict[int, str] = {}

    def of(self, rows: Ints) -> list[str]:
        return [self._text(place) for place in self._labels.places[rows].tolist()]

    def _text(self, place: int) -> str:
        text = self._texts.get(place)
        if text is None:
            address = self._labels.addresses[place]
            names = address[1:] if self._skip_code and any(map(plain, address[1:])) else address
            parts = [part for part in names if plain(part)]
            text = self._texts[place] = " ".join(dict.fromkeys(parts))[:200]
        return text

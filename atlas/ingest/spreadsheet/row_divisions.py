"""Which rows hold figures, of which division, and which are totals, notes or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from atlas.divisions import Level
from atlas.findings import Findings
from atlas.ingest.spreadsheet.address_columns import Mask, RowAddresses, blanks, filled_down, joined
from atlas.ingest.spreadsheet.column_words import DIVISION_KINDS, Kind, level_listed
from atlas.ingest.spreadsheet.distinct import Distinct
from atlas.ingest.spreadsheet.division_addresses import Address, Addresses, Reading
from atlas.ingest.spreadsheet.division_findings import division_findings
from atlas.ingest.spreadsheet.division_matches import Matches, match_rows
from atlas.ingest.spreadsheet.merged_divisions import merged_rows
from atlas.ingest.spreadsheet.name_keys import name_key
from atlas.ingest.spreadsheet.row_kinds import RowKind, is_among, is_note, kind_of_row
from atlas.ingest.spreadsheet.table import Table

_TAIL, _SAMPLE = 60, 40
_LEVELS = tuple(kind for kind in DIVISION_KINDS if kind is not Kind.NAME)
_MERGED_SHARE = 0.4


@dataclass(frozen=True, eq=False)
class RowDivisions:
    """For every row below the heading what it is (`RowKind`), its division, and how it was written."""

    kinds: npt.NDArray[np.int8]
    matches: Matches
    named: RowAddresses
    findings: tuple[Findings, ...]
    columns: tuple[int, ...]


def read_row_divisions(table: Table, filled: Mask, reader: Addresses, within: str | None) -> RowDivisions:
    """Read the columns that say the division; `filled` marks rows with something in a column of figures."""
    columns = division_columns(table, reader)
    named = [place for place in columns if table.columns[place].kind is not Kind.CODE]
    names = _addresses(table, named)
    codes = [place for place in columns if table.columns[place].kind is Kind.CODE]
    code = table.distinct(codes[0]) if codes else None
    labels = names if code is None else _with_codes(names, code)
    kinds = _kinds(table, labels, columns, filled)
    readings, disagreeing = _readings(labels, code is not None, kinds, reader)
    places = np.where(kinds == RowKind.FIGURES, labels.places, -1).astype(np.int32)
    addresses = [address[1:] if code is not None else address for address in labels.addresses]
    scope = table.surroundings.place
    if not columns:
        scope = scope or within or ""
        readings = [Reading((scope,) if scope else ())] * len(readings)
    levels = _levels(table, named, addresses)
    matches = match_rows(addresses, places, readings, reader, levels, scope, within)
    unsettled = (kinds == RowKind.FIGURES) & (matches.rows < 0)
    kinds[unsettled & ~filled] = RowKind.NOTE
    among = np.array([is_among(address) for address in addresses], np.bool_)
    outside = np.isin(labels.places, list(matches.outside))
    kinds[unsettled & filled & among[labels.places] & ~outside] = RowKind.AMONG
    if not columns:
        return RowDivisions(kinds, matches, RowAddresses(tuple(addresses), labels.places), (), ())
    merged = merged_rows(table, (kinds == RowKind.FIGURES) & filled, matches, labels.places, reader.names)
    found = division_findings(table, kinds, matches, labels, columns, disagreeing, merged, reader)
    rows = matches.rows.copy()
    rows[merged.together] = -1  # neither the sum nor one of them can be stored, as nobody says which
    matches = replace(matches, rows=rows)
    return RowDivisions(kinds, matches, RowAddresses(tuple(addresses), labels.places), found, tuple(columns))


def _levels(table: Table, named: Sequence[int], addresses: Sequence[Address]) -> list[Level | None]:
    """The level of each address by the heading of the last column in which it says something."""
    by_column = [level_listed(table.columns[place].kind, table.columns[place].text) for place in named]
    return [
        next(
            (level for part, level in zip(address[::-1], by_column[::-1], strict=False) if part.strip()), None
        )
        for address in addresses
    ]


def division_columns(table: Table, reader: Addresses) -> list[int]:
    """The columns that say the division: the code first, then names from the largest to the smallest.

    Of several columns of codes the most detailed is read, of several names the one that names divisions.
    """
    codes = sorted(table.of(Kind.CODE), key=lambda place: (-len(table.distinct(place).texts), -place))
    names = table.of(Kind.NAME)
    if len(names) > 1:
        names = [max(names, key=lambda place: _known_names(table, place, reader))]
    levels = sorted(table.of(*_LEVELS), key=lambda place: _LEVELS.index(table.columns[place].kind))
    return [*codes[:1], *levels, *names]


def _known_names(table: Table, place: int, reader: Addresses) -> float:
    texts = [text for text in table.distinct(place).texts.to_pylist()[:_SAMPLE] if text.strip()]
    return sum(bool(reader.read((text,)).codes) for text in texts) / max(len(texts), 1)


def _addresses(table: Table, columns: Sequence[int]) -> RowAddresses:
    cells = [table.distinct(place) for place in columns]
    written = [~blanks(cell) for cell in cells]
    named = np.logical_or.reduce(written) if written else np.zeros(table.rows, np.bool_)
    stop = np.zeros(table.rows, np.bool_)
    filled: list[Distinct] = []
    for place, cell, own in zip(columns, cells, written, strict=True):
        fill = named | _merged_rows(table, place) if place != columns[-1] else _merged(table, place, own)
        filled.append(Distinct(cell.texts, np.where(fill, filled_down(cell, ~own, stop), cell.places)))
        stop = stop | own
    return joined(filled, table.rows)


def _merged(table: Table, place: int, own: Mask) -> Mask:
    """Rows that share the cell above: the division's name spans a row for each measure or period."""
    none = np.zeros(table.rows, np.bool_)
    by_row = table.of(Kind.MEASURE_NAME, Kind.PERIOD, Kind.MONTH, Kind.YEAR)
    if not by_row or not len(own) or not own[0]:
        return none
    told: Mask = np.logical_and.reduce([~blanks(table.distinct(each)) for each in by_row])
    merged = _merged_rows(table, place)
    if merged.any():
        return told
    blank = told & ~own
    if not blank.any() or (~own[told]).mean() < _MERGED_SHARE or _repeats(table, own, blank, by_row):
        return none
    return told


def _repeats(table: Table, own: Mask, blank: Mask, by_row: Sequence[int]) -> bool:
    """Whether most rows without a name say the same measure and period as one above them: then the name was
    forgotten, and does not span them."""
    keys = [np.cumsum(own), *(table.distinct(place).places for place in by_row)]
    _, first, inverse = np.unique(np.stack(keys), axis=1, return_index=True, return_inverse=True)
    repeated = first[inverse.reshape(-1)] < np.arange(len(own))
    return bool(repeated[blank].mean() >= _MERGED_SHARE)


def _merged_rows(table: Table, place: int) -> Mask:
    rows = np.zeros(table.rows, np.bool_)
    for top, left, bottom, _ in table.sheet.merged:
        if left == place + 1 and bottom > top:
            rows[max(top - table.start, 0) : max(bottom - table.start, 0)] = True
    return rows


def _with_codes(names: RowAddresses, code: Distinct) -> RowAddresses:
    if names.addresses == ((),):
        return joined([code], len(names.places))
    pairs = joined([code, Distinct(_numbered(names), names.places)], len(names.places))
    return RowAddresses(
        tuple((each[0], *names.addresses[int(each[1])]) for each in pairs.addresses), pairs.places
    )


def _numbered(names: RowAddresses) -> pa.StringArray:
    return pa.array([str(place) for place in range(len(names.addresses))], pa.string())


def _kinds(table: Table, labels: RowAddresses, columns: Sequence[int], filled: Mask) -> npt.NDArray[np.int8]:
    if not columns:
        return np.where(filled, RowKind.FIGURES, RowKind.BLANK).astype(np.int8)
    headings = {name_key(word) for place in columns for word in table.columns[place].text.split()}
    by_address = np.array([kind_of_row(address, headings) for address in labels.addresses], np.int8)
    kinds: npt.NDArray[np.int8] = by_address[labels.places]
    _look_left(table, kinds, columns)
    _end_with_notes(table, kinds, filled)
    return kinds


def _look_left(table: Table, kinds: npt.NDArray[np.int8], columns: Sequence[int]) -> None:
    """合计 often stands in the column of serial numbers."""
    for place in range(min(columns)):
        blank = kinds == RowKind.BLANK
        if not blank.any():
            return
        column = table.distinct(place)
        said = np.array([_total_or_blank(text) for text in column.texts.to_pylist()], np.int8)
        kinds[blank] = said[column.places][blank]


def _total_or_blank(text: str) -> int:
    kind = kind_of_row((text,), frozenset())
    return (
        kind
        if kind in (RowKind.GRAND_TOTAL, RowKind.SUBTOTAL, RowKind.NOTE, RowKind.AMONG)
        else RowKind.BLANK
    )


def _end_with_notes(table: Table, kinds: npt.NDArray[np.int8], filled: Mask) -> None:
    """Below the last row of figures, the rows from the first note on are notes."""
    start = max(len(kinds) - _TAIL, 0)
    for row in range(start, len(kinds)):
        texts = [text for column in table.sheet.columns if (text := str(column[table.start + row])).strip()]
        if texts and kinds[row] != RowKind.FIGURES and is_note(texts[0]):
            kinds[row] = RowKind.NOTE
    notes = np.flatnonzero(kinds[start:] == RowKind.NOTE) + start
    for first in notes:
        below = slice(int(first), len(kinds))
        if not (kinds[below] == RowKind.FIGURES)[filled[below]].any():
            kinds[below] = np.where(kinds[below] == RowKind.BLANK, RowKind.BLANK, RowKind.NOTE)
            return


def _readings(
    labels: RowAddresses, has_code: bool, kinds: npt.NDArray[np.int8], reader: Addresses
) -> tuple[list[Reading], set[int]]:
    """What each address means by its code or its name, and the places where the two disagree."""
    wanted = set(np.unique(labels.places[kinds == RowKind.FIGURES]).tolist())
    readings: list[Reading] = []
    disagreeing: set[int] = set()
    for place, address in enumerate(labels.addresses):
        if place not in wanted:
            readings.append(Reading(()))
        elif not has_code:
            readings.append(reader.read(address))
        else:
            reading, differ = _by_code(address, reader)
            readings.append(reading)
            if differ:
                disagreeing.add(place)
    return readings, disagreeing


def _by_code(address: Address, reader: Addresses) -> tuple[Reading, bool]:
    code, names = address[0], address[1:]
    by_code = reader.read_code(code)
    by_name = reader.read(names) if any(names) else Reading(())
    if not by_code.codes:
        return by_name, bool(code.strip() and by_name.codes)
    differ = bool(by_name.codes) and by_code.codes[0] not in by_name.codes
    return by_code, differ

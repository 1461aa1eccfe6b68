"""Rows of a text table with cells beyond its last column: 1,234 without quotation marks is two cells."""

import re

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from atlas.findings import Findings
from atlas.ingest.spreadsheet import rules
from atlas.ingest.spreadsheet.address_columns import Mask
from atlas.ingest.spreadsheet.column_words import Kind
from atlas.ingest.spreadsheet.dialect import FULL_WIDTH_COMMA
from atlas.ingest.spreadsheet.sheet import ReadFile
from atlas.ingest.spreadsheet.table import Table

_DIGITS = r"[0-9０-９]"
_GROUPS = re.compile(rf"[-+]?{_DIGITS}{{1,3}}\x1f{_DIGITS}{{3}}(?![0-9０-９])")


def overlong_rows(file: ReadFile, table: Table, figures: Mask) -> Findings:
    """Rows of figures in which a comma between thousands has moved all that stands to the right of it.

    Such a row has a number beyond the last column that has a heading, or in the column of remarks.
    """
    if file.delimiter not in (",", FULL_WIDTH_COMMA):
        return Findings.of(rules.OVERLONG_ROW, [])
    named = [place for place, column in enumerate(table.columns) if column.kind is not Kind.EMPTY]
    last = named[-1] if named else -1
    suspected = np.zeros(table.rows, np.bool_)
    for place in (*range(last + 1, len(table.columns)), *table.of(Kind.REMARK)):
        number = pc.match_substring_regex(table.texts(place), rf"^\s*{_DIGITS}+(\.{_DIGITS}+)?\s*$")
        suspected |= number.to_numpy(zero_copy_only=False).astype(np.bool_)
    at = np.flatnonzero(suspected & figures)
    texts = [table.texts(place).take(pa.array(at)).to_pylist() for place in range(len(table.columns))]
    split = [_GROUPS.search("\x1f".join(row)) for row in zip(*texts, strict=True)] if len(at) else []
    kept = [place for place, found in enumerate(split) if found is not None]
    columns = [found.string.count("\x1f", 0, found.start()) + 1 for found in split if found is not None]
    return Findings(
        rules.OVERLONG_ROW,
        at[kept].astype(np.int64) + table.start + 1,
        np.array(columns, np.int64),
        [found[0].replace("\x1f", ",") for found in split if found is not None],
    )

"""What a spreadsheet says, before anybody has judged it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import pyarrow as pa

from atlas.definitions import Definitions
from atlas.divisions import Divisions
from atlas.findings import Findings, Note
from atlas.ingest.spreadsheet.sheet import ReadFile, Sheet
from atlas.periods import Period

FIGURE_COLUMNS = pa.schema(
    [
        ("row", pa.int32()),
        ("column", pa.int32()),
        ("division", pa.string()),
        ("measure", pa.string()),
        ("period", pa.string()),
        ("first_month", pa.int32()),
        ("last_month", pa.int32()),
        ("kind", pa.string()),
        ("value", pa.float64()),
        ("status", pa.string()),
        ("text", pa.string()),
    ]
)
"""The columns of `Intake.figures`; strings may be dictionary-encoded.

`row` and `column` count from 1 as the spreadsheet shows them. `division` is a current code, `measure` an id,
"" where unknown; `period` a code, "" where unknown (months are then −1). `status` is value, missing,
not_applicable, suppressed, or faulty (a cell that could not be read); `value` is NaN unless it is value, in
the measure's own unit (万 is multiplied out, percent stays 0–100). `text` is the cell as written.
"""


class Role(StrEnum):
    """What a column holds. MEASURE columns hold the figures of one measure; IGNORED ones are left out."""

    DIVISION = "division"
    PERIOD = "period"
    MEASURE_NAME = "measure_name"
    VALUE = "value"
    UNIT = "unit"
    MEASURE = "measure"
    REMARK = "remark"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as it was understood: its number from 1, its heading, and what it stands for.

    `factor` multiplies its numbers (10,000 for 万).
    """

    column: int
    text: str
    role: Role
    measure: str = ""
    factor: float = 1.0


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What names may mean: the register, the definitions, and what people have taught.

    `division_aliases` and `column_aliases` map a normalised text to a code or a measure. `within` is the
    division the uploader answers for: an ambiguous name is looked for there first. `period` is taken where
    the file states none.
    """

    divisions: Divisions
    definitions: Definitions
    division_aliases: Mapping[str, str] = field(default_factory=dict)
    column_aliases: Mapping[str, str] = field(default_factory=dict)
    within: str | None = None
    period: Period | None = None


@dataclass(frozen=True, eq=False)
class Intake:
    """One file, understood.

    `figures` has `FIGURE_COLUMNS`, one row for each cell that should hold a figure. `totals` has the same
    columns for rows of 合计 and 小计, and `over_first` and `over_last`: the rows that each should sum.
    `notes` say what was understood, `findings` what could not be.
    """

    file: ReadFile
    sheet: Sheet
    layout: str
    headings: tuple[Heading, ...]
    heading_rows: tuple[int, ...]
    first_row: int
    last_row: int
    figures: pa.Table
    totals: pa.Table
    notes: tuple[Note, ...]
    findings: tuple[Findings, ...]

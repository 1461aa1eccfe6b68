"""Spreadsheets for the checks, as reading would understand them."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
import pyarrow as pa

from atlas.definitions import Definitions, load_definitions
from atlas.divisions import Divisions, load_divisions
from atlas.findings import Findings
from atlas.ingest.spreadsheet.intake import FIGURE_COLUMNS, Heading, Intake, Role
from atlas.ingest.spreadsheet.sheet import ReadFile, Sheet
from atlas.periods import Period, PeriodKind
from atlas.validate import Asked, Checked, Context, check

TODAY = dt.date(2026, 11, 22)
Cell = tuple[str, str, str, float | str]
"""Division, measure, period and the figure: a number, or what the cell says instead of one."""
STATUSES = {"—": "missing", "不适用": "not_applicable", "*": "suppressed", "abc": "faulty"}
TOTAL_COLUMNS = (("over_first", pa.int32()), ("over_last", pa.int32()))


def figures(cells: Iterable[Cell | tuple[str, str, str, float | str, str]], first_row: int = 2) -> pa.Table:
    """A long table: row 2 on, figures in column D. A fifth entry is the cell as written."""
    rows = [_row(cell, row) for row, cell in enumerate(cells, start=first_row)]
    return pa.Table.from_pylist(rows, schema=FIGURE_COLUMNS)


def wide(rows: Sequence[tuple[str, str, dict[str, float | str]]]) -> pa.Table:
    """A wide table: row 2 on, division in column A, period in B, a column for each measure from C on."""
    cells = []
    for row, (division, period, values) in enumerate(rows, start=2):
        for column, (measure, value) in enumerate(values.items(), start=3):
            cells.append({**_row((division, measure, period, value), row), "column": column})
    return pa.Table.from_pylist(cells, schema=FIGURE_COLUMNS)


def totals(cells: Iterable[tuple[Cell, int, int, int, str]]) -> pa.Table:
    """Totals: a figure, its row, the rows it sums, and the cell as written ("" for the plain number)."""
    schema = pa.schema([*FIGURE_COLUMNS, *TOTAL_COLUMNS])
    rows = [
        {**_row((*cell, written) if written else cell, row), "over_first": first, "over_last": last}
        for cell, row, first, last, written in cells
    ]
    return pa.Table.from_pylist(rows, schema=schema)


def intake(
    table: pa.Table,
    sums: pa.Table | None = None,
    findings: Sequence[Findings] = (),
    headings: Sequence[Heading] | None = None,
) -> Intake:
    """What reading hands over; the sheet holds the division's code in column A and the period in B."""
    last = max(table["row"].to_pylist(), default=1)
    division, period = [""] * last, [""] * last
    for row, code, text in zip(
        *(table[name].to_pylist() for name in ("row", "division", "period")), strict=True
    ):
        division[row - 1], period[row - 1] = code, text
    sheet = Sheet("figures", (pa.array(division, pa.string()), pa.array(period, pa.string())))
    return Intake(
        file=ReadFile("figures.csv", "ab12cd" + "0" * 58, 100, "csv", (sheet,)),
        sheet=sheet,
        layout="long",
        headings=tuple(
            headings or (Heading(1, "division", Role.DIVISION), Heading(2, "period", Role.PERIOD))
        ),
        heading_rows=(1,),
        first_row=2,
        last_row=last,
        figures=table,
        totals=totals([]) if sums is None else sums,
        notes=(),
        findings=tuple(findings),
    )


@dataclass
class Accepted:
    """A store of accepted figures that remembers what it was asked."""

    cells: Sequence[Cell] = ()
    asked: list[Asked] = field(default_factory=list)

    def reported(self, asked: Asked) -> "Accepted":
        self.asked.append(asked)
        kept = [cell for cell in self.cells if is_asked(asked, cell[0], cell[1], Period.parse(cell[2]).last)]
        rows = [_row(cell, 0) for cell in kept]
        self.measure = np.array([asked.measures.index(cell[1]) for cell in kept], dtype=np.int64)
        self.division = np.array([int(cell[0]) for cell in kept], dtype=np.int64)
        self.first = np.array([row["first_month"] for row in rows], dtype=np.int64)
        self.last = np.array([row["last_month"] for row in rows], dtype=np.int64)
        self.kind = np.array(
            [list(PeriodKind).index(PeriodKind(str(row["kind"]))) for row in rows], dtype=np.int64
        )
        self.value = np.array([row["value"] for row in rows], dtype=np.float64)
        codes = {"value": 1, "not_applicable": 2, "suppressed": 3}
        self.status = np.array([codes[str(row["status"])] for row in rows], dtype=np.int64)
        return self


def is_asked(asked: Asked, division: str, measure: str, last: int) -> bool:
    """Whether a question is about a figure, said as plainly as can be."""
    if asked.first <= last <= asked.last:
        return measure in asked.measures and division in asked.around
    if last > asked.last or division not in asked.divisions:
        return False
    return measure in asked.carried or (measure in asked.own and last >= asked.since)


@cache
def shipped() -> Definitions:
    """The project's own definitions."""
    return load_definitions()


def judged(
    given: Intake,
    accepted: Sequence[Cell] = (),
    may_report: Callable[[str], bool] = lambda _: True,
    definitions: Definitions | None = None,
    divisions: Divisions | None = None,
    today: dt.date = TODAY,
) -> Checked:
    """The file, checked against the real register and definitions unless others are given."""
    context = Context(
        divisions or load_divisions(),
        definitions or shipped(),
        Accepted(accepted),
        may_report,
        today,
    )
    return check(given, context)


def found(checked: Checked, rule: str) -> list[tuple[int, int, str]]:
    """Row, column and value of everything that a rule found."""
    return [
        (finding.row, finding.column, finding.value)
        for findings in checked.findings
        if findings.rule.id == rule
        for finding in findings
    ]


def ids(checked: Checked) -> set[str]:
    """The rules that found something."""
    return {findings.rule.id for findings in checked.findings}


def fields_of(checked: Checked, rule: str) -> list[dict[str, object]]:
    """The fields of everything that a rule found."""
    return [
        dict(each.fields) for findings in checked.findings if findings.rule.id == rule for each in findings
    ]


def _row(cell: Sequence[float | str], row: int) -> dict[str, object]:
    division, measure, code, value = cell[:4]
    period = Period.parse(str(code)) if code else None
    number = value if isinstance(value, (int, float)) else float("nan")
    written = f"{value:g}" if isinstance(value, (int, float)) else value
    return {
        "row": row,
        "column": 4,
        "division": division,
        "measure": measure,
        "period": code,
        "first_month": period.first if period else -1,
        "last_month": period.last if period else -1,
        "kind": period.kind.value if period else "",
        "value": float(number),
        "status": "value" if number == number else STATUSES[str(value)],
        "text": cell[4] if len(cell) > 4 else written,
    }

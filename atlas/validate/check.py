"""Every check of one file in one pass, and which of its figures can be accepted."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from atlas.findings import Findings, Ints, Severity, column_letter
from atlas.ingest.spreadsheet.intake import Intake
from atlas.validate import duplicates
from atlas.validate.absent import units_absent
from atlas.validate.already import already_reported
from atlas.validate.amounts import above_population, fractions, negatives, out_of_range
from atlas.validate.case import Case
from atlas.validate.cells import FAULTY, MISSING
from atlas.validate.children import children_and_parents
from atlas.validate.comparisons import cross_measures, numerators
from atlas.validate.context import Context
from atlas.validate.jumps import jumps
from atlas.validate.keys import Bools
from atlas.validate.reporters import divisions_reported_for, measures_reported, periods_over
from atlas.validate.totals import totals

CHECKS: tuple[Callable[[Case], Iterator[Findings]], ...] = (
    divisions_reported_for,
    periods_over,
    measures_reported,
    duplicates.duplicates,
    negatives,
    fractions,
    out_of_range,
    above_population,
    numerators,
    cross_measures,
    children_and_parents,
    totals,
    jumps,
    already_reported,
    units_absent,
)
"""Every check that looks at figures, each a generator of what it found."""
OBSERVED = ("row", "division", "measure", "period", "first_month", "last_month", "kind", "status")


@dataclass(frozen=True, slots=True)
class UnreadColumn:
    """A column that an error in its heading has kept out: its number from 1, its heading, its figures."""

    column: int
    text: str
    figures: int


@dataclass(frozen=True, eq=False)
class Checked:
    """A file and all that was found in it, by reading and by checking.

    `rejected_rows` are the rows, as the spreadsheet counts them, that have an error; an error about the whole
    file rejects every row, one in a heading none: it keeps its column out. `acceptable` are the figures of
    the others, with the columns of `Intake.figures`, without empty cells, unreadable ones, and repetitions of
    an earlier row.
    """

    intake: Intake
    findings: tuple[Findings, ...]
    rejected_rows: Ints
    acceptable: pa.Table

    @cached_property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        counts: Counter[Severity] = Counter(dict.fromkeys(Severity, 0))
        for found in self.findings:
            counts[found.rule.severity] += len(found)
        return counts

    @cached_property
    def unread_columns(self) -> tuple[UnreadColumn, ...]:
        """The columns whose figures were not read because of their headings, in the order of the file."""
        letters = {column_letter(heading.column): heading.column for heading in self.intake.headings}
        at_fault: set[int] = set()
        for found in self.findings:
            if found.rule.severity is Severity.ERROR:
                for each in np.flatnonzero(np.isin(found.rows, self.intake.heading_rows)).tolist():
                    at_fault.add(int(found.columns[each]))
                    # Of two columns that contest each other the finding stands at one and names the other.
                    at_fault.add(letters.get(str(found.at(each).fields.get("other")), 0))
        return tuple(
            UnreadColumn(heading.column, heading.text, self._figures_in(heading.column))
            for heading in self.intake.headings
            if heading.column in at_fault
        )

    def _figures_in(self, column: int) -> int:
        """How many cells of a column are filled, in the rows of figures."""
        sheet, rows = self.intake.sheet, np.unique(self.intake.figures["row"].to_numpy())
        if not len(rows):
            rows = np.arange(self.intake.first_row, self.intake.last_row + 1)
        texts = sheet.columns[column - 1].take(pa.array(rows - 1))
        return int(pc.sum(pc.not_equal(texts, "")).as_py() or 0)


def check(intake: Intake, context: Context) -> Checked:
    """Judge every figure of a file by every rule.

    The findings come rule by rule, first those of reading, each in the order of rows and columns.
    """
    case = Case.of(intake, context)
    made = (found for examine in CHECKS for found in examine(case))
    findings = tuple(_ordered(found) for found in (*intake.findings, *made) if len(found))
    errors = [found for found in findings if found.rule.severity is Severity.ERROR]
    whole = any(bool((found.rows == 0).any()) for found in errors)
    at_fault = np.unique(np.concatenate([np.empty(0, np.int64), *(found.rows for found in errors)]))
    rejected = np.unique(case.cells.row) if whole else at_fault[~np.isin(at_fault, intake.heading_rows)]
    return Checked(intake, findings, rejected, _acceptable(case, rejected))


def observations_of(checked: Checked, source: str = "") -> pa.Table:
    """The acceptable figures as a batch takes them, from the source with this id.

    They have no value where the status is another than value.
    """
    figures = checked.acceptable
    stated = pc.equal(figures["status"].cast(pa.string()), "value")
    columns = {name: figures[name] for name in OBSERVED}
    columns["value"] = pc.if_else(stated, figures["value"], pa.scalar(None, pa.float64()))
    if source:
        columns["source"] = pa.repeat(pa.scalar(source), figures.num_rows)
    return pa.table(columns)


def _acceptable(case: Case, rejected: Ints) -> pa.Table:
    cells = case.cells
    usable = cells.placed & (cells.status != MISSING) & (cells.status != FAULTY)
    usable &= ~_isin_sorted(cells.row, rejected) & ~duplicates.later_same(case)
    return case.intake.figures.filter(pa.array(usable))


def _isin_sorted(rows: Ints, wanted: Ints) -> Bools:
    if not len(wanted):
        return np.zeros(len(rows), dtype=bool)
    at = np.minimum(np.searchsorted(wanted, rows), len(wanted) - 1)
    found: Bools = wanted[at] == rows
    return found


def _ordered(found: Findings) -> Findings:
    """The same findings by row and column."""
    place = found.rows * (int(found.columns.max()) + 1) + found.columns
    if bool((place[1:] >= place[:-1]).all()):
        return found
    order = np.argsort(place, kind="stable")
    at = order.tolist()
    fields = {name: [column[each] for each in at] for name, column in found.fields.items()}
    values = [found.values[each] for each in at]
    return Findings(found.rule, found.rows[order], found.columns[order], values, fields)

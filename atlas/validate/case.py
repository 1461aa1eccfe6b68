"""All that a rule looks at."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from atlas.definitions import Measure, Unit
from atlas.divisions import Division
from atlas.divisions.nodes import Tree, derived_level, tree_of
from atlas.findings import Ints
from atlas.ingest.spreadsheet.intake import Intake
from atlas.ingest.spreadsheet.intake import Role as ColumnRole
from atlas.periods import Period
from atlas.validate.cells import Cells, cells_of
from atlas.validate.context import Context
from atlas.validate.keys import Bools, Floats, period_of
from atlas.validate.known import Earlier, earlier


@dataclass(frozen=True, eq=False)
class Case:
    """One file under examination: its cells, what is known of them, and what they are judged by."""

    intake: Intake
    context: Context
    cells: Cells
    tree: Tree

    @classmethod
    def of(cls, intake: Intake, context: Context) -> "Case":
        """The case of one file."""
        tree = tree_of(context.divisions)
        return cls(intake, context, cells_of(intake.figures, tree, context.definitions), tree)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The measures by place."""
        return tuple(self.context.definitions.measures.values())

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The unit of each measure by place."""
        return tuple(self.context.definitions.unit_of(measure) for measure in self.measures)

    @cached_property
    def signed(self) -> Bools:
        """Whether each measure, by place, states a change and may fall below zero."""
        pairs = zip(self.measures, self.units, strict=True)
        return np.array([measure.signed or unit.family == "points" for measure, unit in pairs], dtype=bool)

    @cached_property
    def earlier(self) -> Earlier:
        """What the store holds, fetched once."""
        return earlier(self.cells, self.tree, self.context)

    @cached_property
    def this_month(self) -> int:
        """The current month: periods that end later are not over."""
        return self.context.today.year * 12 + self.context.today.month - 1

    @cached_property
    def division_column(self) -> int:
        """The column of the spreadsheet that names the division; 0 where there is none."""
        columns = (each.column for each in self.intake.headings if each.role is ColumnRole.DIVISION)
        return next(columns, 0)

    @cached_property
    def period_column(self) -> int:
        """The column of the spreadsheet that names the period; 0 where there is none."""
        columns = (each.column for each in self.intake.headings if each.role is ColumnRole.PERIOD)
        return next(columns, 0)

    def place_of(self, measure: str) -> int:
        """The place of a measure."""
        return self._places[measure]

    def keys_for(self, measure: int, places: Ints) -> Ints:
        """The keys of these cells for another measure."""
        cells = self.cells
        return cells.keys.of(cells.node[places], measure, cells.period[places])

    def measure_is(self, flags: list[bool]) -> Bools:
        """Whether each cell's measure has a flag, given for the measures by place; unknown ones have none."""
        return np.array([*flags, False], dtype=bool)[self.cells.measure]

    def by_measure(self, numbers: list[float]) -> Floats:
        """The number of each cell's measure, given by place; NaN where the measure is unknown."""
        return np.array([*numbers, np.nan], dtype=np.float64)[self.cells.measure]

    def divisions_at(self, nodes: Ints) -> list[Division]:
        """The divisions of these nodes."""
        return [self.context.divisions[self.tree.codes[node]] for node in nodes.tolist()]

    def measures_at(self, places: Ints) -> list[Measure]:
        """The measures at these places."""
        return [self.measures[place] for place in places.tolist()]

    def periods_at(self, packed: Ints) -> list[Period]:
        """The periods that these packed ones stand for."""
        return [period_of(each) for each in packed.tolist()]

    def sheet_texts(self, rows: Ints, column: int) -> list[str]:
        """What the sheet has in a column of these rows; "" for a column of 0."""
        if not column:
            return [""] * len(rows)
        texts = self.intake.sheet.columns[column - 1]
        return [str(texts[row - 1]) if 0 < row <= len(texts) else "" for row in rows.tolist()]

    def counted_units(self, measure: Measure) -> Floats:
        """For a measure that is counted in the tree: its value for each node."""
        level = derived_level(measure.derived or "")
        return self.tree.within[level].astype(np.float64)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {measure.id: place for place, measure in enumerate(self.measures)}

"""What an indicator is computed from: the rows of its measures on the part of the tree that has any."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import numpy as np

from atlas.definitions import Definitions, Indicator
from atlas.divisions import Divisions
from atlas.divisions.nodes import Bools, Ints, Tree, derived_level, tree_of
from atlas.periods import Period
from atlas.rollup.pairs import Side
from atlas.rollup.rows import Rows, rows_of
from atlas.store import Reader

PRUNED_BELOW = 0.5


@dataclass(frozen=True, slots=True)
class Question:
    """An indicator of a dataset, as known on a day, without the source grades that were left out."""

    store: Reader
    definitions: Definitions
    divisions: Divisions
    indicator: Indicator
    as_known_on: date | datetime | None = None
    grades: tuple[str, ...] | None = None

    def key(self, *more: object) -> tuple[object, ...]:
        """What an answer to this question is remembered under."""
        definition = (self.definitions.version, self.indicator)
        return (self.store.version, id(self.divisions), definition, self.as_known_on, self.grades, *more)


@dataclass(frozen=True, eq=False)
class Inputs:
    """The measures of one indicator on one tree; a side is None where the indicator has no such measure.

    `within` are the inputs that these are a part of, and which nodes of them were kept: what is withheld
    depends on the neighbours, too.
    """

    indicator: Indicator
    tree: Tree
    numerator: Side | None
    denominator: Side | None
    stated: Side | None
    names: dict[int, str]
    own_rows: bool = False
    within: "tuple[Inputs, Bools] | None" = None

    @property
    def withholding(self) -> tuple[Side, ...]:
        """The sides whose small counts are withheld; a coverage shows no counts."""
        sides = () if self.indicator.coverage else (self.numerator, self.denominator)
        return tuple(side for side in sides if side is not None and side.suppress_below is not None)

    @property
    def nbytes(self) -> int:
        """Memory in bytes that no other indicator shares: only rows on a pruned tree are copies."""
        if not self.own_rows:
            return 0
        sides = (self.numerator, self.denominator, self.stated)
        return sum(side.rows.nbytes for side in sides if side is not None and side.rows is not None)

    def below(self, division: str) -> "Inputs":
        """Only what the value of one division depends on."""
        node = self.tree.place.get(division)
        kept = np.zeros(len(self.tree), dtype=bool) if node is None else self.tree.below(node)
        return self if bool(kept.all()) else replace(self.pruned(kept), within=(self, kept))

    def pruned(self, kept: Bools) -> "Inputs":
        """Only the kept nodes."""
        tree = self.tree.pruned(kept)
        renumbered = np.where(kept, np.cumsum(kept) - 1, -1)
        return Inputs(
            self.indicator,
            tree,
            _pruned(self.numerator, kept, renumbered),
            _pruned(self.denominator, kept, renumbered),
            _pruned(self.stated, kept, renumbered),
            self.names,
            own_rows=True,
        )


def inputs_of(question: Question) -> Inputs:
    """Load the measures of an indicator; remembered by the store until it changes."""
    return question.store.memory.get(question.key("inputs"), lambda: _inputs(question))


def _inputs(question: Question) -> Inputs:
    tree, indicator = tree_of(question.divisions), question.indicator
    numerator = _side(question, tree, indicator.numerator, carried=False)
    denominator = None if indicator.coverage else _side(question, tree, indicator.denominator, carried=True)
    stated = _side(question, tree, indicator.stated, carried=False)
    inputs = Inputs(indicator, tree, numerator, denominator, stated, question.store.source_names())
    if numerator is not None and numerator.counts is not None:
        return inputs
    filled = np.zeros(len(tree), dtype=bool)
    for side in (numerator, denominator, stated):
        if side is not None and side.rows is not None:
            filled[side.rows.node] = True
    if filled.sum() > PRUNED_BELOW * len(tree):
        return inputs
    return inputs.pruned(tree.lineage(np.flatnonzero(filled)))


def _side(question: Question, tree: Tree, measure_id: str | None, carried: bool) -> Side | None:
    if measure_id is None:
        return None
    measure = question.definitions.measures[measure_id]
    if measure.derived is not None:
        return Side(measure.kind, counts=tree.within[derived_level(measure.derived)])
    known, grades = question.as_known_on, question.grades
    rows = rows_known(question.store, question.divisions, measure_id, known, grades)
    below = measure.suppress_below
    return Side(measure.kind, rows, carried and measure.carry_forward, suppress_below=below)


def rows_known(
    store: Reader,
    divisions: Divisions,
    measure: str,
    known: date | datetime | None = None,
    grades: tuple[str, ...] | None = None,
) -> Rows:
    """The figures of a measure on the whole tree, as known on a day; remembered by the store."""
    key = ("rows", store.version, measure, known, grades, id(divisions))
    tree = tree_of(divisions)
    return store.memory.get(key, lambda: rows_of(store.observed(measure, known, grades), tree, divisions))


def _pruned(side: Side | None, kept: Bools, renumbered: Ints) -> Side | None:
    if side is None:
        return None
    rows = None if side.rows is None else side.rows.on(renumbered)
    counts = None if side.counts is None else side.counts[kept]
    return replace(side, rows=rows, counts=counts, withheld={})


def ordinary(period: Period) -> bool:
    """Whether values are drawn for such a period: not for spans, which are only listed."""
    return period.kind.value not in ("span", "latest")


def grades_of(grades: Sequence[str] | None) -> tuple[str, ...] | None:
    """Grades as a key."""
    return None if grades is None else tuple(sorted(grades))

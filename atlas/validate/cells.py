"""The figures of a spreadsheet as arrays of numbers: what every check works on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from atlas.definitions import Definitions
from atlas.divisions.nodes import Tree
from atlas.findings import Finding, Findings, Ints, Rule
from atlas.validate.keys import KINDS, Bools, Floats, Keys, Lookup, packed_period

STATUSES = ("value", "missing", "not_applicable", "suppressed", "faulty")
VALUE, MISSING, FAULTY = STATUSES.index("value"), STATUSES.index("missing"), STATUSES.index("faulty")


@dataclass(frozen=True, eq=False)
class Cells:
    """One entry for each cell that should hold a figure, in the file's order.

    `node` is the division in the tree, `measure` the place in the list of measures, `period` the packed
    period; each −1 where it is not known. `value` is NaN unless `status` is VALUE. `texts` holds the cells as
    written, for the few that are shown.
    """

    keys: Keys
    row: Ints
    column: Ints
    node: Ints
    measure: Ints
    first: Ints
    last: Ints
    kind: Ints
    value: Floats
    status: Ints
    texts: pa.ChunkedArray

    def __len__(self) -> int:
        return len(self.row)

    @cached_property
    def stated(self) -> Bools:
        """Whether the cell holds a number."""
        stated: Bools = self.status == VALUE
        return stated

    @cached_property
    def period(self) -> Ints:
        """The packed period, −1 where it is not known."""
        return np.where(self.kind >= 0, packed_period(self.first, self.last, self.kind), -1)

    @cached_property
    def placed(self) -> Bools:
        """Whether division, measure and period are all known."""
        return (self.node >= 0) & (self.measure >= 0) & (self.kind >= 0)

    @cached_property
    def key(self) -> Ints:
        """The packed key; −1 where a part of it is not known."""
        return np.where(self.placed, self.keys.of(self.node, self.measure, self.period), -1)

    @cached_property
    def periods(self) -> Ints:
        """The packed periods that occur, in order."""
        return np.unique(self.period[self.kind >= 0])

    @cached_property
    def measures(self) -> Ints:
        """The places of the measures that occur, in order."""
        return np.unique(self.measure[self.measure >= 0])

    @cached_property
    def lookup(self) -> Lookup:
        """The file's own numbers by key."""
        usable = np.flatnonzero(self.placed & self.stated)
        return Lookup(self.key[usable], self.value[usable])

    @cached_property
    def usable(self) -> Ints:
        """The places of the cells in `lookup`."""
        return np.flatnonzero(self.placed & self.stated)

    def written(self, places: Ints) -> list[str]:
        """These cells as the spreadsheet has them."""
        return [str(text or "") for text in self.texts.take(pa.array(places)).to_pylist()]

    def found(self, rule: Rule, places: Ints, fields: Mapping[str, Sequence[object]]) -> Findings:
        """What a rule found at these cells."""
        return Findings(rule, self.row[places], self.column[places], self.written(places), fields)

    def found_or_of_file(self, rule: Rule, places: Ints, fields: Mapping[str, Sequence[object]]) -> Findings:
        """The same, where a place of −1 stands for the whole file."""
        here = places >= 0
        found = self.found(rule, np.where(here, places, 0), fields)
        values = [value if own else "" for value, own in zip(found.values, here.tolist(), strict=True)]
        return Findings(rule, np.where(here, found.rows, 0), np.where(here, found.columns, 0), values, fields)


def of_file(rule: Rule, **fields: object) -> Findings:
    """One finding about the whole file."""
    return Findings.of(rule, [Finding(rule, 0, 0, "", fields)])


def cells_of(figures: pa.Table, tree: Tree, definitions: Definitions) -> Cells:
    """The arrays for a table with `FIGURE_COLUMNS`."""
    kinds = {kind.value: place for place, kind in enumerate(KINDS)}
    measures = {name: place for place, name in enumerate(definitions.measures)}
    statuses = {status: place for place, status in enumerate(STATUSES)}
    first, last = _numbers(figures["first_month"]), _numbers(figures["last_month"])
    kind = _places(figures["kind"], kinds)
    status = _places(figures["status"], statuses)
    value = figures["value"].cast(pa.float64()).to_numpy()
    return Cells(
        keys=Keys(len(tree), max(len(measures), 1)),
        row=_numbers(figures["row"]),
        column=_numbers(figures["column"]),
        node=_places(figures["division"], tree.place),
        measure=_places(figures["measure"], measures),
        first=first,
        last=last,
        kind=np.where((first >= 0) & (last >= first), kind, -1),
        value=np.where(status == VALUE, value, np.nan),
        status=np.where((status == VALUE) & ~np.isfinite(value), FAULTY, status),
        texts=figures["text"],
    )


def _numbers(column: pa.ChunkedArray) -> Ints:
    numbers: Ints = column.fill_null(-1).to_numpy().astype(np.int64)
    return numbers


def _places(column: pa.ChunkedArray, known: Mapping[str, int]) -> Ints:
    """The place of each text in `known`, −1 where it is not there; only distinct texts are looked up."""
    if not len(column):
        return np.empty(0, dtype=np.int64)
    if not pa.types.is_dictionary(column.type):
        column = pc.dictionary_encode(column)
    coded = column.unify_dictionaries().combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    words = np.array([known.get(word, -1) for word in (*coded.dictionary.to_pylist(), None)], dtype=np.int64)
    places: Ints = words[coded.indices.fill_null(len(words) - 1).to_numpy()]
    return places

"""Who may report what, and when: divisions outside the uploader's part, and periods that are not over."""

from collections.abc import Iterator

import numpy as np

from atlas.findings import Findings, Ints, Rule
from atlas.validate.case import Case
from atlas.validate.keys import Bools
from atlas.validate.rules import COUNTED_BY_ATLAS, FUTURE_PERIOD, OUTSIDE_REPORTING, OUTSIDE_YOUR_PART


def divisions_reported_for(case: Case) -> Iterator[Findings]:
    """One finding for each row whose division the uploader does not answer for, or nobody here does."""
    nodes = np.unique(case.cells.node[case.cells.node >= 0])
    outside = nodes[case.tree.outside[nodes]]
    inside = nodes[~case.tree.outside[nodes]]
    yield from _rows_of(case, OUTSIDE_YOUR_PART, inside[~reported_for(case, inside)])
    yield from _rows_of(case, OUTSIDE_REPORTING, outside)


def periods_over(case: Case) -> Iterator[Findings]:
    """One finding for each row whose period ends after the current month."""
    places = np.flatnonzero((case.cells.kind >= 0) & (case.cells.last > case.this_month))
    if len(places):
        places = first_of_rows(case, places)
        rows, column = case.cells.row[places], case.period_column
        yield Findings(
            FUTURE_PERIOD,
            rows,
            np.full(len(rows), column, dtype=np.int64),
            case.sheet_texts(rows, column),
            {"period": case.periods_at(case.cells.period[places])},
        )


def measures_reported(case: Case) -> Iterator[Findings]:
    """Figures of measures that the atlas counts itself."""
    derived = case.measure_is([measure.derived is not None for measure in case.measures])
    places = np.flatnonzero(derived & case.cells.stated)
    if len(places):
        fields = {"measure": case.measures_at(case.cells.measure[places])}
        yield case.cells.found(COUNTED_BY_ATLAS, places, fields)


def reported_for(case: Case, nodes: Ints) -> Bools:
    """Whether the uploader answers for each node; who answers for a division answers for all below it."""
    tree, wanted = case.tree, case.tree.lineage(nodes)
    answers = np.zeros(len(tree), dtype=bool)
    for depth in tree.depths:
        asked = depth.start + np.flatnonzero(wanted[depth])
        above = (tree.parent[asked] >= 0) & answers[tree.parent[asked]]
        answers[asked[above]] = True
        for node in asked[~above].tolist():
            answers[node] = case.context.may_report(tree.codes[node])
    return answers[nodes]


def first_of_rows(case: Case, places: Ints) -> Ints:
    """The first of these cells in each row."""
    _, first = np.unique(case.cells.row[places], return_index=True)
    return places[first]


def _rows_of(case: Case, rule: Rule, nodes: Ints) -> Iterator[Findings]:
    if not len(nodes):
        return
    places = first_of_rows(case, np.flatnonzero(np.isin(case.cells.node, nodes)))
    rows, column = case.cells.row[places], case.division_column
    yield Findings(
        rule,
        rows,
        np.full(len(rows), column, dtype=np.int64),
        case.sheet_texts(rows, column),
        {"division": case.divisions_at(case.cells.node[places])},
    )

"""Divisions that one would expect in the file because those beside them are there."""

from collections.abc import Iterator

import numpy as np

from atlas.divisions import Division
from atlas.findings import Finding, Findings, Ints
from atlas.messages import N_
from atlas.validate.case import Case
from atlas.validate.keys import Bools, period_of
from atlas.validate.reporters import reported_for
from atlas.validate.rules import MOST_UNITS_ABSENT, UNITS_ABSENT

MOST_NAMED = 10
OTHERS = N_("others")


def units_absent(case: Case) -> Iterator[Findings]:
    """For each period and each division with several children in the file: the children that are not.

    Only those that the uploader may report for, and none beside a division that stands there as the sum of
    others; nothing of periods that are not over. A warning where at least half of them are there, otherwise a
    note.
    """
    found: dict[str, list[Finding]] = {UNITS_ABSENT.id: [], MOST_UNITS_ABSENT.id: []}
    for period in case.cells.periods.tolist():
        if period_of(period).last > case.this_month:
            continue
        there = np.zeros(len(case.tree), dtype=bool)
        there[case.cells.node[(case.cells.period == period) & (case.cells.node >= 0)]] = True
        present = np.flatnonzero(there)
        for parent in _parents(case, present).tolist():
            for finding in _missing(case, period, parent, present):
                found[finding.rule.id].append(finding)
    for rule in (UNITS_ABSENT, MOST_UNITS_ABSENT):
        if found[rule.id]:
            yield Findings.of(rule, found[rule.id])


def _parents(case: Case, present: Ints) -> Ints:
    """Parents of at least two of these nodes, those that have others below them left out."""
    tree = case.tree
    summing = _above(case, present)
    single = present[~summing[present] & tree.counted[present]]
    parents, count = np.unique(tree.parent[single], return_counts=True)
    return parents[(count >= 2) & (count < tree.expected[parents])]


def _above(case: Case, present: Ints) -> Bools:
    """True for the nodes above one of these."""
    marked = np.zeros(len(case.tree), dtype=bool)
    nodes = present
    while len(nodes):
        nodes = np.unique(case.tree.parent[nodes])
        nodes = nodes[nodes >= 0]
        marked[nodes] = True
    return marked


def _missing(case: Case, period: int, parent: int, present: Ints) -> Iterator[Finding]:
    tree = case.tree
    children = np.flatnonzero((tree.parent == parent) & tree.counted)
    expected = children[reported_for(case, children)].tolist()
    there = set(present.tolist())
    missing = [node for node in expected if node not in there]
    if not missing:
        return
    names: list[Division | str] = list(case.divisions_at(np.array(missing[:MOST_NAMED], dtype=np.int64)))
    if len(missing) > MOST_NAMED:
        names.append(OTHERS)
    rule = UNITS_ABSENT if 2 * len(missing) <= len(expected) else MOST_UNITS_ABSENT
    yield Finding(
        rule, 0, 0, "",
        {
            "period": period_of(period),
            "division": case.divisions_at(np.array([parent]))[0],
            "count": len(missing),
            "expected": len(expected),
            "missing": tuple(names),
        },
    )  # fmt: skip

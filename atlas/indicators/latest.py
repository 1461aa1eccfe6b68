"""Each division's most recent figure, with its own date."""

from collections.abc import Iterator, Sequence

import numpy as np

from atlas.divisions.nodes import Bools, Ints
from atlas.indicators.calculate import calculate
from atlas.indicators.inputs import Inputs, Question
from atlas.indicators.outcome import NO_BASIS, ROLLED_UP, Outcome
from atlas.indicators.units import missing_value
from atlas.indicators.values import IndicatorValue
from atlas.periods import LATEST, Period, PeriodKind
from atlas.rollup.own import all_months
from atlas.rollup.pairs import Side
from atlas.rollup.rows import Rows
from atlas.rollup.states import NONE

YEAR, MONTH = PeriodKind.YEAR, PeriodKind.MONTH


def latest_values(question: Question, inputs: Inputs, codes: Sequence[str]) -> tuple[IndicatorValue, ...]:
    """The most recent value of each division.

    Stocks and rates: the newest month or year. Flows: the newest full year, or the newest month of a measure
    that is reported by month only. Never a half, a quarter or a span. A figure that the division reported
    comes before newer sums of a few children; among sums, the newest to which at least half of the children
    contributed comes first.
    """
    key = question.key("latest", tuple(codes))
    return question.store.memory.get(key, lambda: _latest(question, inputs, codes))


def _latest(question: Question, inputs: Inputs, codes: Sequence[str]) -> tuple[IndicatorValue, ...]:
    nodes = {code: inputs.tree.place[code] for code in codes if code in inputs.tree.place}
    at = np.array(list(nodes.values()), dtype=np.int64)
    found: dict[str, tuple[Outcome, int]] = {}
    if len(at):
        chosen = _chosen(inputs, at)
        found = {code: (chosen[place], node) for (code, node), place in zip(nodes.items(), at, strict=True)
                 if place in chosen}  # fmt: skip
    return tuple(_value(question, found.get(code), code) for code in codes)


def _value(question: Question, found: tuple[Outcome, int] | None, code: str) -> IndicatorValue:
    if found is None or bool(found[0].tree.outside[found[1]]):
        return missing_value(question, code, LATEST)
    outcome, node = found
    return outcome.value_at(node, code, question.indicator.id, own_period=True)


def _chosen(inputs: Inputs, at: Ints) -> dict[int, Outcome]:
    reported: dict[int, Outcome] = {}
    half: dict[int, Outcome] = {}
    some: dict[int, Outcome] = {}
    may_report = _may_report(inputs)
    waiting = at[inputs.tree.lineage(np.flatnonzero(may_report))[at]]
    for period in _candidates(inputs):
        outcome = calculate(inputs, period)
        usable = _usable(inputs, outcome)[at]
        summed = outcome.basis[at] == ROLLED_UP
        most = outcome.reported[at] * 2 >= outcome.expected[at]
        for kept, where in (
            (reported, usable & ~summed),
            (half, usable & summed & most),
            (some, usable & summed),
        ):
            for node in at[where].tolist():
                kept.setdefault(node, outcome)
        if all(node in reported or (node in half and not may_report[node]) for node in waiting.tolist()):
            break
    return {**some, **half, **reported}


def _usable(inputs: Inputs, outcome: Outcome) -> Bools:
    has: Bools = (outcome.state != NONE) & (outcome.basis != NO_BASIS)
    if any(side is not None and side.kind == "flow" for side in (inputs.numerator, inputs.denominator)):
        whole = (outcome.months == 0) | (outcome.months == all_months(outcome.period))
        has &= whole
    return has


def _may_report(inputs: Inputs) -> Bools:
    marked = np.zeros(len(inputs.tree), dtype=bool)
    for side in (inputs.numerator, inputs.stated):
        if side is None:
            continue
        if side.counts is not None:
            marked[:] = True
        elif side.rows is not None:
            marked[side.rows.node] = True
    return marked


def _candidates(inputs: Inputs) -> list[Period]:
    sides = [side for side in (inputs.numerator, inputs.stated) if side is not None]
    found = {period for side in sides for period in _periods(side)}
    if not found and any(side.counts is not None for side in sides):
        denominator = inputs.denominator
        found = set(_periods(denominator)) if denominator is not None else set()
    return sorted(found, reverse=True)


def _periods(side: Side) -> Iterator[Period]:
    if side.rows is None:
        return
    months = np.unique(side.rows.first[side.rows.runs[MONTH]]).tolist()
    years = np.unique(side.rows.first[side.rows.runs[YEAR]]).tolist()
    if side.kind == "flow":
        yield from _flow_periods(side.rows, months, years)
        return
    ends = {*months, *(first + 11 for first in years)} if side.kind == "stock" else set(months)
    yield from (Period.of_index(month) for month in ends)
    if side.kind == "rate":
        yield from (Period.of_year(first // 12) for first in years)


def _flow_periods(rows: Rows, months: list[int], years: list[int]) -> Iterator[Period]:
    if months and not years:
        yield from (Period.of_index(month) for month in months)
        return
    pieces = {first // 12 for first in [*months, *years]}
    for kind in (PeriodKind.HALF, PeriodKind.QUARTER):
        pieces |= {first // 12 for first in np.unique(rows.first[rows.runs[kind]]).tolist()}
    yield from (Period.of_year(year) for year in pieces)

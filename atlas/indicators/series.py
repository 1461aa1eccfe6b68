"""One indicator of one division over time."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

import numpy as np

from atlas.definitions import Definitions, Indicator
from atlas.divisions import Divisions
from atlas.indicators.calculate import calculate
from atlas.indicators.evaluate import value_of
from atlas.indicators.inputs import Inputs, Question, grades_of, inputs_of
from atlas.indicators.values import IndicatorValue, State
from atlas.periods import Period, PeriodKind
from atlas.rollup.pairs import Side
from atlas.store import Reader

LENGTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}


def series(
    store: Reader,
    definitions: Definitions,
    divisions: Divisions,
    indicator: Indicator,
    division: str,
    kind: PeriodKind | str = PeriodKind.YEAR,
    *,
    as_known_on: date | datetime | None = None,
    grades: Sequence[str] | None = None,
) -> tuple[IndicatorValue, ...]:
    """All periods of `kind` from the first to the last with anything but "no data"; gaps stay as gaps.

    `kind` is month, quarter, half or year. Raises AtlasError "unknown_division".
    """
    question = Question(store, definitions, divisions, indicator, as_known_on, grades_of(grades))
    wanted = PeriodKind(kind)
    return store.memory.get(
        question.key("series", division, wanted), lambda: _series(question, division, wanted)
    )


def _series(question: Question, division: str, kind: PeriodKind) -> tuple[IndicatorValue, ...]:
    code = question.divisions.resolve(division)
    inputs = inputs_of(question).below(code)
    values = [value_of(question, calculate(inputs, period), code) for period in periods_between(inputs, kind)]
    present = [place for place, value in enumerate(values) if value.state is not State.NO_DATA]
    return tuple(values[present[0] : present[-1] + 1]) if present else ()


def periods_between(inputs: Inputs, kind: PeriodKind) -> Iterable[Period]:
    """Every period of a kind between the first and the last figure of the numerator or the stated rate."""
    bounds = [_bounds(side) for side in (inputs.numerator, inputs.stated) if side is not None]
    known = [bound for bound in bounds if bound is not None]
    if kind not in LENGTHS or not known:
        return ()
    length = LENGTHS[kind]
    first = min(bound[0] for bound in known) // length
    last = max(bound[1] for bound in known) // length
    return (Period(kind, place * length, (place + 1) * length - 1) for place in range(first, last + 1))


def _bounds(side: Side) -> tuple[int, int] | None:
    if side.rows is None:
        return None
    drawn = slice(0, side.rows.runs[PeriodKind.SPAN].start)
    first, last = side.rows.first[drawn], side.rows.last[drawn]
    return (int(np.min(first)), int(np.max(last))) if len(first) else None

"""The value of an indicator for many divisions at once."""

from collections.abc import Sequence
from datetime import date, datetime

import numpy as np
import numpy.typing as npt

from atlas.definitions import Definitions, Indicator
from atlas.divisions import Divisions
from atlas.indicators.calculate import calculate
from atlas.indicators.inputs import Inputs, Question, grades_of, inputs_of
from atlas.indicators.latest import latest_values
from atlas.indicators.outcome import Outcome
from atlas.indicators.units import missing_value
from atlas.indicators.values import IndicatorValue
from atlas.periods import Period, PeriodKind
from atlas.store import Reader


def evaluate(
    store: Reader,
    definitions: Definitions,
    divisions: Divisions,
    indicator: Indicator,
    units: Sequence[str],
    period: Period,
    *,
    as_known_on: date | datetime | None = None,
    grades: Sequence[str] | None = None,
) -> tuple[IndicatorValue, ...]:
    """The indicator for each unit (codes), in their order.

    `latest` gives each unit its most recent figure, with the figure's own period. A span has no values: it is
    only listed. Raises AtlasError "unknown_division".
    """
    question = Question(store, definitions, divisions, indicator, as_known_on, grades_of(grades))
    inputs = inputs_of(question)
    today = [divisions.resolve(code) for code in units]
    if period.kind is PeriodKind.LATEST:
        return latest_values(question, inputs, today)
    if period.kind is PeriodKind.SPAN:
        return tuple(missing_value(question, code, period) for code in today)
    outcome = outcome_of(question, inputs, period)
    return tuple(value_of(question, outcome, code) for code in today)


def numbers(
    store: Reader,
    definitions: Definitions,
    divisions: Divisions,
    indicator: Indicator,
    units: Sequence[str],
    period: Period,
    *,
    as_known_on: date | datetime | None = None,
    grades: Sequence[str] | None = None,
) -> npt.NDArray[np.float64]:
    """The bare values of units (today's codes) in their order, NaN where there is none.

    For the spread of thousands of units, of which nothing else is asked; otherwise as `evaluate`.
    """
    if period.kind in (PeriodKind.LATEST, PeriodKind.SPAN):
        values = evaluate(
            store, definitions, divisions, indicator, units, period, as_known_on=as_known_on, grades=grades
        )
        return np.array([each.value for each in values], dtype=np.float64)
    question = Question(store, definitions, divisions, indicator, as_known_on, grades_of(grades))
    outcome = outcome_of(question, inputs_of(question), period)
    nodes = np.array([outcome.tree.place.get(code, -1) for code in units], dtype=np.int64)
    return np.where((nodes >= 0) & ~outcome.tree.outside[nodes], outcome.value[nodes], np.nan)


def outcome_of(question: Question, inputs: Inputs, period: Period) -> Outcome:
    """The indicator on the whole tree; remembered by the store until it changes."""
    return question.store.memory.get(question.key("outcome", period), lambda: calculate(inputs, period))


def value_of(question: Question, outcome: Outcome, code: str) -> IndicatorValue:
    """One unit's value."""
    node = outcome.tree.place.get(code)
    if node is None or bool(outcome.tree.outside[node]):
        return missing_value(question, code, outcome.period)
    return outcome.value_at(node, code, question.indicator.id)

"""Units for which nothing is known, and why."""

from atlas.divisions import Scope
from atlas.divisions.nodes import tree_of
from atlas.indicators.inputs import Question
from atlas.indicators.outcome import without
from atlas.indicators.values import IndicatorValue, State
from atlas.periods import Period


def missing_value(question: Question, code: str, period: Period) -> IndicatorValue:
    """No data, except outside the reporting scope, and where a coverage has no units to count."""
    indicator, state = question.indicator, State.NO_DATA
    if question.divisions[code].scope is Scope.OUTSIDE:
        state = State.OUTSIDE
    elif indicator.coverage and indicator.unit_level is not None:
        tree = tree_of(question.divisions)
        if not tree.within[indicator.unit_level][tree.place[code]]:
            state = State.NOT_APPLICABLE
    return without(code, indicator.id, period, state)

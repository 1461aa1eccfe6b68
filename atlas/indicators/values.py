"""The value of an indicator and everything that must be said with it."""

from dataclasses import dataclass
from enum import StrEnum

from atlas.periods import Period


class State(StrEnum):
    """Whether there is a value, and if not, why not."""

    VALUE = "value"
    NO_DATA = "no_data"
    NOT_APPLICABLE = "not_applicable"
    SUPPRESSED = "suppressed"
    OUTSIDE = "outside"


class Basis(StrEnum):
    """Where a value comes from.

    The division's own report, the sum over its children, a rate that a source states, or (mixed) a ratio with
    one side reported and the other summed.
    """

    REPORTED = "reported"
    ROLLED_UP = "rolled_up"
    STATED = "stated"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """One indicator for one division and period.

    `period` is the one asked for, or with `latest` the figure's own. `as_of` is the month or year at whose
    end a stock holds where that is not the end of `period`. k of n children went into a sum (0 of 0 when
    reported), and a flow covers k of n months. `complete` says that nothing is missing at any level below,
    nor in time; `share` is the part of the expected figures that there are, each child weighing the same and
    each month. `computed` is, for a stated rate, what its parts give, and for a reported value what its
    children sum to if they are complete and it differs. `alternatives` counts other figures on the same
    thing.
    """

    division: str
    indicator: str
    period: Period
    state: State
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    denominator_period: Period | None = None
    basis: Basis | None = None
    children_reported: int = 0
    children_expected: int = 0
    months_reported: int = 0
    months_expected: int = 0
    qualifier: str = "exact"
    sources: tuple[str, ...] = ()
    computed: float | None = None
    alternatives: int = 0
    as_of: Period | None = None
    complete: bool = False
    share: float = 0.0

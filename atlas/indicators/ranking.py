"""The place of each value among its siblings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from atlas.indicators.values import IndicatorValue, State


@dataclass(frozen=True, slots=True)
class Rank:
    """Place 1 … `of`; `tied` says that another one has the same place."""

    place: int
    of: int
    tied: bool


def ranks(
    values: Sequence[IndicatorValue], direction: str = "higher", decimals: int | None = None
) -> tuple[Rank | None, ...]:
    """The rank of each value, in their order; None where there is no value.

    Equal values share the better place.
    With the direction "lower" the lowest value is first, else the highest. With `decimals` values count as
    equal when they are shown as equal.
    """
    shown = [_shown(value, decimals) for value in values]
    known = sorted((number for number in shown if number is not None), reverse=direction != "lower")
    first: dict[float, int] = {}
    for place, number in enumerate(known, start=1):
        first.setdefault(number, place)
    count = Counter(known)
    return tuple(
        None if number is None else Rank(first[number], len(known), count[number] > 1) for number in shown
    )


def _shown(value: IndicatorValue, decimals: int | None) -> float | None:
    if value.state is not State.VALUE or value.value is None:
        return None
    return value.value if decimals is None else round(value.value, decimals)

"""Axes that begin, step and end at round numbers."""

from dataclasses import dataclass
from math import ceil, floor, log10

_ROUND = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high` with a label at every `step`."""

    low: float
    high: float
    step: float


def nice_scale(low: float, high: float, steps: int = 6) -> Scale:
    """The narrowest axis around these values with round labels, about `steps` of them."""
    rough = (high - low) / steps or 1.0
    power = 10.0 ** floor(log10(rough))
    step = next(each * power for each in _ROUND if each * power >= rough * (1 - 1e-9))
    # Twelve digits are more than any figure has, and hide that 0.1 + 0.2 is not 0.3.
    return Scale(round(floor(low / step + 1e-9) * step, 12), round(ceil(high / step - 1e-9) * step, 12), step)

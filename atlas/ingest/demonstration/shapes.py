"""The ways in which an invented measure can get its size."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class PerPeople:
    """So many for each 10,000 people (a year, for a flow), growing by `growth` a year.

    `urban` says how strongly districts of cities have more of it per head than counties: 0 not at all.
    `spread` says how much units differ by chance.
    """

    rate: float
    growth: float = 0.03
    urban: float = 0.4
    spread: float = 0.3


@dataclass(frozen=True, slots=True)
class Share:
    """Between `low` and `high` times another measure, unit by unit and month by month.

    Where `high` is at most 1 it is a part: never more than the whole less the parts `beside` it.
    """

    of: str
    low: float
    high: float
    beside: tuple[str, ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether it can never exceed the other measure."""
        return self.high <= 1


@dataclass(frozen=True, slots=True)
class Presence:
    """One for each unit that has it, which is about this share of all units.

    Where it is part of the measure `within`, only units that have some of that can have it.
    """

    share: float
    within: str = ""


@dataclass(frozen=True, slots=True)
class Each:
    """A whole number between `low` and `high` for each unit (and each month, for a flow)."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of other measures; those reported further up are counted at the first unit inside."""

    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """A rate that sources state, between `low` and `high`, with so many decimals."""

    low: float
    high: float
    decimals: int = 2


@dataclass(frozen=True, slots=True)
class ClassOf:
    """The class that another measure falls into: the multiple of `step` below it, from `least` on."""

    of: str
    step: float
    least: float


Shape: TypeAlias = PerPeople | Share | Presence | Each | Sum | Stated | ClassOf


def parents(shape: Shape) -> tuple[str, ...]:
    """The measures that must be made before one of this shape."""
    match shape:
        case Share():
            return (shape.of, *shape.beside)
        case Sum():
            return shape.of
        case ClassOf():
            return (shape.of,)
        case Presence(within=whole) if whole:
            return (whole,)
        case _:
            return ()

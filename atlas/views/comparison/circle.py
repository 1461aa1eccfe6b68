"""Among whom the compared divisions have a place: the units of their level in what they all lie in."""

from collections.abc import Sequence
from dataclasses import dataclass

from atlas.divisions import Division, Level
from atlas.views.spine import benchmark_of
from atlas.workspace import COUNTRY, Workspace


@dataclass(frozen=True, slots=True)
class Circle:
    """The units at `level` within `within`, whose own value is the benchmark."""

    within: Division
    level: Level


def circle_of(workspace: Workspace, divisions: Sequence[Division]) -> Circle:
    """The nearest division that all of them lie in: their parent where they share it, at most the country.

    While nothing has been chosen, they are the provinces.
    """
    within = benchmark_of(workspace, divisions) if divisions else None
    return Circle(within or workspace.divisions[COUNTRY], divisions[0].level if divisions else Level.PROVINCE)

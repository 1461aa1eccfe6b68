"""What somebody can work out who knows all that is shown: the promise of suppression, checked another way."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import linprog

Floats = npt.NDArray[np.float64]
Bounds = Sequence[tuple[float, float | None]]


def sums_of(parents: Sequence[int]) -> Floats:
    """One equation for each cell that has parts: its parts minus itself are 0."""
    equations = np.zeros((len(parents), len(parents)))
    for place, above in enumerate(parents):
        if above >= 0:
            equations[above, place], equations[above, above] = 1, -1
    return equations


def over_time(equations: Floats, times: int) -> Floats:
    """The equations of each time and of their sum, and each cell's sum as the sum of its times."""
    cells = equations.shape[1]
    along = np.hstack([np.eye(cells)] * times + [-np.eye(cells)])
    return np.vstack([np.kron(np.eye(times + 1), equations), along])


def spread(equations: Floats, bounds: Bounds, places: Sequence[int]) -> Floats:
    """How far apart the lowest and the highest possible values of some cells are, by linear programming."""
    found = []
    for place in places:
        goal = np.zeros(len(bounds))
        goal[place] = 1
        zeros = np.zeros(len(equations))
        low, high = (linprog(sign * goal, A_eq=equations, b_eq=zeros, bounds=bounds) for sign in (1, -1))
        assert low.status == 0, low.message
        found.append(np.inf if high.status else high.x[place] - low.x[place])
    return np.array(found)

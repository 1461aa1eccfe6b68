"""Where names stand beside dots so that none lies over another; where there is no room there is no name."""

from collections.abc import Sequence
from dataclasses import dataclass

from atlas.views.lettering import room_for

Box = tuple[float, float, float, float]
LINE = 13
BESIDE = 8


@dataclass(frozen=True, slots=True)
class Named:
    """A name, and its dot in pixels from the top left."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shift:
    """How a text stands to its dot: aligned at its left end, at its right end, or centred."""

    align: str
    dx: float
    dy: float


RIGHT, LEFT = Shift("left", BESIDE, 0), Shift("right", -BESIDE, 0)
ABOVE, BELOW = Shift("center", 0, -LINE), Shift("center", 0, LINE)


def label_places(named: Sequence[Named], width: float, size: float = 11) -> list[Shift | None]:
    """For each name where it stands: right of its dot if it can, else left, above or below it, or nowhere."""
    taken: list[Box] = [(each.x - 5, each.y - 5, each.x + 5, each.y + 5) for each in named]
    found: list[Shift | None] = []
    for place, each in enumerate(named):
        others = taken[:place] + taken[place + 1 :]
        shift = next(
            (shift for shift in (RIGHT, LEFT, ABOVE, BELOW) if _fits(_box(each, shift, size), others, width)),
            None,
        )
        found.append(shift)
        if shift is not None:
            taken.append(_box(each, shift, size))
    return found


def _box(each: Named, shift: Shift, size: float) -> Box:
    room = room_for(each.name, size)
    left = {"left": 0.0, "right": -room, "center": -room / 2}[shift.align]
    x, y = each.x + shift.dx + left, each.y + shift.dy
    return (x, y - LINE / 2, x + room, y + LINE / 2)


def _fits(box: Box, others: list[Box], width: float) -> bool:
    if box[0] < 0 or box[2] > width:
        return False
    return not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
        for other in others
    )

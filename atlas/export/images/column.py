"""A column that grows downwards, of texts and drawings."""

from atlas.export.font import text_width
from atlas.export.images.drawing import Drawing
from atlas.export.images.outlined import words_at
from atlas.export.legible import legible
from atlas.views.lettering import wrapped
from atlas.views.palette import HAIRLINE

LEADING = 1.45
"""The height of a line, of its letters' size."""
BASELINE = 1.1
"""From the top of a line to where its letters stand, of their size."""


class Column:
    """Everything in it begins at the left edge, unless told otherwise; `height` is what is taken so far."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.height = 0.0
        self._elements: list[str] = []

    def leave(self, room: float) -> None:
        """Leave room empty."""
        self.height += room

    def write(self, text: str, size: int, colour: str, *, bold: bool = False) -> None:
        """Write a text in as many lines as it needs."""
        for line in lines_of(text, self.width, size):
            baseline = self.height + size * BASELINE
            self._elements.append(words_at(line, 0, baseline, size, colour, bold=bold))
            self.height += size * LEADING

    def warn(self, text: str, size: int, colour: str, ground: str) -> None:
        """Write a text on a coloured ground across the column."""
        box = f'y="{self.height:.0f}" width="{self.width:.0f}" height="{2 * size}" rx="6"'
        self._elements.append(f'<rect {box} fill="{ground}"/>')
        self._elements.append(words_at(text, size, self.height + size * 1.35, size, colour))
        self.height += 2 * size

    def rule(self) -> None:
        """A hairline across."""
        self._elements.append(f'<path d="M0,{self.height:.0f}h{self.width:.0f}" stroke="{HAIRLINE}"/>')

    def put(self, *drawings: tuple[float, Drawing]) -> None:
        """Put drawings side by side, each at its distance from the left."""
        for left, each in drawings:
            place = f"translate({left:.0f},{self.height:.0f})"
            self._elements.append(f'<g transform="{place}">{each.elements}</g>')
        self.height += max((each.height for _, each in drawings), default=0.0)

    def drawing(self) -> Drawing:
        """The column as one drawing."""
        return Drawing("".join(self._elements), self.width, self.height)


def lines_of(text: str, room: float, size: int) -> tuple[str, ...]:
    """The text in lines; a word longer than a line, an address say, is broken where the line ends."""
    lines: list[str] = []
    for line in wrapped(legible(text), room, size):
        left = line
        while text_width(left, size) > room:
            kept = max(1, int(len(left) * room / text_width(left, size)))
            lines.append(left[:kept])
            left = left[kept:]
        lines.append(left)
    return tuple(lines)

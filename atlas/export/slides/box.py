"""Where something stands on a slide, in inches from its top left corner."""

from dataclasses import dataclass
from typing import Self

EMU = 914_400
"""The format counts in English metric units, so many to an inch."""
POINT = 12_700


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; shares and distances are taken from its own sides."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The distance of the right side from the slide's left."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The distance of the lower side from the slide's top."""
        return self.top + self.height

    def emu(self) -> tuple[int, int, int, int]:
        """Left, top, width and height as the format counts."""
        return (
            round(self.left * EMU),
            round(self.top * EMU),
            round(self.width * EMU),
            round(self.height * EMU),
        )

    def head(self, height: float) -> Self:
        """Its upper part of this height."""
        return type(self)(self.left, self.top, self.width, height)

    def below(self, height: float) -> Self:
        """What is left under the upper part of this height."""
        return type(self)(self.left, self.top + height, self.width, max(self.height - height, 0.1))

    def columns(self, shares: tuple[float, ...], gap: float) -> tuple[Self, ...]:
        """Columns whose widths have these shares, with a gap between them."""
        room = self.width - gap * (len(shares) - 1)
        widths = [room * share / sum(shares) for share in shares]
        return tuple(
            type(self)(self.left + sum(widths[:place]) + gap * place, self.top, width, self.height)
            for place, width in enumerate(widths)
        )

    def rows(self, shares: tuple[float, ...], gap: float) -> tuple[Self, ...]:
        """Rows whose heights have these shares, with a gap between them."""
        room = self.height - gap * (len(shares) - 1)
        heights = [room * share / sum(shares) for share in shares]
        return tuple(
            type(self)(self.left, self.top + sum(heights[:place]) + gap * place, self.width, height)
            for place, height in enumerate(heights)
        )

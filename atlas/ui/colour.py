"""Readable ink on a coloured ground."""

from atlas.views.palette import INK

READABLE = 4.5
WHITE, BLACK = "#FFFFFF", "#000000"


def ink_on(ground: str) -> str:
    """The ink for text on the colour `ground` (#RRGGBB): the usual one if readable, else white or black.

    On a medium blue neither the usual ink nor white has the contrast that WCAG 2.2 AA asks for; black has.
    """
    return next((ink for ink in (INK, WHITE) if contrast(ink, ground) >= READABLE), BLACK)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (#RRGGBB), from 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

"""Readable ink on a coloured ground."""

from atlas.views.palette import INK


def ink_on(ground: str) -> str:
    """Dark or white, whichever contrasts more with the colour `ground` (#RRGGBB; WCAG relative luminance)."""
    channels = [int(ground[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return INK if luminance > 0.2 else "#FFFFFF"

"""A line of a few points in the height of a text, as an image that stands in the page itself."""

from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from atlas.views.palette import ACCENT, INK, SECONDARY

WIDTH, HEIGHT, EDGE = 84, 22, 3


def sparkline(
    points: Sequence[tuple[float, float]], from_zero: bool, label: str, target: float | None = None
) -> str:
    """The line through (time, value) points, the last one marked; empty with fewer than two.

    `label` says in words what the line shows. `from_zero` keeps a small change of a count small. A target is
    a dashed line across.
    """
    if len(points) < 2:
        return ""
    times, values = [time for time, _ in points], [value for _, value in points]
    seen = values if target is None else [*values, target]
    low, high = min(0.0, *seen) if from_zero else min(seen), max(seen)
    across = [_scaled(time, min(times), max(times), WIDTH) for time in times]
    down = [HEIGHT - _scaled(value, low, high, HEIGHT) for value in values]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(across, down, strict=True))
    # Streamlit takes drawings out of the markup of a page, but not images.
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<polyline points="{line}" fill="none" stroke="{SECONDARY}" stroke-width="1.5"/>'
        f"{_target_line(target, low, high)}"
        f'<circle cx="{across[-1]:.1f}" cy="{down[-1]:.1f}" r="2.5" fill="{ACCENT}"/></svg>'
    )
    return (
        f'<img class="atlas-sparkline" src="data:image/svg+xml,{quote(drawing)}" width="{WIDTH}" '
        f'height="{HEIGHT}" alt="{escape(label, quote=True)}">'
    )


def _target_line(target: float | None, low: float, high: float) -> str:
    if target is None:
        return ""
    down = HEIGHT - _scaled(target, low, high, HEIGHT)
    return f'<path d="M0 {down:.1f}H{WIDTH}" stroke="{INK}" stroke-width="1" stroke-dasharray="3 2"/>'


def _scaled(number: float, low: float, high: float, length: int) -> float:
    """The place on a length with an edge at both ends; in the middle where all numbers are the same."""
    share = 0.5 if high == low else (number - low) / (high - low)
    return EDGE + share * (length - 2 * EDGE)

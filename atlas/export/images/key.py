"""What the colours of a map mean, in one or more lines under it."""

from collections.abc import Iterable

from atlas.export.font import text_width
from atlas.export.images.drawing import Drawing
from atlas.export.images.outlined import words_at
from atlas.views import legend
from atlas.views.legend import DOT as DOT_ROW
from atlas.views.legend import LegendRow
from atlas.views.palette import DOT_LOOKS, INK, MISSING_FILLS, SECONDARY, lines_over

SIZE = 11
SWATCH = 12
LINE = 20
GAP = 16
EDGE, HATCH, OUTSIDE, DOT = "#C3CCD6", "#B4BEC9", "#7A8794", "#6F6890"


def key_of(title: str, rows: Iterable[LegendRow], width: float) -> Drawing:
    """The title and then a swatch, a label and a count for each row, as many in a line as fit."""
    elements: list[str] = []
    left, top = 0.0, 0.0
    if title:
        elements.append(words_at(title, 0, 12, SIZE, SECONDARY))
        left = text_width(title, SIZE) + GAP
    for row in rows:
        words = f"{row.label} ({row.count})" if row.count else row.label
        room = SWATCH + 6 + text_width(words, SIZE)
        if left and left + room > width:
            left, top = 0.0, top + LINE
        place = f"translate({left:.1f},{top + 2:.1f})"
        elements.append(f'<g transform="{place}">{_swatch(row)}</g>')
        elements.append(words_at(words, left + SWATCH + 6, top + 12, SIZE, INK))
        left += room + GAP
    return Drawing("".join(elements), width, top + LINE)


def _swatch(row: LegendRow) -> str:
    """A square or a circle in the colour of the row, or the look of a kind of missing value."""
    half = SWATCH / 2
    if row.look == "circle":
        return f'<circle cx="{half}" cy="{half}" r="{half}" fill="{row.colour}"/>'
    if row.look.startswith(DOT_ROW):
        inside, line = DOT_LOOKS[row.look.removeprefix(DOT_ROW)]
        return f'<circle cx="{half}" cy="{half}" r="4" fill="{inside}" stroke="{line}" stroke-width="1.2"/>'
    fill = row.colour or MISSING_FILLS.get(row.look, "#FFFFFF")
    edge = f'stroke="{OUTSIDE}" stroke-dasharray="3 2"' if row.look == "outside" else f'stroke="{EDGE}"'
    square = f'<rect width="{SWATCH}" height="{SWATCH}" rx="1" fill="{fill}" {edge} stroke-width="0.8"/>'
    match row.look:
        case "no_data":
            return f'{square}<path d="M0,6L6,0M0,12L12,0M6,12L12,6" stroke="{HATCH}" stroke-width="0.8"/>'
        case legend.INCOMPLETE:
            lines = lines_over(fill)
            return f'{square}<path d="M0,6L6,0M0,12L12,0M6,12L12,6" stroke="{lines}" stroke-width="1.1"/>'
        case "suppressed":
            return f'{square}<circle cx="{half}" cy="{half}" r="2" fill="{DOT}"/>'
        case _:
            return square

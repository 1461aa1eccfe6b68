"""How units look on a slide; the kinds of missing value look as on every map."""

from atlas.export.slides.drawing import Look
from atlas.indicators import State
from atlas.views.legend import DOT, INCOMPLETE
from atlas.views.palette import ACCENT, DOT_LOOKS, HAIRLINE, INK, MISSING_FILLS, is_dark, lines_over

BORDER, UNDER_CIRCLES = "#FFFFFF", "#C3CCD6"
_MISSING = {
    State.NO_DATA.value: Look(MISSING_FILLS["no_data"], "#C3CBD5", hatch="ltUpDiag", hatch_colour="#B4BEC9"),
    State.NOT_APPLICABLE.value: Look(MISSING_FILLS["not_applicable"], BORDER),
    State.SUPPRESSED.value: Look(
        MISSING_FILLS["suppressed"], "#C9C3D6", hatch="pct10", hatch_colour="#6F6890"
    ),
    State.OUTSIDE.value: Look(MISSING_FILLS["outside"], "#9AA5B1", dashed=True),
}


def unit_look(fill: str, state: str, *, partial: bool = False, marked: bool = False) -> Look:
    """A unit by its colour, or by why it has none; what has not been reported in full is hatched over."""
    if not fill:
        look = _MISSING.get(state, _MISSING[State.NO_DATA.value])
    elif partial:
        look = Look(fill, BORDER, hatch="wdUpDiag", hatch_colour=lines_over(fill))
    else:
        look = Look(fill, BORDER)
    return look.with_edge(ACCENT, 1.75) if marked else look


def dot_look(kind: str) -> Look:
    """A dot of a coverage, by its kind."""
    fill, line = DOT_LOOKS[kind]
    return Look(fill, line, 1.0)


def swatch_look(look: str, colour: str) -> Look:
    """A row of a legend: a class, a circle, a dot, what is incomplete, or a kind of missing value."""
    if look == INCOMPLETE:
        return Look("#FFFFFF", HAIRLINE, hatch="wdUpDiag", hatch_colour=lines_over("#FFFFFF"))
    if look.startswith(DOT):
        return dot_look(look.removeprefix(DOT))
    if look in _MISSING:
        missing = _MISSING[look]
        return missing if missing.edge != BORDER else missing.with_edge(HAIRLINE, 0.5)
    return Look(colour, HAIRLINE)


def on(fill: str) -> str:
    """The colour of text over a fill: ink on pale ones, white on dark ones."""
    return "#FFFFFF" if is_dark(fill) else INK

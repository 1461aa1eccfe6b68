"""The legend of a map: classes with their ranges and counts, and the kinds of missing value that occur."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from atlas.definitions import Indicator
from atlas.indicators import State
from atlas.language import Language
from atlas.messages import N_
from atlas.views.classification import Classification, Scheme
from atlas.views.map_view import MapView
from atlas.views.palette import SEQUENTIAL, sequential
from atlas.views.value_text import PERCENT, name_with_unit

SCHEME_NAMES = {
    Scheme.QUANTILES: N_("quantiles"),
    Scheme.NATURAL_BREAKS: N_("natural breaks"),
    Scheme.EQUAL_INTERVAL: N_("equal intervals"),
    Scheme.STATED: N_("set breaks"),
}
WHOLE = 100
DOT, INCOMPLETE = "dot-", "incomplete"
"""Looks of rows: how that of a dot begins, before its kind, and that of the hatch of incomplete units."""
MISSING = (State.NO_DATA, State.NOT_APPLICABLE, State.SUPPRESSED, State.OUTSIDE)


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One line: its look, colour, words, and how many units.

    The look is `class`, `circle`, a missing state, `INCOMPLETE`, or `DOT` with what the dot says.
    """

    look: str
    colour: str
    label: str
    count: str


@dataclass(frozen=True, slots=True)
class Legend:
    """A legend: `bars` are (count, class) pairs of the histogram, lowest value first."""

    title: str
    bars: tuple[tuple[int, int], ...]
    rows: tuple[LegendRow, ...]
    foot: str


def legend(view: MapView, palette: tuple[str, ...], language: Language) -> Legend:
    """The legend of a view in a language; `palette` has one colour for each class."""
    return Legend(
        title=name_with_unit(view.indicator, view.unit, language),
        bars=view.histogram if view.indicator.symbol != "circles" else (),
        rows=(*_class_rows(view, palette, language), *_missing_rows(view, language)),
        foot=_foot(view, language),
    )


def palette_of(view: MapView) -> tuple[str, ...]:
    """The colours of a view's classes."""
    return class_colours(view.indicator, view.classification.classes)


def class_colours(indicator: Indicator, classes: int) -> tuple[str, ...]:
    """The colours of classes; circles leave out the palest, which would vanish on the ground."""
    if indicator.symbol == "circles":
        return SEQUENTIAL[7][-classes:]
    return sequential(classes)


def class_labels(view: MapView, language: Language) -> tuple[str, ...]:
    """The range of each class of a view."""
    return break_labels(view.classification, view.indicator, language)


def break_labels(classification: Classification, indicator: Indicator, language: Language) -> tuple[str, ...]:
    """The range of each class; the outer ones are open because the scale may be shared with other maps.

    No share is above the whole.
    """
    edges = language.alike(classification.breaks, indicator.decimals)
    if not edges:
        return (language.text("all values"),)
    inner = [language.text("{low} to {high}", low=low, high=high) for low, high in pairwise(edges)]
    whole = indicator.unit == PERCENT and classification.breaks[-1] >= WHOLE
    return (
        language.text("below {edge}", edge=edges[0]),
        *inner,
        edges[-1] if whole else language.text("{edge} and above", edge=edges[-1]),
    )


def _class_rows(view: MapView, palette: tuple[str, ...], language: Language) -> tuple[LegendRow, ...]:
    if not view.ranked:
        return ()
    look = "circle" if view.indicator.symbol == "circles" else "class"
    rows = [
        LegendRow(look, colour, label, language.number(count))
        for colour, label, count in zip(palette, class_labels(view, language), view.counts, strict=True)
    ]
    return tuple(reversed(rows))


def _missing_rows(view: MapView, language: Language) -> tuple[LegendRow, ...]:
    return missing_rows((unit.value.state for unit in view.units), language)


def missing_rows(states: Iterable[State], language: Language) -> tuple[LegendRow, ...]:
    """A line for each kind of missing value that occurs among the units' states."""
    counts = Counter(states)
    return tuple(
        LegendRow(state.value, "", language.missing(state), language.number(counts[state]))
        for state in MISSING
        if counts[state]
    )


def _foot(view: MapView, language: Language) -> str:
    if not view.ranked:
        return ""
    scheme = language.text(SCHEME_NAMES[view.classification.scheme])
    if view.selection.local_scale:
        return language.text("{scheme}, scale of this map only", scheme=scheme)
    return language.text("{scheme}, same scale on every map", scheme=scheme)

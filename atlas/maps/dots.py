"""Dots on a map of coverage: where there is none, and where that is not known, whatever units are drawn."""

from dataclasses import dataclass

from atlas.divisions import Division, Level
from atlas.language import Language
from atlas.maps.geometry import Point, label_points
from atlas.messages import N_
from atlas.views.coverage_exceptions import exceptions
from atlas.views.legend import LegendRow
from atlas.views.map_view import MapView
from atlas.workspace import Workspace

DRAWN_AT_MOST = 400
"""More dots of one kind hide the map that they are on; the list beside it counts them."""

WORDS = {
    Level.COUNTY: (N_("has none"), N_("has not reported")),
    Level.TOWNSHIP: (N_("townships that have none"), N_("townships that have not reported")),
}


@dataclass(frozen=True, slots=True)
class Dots:
    """Points in map units, and the legend's rows for them."""

    without: tuple[Point, ...] = ()
    unknown: tuple[Point, ...] = ()
    rows: tuple[LegendRow, ...] = ()


def dots_of(workspace: Workspace, view: MapView, language: Language) -> Dots:
    """The dots of a view; none but for a coverage."""
    found = exceptions(workspace, view)
    if found is None or not found.reported:
        return Dots()
    without, unknown = (_points(units) for units in (found.without, found.unknown))
    none, silent = WORDS.get(found.level, WORDS[Level.COUNTY])
    rows = (
        _row("without", none, len(found.without), language) if without else None,
        _row("unknown", silent, len(found.unknown), language) if unknown else None,
    )
    return Dots(without, unknown, tuple(row for row in rows if row is not None))


def _row(kind: str, words: str, count: int, language: Language) -> LegendRow:
    return LegendRow(f"dot-{kind}", "", language.text(words), language.number(count))


def _points(units: tuple[Division, ...]) -> tuple[Point, ...]:
    """Where the units' labels stand; townships have no boundary and are marked at their county's."""
    counties = dict.fromkeys(
        unit.parent or "" if unit.level is Level.TOWNSHIP else unit.code for unit in units
    )
    if len(counties) > DRAWN_AT_MOST:
        return ()
    places = ((code, label_points(f"{code[:2]}0000")) for code in counties)
    return tuple(points[code] for code, points in places if code in points)

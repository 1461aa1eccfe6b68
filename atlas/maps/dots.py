"""Where the dots of a map of coverage stand, whatever units are drawn."""

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.language import Language
from atlas.maps.geometry import Point, label_points
from atlas.views.coverage_dots import coverage_dots
from atlas.views.legend import LegendRow
from atlas.views.map_view import MapView
from atlas.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Dots:
    """Points in map units, and the legend's rows for them."""

    without: tuple[Point, ...] = ()
    unknown: tuple[Point, ...] = ()
    rows: tuple[LegendRow, ...] = ()


def dots_of(workspace: Workspace, view: MapView, language: Language) -> Dots:
    """The dots of a view; none but for a coverage.

    Raises:
        AtlasError: a boundary file is damaged.
    """
    found = coverage_dots(workspace, view, language)
    return Dots(points_of(found.without), points_of(found.unknown), found.rows)


def points_of(counties: Iterable[str]) -> tuple[Point, ...]:
    """Where the labels of counties stand, of those that have a boundary.

    Raises:
        AtlasError: a boundary file is damaged.
    """
    places = ((code, label_points(f"{code[:2]}0000")) for code in counties)
    return tuple(points[code] for code, points in places if code in points)

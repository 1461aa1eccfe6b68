"""Places to point out on a map of coverage: where there is none, and where that is not known."""

from dataclasses import dataclass, replace

from atlas.divisions import Division, Level
from atlas.language import Language
from atlas.messages import N_
from atlas.views.coverage_exceptions import exceptions
from atlas.views.legend import DOT, LegendRow
from atlas.views.map_view import MapView, painted_view
from atlas.views.pictures import MapDot, MapPicture
from atlas.workspace import Workspace

DRAWN_AT_MOST = 400
"""More dots of one kind hide the map that they are on; the list beside it counts them."""

WORDS = {
    Level.COUNTY: (N_("has none"), N_("has not reported")),
    Level.TOWNSHIP: (N_("townships that have none"), N_("townships that have not reported")),
}


@dataclass(frozen=True, slots=True)
class CoverageDots:
    """Codes of counties by what is said of them, and the legend's rows for their dots."""

    without: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    rows: tuple[LegendRow, ...] = ()


def coverage_dots(workspace: Workspace, view: MapView, language: Language) -> CoverageDots:
    """The dots of a view; none but for a coverage."""
    found = exceptions(workspace, view)
    if found is None or not found.reported:
        return CoverageDots()
    without, unknown = (_counties(units) for units in (found.without, found.unknown))
    none, silent = WORDS.get(found.level, WORDS[Level.COUNTY])
    rows = (
        _row("without", none, len(found.without), language) if without else None,
        _row("unknown", silent, len(found.unknown), language) if unknown else None,
    )
    return CoverageDots(without, unknown, tuple(row for row in rows if row is not None))


def pointed_out(workspace: Workspace, view: MapView, picture: MapPicture, language: Language) -> MapPicture:
    """The map of a view with its dots and their rows in the key; those without lie over the others."""
    found = coverage_dots(workspace, painted_view(view), language)
    kinds = (("unknown", found.unknown), ("without", found.without))
    return replace(
        picture,
        dots=tuple(MapDot(code, kind) for kind, codes in kinds for code in codes),
        legend=(*picture.legend, *found.rows),
    )


def _row(kind: str, words: str, count: int, language: Language) -> LegendRow:
    return LegendRow(f"{DOT}{kind}", "", language.text(words), language.number(count))


def _counties(units: tuple[Division, ...]) -> tuple[str, ...]:
    """Townships have no boundary and are marked at their county's."""
    found = dict.fromkeys(unit.parent or "" if unit.level is Level.TOWNSHIP else unit.code for unit in units)
    return tuple(found) if len(found) <= DRAWN_AT_MOST else ()

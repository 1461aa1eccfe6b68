"""A painting: the few kilobytes that tell the map frame what to show, a character for each polygon."""

from dataclasses import asdict, dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from atlas.divisions import Level
from atlas.indicators import State
from atlas.language import Language
from atlas.maps.dots import Dots, dots_of
from atlas.maps.geometry import (
    Bounds,
    Extent,
    GeometryFile,
    Point,
    context_file,
    lines_file,
    load_extent,
    units_file,
)
from atlas.messages import N_
from atlas.views.completeness import incomplete_row, marked
from atlas.views.legend import Legend, legend, palette_of
from atlas.views.map_view import DrawnUnit, MapView, painted_view
from atlas.views.selection import query_of
from atlas.views.sentence import sentence
from atlas.workspace import COUNTRY, Workspace

FADED = "~"
STATE_CHARACTERS = {State.NO_DATA: "n", State.NOT_APPLICABLE: "x", State.SUPPRESSED: "s", State.OUTSIDE: "o"}
SIZE_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Pixels, by the level of the division looked at and of the units: the closer the map, the larger its circles.
LARGEST_RADIUS = {
    (Level.COUNTRY, Level.PROVINCE): 32,
    (Level.COUNTRY, Level.CITY): 24,
    (Level.COUNTRY, Level.COUNTY): 14,
    (Level.PROVINCE, Level.CITY): 54,
    (Level.PROVINCE, Level.COUNTY): 28,
    (Level.CITY, Level.COUNTY): 54,
}
OTHER_RADIUS = 54

FAILED = N_(
    "The boundaries could not be fetched. Check that the atlas is still running, then reload the page."
)
WORDS = {
    "geometry_failed": FAILED,
    "inset": N_("South China Sea Islands"),
    "without_polygon": N_("Reports, but has no published boundary"),
    "keys": N_("Press N or P to move from unit to unit, Enter to look into one."),
}


@dataclass(frozen=True, slots=True)
class Painting:
    """One state of the map frame.

    `classes` holds one character for each polygon of `units`, in file order: a digit for a class, a letter
    for a kind of missing value, `~` for a polygon that stands aside. `incomplete` holds a 1 for each whose
    value lacks figures and a 0 for the others, or nothing if there are none; `sizes` one base-62 digit each
    for the radii of circles. `link` is the query of the view, and `cells` that of the view whose units are
    drawn, for the API. `dots` are places to point out, in map units, by kind. `tiles` are the units without a
    polygon: code, name, character, and whether the value is incomplete.
    """

    key: str
    lang: str
    units: GeometryFile
    context: GeometryFile | None
    lines: GeometryFile
    classes: str
    incomplete: str
    sizes: str
    palette: tuple[str, ...]
    symbol: str
    radius: int
    selected: str | None
    bounds: Bounds
    inset: Bounds | None
    labels: bool
    dense: bool
    link: str
    cells: str
    dots: dict[str, tuple[Point, ...]]
    tiles: tuple[tuple[str, str, str, bool], ...]
    legend: Legend
    description: str
    words: dict[str, str]

    def message(self) -> dict[str, Any]:
        """What the script in the map frame reads; codes stay behind, the browser has them in the geometry."""
        message: dict[str, Any] = {each.name: getattr(self, each.name) for each in fields(self)}
        for name in ("units", "context", "lines"):
            file = message[name]
            message[name] = file and {"url": file.url, "object": file.object}
        message["legend"] = asdict(self.legend)
        if self.inset is not None:
            message["inset"] = {"bounds": self.inset, "caption": self.words["inset"]}
        return message


@dataclass(frozen=True, slots=True)
class Notice:
    """What the map frame is told on a page: which painting, the query it is fetched by, and what to say
    if it cannot be had."""

    key: str
    link: str
    failed: str


def notice(workspace: Workspace, view: MapView, language: Language) -> Notice:
    """The notice of a view in a language; nothing is painted, but the files that will be drawn are looked at.

    Raises:
        AtlasError: a geometry file is missing or damaged.
    """
    _files(workspace, painted_view(view))
    return Notice(
        key=_key(view),
        link=_link(workspace, view, language),
        failed=language.text(FAILED),
    )


def painting(workspace: Workspace, view: MapView, language: Language) -> Painting:
    """The painting of a view in a language.

    Raises:
        AtlasError: a geometry file is missing or damaged.
    """
    shown = painted_view(view)
    level = shown.selection.level
    units, context, lines, extent = _files(workspace, shown)
    whole_country = shown.within.code == COUNTRY
    by_code = {unit.division.code: unit for unit in shown.units}
    circles = view.indicator.symbol == "circles"
    lacking = {unit.division.code for unit in marked(shown)}
    dots = dots_of(workspace, shown, language)
    dense = whole_country and level is Level.COUNTY
    return Painting(
        key=_key(view),
        lang=language.code,
        units=units,
        context=context,
        lines=lines,
        classes="".join(_character(by_code.get(code)) for code in units.codes),
        incomplete="".join("01"[code in lacking] for code in units.codes) if lacking else "",
        sizes="".join(_size(by_code.get(code), shown.reference_top) for code in units.codes)
        if circles
        else "",
        palette=palette_of(shown),
        symbol=view.indicator.symbol,
        radius=LARGEST_RADIUS.get((shown.within.level, level), OTHER_RADIUS),
        selected=None if shown is view else view.within.code,
        bounds=extent.country if whole_country else extent.divisions.get(shown.within.code, extent.country),
        inset=extent.inset if whole_country else None,
        labels=not dense,
        dense=dense,
        link=_link(workspace, view, language),
        cells=_link(workspace, shown, language),
        dots={"without": dots.without, "unknown": dots.unknown},
        tiles=_tiles(shown, units, lacking, language),
        legend=_legend(shown, len(lacking), dots, language),
        description=sentence(workspace, view, language),
        words={name: language.text(words) for name, words in WORDS.items()},
    )


def _files(
    workspace: Workspace, shown: MapView
) -> tuple[GeometryFile, GeometryFile | None, GeometryFile, Extent]:
    """What a map is drawn from: units, the provinces around them unless it is the country, lines, boxes."""
    units = units_file(workspace.divisions, shown.within, shown.selection.level)
    context = None if shown.within.code == COUNTRY else context_file()
    return units, context, lines_file(), load_extent()


def _link(workspace: Workspace, view: MapView, language: Language) -> str:
    """The query of a view for the API; the version keeps answers apart that were given before an upload."""
    query = query_of(view.selection.with_(lang=language.code), workspace)
    return urlencode({**query, "version": workspace.version(view.selection.dataset)})


def _key(view: MapView) -> str:
    chosen = view.selection
    return f"{chosen.dataset}|{view.within.code}|{chosen.level}|{chosen.indicator}|{chosen.period}"


def _legend(view: MapView, lacking: int, dots: Dots, language: Language) -> Legend:
    found = legend(view, palette_of(view), language)
    rows = [*found.rows, *dots.rows]
    if lacking:
        rows.append(incomplete_row(lacking, language))
    return replace(found, rows=tuple(rows))


def _tiles(
    view: MapView, units: GeometryFile, lacking: set[str], language: Language
) -> tuple[tuple[str, str, str, bool], ...]:
    """The units that the geometry file has no polygon for."""
    drawn = set(units.codes)
    return tuple(
        (
            unit.division.code,
            language.name(unit.division),
            _character(unit),
            unit.division.code in lacking,
        )
        for unit in view.units
        if unit.division.code not in drawn
    )


def _character(unit: DrawnUnit | None) -> str:
    if unit is None:
        return FADED
    if unit.shade is not None:
        return str(unit.shade)
    return STATE_CHARACTERS.get(unit.value.state, "n")


def _size(unit: DrawnUnit | None, top: float) -> str:
    """A circle's radius grows with the root of its value, so that its area shows the value."""
    if unit is None or not unit.value.value or top <= 0:
        return "0"
    share = min(unit.value.value / top, 1.0) ** 0.5
    return SIZE_DIGITS[max(4, round(share * 61))]

"""One map for each compared division of the units within it, all on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from atlas.divisions import Division, Level
from atlas.indicators import IndicatorValue, State
from atlas.language import Language
from atlas.messages import N_
from atlas.views.comparison.circle import Circle, circle_of
from atlas.views.comparison.league import Standing, league_of, standings_of
from atlas.views.comparison.link import Compared, Maps
from atlas.views.evaluations import reference_values
from atlas.views.legend import LegendRow
from atlas.views.map_pictures import map_picture
from atlas.views.map_view import MapView, map_view
from atlas.views.offers import reported_above
from atlas.views.pictures import MapPicture, TilePicture
from atlas.views.selection import Selection
from atlas.views.spine_words import dated_text
from atlas.views.tile_map import province_tiles, square_of_tiles
from atlas.workspace import Workspace

NOTHING_BELOW = N_("no figures below it")
REPORTED_ABOVE = N_("reported as a whole, not by the units within it")
WITHHELD_BELOW = N_("figures below it are withheld")
WITHHELD = N_("to protect privacy")
"""Follows the word that stands for a withheld value."""


@dataclass(frozen=True, slots=True)
class SmallMap:
    """The map of one division, its own value in words, and what is missing on it."""

    division: Division
    value: str
    picture: MapPicture | TilePicture
    missing: str

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to see: tiles without a figure show no shape of the place either."""
        return not isinstance(self.picture, TilePicture) or bool(self.picture.tiles and not self.missing)


def small_maps(workspace: Workspace, compared: Compared, language: Language) -> tuple[SmallMap, ...]:
    """The maps, in the order in which the divisions were chosen, all with the same rows in their keys."""
    league = league_of(workspace, compared, compared.selection.indicator)
    found = [
        _small_map(workspace, compared, view, standing, language)
        for view, standing in zip(
            views_within(workspace, compared),
            standings_of(workspace, compared, league.indicator.id),
            strict=True,
        )
    ]
    rows = _common_rows([each.picture for each in found if each.is_drawn])
    return tuple(
        replace(each, picture=replace(each.picture, legend=_key(each.picture, rows, language)))
        for each in found
    )


Look = tuple[str, str, str]


def _common_rows(pictures: Sequence[MapPicture | TilePicture]) -> dict[Look, LegendRow]:
    """What any of the maps has, classes first: they share one scale, but not every kind of gap."""
    rows = [row for picture in pictures for row in picture.legend]
    return {_look(row): row for row in sorted(rows, key=lambda row: not row.colour)}


def _key(
    picture: MapPicture | TilePicture, rows: dict[Look, LegendRow], language: Language
) -> tuple[LegendRow, ...]:
    own = {_look(row): row for row in picture.legend}
    none = language.number(0)
    return tuple(own.get(look, replace(row, count=none)) for look, row in rows.items())


def _look(row: LegendRow) -> Look:
    return row.look, row.colour, row.label


def views_within(workspace: Workspace, compared: Compared) -> tuple[MapView, ...]:
    """The map view of each compared division that has a standing."""
    league = league_of(workspace, compared, compared.selection.indicator)
    chosen = [
        compared.selection.with_(
            division=division.code, level=workspace.first_level(division.code), local_scale=False
        )
        for division in compared.divisions
        if league.of(division)
    ]
    reference = _reference(workspace, chosen)
    return tuple(map_view(workspace, selection, reference) for selection in chosen)


def _reference(workspace: Workspace, chosen: Sequence[Selection]) -> tuple[float, ...]:
    """What fixes the one scale: the common scale of the coarsest level, else all that is drawn."""
    if not chosen:
        return ()
    first = min(chosen, key=lambda each: each.level.depth)
    common = reference_values(
        workspace, first.dataset, first.indicator, first.level, first.period, first.grades
    )
    if common:
        return common
    drawn = (unit.value.value for each in chosen for unit in map_view(workspace, each).units)
    return tuple(value for value in drawn if value is not None)


def _small_map(
    workspace: Workspace, compared: Compared, view: MapView, standing: Standing, language: Language
) -> SmallMap:
    name = language.name(view.within)
    value = dated_text(workspace, compared.selection, standing.value, language)
    title = language.text("{division}: {value}", division=name, value=value)
    townships = view.selection.level is Level.TOWNSHIP
    picture = square_of_tiles(view, language) if townships else map_picture(view, language)
    missing = _missing(workspace, view, standing.value)
    return SmallMap(
        view.within, value, replace(picture, title=title), language.text(missing) if missing else ""
    )


def _missing(workspace: Workspace, view: MapView, own: IndicatorValue) -> str:
    """What to say of a map without figures; nothing of a place outside the scope, whose value says so."""
    if view.ranked or own.state is State.OUTSIDE:
        return ""
    if own.state is State.SUPPRESSED:
        return WITHHELD
    if any(unit.value.state is State.SUPPRESSED for unit in view.reporting):
        return WITHHELD_BELOW
    if own.value is not None and reported_above(workspace, view):
        return REPORTED_ABOVE
    return NOTHING_BELOW


def maps_offered(workspace: Workspace, compared: Compared) -> tuple[Maps, ...]:
    """Only provinces have places on a map of tiles."""
    circle = circle_of(workspace, compared.divisions)
    return tuple(each for each in Maps if each is not Maps.TILES or circle.level is Level.PROVINCE)


def maps_shown(workspace: Workspace, compared: Compared) -> Maps:
    """The maps asked for, if there are such; else those within each, or tiles if nothing is known there."""
    if compared.maps in maps_offered(workspace, compared):
        return Maps(compared.maps)
    known = any(view.ranked for view in views_within(workspace, compared))
    return Maps.TILES if not known and Maps.TILES in maps_offered(workspace, compared) else Maps.EACH


def map_of_all(
    workspace: Workspace, compared: Compared, circle: Circle, language: Language
) -> MapPicture | TilePicture:
    """The map of all units that could be compared, the chosen ones marked."""
    selection = compared.selection.with_(division=circle.within.code, level=circle.level, local_scale=False)
    view = map_view(workspace, selection)
    if circle.level is Level.TOWNSHIP:
        return square_of_tiles(view, language, compared.codes)
    shown = compared.maps if not compared.divisions else maps_shown(workspace, compared)
    if shown is Maps.TILES and circle.level is Level.PROVINCE:
        return province_tiles(view, language, compared.codes)
    return map_picture(view, language, compared.codes)

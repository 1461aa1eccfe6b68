"""Maps of equal tiles: the provinces on a grid, and the townships of a county, which have no boundaries."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from math import ceil, sqrt

from atlas.divisions import GEO_FOLDER, Division
from atlas.divisions.tile_places import TilePlace, tile_places
from atlas.language import Language
from atlas.views.legend import legend, palette_of
from atlas.views.map_view import DrawnUnit, MapView
from atlas.views.pictures import Tile, TilePicture
from atlas.views.titles import title_of
from atlas.views.value_text import figure_text, value_text

Places = Mapping[str, TilePlace]
SIGNS = {"exact": "", "about": "≈", "over": ">", "at_least": "≥"}


def province_tiles(view: MapView, language: Language, marked: Container[str] = ()) -> TilePicture:
    """The provinces of a view of the country, each where it lies.

    Raises:
        AtlasError: the file of places is missing or damaged.
    """
    return _picture(view, view.units, tile_places(GEO_FOLDER), language, marked)


def square_of_tiles(view: MapView, language: Language, marked: Container[str] = ()) -> TilePicture:
    """The units of any view in rows, the highest value first and those without one last."""
    missing = [unit for unit in view.units if unit.value.value is None]
    units = (*view.ranked, *missing)
    return _picture(view, units, in_a_square([unit.division for unit in units]), language, marked)


def in_a_square(divisions: Sequence[Division]) -> Places:
    """A place for each division, row after row, as many columns as rows or one more."""
    columns = max(1, ceil(sqrt(len(divisions))))
    return {
        division.code: TilePlace(at % columns, at // columns, division.name_zh, division.name_en)
        for at, division in enumerate(divisions)
    }


def _figure(view: MapView, unit: DrawnUnit, language: Language) -> str:
    """A number that fits a tile whole: its qualifier is a sign."""
    if unit.value.value is None:
        return ""
    bare = replace(unit.value, qualifier="exact")
    return SIGNS[unit.value.qualifier] + figure_text(view.indicator, view.unit, bare, language)


def _picture(
    view: MapView,
    units: Iterable[DrawnUnit],
    places: Places,
    language: Language,
    marked: Container[str],
) -> TilePicture:
    palette = palette_of(view)
    key = legend(view, palette, language)
    return TilePicture(
        title=title_of(view.indicator, view.within, view.selection.period, language),
        tiles=tuple(
            Tile(
                code=unit.division.code,
                name=language.name(unit.division),
                text=value_text(view.indicator, view.unit, unit.value, language),
                fill="" if unit.shade is None else palette[unit.shade],
                state=unit.value.state.value,
                column=places[unit.division.code].column,
                row=places[unit.division.code].row,
                marked=unit.division.code in marked,
                short=language.name(places[unit.division.code]),
                figure=_figure(view, unit, language),
            )
            for unit in units
            if unit.division.code in places
        ),
        legend_title=key.title,
        legend=key.rows,
    )

"""The picture of a map view: what its map and its ranked bars show, ready to be drawn anywhere."""

from collections.abc import Container
from dataclasses import replace

from atlas.divisions import Division, Level
from atlas.language import Language
from atlas.messages import N_
from atlas.views.completeness import incomplete_row
from atlas.views.completeness import marked as incomplete_units
from atlas.views.legend import legend, palette_of
from atlas.views.map_view import DrawnUnit, MapView, painted_view
from atlas.views.pictures import Bar, BarPicture, MapPicture, MapUnit
from atlas.views.sentence import title
from atlas.views.value_text import figure_text, name_with_unit, value_text

SCHEMATIC = N_(
    "Schematic map. Boundaries: National Platform for Common Geospatial Information Services (Tianditu). "
    "Codes and names: end of 2025."
)

SMALLEST_CIRCLE = 4 / 61


def map_picture(view: MapView, language: Language, marked: Container[str] = ()) -> MapPicture:
    """The map of a view; `marked` are the codes of units with an outline."""
    shown = painted_view(view)
    palette = palette_of(shown)
    key = legend(shown, palette, language)
    lacking = {unit.division.code for unit in incomplete_units(shown)}
    return MapPicture(
        title=title(shown, language),
        within=shown.within.code,
        level=shown.selection.level,
        units=tuple(
            replace(_unit(shown, unit, palette, language, marked), partial=unit.division.code in lacking)
            for unit in shown.units
        ),
        legend_title=key.title,
        legend=(*key.rows, *((incomplete_row(len(lacking), language),) if lacking else ())),
        note=language.text(SCHEMATIC),
        inset=inset_caption(shown.within, language),
    )


def inset_caption(within: Division, language: Language) -> str:
    """What is written into the box of the South China Sea; nothing on maps that have none."""
    return language.text("South China Sea Islands") if within.level is Level.COUNTRY else ""


def bar_picture(view: MapView, language: Language) -> BarPicture:
    """The ranked bars of a view, in the colours of its map."""
    palette = palette_of(view)
    return BarPicture(
        title=title(view, language),
        unit=name_with_unit(view.indicator, view.unit, language),
        bars=tuple(
            Bar(
                code=unit.division.code,
                name=language.name(unit.division),
                value=unit.value.value or 0.0,
                text=figure_text(view.indicator, view.unit, unit.value, language),
                colour=palette[unit.shade or 0],
                rank=language.number(unit.rank.place) if unit.rank else "",
            )
            for unit in view.ranked
        ),
    )


def _unit(
    view: MapView, unit: DrawnUnit, palette: tuple[str, ...], language: Language, marked: Container[str]
) -> MapUnit:
    coloured = unit.shade is not None
    circles = view.indicator.symbol == "circles"
    return MapUnit(
        code=unit.division.code,
        name=language.name(unit.division),
        text=value_text(view.indicator, view.unit, unit.value, language),
        fill=palette[unit.shade or 0] if coloured else "",
        state=unit.value.state.value,
        size=circle_size(unit.value.value, view.reference_top) if circles else 0.0,
        marked=unit.division.code in marked,
    )


def circle_size(value: float | None, top: float) -> float:
    """A circle's radius grows with the root of its value, so that its area shows the value.

    As a share of the radius of `top`; what is not nothing can be seen.
    """
    if not value or top <= 0:
        return 0.0
    return float(max(SMALLEST_CIRCLE, min(value / top, 1.0) ** 0.5))

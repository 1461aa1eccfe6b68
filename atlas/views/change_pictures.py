"""The pictures of one indicator before and after a file's figures count, in the same classes."""

from atlas.indicators import IndicatorValue
from atlas.language import Language
from atlas.messages import N_
from atlas.views.legend import LegendRow, break_labels, class_colours
from atlas.views.map_pictures import circle_size, inset_caption
from atlas.views.pictures import MapPicture, MapUnit
from atlas.views.upload_map import ChangeMap, UnitChange
from atlas.views.value_text import name_with_unit, value_text
from atlas.workspace import Workspace

MOST_MARKED = 1 / 3
"""Where more of the units change, outlines would hide what they become."""
TITLES = (N_("Now"), N_("After accepting"))


def change_pictures(
    workspace: Workspace, shown: ChangeMap, language: Language
) -> tuple[MapPicture, MapPicture]:
    """The map as it is and the map as it would be; the few units that will look different have an outline."""
    now, then = (_picture(workspace, shown, after, language) for after in (False, True))
    return now, then


def _picture(workspace: Workspace, shown: ChangeMap, after: bool, language: Language) -> MapPicture:
    label = workspace.definitions.unit_of(shown.indicator)
    return MapPicture(
        title=language.text(TITLES[after]),
        within=shown.area.division.code,
        level=shown.area.level,
        units=tuple(_unit(workspace, shown, unit, after, language) for unit in shown.units),
        legend_title=name_with_unit(shown.indicator, label, language),
        legend=_legend(shown, language),
        note=language.text("Schematic map."),
        inset=inset_caption(shown.area.division, language),
    )


def _unit(
    workspace: Workspace, shown: ChangeMap, unit: UnitChange, after: bool, language: Language
) -> MapUnit:
    value = unit.after if after else unit.before
    circles = shown.indicator.symbol == "circles"
    label = workspace.definitions.unit_of(shown.indicator)
    before, then = (value_text(shown.indicator, label, each, language) for each in (unit.before, unit.after))
    return MapUnit(
        code=unit.division.code,
        name=language.name(unit.division),
        text=language.text("{before} → {after}", before=before, after=then) if unit.changes else then,
        fill=_fill(shown, value),
        state=value.state.value,
        size=circle_size(value.value, shown.top) if circles else 0.0,
        marked=after and unit.changes and shown.changed <= MOST_MARKED * len(shown.units),
    )


def _fill(shown: ChangeMap, value: IndicatorValue) -> str:
    if value.value is None:
        return ""
    return _palette(shown)[shown.classification.class_of(value.value)]


def _legend(shown: ChangeMap, language: Language) -> tuple[LegendRow, ...]:
    labels = break_labels(shown.classification, shown.indicator, language)
    look = "circle" if shown.indicator.symbol == "circles" else "class"
    return tuple(
        LegendRow(look, colour, label, "") for colour, label in zip(_palette(shown), labels, strict=True)
    )


def _palette(shown: ChangeMap) -> tuple[str, ...]:
    """The colours of the classes, those of the map page."""
    return class_colours(shown.indicator, shown.classification.classes)

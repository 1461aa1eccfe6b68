"""What the units of a view are called: many counties share a name, and these say what they lie in."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from atlas.divisions import Division
from atlas.language import Language
from atlas.views.map_view import MapView
from atlas.views.pictures import BarPicture
from atlas.workspace import Workspace


def named_in(workspace: Workspace, view: MapView, unit: Division, language: Language) -> str:
    """“Chaoyang District (Beijing)”; the name alone of what lies directly in the division looked at."""
    if unit.parent in (None, view.within.code):
        return language.name(unit)
    parent = language.name(workspace.divisions[unit.parent])
    return language.text("{place} ({parent})", place=language.name(unit), parent=parent)


def unit_names(workspace: Workspace, view: MapView, language: Language) -> Mapping[str, str]:
    """The name of every unit by its code, with what it lies in where another unit shown has the same one."""
    names = {unit.division.code: language.name(unit.division) for unit in view.units}
    counts = Counter(names.values())
    return {
        unit.division.code: named_in(workspace, view, unit.division, language)
        if counts[names[unit.division.code]] > 1
        else names[unit.division.code]
        for unit in view.units
    }


def told_apart(workspace: Workspace, view: MapView, picture: BarPicture, language: Language) -> BarPicture:
    """The bars of a view, named so that no two are called the same."""
    names = unit_names(workspace, view, language)
    return replace(picture, bars=tuple(replace(bar, name=names[bar.code]) for bar in picture.bars))

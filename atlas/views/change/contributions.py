"""The map of a change: what each child contributed, in classes of the same size on both sides of zero."""

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from atlas.divisions import Division, Level, Scope
from atlas.indicators import State
from atlas.language import Language
from atlas.views.change.asked import Effect
from atlas.views.change.view import ChangeView
from atlas.views.change.words import change_unit, effect_name, signed
from atlas.views.legend import MISSING, LegendRow
from atlas.views.map_pictures import SCHEMATIC
from atlas.views.palette import FALLING, RISING, UNCHANGED
from atlas.views.pictures import MapPicture, MapUnit
from atlas.workspace import Workspace

SMALLEST_CIRCLE = 4 / 61
STEPS = (5, 2, 1)


def contribution_map(
    workspace: Workspace, view: ChangeView, effect: Effect, language: Language
) -> MapPicture | None:
    """The map of one effect; None where there is no split, or the children have no boundaries."""
    level = workspace.first_level(view.within.code)
    if not view.split or level is Level.TOWNSHIP:
        return None
    shown = {child.division.code: child.shown.of(effect) for child in view.children if child.reports}
    edges = class_edges(max(map(abs, shown.values()), default=0))
    units = tuple(
        _unit(view, unit, shown, edges, language)
        for unit in workspace.divisions.units(view.within.code, level)
    )
    return MapPicture(
        title=effect_name(view, effect, language),
        within=view.within.code,
        level=level,
        units=units,
        legend_title=language.text(
            "{effect} on {division} ({unit})",
            effect=effect_name(view, effect, language),
            division=language.name(view.within),
            unit=change_unit(view, language),
        ),
        legend=(*_classes(view, shown, edges, language), *_missing(units, language)),
        note=language.text(SCHEMATIC),
    )


def class_edges(largest: int) -> tuple[int, ...]:
    """Up to three round numbers (1, 2, 5, 10, 20 …) up to `largest`, ascending: where classes begin."""
    edges: list[int] = []
    magnitude = 10 ** (len(str(largest)) - 1)
    while magnitude and len(edges) < 3:
        edges += [step * magnitude for step in STEPS if step * magnitude <= largest]
        magnitude //= 10
    return tuple(sorted(edges[:3]))


def class_of(shown: int, edges: tuple[int, ...]) -> int:
    """The class: 0 around zero, 1 and up for what raises, −1 and down for what lowers the value."""
    reached = sum(abs(shown) >= edge for edge in edges)
    return reached if shown > 0 else -reached


def colour_of(shown: int, edges: tuple[int, ...]) -> str:
    """Blue for what raises, orange for what lowers, white in between; the deeper, the more."""
    place = class_of(shown, edges)
    if not place:
        return UNCHANGED
    colours = RISING if place > 0 else FALLING
    return colours[len(colours) - len(edges) + abs(place) - 1]


def _unit(
    view: ChangeView, unit: Division, shown: Mapping[str, int], edges: tuple[int, ...], language: Language
) -> MapUnit:
    name = language.name(unit)
    if unit.code not in shown:
        state = State.OUTSIDE if unit.scope is Scope.OUTSIDE else State.NO_DATA
        return MapUnit(unit.code, name, language.missing(state), "", state.value)
    effect = shown[unit.code]
    size = 0.0
    if not view.indicator.is_ratio and effect:
        size = max(SMALLEST_CIRCLE, (abs(effect) / max(map(abs, shown.values()))) ** 0.5)
    return MapUnit(
        code=unit.code,
        name=name,
        text=signed(view, effect, language),
        fill=colour_of(effect, edges),
        state=State.VALUE.value,
        size=size,
    )


def _classes(
    view: ChangeView, shown: Mapping[str, int], edges: tuple[int, ...], language: Language
) -> tuple[LegendRow, ...]:
    """From the largest rise down; a side of zero on which nothing lies is left out."""
    look = "class" if view.indicator.is_ratio else "circle"
    counts = Counter(class_of(effect, edges) for effect in shown.values())
    highest = len(edges) if any(effect > 0 for effect in shown.values()) else 0
    lowest = -len(edges) if any(effect < 0 for effect in shown.values()) else 0
    return tuple(
        LegendRow(
            look,
            _colour_of_class(place, edges),
            _range(view, place, edges, language),
            language.number(counts[place]),
        )
        for place in range(highest, lowest - 1, -1)
    )


def _colour_of_class(place: int, edges: tuple[int, ...]) -> str:
    return colour_of((1 if place > 0 else -1) * edges[abs(place) - 1], edges) if place else UNCHANGED


def _range(view: ChangeView, place: int, edges: tuple[int, ...], language: Language) -> str:
    if not edges:
        return language.text("no change")
    if not place:
        return language.text(
            "less than {edge} up or down", edge=language.number(view.number(edges[0]), view.decimals)
        )
    sign = 1 if place > 0 else -1
    near, far = [*pairwise([*edges, None])][abs(place) - 1]
    if far is None:
        edge = signed(view, sign * (near or 0), language)
        if sign > 0:
            return language.text("{edge} and above", edge=edge)
        return language.text("{edge} and below", edge=edge)
    low, high = sorted((sign * (near or 0), sign * far))
    return language.text(
        "{low} to {high}", low=signed(view, low, language), high=signed(view, high, language)
    )


def _missing(units: tuple[MapUnit, ...], language: Language) -> tuple[LegendRow, ...]:
    counts = Counter(unit.state for unit in units)
    return tuple(
        LegendRow(state.value, "", language.missing(state), language.number(counts[state]))
        for state in MISSING
        if counts[state]
    )

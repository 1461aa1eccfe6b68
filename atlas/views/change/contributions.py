"""The map of a change: what each child contributed, in classes of the same size on both sides of zero."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from atlas.divisions import Division, Level, Scope
from atlas.divisions.tile_places import TilePlace
from atlas.indicators import State
from atlas.language import Language
from atlas.views.change.asked import Effect
from atlas.views.change.view import ChangeView
from atlas.views.change.words import change_unit, effect_name, signed
from atlas.views.legend import LegendRow, missing_rows
from atlas.views.map_pictures import SCHEMATIC, circle_size, inset_caption
from atlas.views.palette import FALLING, RISING, UNCHANGED
from atlas.views.pictures import MapPicture, MapUnit, Tile, TilePicture
from atlas.views.tile_map import in_a_square
from atlas.workspace import Workspace

STEPS = (5, 2, 1)
MOST_EDGES = 3


@dataclass(frozen=True, eq=False)
class Contributions:
    """One effect of every child that has it, in units of the last decimal shown."""

    view: ChangeView
    effect: Effect
    language: Language

    @cached_property
    def shown(self) -> Mapping[str, int]:
        """The effect by the child's code."""
        children = [child for child in self.view.children if child.has(self.effect)]
        return {child.division.code: child.shown.of(self.effect) for child in children}

    @cached_property
    def largest(self) -> int:
        """The largest effect, whatever its sign."""
        return max(map(abs, self.shown.values()), default=0)

    @cached_property
    def edges(self) -> tuple[int, ...]:
        """Where classes begin, on both sides of zero."""
        return class_edges(self.largest)

    def unit(self, division: Division) -> MapUnit:
        """How one child looks."""
        name = self.language.name(division)
        if division.code not in self.shown:
            state = State.OUTSIDE if division.scope is Scope.OUTSIDE else State.NO_DATA
            return MapUnit(division.code, name, self.language.missing(state), "", state.value)
        effect = self.shown[division.code]
        return MapUnit(
            code=division.code,
            name=name,
            text=signed(self.view, effect, self.language),
            fill=colour_of(effect, self.edges),
            state=State.VALUE.value,
            size=0.0 if self.view.indicator.is_ratio else circle_size(abs(effect), self.largest),
        )


def contribution_map(
    workspace: Workspace, view: ChangeView, effect: Effect, language: Language
) -> MapPicture | TilePicture | None:
    """The map of one effect, tiles where the children have no boundaries; None where there is no split."""
    if not view.split:
        return None
    found, level = Contributions(view, effect, language), workspace.first_level(view.within.code)
    divisions = workspace.divisions.units(view.within.code, level)
    units = tuple(map(found.unit, divisions))
    title = effect_name(view, effect, language)
    legend_title = language.text(
        "{effect} on {division} ({unit})",
        effect=title,
        division=language.name(view.within),
        unit=change_unit(view, language),
    )
    legend = (*_classes(found), *missing_rows((State(unit.state) for unit in units), language))
    if level is Level.TOWNSHIP:
        return TilePicture(title, _tiles(found, divisions), legend_title, legend)
    return MapPicture(
        title=title,
        within=view.within.code,
        level=level,
        units=units,
        legend_title=legend_title,
        legend=legend,
        note=language.text(SCHEMATIC),
        inset=inset_caption(view.within, language),
    )


def class_edges(largest: int) -> tuple[int, ...]:
    """Up to three round numbers (1, 2, 5, 10, 20 …) up to `largest`, ascending."""
    edges: list[int] = []
    magnitude = 10 ** (len(str(largest)) - 1)
    while magnitude and len(edges) < MOST_EDGES:
        edges += [step * magnitude for step in STEPS if step * magnitude <= largest]
        magnitude //= 10
    return tuple(sorted(edges[:MOST_EDGES]))


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


def _tiles(found: Contributions, divisions: Sequence[Division]) -> tuple[Tile, ...]:
    """What raises the value most comes first."""
    shown = found.shown
    ordered = sorted(divisions, key=lambda each: (each.code not in shown, -shown.get(each.code, 0)))
    places = in_a_square(ordered)
    return tuple(_tile(found.unit(each), places[each.code]) for each in ordered)


def _tile(unit: MapUnit, place: TilePlace) -> Tile:
    return Tile(unit.code, unit.name, unit.text, unit.fill, unit.state, place.column, place.row)


def _classes(found: Contributions) -> tuple[LegendRow, ...]:
    """From the largest rise down; a side of zero on which nothing lies is left out."""
    tiled = found.view.within.level is Level.COUNTY
    look = "class" if found.view.indicator.is_ratio or tiled else "circle"
    edges, counts = found.edges, Counter(class_of(effect, found.edges) for effect in found.shown.values())
    highest = len(edges) if any(effect > 0 for effect in found.shown.values()) else 0
    lowest = -len(edges) if any(effect < 0 for effect in found.shown.values()) else 0
    return tuple(
        LegendRow(
            look,
            colour_of(_begin(place, edges), edges),
            _range(found, place),
            found.language.number(counts[place]),
        )
        for place in range(highest, lowest - 1, -1)
    )


def _begin(place: int, edges: tuple[int, ...]) -> int:
    """The effect of a class that lies nearest to zero."""
    return (1 if place > 0 else -1) * edges[abs(place) - 1] if place else 0


def _range(found: Contributions, place: int) -> str:
    view, edges, language = found.view, found.edges, found.language
    if not edges:
        return language.text("no change")
    if not place:
        edge = language.number(view.number(edges[0]), view.decimals)
        return language.text("less than {edge} up or down", edge=edge)
    near = _begin(place, edges)
    if abs(place) == len(edges):
        edge = signed(view, near, language)
        return (
            language.text("{edge} and above", edge=edge)
            if near > 0
            else language.text("{edge} and below", edge=edge)
        )
    low, high = sorted((near, _begin(place + (1 if place > 0 else -1), edges)))
    return language.text(
        "{low} to {high}", low=signed(view, low, language), high=signed(view, high, language)
    )

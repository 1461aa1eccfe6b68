"""Divisions that are like another one, to compare it with: siblings, of the same size, or next to it."""

from dataclasses import dataclass
from enum import StrEnum
from math import log

from atlas.divisions import COUNTRY, GEO_FOLDER, Division, Level, Scope
from atlas.divisions.neighbours import neighbours
from atlas.messages import N_
from atlas.periods import LATEST
from atlas.problems import AtlasError
from atlas.views.comparison.link import MOST
from atlas.views.evaluations import values_of_units
from atlas.views.selection import Selection
from atlas.workspace import Workspace

POPULATION = "population"
OF_LIKE_SIZE = 4
"""How many divisions are offered as the nearest by population."""


class PeerKind(StrEnum):
    """What makes peers."""

    NEIGHBOURS = "neighbours"
    POPULATION = "population"
    SIBLINGS = "siblings"


PEER_NAMES = {
    PeerKind.NEIGHBOURS: N_("Neighbours"),
    PeerKind.POPULATION: N_("Nearest by population"),
    PeerKind.SIBLINGS: N_("Same parent"),
}


@dataclass(frozen=True, slots=True)
class Peers:
    """Up to seven peers of one kind; `left_out` says how many more there are."""

    kind: PeerKind
    divisions: tuple[Division, ...]
    left_out: int


def peers_of(workspace: Workspace, selection: Selection, division: Division) -> tuple[Peers, ...]:
    """The peers of a division, by kind; kinds without any are left out.

    Where there are more than can be compared, those nearest by population are taken.
    """
    population = _population(workspace, selection, division.level)
    found = (
        (PeerKind.NEIGHBOURS, _neighbours(workspace, division)),
        (PeerKind.POPULATION, _like_sized(workspace, division, population)),
        (PeerKind.SIBLINGS, _siblings(workspace, division)),
    )
    offered = []
    for kind, divisions in found:
        nearest = sorted(divisions, key=lambda each: _distance(population, division, each))[: MOST - 1]
        kept = tuple(each for each in divisions if each in nearest)
        if kept:
            offered.append(Peers(kind, kept, len(divisions) - len(kept)))
    return tuple(offered)


def most_populous(
    workspace: Workspace, selection: Selection, level: Level, count: int
) -> tuple[Division, ...]:
    """The divisions of a level with the most people."""
    population = _population(workspace, selection, level)
    codes = sorted(population, key=lambda code: -population[code])
    return tuple(workspace.divisions[code] for code in codes[:count])


def _neighbours(workspace: Workspace, division: Division) -> list[Division]:
    try:
        codes = neighbours(GEO_FOLDER, division.level).get(division.code, frozenset())
    except AtlasError:
        return []
    around = [workspace.divisions[code] for code in sorted(codes) if code in workspace.divisions]
    return [each for each in around if _comparable(each, division)]


def _like_sized(workspace: Workspace, division: Division, population: dict[str, float]) -> list[Division]:
    if division.code not in population:
        return []
    others = [workspace.divisions[code] for code in population if code != division.code]
    return sorted(others, key=lambda each: _distance(population, division, each))[:OF_LIKE_SIZE]


def _siblings(workspace: Workspace, division: Division) -> list[Division]:
    """For a province they are all the others, which are too many to be peers."""
    if division.parent in (None, COUNTRY):
        return []
    siblings = workspace.divisions.children(division.parent or COUNTRY)
    return [each for each in siblings if each.code != division.code and _comparable(each, division)]


def _comparable(other: Division, division: Division) -> bool:
    return other.level is division.level and other.scope is Scope.REPORTING


def _population(workspace: Workspace, selection: Selection, level: Level) -> dict[str, float]:
    """People by code, newest figures."""
    if POPULATION not in workspace.definitions.indicators:
        return {}
    values = values_of_units(
        workspace, selection.dataset, POPULATION, COUNTRY, level, LATEST, selection.grades, selection.known
    )
    return {
        value.division: value.value
        for value in values
        if value.value and workspace.divisions[value.division].level is level
    }


def _distance(population: dict[str, float], division: Division, other: Division) -> tuple[float, str]:
    """How many times larger or smaller; those of unknown size come last."""
    if division.code not in population or other.code not in population:
        return float("inf"), other.code
    return abs(log(population[other.code] / population[division.code])), other.code

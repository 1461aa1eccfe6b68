"""Peers are divisions of the same level that are like another one in a way that is said."""

import pytest

from atlas.datasets import Dataset
from atlas.divisions import Division
from atlas.periods import LATEST
from atlas.views.comparison.link import MOST
from atlas.views.comparison.peers import PeerKind, Peers, most_populous, peers_of
from atlas.views.comparison.presets import presets
from atlas.views.evaluations import value_of_division
from atlas.views.selection import read_selection
from atlas.workspace import Workspace


def peers(workspace: Workspace, code: str) -> dict[PeerKind, Peers]:
    selection = read_selection({"lang": "en"}, workspace, "en").selection
    return {each.kind: each for each in peers_of(workspace, selection, workspace.divisions[code])}


def codes(divisions: tuple[Division, ...]) -> set[str]:
    return {each.code for each in divisions}


def people(workspace: Workspace, code: str) -> float:
    return value_of_division(workspace, Dataset.PUBLISHED, "population", code, LATEST, None).value or 0.0


def test_the_neighbours_of_guizhou(workspace: Workspace) -> None:
    found = peers(workspace, "520000")[PeerKind.NEIGHBOURS]
    assert codes(found.divisions) == {"510000", "500000", "430000", "530000", "450000"}
    assert found.left_out == 0


def test_neighbours_outside_the_reporting_scope_are_no_peers(workspace: Workspace) -> None:
    found = peers(workspace, "440000")[PeerKind.NEIGHBOURS]
    assert codes(found.divisions) == {"350000", "360000", "430000", "450000"}


def test_more_neighbours_than_can_be_compared_are_left_out_and_counted(workspace: Workspace) -> None:
    found = peers(workspace, "610000")[PeerKind.NEIGHBOURS]
    assert len(found.divisions) == MOST - 1
    assert found.left_out == 1


def test_the_nearest_by_population_are_nearer_than_all_others(workspace: Workspace) -> None:
    own = people(workspace, "520000")
    found = codes(peers(workspace, "520000")[PeerKind.POPULATION].divisions)
    ratios = {
        unit.code: max(people(workspace, unit.code), own) / min(people(workspace, unit.code), own)
        for unit in workspace.divisions.children("000000")
        if unit.code != "520000" and people(workspace, unit.code)
    }
    assert max(ratios[code] for code in found) <= min(ratios[code] for code in set(ratios) - found)


@pytest.mark.parametrize(
    ("code", "expected", "reason"),
    [
        ("520000", False, "all other provinces are too many to be peers"),
        ("520300", True, "the cities of Guizhou"),
        ("520302", True, "the counties of Zunyi"),
    ],
)
def test_siblings_share_the_parent(workspace: Workspace, code: str, expected: bool, reason: str) -> None:
    found = peers(workspace, code).get(PeerKind.SIBLINGS)
    assert (found is not None) == expected, reason
    if found is not None:
        parents = {each.parent for each in found.divisions}
        assert parents == {workspace.divisions[code].parent}
        assert {each.level for each in found.divisions} == {workspace.divisions[code].level}


def test_the_most_populous_provinces(workspace: Workspace) -> None:
    selection = read_selection({"lang": "en"}, workspace, "en").selection
    level = workspace.divisions["520000"].level
    found = most_populous(workspace, selection, level, 3)
    assert [each.code for each in found] == ["440000", "370000", "410000"]


@pytest.mark.parametrize("division", ["000000", "520000", "520100", "520103", "460000", "660000"])
def test_every_preset_can_be_compared(workspace: Workspace, division: str) -> None:
    selection = read_selection({"lang": "en", "division": division}, workspace, "en").selection
    offered = presets(workspace, selection)
    assert {"municipalities", "populous", "regions"} <= {each.id for each in offered}
    for each in offered:
        assert 2 <= len(each.divisions) <= MOST
        assert len({one.level for one in each.divisions}) == 1

"""Comparisons that are often wanted, offered before anything has been chosen."""

from collections.abc import Iterable
from dataclasses import dataclass

from atlas.divisions import COUNTRY, Division, Level
from atlas.messages import N_
from atlas.views.comparison.peers import PEER_NAMES, most_populous, peers_of
from atlas.views.map_view import map_view
from atlas.views.selection import Selection
from atlas.workspace import Workspace

MUNICIPALITIES = ("110000", "120000", "310000", "500000")
AUTONOMOUS_REGIONS = ("150000", "450000", "540000", "640000", "650000")
ENDS = 3
"""How many of the highest and of the lowest are put side by side."""
MOST_POPULOUS = 5


@dataclass(frozen=True, slots=True)
class Preset:
    """Divisions that one click compares; `name` is a text, `of` whose peers they are, if anybody's."""

    id: str
    name: str
    divisions: tuple[Division, ...]
    of: Division | None = None


def presets(workspace: Workspace, selection: Selection) -> tuple[Preset, ...]:
    """The peers of the division looked at, or else groups of provinces; none that would be empty."""
    looked_at = workspace.divisions[selection.division]
    offered: list[Preset] = []
    if looked_at.code != COUNTRY:
        offered += [
            Preset(peers.kind, PEER_NAMES[peers.kind], (looked_at, *peers.divisions), looked_at)
            for peers in peers_of(workspace, selection, looked_at)
        ]
    offered += [
        _named(workspace, "municipalities", N_("The municipalities"), MUNICIPALITIES),
        Preset(
            "populous",
            N_("The most populous provinces"),
            most_populous(workspace, selection, Level.PROVINCE, MOST_POPULOUS),
        ),
        _named(workspace, "regions", N_("The autonomous regions"), AUTONOMOUS_REGIONS),
        Preset("ends", N_("The highest and the lowest"), _ends(workspace, selection)),
    ]
    return tuple(each for each in offered if len(each.divisions) > 1)


def _named(workspace: Workspace, name: str, text: str, codes: Iterable[str]) -> Preset:
    found = (workspace.divisions.get(code) for code in codes)
    return Preset(name, text, tuple(division for division in found if division is not None))


def _ends(workspace: Workspace, selection: Selection) -> tuple[Division, ...]:
    view = map_view(workspace, selection.with_(division=COUNTRY, level=Level.PROVINCE, local_scale=False))
    ranked = [unit.division for unit in view.ranked]
    return tuple(ranked if len(ranked) <= 2 * ENDS else ranked[:ENDS] + ranked[-ENDS:])

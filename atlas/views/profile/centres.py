"""Centres, stations and rooms of the division by level, beside the number of units there are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from atlas.divisions import Division, Level
from atlas.divisions.nodes import tree_of
from atlas.messages import N_
from atlas.views.profile.entries import Entry
from atlas.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CentreLevel:
    """What one level should have: a centre, a station or a room for each of its units.

    `units` is their number, None where it is not known; `coverage` is the share that has one, counted unit by
    unit, where it can be. More centres than units are no mistake: development zones have some, too.
    """

    centres: Entry
    units: float | None
    units_name: str
    coverage: Entry | None


_LEVELS = (
    (Level.PROVINCE, "centres_province", N_("provinces"), None),
    (Level.CITY, "centres_city", N_("city-level units"), None),
    (Level.COUNTY, "centres_county", N_("county-level units"), "county_centre_coverage"),
    (Level.TOWNSHIP, "stations_township", N_("townships and subdistricts"), "township_station_coverage"),
)
_ROOMS, _VILLAGES = "rooms_village", "villages"
_TOTALS = ("centres_city_county", "centres_total")
"""What sources state of several levels together; it cannot be told apart."""


def centres_of(
    workspace: Workspace, division: Division, entries: Mapping[str, Entry]
) -> tuple[CentreLevel, ...]:
    """The levels from the division's own down to the villages, then what is known of several together."""
    return tuple(_levels(workspace, division, entries))


def _levels(workspace: Workspace, division: Division, entries: Mapping[str, Entry]) -> Iterator[CentreLevel]:
    tree = tree_of(workspace.divisions)
    node = tree.place[division.code]
    for level, name, units_name, coverage in _LEVELS:
        units = int(tree.within[level.value][node])
        if level.depth >= division.level.depth and units and name in entries:
            share = entries.get(coverage or "")
            yield CentreLevel(entries[name], units, units_name, share)
    if _ROOMS in entries:
        villages = entries.get(_VILLAGES)
        count = villages.value.value if villages else None
        yield CentreLevel(entries[_ROOMS], count, N_("villages and communities"), None)
    for name in _TOTALS:
        if name in entries and entries[name].value.value is not None:
            yield CentreLevel(entries[name], None, "", None)

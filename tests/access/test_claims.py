"""What an identity provider says about somebody becomes a role and divisions, or a viewer."""

from typing import Any

import pytest

from atlas.access import Actor, Role
from atlas.access.claims import actor_of_claims
from atlas.access.settings import parse_settings
from atlas.divisions import Divisions

FILE = """
people:
  wang@gz.example: {role: reviewer, divisions: [520000]}
groups:
  counties: {role: contributor, divisions: [520103]}
  cities: {role: contributor, divisions: [520100, 520200]}
  office: {role: administrator}
"""
WANG = Actor("wang@gz.example", Role.REVIEWER, ("520000",))
ADDRESS = "wang@gz.example"


@pytest.mark.parametrize(
    ("claims", "expected", "reason"),
    [
        ({"sub": "1", "email": ADDRESS}, WANG, "an address of the file"),
        ({"sub": "1", "email": "Wang@GZ.example"}, WANG, "in capital letters"),
        ({"sub": "1", "email": ADDRESS, "email_verified": True}, WANG, "that the provider has verified"),
        ({"sub": "1", "email": ADDRESS, "email_verified": False}, Actor("1", Role.VIEWER, ()), "or has not"),
        ({"sub": "1", "email": ADDRESS, "email_verified": "false"}, Actor("1", Role.VIEWER, ()), "as a text"),
        ({"sub": "1", "email": ADDRESS, "groups": ["office"]}, WANG, "a person comes before a group"),
        ({"sub": "1", "email": "x@gz.example"}, Actor("x@gz.example", Role.VIEWER, ()), "a stranger"),
        ({"sub": "1", "name": ADDRESS}, Actor("1", Role.VIEWER, ()), "a name is no address"),
        ({"sub": ADDRESS}, Actor(ADDRESS, Role.VIEWER, ()), "nor is a subject"),
        ({"sub": "1", "email": "atlas"}, Actor("1", Role.VIEWER, ()), "nor is the atlas itself"),
        ({"sub": "1", "email": ["wang@gz.example"]}, Actor("1", Role.VIEWER, ()), "a list is none either"),
        ({"sub": "1", "groups": ["office"]}, Actor("1", Role.ADMINISTRATOR, ()), "a group"),
        ({"sub": "1", "groups": "Office"}, Actor("1", Role.ADMINISTRATOR, ()), "a group that is no list"),
        ({"sub": "1", "roles": ["office"]}, Actor("1", Role.ADMINISTRATOR, ()), "a role of the provider's"),
        (
            {"sub": "1", "groups": ["counties", "cities"]},
            Actor("1", Role.CONTRIBUTOR, ("520103", "520100", "520200")),
            "the divisions of groups of one role are put together",
        ),
        (
            {"sub": "1", "groups": ["counties", "office"]},
            Actor("1", Role.ADMINISTRATOR, ()),
            "the highest role counts",
        ),
        ({"sub": "1", "groups": ["others", None, 5, {}]}, Actor("1", Role.VIEWER, ()), "unknown groups"),
        ({}, Actor("", Role.VIEWER, ()), "nothing at all"),
    ],
)
def test_claims_become_an_actor(
    divisions: Divisions, claims: dict[str, Any], expected: Actor, reason: str
) -> None:
    assert actor_of_claims(claims, parse_settings(FILE, "access.yaml", divisions)) == expected, reason

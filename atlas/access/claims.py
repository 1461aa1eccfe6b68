"""From what an identity provider says about somebody to an actor."""

from collections.abc import Mapping
from typing import Any

from atlas.access.actor import Actor, Role
from atlas.access.settings import Person, Settings, person_key

GROUP_CLAIMS = ("groups", "roles")
_RANK = {role: rank for rank, role in enumerate(Role)}


def actor_of_claims(claims: Mapping[str, Any], settings: Settings) -> Actor:
    """The actor of an identity token.

    An entry under `people` for the e-mail address comes first; else the highest role among the groups, with
    the divisions of all groups of that role. Whoever is in neither is a viewer. An address that the provider
    has not verified stands for nobody, because anybody could have typed it.
    """
    address = _address(claims)
    name = address or str(claims.get("sub", ""))
    person = settings.people.get(person_key(address)) if address else None
    person = person or _of_groups(claims, settings)
    return Actor(name, person.role, person.divisions) if person else Actor(name, Role.VIEWER, ())


def _address(claims: Mapping[str, Any]) -> str:
    address = claims.get("email")
    if not isinstance(address, str) or "@" not in address or claims.get("email_verified") in (False, "false"):
        return ""
    return person_key(address)


def _of_groups(claims: Mapping[str, Any], settings: Settings) -> Person | None:
    stated = [claims.get(claim) for claim in GROUP_CLAIMS]
    names = [name for value in stated for name in (value if isinstance(value, list) else [value])]
    found = [settings.groups[key] for key in map(person_key, names) if key in settings.groups]
    if not found:
        return None
    role = max((person.role for person in found), key=_RANK.__getitem__)
    places = dict.fromkeys(code for person in found if person.role is role for code in person.divisions)
    return Person(role=role, divisions=tuple(places))

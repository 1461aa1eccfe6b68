"""Somebody who acts on the store, and what can be done to it."""

import os
import pwd
from dataclasses import dataclass
from enum import StrEnum

from atlas.divisions import COUNTRY
from atlas.messages import N_


class Role(StrEnum):
    """What a person is here for; each may do what the one before may, within their divisions."""

    VIEWER = "viewer"
    CONTRIBUTOR = "contributor"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


class Action(StrEnum):
    """What somebody does to the store.

    SUBMIT brings a batch in, RELEASE lets it count, UNDO and REDO take it back and put it again, DECLINE
    turns a submitted one down, TEACH keeps another name for a division or a column, WITHDRAW takes one's own
    submission back before it counts.
    """

    SUBMIT = "submit"
    RELEASE = "release"
    UNDO = "undo"
    REDO = "redo"
    DECLINE = "decline"
    TEACH = "teach"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a name for the log, a role, and the divisions (codes) whose figures they answer for."""

    name: str
    role: Role
    divisions: tuple[str, ...] = (COUNTRY,)


SYSTEM = Actor("atlas", Role.ADMINISTRATOR)
"""The atlas itself: it fills the database with the published and the demonstration figures."""

THIS_MACHINE = Actor(N_("this machine"), Role.ADMINISTRATOR)
"""Whoever uses a machine that the access file calls private."""


def at_terminal() -> Actor:
    """The person at the command line, under the name that the operating system knows: "chen@terminal".

    Whoever can start the command can write the database files anyway, so they are an administrator; the name
    is what the log needs. Nobody can sign in under such a name.
    """
    number = os.getuid()
    try:
        name = pwd.getpwuid(number).pw_name
    except KeyError:
        # In a container the number may have no name.
        name = str(number)
    return Actor(f"{name}@terminal", Role.ADMINISTRATOR)

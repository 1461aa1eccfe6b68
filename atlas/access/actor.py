"""Somebody who acts on the store, and what can be done to it."""

from dataclasses import dataclass
from enum import StrEnum

from atlas.divisions import COUNTRY


class Role(StrEnum):
    """What a person is here for; each may do what the one before may, within their divisions."""

    VIEWER = "viewer"
    CONTRIBUTOR = "contributor"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


class Action(StrEnum):
    """What somebody does to the store.

    SUBMIT brings a batch in, RELEASE lets it count, UNDO and REDO take it back and put it again, DECLINE
    turns a submitted one down, TEACH keeps another name for a division or a column.
    """

    SUBMIT = "submit"
    RELEASE = "release"
    UNDO = "undo"
    REDO = "redo"
    DECLINE = "decline"
    TEACH = "teach"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a name for the log, a role, and the divisions (codes) whose figures they answer for."""

    name: str
    role: Role
    divisions: tuple[str, ...] = (COUNTRY,)


SYSTEM = Actor("atlas", Role.ADMINISTRATOR)
"""The atlas itself: it fills the database with the published and the demonstration figures."""

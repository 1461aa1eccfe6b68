"""Who may write: asked inside the store for everything that is written, whoever calls it."""

from typing import Protocol

from atlas.access import SYSTEM, Action, Actor
from atlas.problems import AtlasError, Problem


class Guard(Protocol):
    """Decides what an actor may do; the access file is one."""

    def require(self, actor: Actor, action: Action, divisions: frozenset[str], author: str, /) -> None:
        """Return if the actor may do this to a batch with figures of these divisions (codes).

        `author` is the name of who brought the batch in, "" where there is no batch. Raises AtlasError
        "not_allowed".
        """

    def four_eyes(self, divisions: frozenset[str], /) -> bool:
        """Whether somebody else must release a batch with figures of these divisions before it counts."""


class NoAccess:
    """The guard of a store that was opened without one: only the atlas itself may write."""

    def require(self, actor: Actor, *_: object) -> None:
        """Raise AtlasError "nobody_may_write"."""
        raise AtlasError(Problem("nobody_may_write", {"actor": actor.name}))

    def four_eyes(self, _: frozenset[str]) -> bool:
        """Nobody else writes, so nobody else releases."""
        return False


def require(guard: Guard, actor: Actor, action: Action, divisions: frozenset[str], author: str = "") -> None:
    """Ask the guard, unless the atlas itself acts.

    Raises AtlasError "own_batch" where four eyes are asked for and somebody releases what they brought, and
    whatever the guard raises.
    """
    # By identity: a person's account may be called "atlas" too.
    if actor is SYSTEM:
        return
    guard.require(actor, action, divisions, author)
    if action is Action.RELEASE and actor.name == author and guard.four_eyes(divisions):
        raise AtlasError(Problem("own_batch", {"actor": actor.name}))

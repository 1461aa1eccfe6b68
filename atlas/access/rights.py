"""What each role may do, where, and with whose submissions."""

from collections.abc import Collection, Iterable
from enum import StrEnum

from atlas.access.actor import Action, Actor, Role
from atlas.divisions import COUNTRY, Divisions
from atlas.messages import N_


class Refusal(StrEnum):
    """Why somebody may not do something."""

    VIEWER = N_("A viewer looks at figures and changes nothing.")
    REVIEWER = N_("Only a reviewer does this.")
    OUTSIDE = N_("These figures are outside the part of the country that this account answers for.")
    NOT_OWN = N_("A contributor takes back only what was submitted under the same name.")
    NOT_SUBMITTER = N_("Only who submitted it withdraws it; anybody else declines it.")
    NOT_PRIVATE = N_("The access file no longer says that this machine is a private one: sign in.")
    OWN = N_("Nobody approves their own submission here: a second person is asked for.")


RELEASING = (Action.RELEASE, Action.DECLINE, Action.REDO)
TAKING_BACK = (Action.UNDO, Action.REDO)


def refusal(actor: Actor, action: Action, *, inside: bool, own: bool, four_eyes: bool) -> Refusal | None:
    """Why `actor` may not do this, or None where they may.

    `inside` says whether all figures lie in the actor's divisions, `own` whether the actor submitted them,
    `four_eyes` whether a second person is asked for there.
    """
    if action is Action.WITHDRAW and not own:
        return Refusal.NOT_SUBMITTER
    if actor.role is Role.ADMINISTRATOR:
        return None
    if actor.role is Role.VIEWER:
        return Refusal.VIEWER
    if not inside:
        return Refusal.OUTSIDE
    if actor.role is Role.CONTRIBUTOR:
        return _refused_contributor(action, own=own, four_eyes=four_eyes)
    return Refusal.OWN if own and four_eyes and action in RELEASING else None


def _refused_contributor(action: Action, *, own: bool, four_eyes: bool) -> Refusal | None:
    if action in (Action.RELEASE, Action.DECLINE) or (action is Action.REDO and four_eyes):
        return Refusal.REVIEWER
    return Refusal.NOT_OWN if action in TAKING_BACK and not own else None


def is_inside(code: str, roots: Collection[str], divisions: Divisions) -> bool:
    """Whether a division is one of `roots` or lies below one; a retired code counts where it lies today."""
    if COUNTRY in roots:
        return True
    if code not in divisions:
        return False
    return _is_below(code, roots, divisions) or _is_below(divisions.resolve(code), roots, divisions)


def _is_below(code: str | None, roots: Collection[str], divisions: Divisions) -> bool:
    # Asked for every division of a file, so no path is built.
    while code is not None and code not in roots:
        code = divisions[code].parent
    return code is not None


def are_inside(codes: Iterable[str], roots: Collection[str], divisions: Divisions) -> bool:
    """Whether all of the divisions are."""
    return all(is_inside(code, roots, divisions) for code in codes)

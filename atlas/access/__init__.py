"""Who may do what: people, their roles, and the part of the tree they answer for."""

from atlas.access.access import Access
from atlas.access.actor import SYSTEM, THIS_MACHINE, Action, Actor, Role, at_terminal
from atlas.access.entrance import Entrance

__all__ = ["SYSTEM", "THIS_MACHINE", "Access", "Action", "Actor", "Entrance", "Role", "at_terminal"]

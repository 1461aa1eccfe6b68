"""Who may do what: people, their roles, and the part of the tree they answer for."""

from atlas.access.actor import SYSTEM, Action, Actor, Role

__all__ = ["SYSTEM", "Action", "Actor", "Role"]

"""Who is at the page: signed in, at a private machine, or nobody."""

from atlas.access import Actor
from atlas.ui.state import workspace


def current_actor() -> Actor | None:
    """Who uses this page now, or None where nobody has signed in."""
    return workspace().access.private_actor

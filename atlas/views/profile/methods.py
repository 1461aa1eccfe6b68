"""The statistical methods whose results stand on a profile."""

from atlas.statistics.method import Method
from atlas.statistics.trend import Direction
from atlas.views.profile.recent import recent_of
from atlas.views.profile.view import ProfileView
from atlas.workspace import Workspace


def methods_used(workspace: Workspace, view: ProfileView) -> tuple[Method, ...]:
    """The methods of the intervals, places and trends shown, in the order in which they are defined."""
    used = set()
    for entry in view.valued:
        if entry.interval is not None:
            used.add(entry.interval.method)
        if entry.rank is not None and entry.rank.lower is not None:
            used.add(entry.rank.method)
        trend = recent_of(workspace, view.selection, entry.indicator).trend
        if trend.direction is not Direction.NONE:
            used.add(trend.method)
    return tuple(method for method in Method if method in used)

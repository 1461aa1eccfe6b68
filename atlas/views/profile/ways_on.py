"""Where to look when nothing is known of a place: at another time, or at what it lies in."""

from atlas.periods import LATEST, PeriodKind
from atlas.views.profile.entries import entries_of
from atlas.views.profile.view import ProfileView, profile_view
from atlas.workspace import Workspace


def latest_count(workspace: Workspace, view: ProfileView) -> int:
    """How many indicators have a latest figure; 0 where the page shows the latest ones already."""
    if view.is_outside or view.selection.period.kind is PeriodKind.LATEST:
        return 0
    entries = entries_of(workspace, view.selection.with_(period=LATEST))
    return sum(entry.value.value is not None for entry in entries)


def nearest_known(workspace: Workspace, view: ProfileView) -> ProfileView | None:
    """The profile of the nearest division above that has any value."""
    if view.is_outside:
        return None
    for division in reversed(workspace.divisions.path(view.division.code)[:-1]):
        found = profile_view(workspace, view.selection.with_(division=division.code))
        if found.valued:
            return found
    return None

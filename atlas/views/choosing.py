"""What follows from a choice: a division brings its first level, an indicator a period that it has."""

from typing import Any

from atlas.views.periods_offered import fitting_period
from atlas.views.selection import Selection
from atlas.workspace import Workspace


def chosen(workspace: Workspace, selection: Selection, **changes: Any) -> Selection:
    """The selection that a choice leads to: some fields changed, and others where they no longer fit."""
    moved = selection.with_(**changes)
    if "division" in changes and "level" not in changes:
        moved = moved.with_(level=workspace.first_level(moved.division))
    if "indicator" in changes or "dataset" in changes:
        moved = moved.with_(period=fitting_period(workspace, moved.dataset, moved.indicator, moved.period))
    return moved

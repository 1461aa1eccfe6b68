"""What the profile page says first: the standing of a division, its strengths and concerns, its targets."""

from dataclasses import dataclass
from functools import lru_cache

from atlas.divisions import Division, Scope
from atlas.views.profile.centres import CentreLevel, centres_of
from atlas.views.profile.entries import Entry, entries_of
from atlas.views.profile.recent import Recent, recent_of
from atlas.views.profile.remarks import Remark, remarks_of
from atlas.views.profile.targets import TargetEntry, targets_of
from atlas.views.selection import Selection
from atlas.views.spine import Spine, benchmark_of, spine
from atlas.views.spread import Spread, spread_of
from atlas.workspace import Workspace


@dataclass(frozen=True, eq=False)
class ProfileView:
    """One division with every indicator; `within` is the benchmark, None for the country.

    `entries` are in the definitions' order, those without a value included.
    """

    selection: Selection
    division: Division
    within: Division | None
    entries: tuple[Entry, ...]
    spine: Spine
    targets: tuple[TargetEntry, ...]
    centres: tuple[CentreLevel, ...]
    remarks: tuple[Remark, ...]

    @property
    def valued(self) -> tuple[Entry, ...]:
        """The entries that have a value."""
        return tuple(entry for entry in self.entries if entry.value.value is not None)

    @property
    def is_outside(self) -> bool:
        """Whether the division does not report to the atlas at all."""
        return self.division.scope is Scope.OUTSIDE


def profile_view(workspace: Workspace, selection: Selection) -> ProfileView:
    """Compute the profile of the selected division, or take it from those computed since the last change."""
    return _profile(workspace, workspace.version(selection.dataset), selection.with_(lang="", details=""))


@lru_cache(maxsize=64)
def _profile(workspace: Workspace, _version: str, selection: Selection) -> ProfileView:
    division = workspace.divisions[selection.division]
    entries = entries_of(workspace, selection)
    targets = targets_of(workspace, selection, entries)
    rates = [entry.indicator for entry in entries if entry.indicator.is_ratio]
    view = spine(workspace, selection, [division], rates)

    def recent(entry: Entry) -> Recent:
        return recent_of(workspace, selection, entry.indicator)

    def spread(entry: Entry) -> Spread | None:
        return spread_of(
            workspace,
            selection.dataset,
            entry.indicator.id,
            view.level,
            selection.period,
            selection.grades,
            selection.known,
        )

    return ProfileView(
        selection=selection,
        division=division,
        within=benchmark_of(workspace, [division]),
        entries=entries,
        spine=view,
        targets=targets,
        centres=centres_of(workspace, division, {entry.indicator.id: entry for entry in entries}),
        remarks=remarks_of(entries, targets, recent, spread),
    )

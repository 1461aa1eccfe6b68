"""What figures would change that do not count yet, computed without writing anything."""

from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc

from atlas.batches import Source
from atlas.datasets import Dataset
from atlas.definitions import Indicator
from atlas.store import BatchLog, Reader, Store
from atlas.store.overlay import Overlay
from atlas.uploads import observations_of, source_of
from atlas.validate import Checked, UnreadColumn
from atlas.views.upload_changes import Changes, Effect, changes_of
from atlas.views.upload_indicators import (
    Area,
    IndicatorChange,
    area_of,
    indicator_changes,
    touched_indicators,
)
from atlas.views.upload_map import ChangeMap, change_map
from atlas.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Counts:
    """How many figures are new, changed and unchanged; how many rows are sound and how many are left out.

    `unread` are the columns that were not read, of sound rows too.
    """

    new: int
    changed: int
    unchanged: int
    sound_rows: int
    rejected_rows: int
    unread: tuple[UnreadColumn, ...] = ()


@dataclass(frozen=True, eq=False)
class Preview:
    """The answer to “what will it change?”.

    The counts and changes are there at once; the indicators take longer and are computed when asked for.
    `file_name` and `sha256` are of the file the figures came in, `divisions` the codes of the sound ones.
    `area` is None where there are none; then nothing changes.
    """

    workspace: Workspace
    file_name: str
    sha256: str
    counts: Counts
    changes: Changes
    divisions: frozenset[str]
    measures: tuple[str, ...]
    area: Area | None
    now: Reader
    then: Reader

    @cached_property
    def indicators(self) -> tuple[IndicatorChange, ...]:
        """The headline indicators of the area and others that are touched, before and after."""
        if self.area is None:
            return ()
        return indicator_changes(self.workspace, self.now, self.then, self.area, self.measures)

    @cached_property
    def mapped(self) -> tuple[Indicator, ...]:
        """The indicators that can be put on the maps, those that move first."""
        moved = {each.indicator.id for each in self.indicators if each.before.value != each.after.value}
        touched = touched_indicators(self.workspace, self.measures)
        return tuple(sorted(touched, key=lambda each: each.id not in moved))


def preview(workspace: Workspace, dataset: Dataset, checked: Checked) -> Preview:
    """Compare the sound figures of a file with those that hold."""
    store, source, file = workspace.store(dataset), source_of(checked), checked.intake.file
    return _compared(
        workspace,
        store,
        (file.file_name, file.sha256),
        changes_of(store, checked.acceptable),
        observations_of(checked, source.id),
        (source,),
        len(checked.rejected_rows),
        checked.unread_columns,
    )


def batch_preview(workspace: Workspace, dataset: Dataset, batch: BatchLog) -> Preview:
    """Compare the figures of a batch that waits with those that hold: what it would change if it counted.

    Figures of measures that are no longer defined are left out: nothing on any page would show them. Of rows
    that stayed out a batch knows nothing. AtlasError "unknown_batch".
    """
    store = workspace.store(dataset)
    figures = store.brought(batch.id)
    known = pa.array(list(workspace.definitions.measures), pa.string())
    figures = figures.filter(pc.is_in(figures["measure"], value_set=known))
    sources = store.sources(pc.unique(figures["source"].drop_null()).to_pylist())
    return _compared(
        workspace,
        store,
        (batch.file_name, batch.sha256),
        changes_of(store, figures),
        figures,
        sources,
        rejected_rows=0,
    )


def _compared(
    workspace: Workspace,
    store: Store,
    file: tuple[str, str],
    changes: Changes,
    observations: pa.Table,
    sources: tuple[Source, ...],
    rejected_rows: int,
    unread: tuple[UnreadColumn, ...] = (),
) -> Preview:
    figures = changes.figures
    counts = Counts(
        new=changes.count(Effect.NEW),
        changed=changes.count(Effect.CHANGED),
        unchanged=changes.count(Effect.UNCHANGED),
        sound_rows=int(figures.row.nunique()),
        rejected_rows=rejected_rows,
        unread=unread,
    )
    if figures.empty:
        return Preview(workspace, *file, counts, changes, frozenset(), (), None, store, store)
    return Preview(
        workspace,
        *file,
        counts=counts,
        changes=changes,
        divisions=frozenset(figures.division.unique().tolist()),
        measures=tuple(figures.measure.unique().tolist()),
        area=area_of(workspace.divisions, figures),
        now=store,
        then=Overlay(store, observations, sources),
    )


def preview_map(
    workspace: Workspace, dataset: Dataset, shown: Preview, indicator: Indicator
) -> ChangeMap | None:
    """The two small maps of one indicator; None where the file has no sound figure."""
    if shown.area is None:
        return None
    return change_map(workspace, dataset, shown.now, shown.then, shown.area, indicator)

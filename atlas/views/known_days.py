"""Between which days a dataset's figures have come in, changed and been taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from atlas.datasets import Dataset
from atlas.office_time import office_time
from atlas.store.log import BatchLog
from atlas.workspace import Workspace


@dataclass(frozen=True, slots=True)
class KnownDays:
    """The moments, by the offices' clock, of the first and the newest event of a dataset."""

    first: datetime
    newest: datetime


def known_days(workspace: Workspace, dataset: Dataset) -> KnownDays | None:
    """From when to when the dataset has changed; None as long as it is empty."""
    store = workspace.store(dataset)
    return store.memory.get(("known days", store.version), lambda: _days(store.log()))


def _days(batches: Iterable[BatchLog]) -> KnownDays | None:
    moments = [event.at for batch in batches for event in batch.events]
    return KnownDays(office_time(min(moments)), office_time(max(moments))) if moments else None

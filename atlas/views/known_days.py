"""Between which days a dataset's figures have come in, changed and been taken back."""

from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from atlas.datasets import Dataset
from atlas.office_time import office_time
from atlas.workspace import Workspace


@dataclass(frozen=True, slots=True)
class KnownDays:
    """The moments, by the offices' clock, of the first and the newest event of a dataset."""

    first: datetime
    newest: datetime


def known_days(workspace: Workspace, dataset: Dataset) -> KnownDays | None:
    """From when to when the dataset has changed; None as long as it is empty."""
    store = workspace.store(dataset)
    return store.memory.get(("known days", store.version), lambda: _days(store.batches()))


def _days(batches: pd.DataFrame) -> KnownDays | None:
    moments = batches["at"].dropna()
    if moments.empty:
        return None
    return KnownDays(office_time(moments.min().to_pydatetime()), office_time(moments.max().to_pydatetime()))

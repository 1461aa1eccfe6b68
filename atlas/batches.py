"""What an upload brings: a batch of observations and the sources they were read from."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import pyarrow as pa

OBSERVATION_DEFAULTS: Mapping[str, Any] = {
    "status": "value",
    "qualifier": "exact",
    "source": None,
    "row": None,
    "precedence": 0,
    "remarks": "",
}
OBSERVATION_COLUMNS = (
    "division", "measure", "period", "first_month", "last_month", "kind", "value", *OBSERVATION_DEFAULTS,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was read.

    `date` is ISO and may lack the day or the month. `grade` is empty for uploads and demonstrations, which
    have none.
    """

    id: str
    title: str
    publisher: str = ""
    date: str = ""
    url: str = ""
    grade: str = ""
    founding: str = ""
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """The observations that one upload adds: the unit of acceptance and of undo.

    `observations` yields Arrow tables or frames with the columns `division`, `measure`, `period` (code),
    `first_month`, `last_month`, `kind` (of the period), `value` (null unless the status is value), and where
    they differ from `OBSERVATION_DEFAULTS` also `status` (value, not_applicable, suppressed), `qualifier`
    (exact, about, over, at_least), `source` (id of one of `sources`), `row` (of the file), `precedence`
    (lower wins inside a batch) and `remarks`. Queries are fastest when the rows come measure by measure and
    month by month.
    """

    id: str
    origin: str
    observations: Iterable[pa.Table | pd.DataFrame]
    received_at: dt.datetime
    author: str = ""
    file_name: str = ""
    sha256: str = ""
    sources: tuple[Source, ...] = field(default=())

"""The log: every batch with what happened to it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import ibis

from atlas.store.connection import Connection
from atlas.store.schema import table


class State(StrEnum):
    """What became of a batch: only an accepted one counts.

    ADDED ones were written without anybody's word; they wait for the atlas itself.
    """

    ADDED = "added"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    UNDONE = "undone"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Event:
    """What somebody did to a batch: the state it came to, when (UTC), by whom, and their reason."""

    event: State
    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class BatchLog:
    """One batch: the file it came from, its size, and its events, the oldest first.

    `number` is its place in the order of arrival. `divisions` are the codes with figures in it, sorted;
    months count from year 0 and are None in a batch without figures; `received_at` is in UTC.
    """

    number: int
    id: str
    origin: str
    file_name: str
    sha256: str
    author: str
    received_at: datetime
    remark: str
    rows: int
    divisions: tuple[str, ...]
    first_month: int | None
    last_month: int | None
    events: tuple[Event, ...]

    @property
    def state(self) -> State:
        """What became of it."""
        return self.events[-1].event if self.events else State.ADDED


def read_log(connection: Connection) -> tuple[BatchLog, ...]:
    """All batches, newest first."""
    events = read_events(connection)
    divisions: dict[int, list[str]] = defaultdict(list)
    found = connection.arrow(table("batch_divisions").order_by("batch", "division"))
    for number, division in zip(found["batch"].to_pylist(), found["division"].to_pylist(), strict=True):
        divisions[number].append(division)
    batches = table("batches")
    return tuple(
        _batch(row, divisions[row["number"]], events.get(row["number"], ()))
        for row in connection.rows(batches.order_by(ibis.desc("number")))
    )


def read_events(connection: Connection) -> Mapping[int, Sequence[Event]]:
    """The events of each batch by its number, the oldest first."""
    events: dict[int, list[Event]] = defaultdict(list)
    for row in connection.rows(table("batch_events").order_by("number")):
        event = Event(State(row["event"]), row["at"].replace(tzinfo=UTC), row["by"], row["reason"])
        events[row["batch"]].append(event)
    return events


def _batch(row: Mapping[str, Any], divisions: Sequence[str], events: Sequence[Event]) -> BatchLog:
    return BatchLog(
        number=row["number"],
        id=row["batch"],
        origin=row["origin"],
        file_name=row["file_name"],
        sha256=row["sha256"],
        author=row["author"],
        received_at=row["received_at"].replace(tzinfo=UTC),
        remark=row["remark"] or "",
        rows=row["rows"] or 0,
        divisions=tuple(divisions),
        first_month=row["first_month"],
        last_month=row["last_month"],
        events=tuple(events),
    )

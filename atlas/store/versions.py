"""Every version of one value: which batch brought it, and when it held."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import ibis
from ibis.expr.types import Table

from atlas.store.expressions import better, dated
from atlas.store.log import State
from atlas.store.schema import table


@dataclass(frozen=True, slots=True)
class Held:
    """A time (UTC) during which a version was the value; `ceased` is None while it still is."""

    began: datetime
    ceased: datetime | None


@dataclass(frozen=True, slots=True)
class Version:
    """One figure that was ever brought in for a division, measure and period.

    `value` is None unless the status is value. `batch` is the id, `source` the id of the source ("" if it
    has none), `row` the row of the file. `state` is the batch's, `accepted_at` its first acceptance,
    `undone_at` its undoing while it is undone. `held` are the times when this was the value, the oldest
    first: it ends when the batch is undone or another version takes its place.
    """

    value: float | None
    status: str
    qualifier: str
    batch: str
    file_name: str
    row: int | None
    source: str
    author: str
    state: State
    accepted_at: datetime | None
    undone_at: datetime | None
    held: tuple[Held, ...]

    @property
    def holds(self) -> bool:
        """Whether this is the value now."""
        return bool(self.held) and self.held[-1].ceased is None


def cell(division: str, measure: str, period: str) -> Table:
    """Every figure for one division, measure and period, by batch and then the better one first.

    `place` is 0 for the figure that a batch stands for.
    """
    rows = table("observations")
    rows = dated(rows.filter(rows.division == division, rows.measure == measure, rows.period == period))
    order = ibis.window(group_by="batch", order_by=better(rows))
    rows = rows.mutate(place=ibis.row_number().over(order))
    sources = table("sources").select(source="number", source_id="source")
    batches = table("batches").select("file_name", "author", batch="number", batch_id="batch")
    rows = rows.left_join(sources, "source").drop("source_right")
    return rows.left_join(batches, "batch").drop("batch_right").order_by("batch", "place")


def cell_events(division: str, measure: str, period: str) -> Table:
    """The events of the batches that have a figure for it, the oldest first."""
    rows = table("observations")
    rows = rows.filter(rows.division == division, rows.measure == measure, rows.period == period)
    return table("batch_events").semi_join(rows.select("batch"), "batch").order_by("number")


def versions(rows: Sequence[Mapping[str, Any]], events: Sequence[Mapping[str, Any]]) -> tuple[Version, ...]:
    """The versions that such rows and events tell of: those never accepted first, then the newest."""
    held = _held(events)
    accepted: dict[int, Mapping[str, Any]] = {}
    last: dict[int, Mapping[str, Any]] = {}
    for event in events:
        last[event["batch"]] = event
        if event["event"] == State.ACCEPTED:
            accepted.setdefault(event["batch"], event)
    never = len(events) and events[-1]["number"] + 1
    newest = sorted(
        rows, key=lambda row: (-accepted.get(row["batch"], {"number": never})["number"], -row["batch"])
    )
    return tuple(
        _version(row, accepted.get(row["batch"]), last.get(row["batch"]), held.get(row["batch"], ()))
        for row in newest
    )


def _version(
    row: Mapping[str, Any],
    accepted: Mapping[str, Any] | None,
    last: Mapping[str, Any] | None,
    held: Sequence[Held],
) -> Version:
    state = State(last["event"]) if last else State.ADDED
    return Version(
        value=row["value"],
        status=row["status"],
        qualifier=row["qualifier"],
        batch=row["batch_id"],
        file_name=row["file_name"],
        row=row["row"],
        source=row["source_id"] or "",
        author=row["author"],
        state=state,
        accepted_at=_utc(accepted),
        undone_at=_utc(last) if state is State.UNDONE else None,
        held=tuple(held) if row["place"] == 0 else (),
    )


def _held(events: Sequence[Mapping[str, Any]]) -> dict[int, list[Held]]:
    """Replay the events: at each moment the batch that was accepted last, and still is, holds."""
    first: dict[int, int] = {}
    counting: set[int] = set()
    held: dict[int, list[Held]] = {}
    holder: int | None = None
    for event in events:
        batch = event["batch"]
        if event["event"] == State.ACCEPTED:
            first.setdefault(batch, event["number"])
            counting.add(batch)
        else:
            counting.discard(batch)
        winner = max(counting, key=first.__getitem__, default=None)
        if winner == holder:
            continue
        moment = event["at"].replace(tzinfo=UTC)
        if holder is not None:
            held[holder][-1] = Held(held[holder][-1].began, moment)
        if winner is not None:
            held.setdefault(winner, []).append(Held(moment, None))
        holder = winner
    return held


def _utc(event: Mapping[str, Any] | None) -> datetime | None:
    moment: datetime | None = event["at"].replace(tzinfo=UTC) if event else None
    return moment

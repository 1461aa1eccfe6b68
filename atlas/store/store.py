"""What is known: batches come in, are accepted or undone, and the figures that hold can be asked for."""

import hashlib
import threading
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

import pandas as pd
import pyarrow as pa
from ibis.expr.types import Table

from atlas.batches import Batch, Source
from atlas.problems import AtlasError, Problem
from atlas.store import reports
from atlas.store.adding import observation_chunks, source_rows
from atlas.store.connection import Connection
from atlas.store.expressions import Wanted, accepted_rows, coded, described, winners
from atlas.store.memory import Memory
from atlas.store.observed import Observed, contested_months, joined, unpacked
from atlas.store.schema import table

SMALL = 1_000_000
Moment = date | datetime | None


class Store:
    """The observations of one dataset: append-only, by batch, with the history of what was known when.

    One process opens the file; its threads share the store. Every method may raise AtlasError
    "damaged_database" naming the file.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self.memory = Memory()
        self._version = ""
        self._refresh()

    @classmethod
    def open(cls, path: Path | str) -> "Store":
        """Open the database file, making it if there is none.

        Raises AtlasError "database_in_use" (another process has it) or "damaged_database".
        """
        return cls(Connection(Path(path)))

    def close(self) -> None:
        """Release the file."""
        self._connection.close()

    @property
    def path(self) -> Path:
        """The database file."""
        return self._connection.path

    @property
    def version(self) -> str:
        """Changes whenever a batch is accepted or undone; a key for whatever is computed from the store."""
        return self._version

    def add(self, batch: Batch) -> int:
        """Append a batch, wholly or not at all, and return its number of observations.

        None of them counts until the batch is accepted. Raises AtlasError "batch_exists".
        """
        number = self._next("batches")
        if batch.id in self._batch_numbers():
            raise AtlasError(Problem("batch_exists", {"batch": batch.id}))
        sources = source_rows(batch.sources, number, self._next("sources"))
        rows = 0
        with self._connection.transaction() as writer:
            writer.add("batches", pa.Table.from_pylist([_batch_row(batch, number)]))
            if sources.num_rows:
                writer.add("sources", sources)
            for chunk in observation_chunks(batch.observations, number, sources):
                writer.add("observations", chunk)
                rows += chunk.num_rows
        return rows

    def accept(self, batch_id: str, by: str, at: datetime | None = None) -> None:
        """Let a batch count from now on; accepting an undone batch is redoing it.

        AtlasError "unknown_batch".
        """
        self._record(batch_id, "accepted", by, "", at)

    def undo(self, batch_id: str, by: str, reason: str, at: datetime | None = None) -> None:
        """Let a batch count no longer; nothing is deleted. AtlasError "unknown_batch"."""
        self._record(batch_id, "undone", by, reason, at)

    def current(
        self,
        measures: Sequence[str] | None = None,
        first_month: int | None = None,
        last_month: int | None = None,
        divisions: Sequence[str] | None = None,
        as_known_on: Moment = None,
        grades: Sequence[str] | None = None,
    ) -> pd.DataFrame:
        """The observation that holds for each division, measure and period whose last month is in the bounds.

        `alternatives` says how many other figures with the same key state something else. A day in
        `as_known_on` means its end. `grades` leaves other source grades out before one is chosen.
        """
        wanted = Wanted(
            _tuple(measures), first_month, last_month, _tuple(divisions), _moment(as_known_on), _tuple(grades)
        )
        return self._connection.frame(described(winners(wanted)))

    def observed(
        self, measure: str, as_known_on: Moment = None, grades: Sequence[str] | None = None
    ) -> Observed:
        """All current observations of one measure as arrays.

        What `current` gives, faster for millions of rows.
        """
        return self._read(Wanted((measure,), as_known_on=_moment(as_known_on), grades=_tuple(grades)))

    def figures(
        self,
        measures: Sequence[str] | None = None,
        divisions: Sequence[str] | None = None,
        grades: Sequence[str] | None = None,
    ) -> pd.DataFrame:
        """Every accepted figure, those that do not hold included, with its source and remarks."""
        wanted = Wanted(_tuple(measures), divisions=_tuple(divisions), grades=_tuple(grades))
        return self._connection.frame(reports.figures(wanted))

    def periods(self, measures: Sequence[str] | None = None) -> pd.DataFrame:
        """For which periods there are figures.

        Measure, period, kind, first_month, last_month, divisions (how many).
        """
        found = self.memory.get(
            ("periods", self.version), lambda: self._connection.frame(reports.periods(self._is_small()))
        )
        return found if measures is None else found[found.measure.isin(list(measures))].reset_index(drop=True)

    def provinces(self, measures: Sequence[str] | None = None) -> pd.DataFrame:
        """Which provinces have figures.

        Measure, province (code), first_month, last_month, figures (how many).
        """
        found = self.memory.get(
            ("provinces", self.version), lambda: self._connection.frame(reports.provinces())
        )
        return found if measures is None else found[found.measure.isin(list(measures))].reset_index(drop=True)

    def sources(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """The sources with these ids, in the order asked; unknown ids are left out."""
        known = {source.id: source for source in self._sources().values()}
        return tuple(known[each] for each in ids if each in known)

    def source_names(self) -> dict[int, str]:
        """The id of each source by its number in `Observed`."""
        return {number: source.id for number, source in self._sources().items()}

    def batches(self) -> pd.DataFrame:
        """All batches, newest first, with their last event: event ("" if none), at, by, reason."""
        return self._connection.frame(reports.batches())

    def _read(self, wanted: Wanted) -> Observed:
        rows = self._observed(coded(accepted_rows(wanted)))
        months = contested_months(rows)
        if not months:
            return rows
        settled = rows.take(~pd.Series(rows.first).isin(months).to_numpy())
        contested = Wanted(
            wanted.measures, as_known_on=wanted.as_known_on, grades=wanted.grades, start_months=months
        )
        return joined((settled, self._observed(coded(winners(contested)))))

    def _observed(self, expression: Table) -> Observed:
        return unpacked(self._connection.arrays(expression)).ordered()

    def _sources(self) -> dict[int, Source]:
        return self.memory.get(("sources", self.version), lambda: reports.sources(self._connection))

    def _is_small(self) -> bool:
        rows = table("observations")
        return int(self._connection.rows(rows.aggregate(rows=rows.count()))[0]["rows"]) <= SMALL

    def _batch_numbers(self) -> dict[str, int]:
        rows = self._connection.rows(table("batches").select("batch", "number"))
        return {row["batch"]: row["number"] for row in rows}

    def _next(self, name: str) -> int:
        last = self._connection.rows(table(name).aggregate(last=table(name).number.max()))[0]["last"]
        return 0 if last is None else int(last) + 1

    def _record(self, batch_id: str, event: str, by: str, reason: str, at: datetime | None) -> None:
        number = self._batch_numbers().get(batch_id)
        if number is None:
            raise AtlasError(Problem("unknown_batch", {"batch": batch_id}))
        moment = _moment(at) or datetime.now(UTC).replace(tzinfo=None)
        with self._lock:
            row = {
                "number": self._next("batch_events"),
                "batch": number,
                "event": event,
                "at": moment,
                "by": by,
                "reason": reason,
            }
            with self._connection.transaction() as writer:
                writer.add("batch_events", pa.Table.from_pylist([row]))
            self._refresh()

    def _refresh(self) -> None:
        rows = self._connection.rows(table("batch_events").order_by("number"))
        batches = self._connection.rows(table("batches").order_by("number"))
        said = repr([list(row.values()) for row in [*batches, *rows]])
        self._version = hashlib.sha256(said.encode()).hexdigest()[:16]
        self.memory.clear()


def _batch_row(batch: Batch, number: int) -> dict[str, object]:
    return {
        "number": number,
        "batch": batch.id,
        "origin": batch.origin,
        "file_name": batch.file_name,
        "sha256": batch.sha256,
        "author": batch.author,
        "received_at": _moment(batch.received_at),
    }


def _moment(moment: Moment) -> datetime | None:
    if moment is None:
        return None
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time.max)
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _tuple(values: Sequence[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)

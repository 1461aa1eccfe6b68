"""What is known: batches come in, are accepted or undone, and the figures that hold can be asked for."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from atlas.access import SYSTEM, Action, Actor
from atlas.batches import Batch
from atlas.problems import AtlasError, Problem
from atlas.store.adding import Extent, add_batch, keep_file, record
from atlas.store.aliases import (
    Aliases,
    AliasKind,
    Taught,
    aliases_of,
    divisions_named,
    read_taught,
    teach,
)
from atlas.store.connection import Connection, Writer
from atlas.store.guard import Guard, NoAccess, require
from atlas.store.journal import Journal
from atlas.store.log import BatchLog, State
from atlas.store.schema import table
from atlas.store.transitions import after

VERSIONED = ("batches", "batch_events", "aliases")


class Store(Journal):
    """The observations of one dataset: append-only, by batch, with the history of what was known when.

    One process opens the file; its threads share the store. Every method may raise AtlasError
    "damaged_database" naming the file. Whatever writes is done by an actor, asks the guard (AtlasError
    "not_allowed", or "nobody_may_write" without one), is wholly on the disk when it returns, and has changed
    nothing when it raises (AtlasError "disk_full", "read_only_database").
    """

    def __init__(self, connection: Connection, guard: Guard | None = None) -> None:
        super().__init__(connection)
        self._guard = guard or NoAccess()
        self._lock = threading.RLock()
        self._refresh()

    @classmethod
    def open(cls, path: Path | str, guard: Guard | None = None) -> "Store":
        """Open the database file, making it if there is none.

        Without a guard only the atlas itself may write. A file that may not be written is opened for reading.
        Raises AtlasError "database_in_use" (another process has it), "read_only_database" (it must be made or
        brought up to date, and cannot) or "damaged_database".
        """
        return cls(Connection(Path(path)), guard)

    def close(self) -> None:
        """Release the file."""
        self._connection.close()

    @property
    def read_only(self) -> bool:
        """Whether the file or its folder cannot be written, so that nothing can be submitted or undone."""
        return self._connection.read_only

    def submit(
        self, batch: Batch, actor: Actor, content: bytes = b"", remark: str = "", at: datetime | None = None
    ) -> BatchLog:
        """Bring a batch in with the file it was read from, in one step, and let it count unless another must
        release it.

        The author is the actor. `content` is the original file; `at` defaults to now. Raises AtlasError
        "known_file" where a batch that counts or waits brought the same figures from the same file,
        "batch_exists".
        """
        own = replace(batch, author=actor.name)
        if content:
            own = replace(own, sha256=hashlib.sha256(content).hexdigest())
        with self._recording() as writer:
            number = writer.next("batches")
            self._require_new(own)
            extent = add_batch(writer, own, number, remark)
            require(self._guard, actor, Action.SUBMIT, extent.divisions, actor.name)
            self._require_new(own, extent)
            if content:
                keep_file(writer, own.sha256, content)
            record(writer, number, State.SUBMITTED, actor, remark, at)
            if actor is SYSTEM or not self._guard.four_eyes(extent.divisions):
                record(writer, number, State.ACCEPTED, actor, "", at)
        return self.batch(own.id)

    def release(self, batch_id: str, actor: Actor, reason: str = "", at: datetime | None = None) -> None:
        """Let a submitted batch count from now on.

        Raises AtlasError "unknown_batch", "batch_state" (it does not wait), "own_batch" (four eyes).
        """
        self._change(batch_id, Action.RELEASE, actor, reason, at)

    def decline(self, batch_id: str, actor: Actor, reason: str, at: datetime | None = None) -> None:
        """Turn a submitted batch down; it stays in the log. AtlasError "unknown_batch", "batch_state"."""
        self._change(batch_id, Action.DECLINE, actor, reason, at)

    def withdraw(self, batch_id: str, actor: Actor, reason: str, at: datetime | None = None) -> None:
        """Take one's own submission back before it counts; it stays in the log, and its file may come again.

        Raises AtlasError "unknown_batch", "batch_state" (it does not wait).
        """
        self._change(batch_id, Action.WITHDRAW, actor, reason, at)

    def undo(self, batch_id: str, actor: Actor, reason: str, at: datetime | None = None) -> None:
        """Let a batch count no longer; nothing is deleted. AtlasError "unknown_batch", "batch_state"."""
        self._change(batch_id, Action.UNDO, actor, reason, at)

    def redo(self, batch_id: str, actor: Actor, reason: str = "", at: datetime | None = None) -> None:
        """Let an undone batch count again, in its old place: all is as if it had never been undone.

        Raises AtlasError "unknown_batch", "batch_state".
        """
        self._change(batch_id, Action.REDO, actor, reason, at)

    def add(self, batch: Batch, actor: Actor) -> int:
        """Append a batch, wholly or not at all, and return its number of observations.

        None of them counts until the batch is accepted; any number of them takes little memory. Raises
        AtlasError "batch_exists".
        """
        with self._recording() as writer:
            extent = add_batch(writer, batch, writer.next("batches"), "")
            require(self._guard, actor, Action.SUBMIT, extent.divisions, batch.author)
        return extent.rows

    def accept(self, batch_id: str, actor: Actor, at: datetime | None = None) -> None:
        """Let a batch that was added or undone count. AtlasError "unknown_batch", "batch_state"."""
        undone = self.batch(batch_id).state is State.UNDONE
        self._change(batch_id, Action.REDO if undone else Action.RELEASE, actor, "", at)

    def teach(self, kind: AliasKind | str, text: str, target: str, actor: Actor) -> None:
        """Keep `text` as another name of a division (its code) or a column (a measure's id).

        An empty target forgets it. The texts are taken as they are: who asks normalises them. Who teaches
        another meaning of a division's name answers for both divisions.
        """
        known = AliasKind(kind)
        before = self.aliases().divisions.get(text)
        require(self._guard, actor, Action.TEACH, divisions_named(known, target, before))
        with self._recording() as writer:
            teach(writer, known, text, target, actor)

    def aliases(self) -> Aliases:
        """What people have taught, by text."""
        return aliases_of(self.taught())

    def taught(self) -> tuple[Taught, ...]:
        """What people have taught, with who and when, the newest first."""
        return self.memory.get(("taught", self.version), lambda: read_taught(self._connection))

    def _change(self, batch_id: str, action: Action, actor: Actor, reason: str, at: datetime | None) -> None:
        with self._recording() as writer:
            # Read while nobody else writes: of two people who undo at once the second is told.
            batch = self.batch(batch_id)
            require(self._guard, actor, action, frozenset(batch.divisions), batch.author)
            record(writer, batch.number, after(batch, action), actor, reason, at)

    @contextmanager
    def _recording(self) -> Iterator[Writer]:
        """A transaction after which everybody sees the new version."""
        with self._lock:
            with self._connection.transaction() as writer:
                yield writer
            self._refresh()

    def _require_new(self, batch: Batch, extent: Extent | None = None) -> None:
        for known in self.file_batches(batch.sha256):
            covered = Extent(known.rows, frozenset(known.divisions), known.first_month, known.last_month)
            if known.id == batch.id or covered == extent:
                fields = {"file": batch.file_name, "batch": known.id, "author": known.author}
                raise AtlasError(Problem("known_file", fields))

    def _refresh(self) -> None:
        told = [self._connection.rows(table(name).order_by("number")) for name in VERSIONED]
        said = repr([list(row.values()) for rows in told for row in rows])
        self._version = hashlib.sha256(said.encode()).hexdigest()[:16]
        self.memory.clear()

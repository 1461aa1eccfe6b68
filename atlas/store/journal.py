"""What happened: the log of batches, the files they came from, and the history of one value."""

import pyarrow as pa

from atlas.problems import AtlasError, Problem
from atlas.store.effects import Effect, covering, effect
from atlas.store.expressions import described
from atlas.store.log import BatchLog, State, read_log
from atlas.store.readings import Readings
from atlas.store.schema import table
from atlas.store.versions import Version, cell, cell_events, versions

LIVE = (State.ACCEPTED, State.SUBMITTED)


class Journal(Readings):
    """The readings of a dataset and where they came from."""

    def log(self) -> tuple[BatchLog, ...]:
        """Every batch with its events, newest first."""
        return self.memory.get(("log", self.version), lambda: read_log(self._connection))

    def batch(self, batch_id: str) -> BatchLog:
        """One batch of the log. AtlasError "unknown_batch"."""
        found = next((each for each in self.log() if each.id == batch_id), None)
        if found is None:
            raise AtlasError(Problem("unknown_batch", {"batch": batch_id}))
        return found

    def file_batch(self, sha256: str) -> BatchLog | None:
        """The newest batch that counts or waits for release and came from the file with this hash."""
        return next(iter(self.file_batches(sha256)), None)

    def file_batches(self, sha256: str) -> tuple[BatchLog, ...]:
        """All of them, newest first."""
        return tuple(each for each in self.log() if sha256 and each.sha256 == sha256 and each.state in LIVE)

    def original(self, batch_id: str) -> tuple[str, bytes]:
        """The name and the content of the file that a batch came from.

        Raises AtlasError "unknown_batch", or "no_original" for a batch that was not made from a kept file.
        """
        batch = self.batch(batch_id)
        files = table("files")
        found = self._connection.rows(files.filter(files.sha256 == batch.sha256).select("content"))
        if not found:
            raise AtlasError(Problem("no_original", {"batch": batch_id}))
        return batch.file_name, bytes(found[0]["content"])

    def brought(self, batch_id: str) -> pa.Table:
        """The figures of a batch as it brought them, whether they count or not, in the order of its file.

        Columns as in `Batch`. AtlasError "unknown_batch".
        """
        rows = table("observations")
        own = rows.filter(rows.batch == self.batch(batch_id).number)
        return self._connection.arrow(described(own).drop("batch").order_by("row", "measure", "division"))

    def history(self, division: str, measure: str, period: str) -> tuple[Version, ...]:
        """Every version of one value (codes, a measure's id): those never accepted, then newest first.

        Versions of batches that were declined, undone or still wait are among them; `Version.holds` is the
        one that `current` gives.
        """
        rows = self._connection.rows(cell(division, measure, period))
        return versions(rows, self._connection.rows(cell_events(division, measure, period)))

    def effect(self, batch_id: str) -> Effect:
        """What would change if a batch that counts no longer did, or one that does not count did.

        AtlasError "unknown_batch".
        """
        return effect(self._connection.rows(covering(self.batch(batch_id).number)))

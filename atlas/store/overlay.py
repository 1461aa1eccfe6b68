"""A store with figures laid over it that nobody has accepted yet: what the atlas would show if they were."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import count

import pyarrow as pa
import pyarrow.compute as pc

from atlas.batches import Source
from atlas.store.adding import observation_chunks, source_rows
from atlas.store.memory import Memory
from atlas.store.observed import Observed
from atlas.store.readings import Readings, utc

_NUMBERS = count()
_BATCH = 2**31 - 1
_FIRST_SOURCE = 2**30
"""Numbers that no batch and no source of a store has."""


class Overlay:
    """Reads as the store would after accepting `observations` (columns as in `Batch`); writes nothing.

    `sources` are those that the observations name; they have no grade, as an uploaded file has none. What was
    known before now is what the store knew. What others accept meanwhile shows through.
    """

    def __init__(self, store: Readings, observations: pa.Table, sources: Sequence[Source] = ()) -> None:
        self._store = store
        self._own = {source.id: source for source in sources}
        numbered = source_rows(self._own.values(), _BATCH, _FIRST_SOURCE)
        self._names = dict(zip(numbered["number"].to_pylist(), numbered["source"].to_pylist(), strict=True))
        (self._rows,) = observation_chunks([observations], _BATCH, numbered)
        self._measures = frozenset(pc.unique(self._rows["measure"]).to_pylist())
        self._made = datetime.now(UTC).replace(tzinfo=None)
        self._number = next(_NUMBERS)
        self.memory = Memory()

    @property
    def version(self) -> str:
        """Differs from that of every store and every other overlay."""
        return f"{self._store.version}+{self._number}"

    def observed(
        self,
        measure: str,
        as_known_on: date | datetime | None = None,
        grades: Sequence[str] | None = None,
    ) -> Observed:
        """What `Store.observed` would give."""
        known = utc(as_known_on)
        if measure not in self._measures or (known is not None and known < self._made):
            return self._store.observed(measure, as_known_on, grades)
        return self._store.observed_with(self._rows, measure, as_known_on, grades)

    def source_names(self) -> dict[int, str]:
        """The id of each source by its number, those of the overlay included."""
        return self._store.source_names() | self._names

    def sources(self, ids: Sequence[str]) -> tuple[Source, ...]:
        """The sources with these ids, in the order asked; unknown ids are left out."""
        known = {source.id: source for source in self._store.sources(ids)} | self._own
        return tuple(known[each] for each in ids if each in known)

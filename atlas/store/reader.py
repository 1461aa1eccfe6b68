"""What indicators are computed from: a store, or a store with figures laid over it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from atlas.store.memory import Memory
from atlas.store.observed import Observed


class Reader(Protocol):
    """Figures by measure, a version that changes whenever they do, and a memory for what is made of them."""

    @property
    def version(self) -> str:
        """A key for whatever is computed from the figures."""

    @property
    def memory(self) -> Memory:
        """Where that is remembered."""

    def observed(
        self,
        measure: str,
        as_known_on: date | datetime | None = None,
        grades: Sequence[str] | None = None,
    ) -> Observed:
        """All current observations of one measure."""

    def source_names(self) -> dict[int, str]:
        """The id of each source by its number in `Observed`."""

"""The figures that hold, and what can be asked about them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from ibis.expr.types import Table

from atlas.batches import Source
from atlas.office_time import end_of_day
from atlas.store import reports
from atlas.store.connection import Connection
from atlas.store.expressions import Wanted, accepted_rows, coded, described, winners, winners_with
from atlas.store.memory import Memory
from atlas.store.observed import Observed, contested_months, joined, unpacked
from atlas.store.reported import Reported, read_reported
from atlas.store.schema import table
from atlas.validate.context import Asked

SMALL = 1_000_000
Moment = date | datetime | None


class Readings:
    """What is read from the observations of one dataset, as they hold now or were known on a day."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._version = ""
        self.memory = Memory()

    @property
    def path(self) -> Path:
        """The database file."""
        return self._connection.path

    @property
    def version(self) -> str:
        """Changes with every event; a key for whatever is computed from the store."""
        return self._version

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
            _tuple(measures), first_month, last_month, _tuple(divisions), utc(as_known_on), _tuple(grades)
        )
        return self._connection.frame(described(winners(wanted)))

    def observed(
        self, measure: str, as_known_on: Moment = None, grades: Sequence[str] | None = None
    ) -> Observed:
        """All current observations of one measure as arrays.

        What `current` gives, faster for millions of rows.
        """
        return self._read(Wanted((measure,), as_known_on=utc(as_known_on), grades=_tuple(grades)))

    def reported(self, asked: Asked) -> Reported:
        """The figures that hold for several measures, as arrays: what an uploaded file is compared with."""
        return read_reported(self._connection, asked)

    def observed_with(
        self, laid: pa.Table, measure: str, as_known_on: Moment = None, grades: Sequence[str] | None = None
    ) -> Observed:
        """What `observed` would give if the rows `laid` (columns of the table) had been accepted last."""
        rows = laid.filter(pc.equal(laid["measure"], measure))
        months = tuple(pc.unique(rows["first_month"]).to_pylist())
        below = self.observed(measure, as_known_on, grades)
        settled = below.take(~pd.Series(below.first).isin(months).to_numpy())
        contested = Wanted(
            (measure,), as_known_on=utc(as_known_on), grades=_tuple(grades), start_months=months
        )
        return joined((settled, self._observed(coded(winners_with(contested)), laid=rows)))

    def figures(
        self,
        measures: Sequence[str] | None = None,
        divisions: Sequence[str] | None = None,
        grades: Sequence[str] | None = None,
        as_known_on: Moment = None,
    ) -> pd.DataFrame:
        """Every accepted figure, those that do not hold included, with its source and remarks."""
        wanted = Wanted(
            _tuple(measures),
            divisions=_tuple(divisions),
            as_known_on=utc(as_known_on),
            grades=_tuple(grades),
        )
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

    def brings(self, batch_id: str, measures: Sequence[str]) -> bool:
        """Whether a batch has brought any figure of these measures, whatever became of it."""
        if not measures:
            return False
        key = ("brings", self.version, batch_id, tuple(measures))
        return self.memory.get(key, lambda: bool(self._connection.rows(reports.brought(batch_id, measures))))

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

    def _observed(self, expression: Table, **tables: pa.Table) -> Observed:
        return unpacked(self._connection.arrays(expression, **tables)).ordered()

    def _sources(self) -> dict[int, Source]:
        return self.memory.get(("sources", self.version), lambda: reports.sources(self._connection))

    def _is_small(self) -> bool:
        rows = table("observations")
        return int(self._connection.rows(rows.aggregate(rows=rows.count()))[0]["rows"]) <= SMALL


def utc(moment: Moment) -> datetime | None:
    """A moment in UTC without a zone, as the tables keep it; a day means its end in the offices."""
    if moment is None:
        return None
    if not isinstance(moment, datetime):
        moment = end_of_day(moment)
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _tuple(values: Sequence[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)

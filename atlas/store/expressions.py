"""Which observations hold: expressions over the tables, for DuckDB and PostgreSQL alike."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import ibis
from ibis.expr.types import BooleanValue, Table

from atlas.store.schema import KINDS, QUALIFIERS, SCHEMAS, STATUSES, table

NO_VALUE = float("nan")
"""One object: two that are not a number are never equal, and the query would be written anew each time."""
KEY = ["division", "measure", "kind", "first_month", "last_month"]
NEWEST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which observations a query is about; None asks for all.

    Months bound the last month of a period. `as_known_on` is in UTC without a zone. `grades` lists the source
    grades to keep; observations whose source has no grade always stay.
    """

    measures: tuple[str, ...] | None = None
    first_month: int | None = None
    last_month: int | None = None
    divisions: tuple[str, ...] | None = None
    as_known_on: datetime | None = None
    grades: tuple[str, ...] | None = None
    start_months: tuple[int, ...] | None = None


def accepted_batches(as_known_on: datetime | None = None) -> Table:
    """Batches whose last event up to then is an acceptance.

    Batch, accepted (the number of the event that accepted it first, newer is higher). What is undone and
    redone takes its old place again, so that redoing never hides what was accepted meanwhile.
    """
    events = table("batch_events")
    if as_known_on is not None:
        events = events.filter(events.at <= ibis.literal(as_known_on))
    newest = ibis.window(group_by="batch", order_by=ibis.desc("number"))
    acceptance = ibis.cases((events.event == "accepted", events.number))
    ranked = events.mutate(
        place=ibis.row_number().over(newest), accepted=acceptance.min().over(ibis.window(group_by="batch"))
    )
    return ranked.filter(ranked.place == 0, ranked.event == "accepted").select("batch", "accepted")


def accepted_rows(wanted: Wanted) -> Table:
    """The wanted observations of accepted batches, several of a key where figures compete."""
    rows = table("observations")
    conditions = _conditions(rows, wanted)
    if conditions:
        rows = rows.filter(*conditions)
    rows = rows.inner_join(accepted_batches(wanted.as_known_on), "batch")
    if wanted.grades is None:
        return rows
    sources = table("sources").select(source="number", grade="grade")
    graded = rows.left_join(sources, "source").drop("source_right")
    grade = ibis.coalesce(graded.grade, "")
    return graded.filter((grade == "") | grade.isin(wanted.grades)).drop("grade")


def winners(wanted: Wanted) -> Table:
    """One observation for each division, measure and period, and how many others state something else.

    The newest accepted batch wins; inside it the better figure.
    """
    return chosen(accepted_rows(wanted))


def winners_with(wanted: Wanted) -> Table:
    """The same as if the rows of a further table `laid` had been accepted last; they are not filtered."""
    accepted = accepted_rows(wanted)
    laid = ibis.table(SCHEMAS["observations"], name="laid").mutate(accepted=ibis.literal(NEWEST, "int32"))
    return chosen(accepted.union(laid.select(accepted.columns)))


def chosen(accepted: Table) -> Table:
    """The observation of each key that wins among such rows, as `accepted_rows` gives them."""
    rows = dated(accepted)
    order = [ibis.desc("accepted"), *better(rows)]
    ranked = rows.mutate(place=ibis.row_number().over(ibis.window(group_by=KEY, order_by=order)))
    first = ranked.place == 0
    key = ibis.window(group_by=KEY)
    compared = ranked.mutate(
        best=ibis.cases((first, ranked.value)).max().over(key),
        best_status=ibis.cases((first, ranked.status)).max().over(key),
    )
    same = (compared.value == compared.best) | (compared.value.isnull() & compared.best.isnull())
    differs = (~ibis.coalesce(same, False)) | (compared.status != compared.best_status)
    counted = compared.mutate(alternatives=differs.cast("int32").sum().over(key).cast("int32"))
    kept = counted.filter(counted.place == 0)
    return kept.drop("place", "best", "best_status", "source_date", "accepted")


def dated(observations: Table) -> Table:
    """The same observations with the date of their source."""
    sources = table("sources").select(source="number", source_date="date")
    return observations.left_join(sources, "source").drop("source_right")


def better(rows: Table) -> list[Any]:
    """How figures of one batch that compete are ordered; `rows` must be dated.

    The lowest precedence comes first, then an exact figure before a rounded one, then the newer source.
    """
    return [
        ibis.asc("precedence"),
        ibis.asc(rows.qualifier.cases(*_codes(QUALIFIERS), else_=len(QUALIFIERS))),
        ibis.desc("source_date", nulls_first=False),
        ibis.asc("row", nulls_first=False),
        ibis.asc("value", nulls_first=False),
    ]


def described(observations: Table) -> Table:
    """The same observations with the names of their batch and source instead of numbers."""
    batches = table("batches").select(batch="number", batch_id="batch")
    sources = table("sources").select(source="number", source_id="source")
    joined = observations.left_join(batches, "batch").drop("batch_right")
    joined = joined.left_join(sources, "source").drop("source_right", "batch", "source")
    return joined.rename(batch="batch_id", source="source_id")


def coded(observations: Table) -> Table:
    """The columns a roll-up needs, as numbers, the short ones packed into one: see `observed.unpacked`."""
    rows = observations
    packed = (rows.last_month - rows.first_month) * 1000
    for column, words, place in (
        (rows.kind, KINDS, 100),
        (rows.status, STATUSES, 10),
        (rows.qualifier, QUALIFIERS, 1),
    ):
        packed = packed + column.cases(*_codes(words), else_=0) * place
    columns = {
        "division": rows.division.cast("int32"),
        "first": rows.first_month,
        "packed": packed.cast("int32"),
        "value": ibis.coalesce(rows.value, NO_VALUE),
        "source": ibis.coalesce(rows.source, -1),
    }
    return rows.select(
        **columns, **({"alternatives": rows.alternatives} if "alternatives" in rows.columns else {})
    )


def _codes(words: tuple[str, ...]) -> list[tuple[str, int]]:
    return [(word, place) for place, word in enumerate(words)]


def _conditions(rows: Table, wanted: Wanted) -> list[BooleanValue]:
    conditions: list[BooleanValue] = []
    if wanted.measures is not None:
        conditions.append(rows.measure.isin(wanted.measures))
    if wanted.first_month is not None:
        conditions.append(rows.last_month >= wanted.first_month)
    if wanted.last_month is not None:
        conditions.append(rows.last_month <= wanted.last_month)
    if wanted.divisions is not None:
        conditions.append(rows.division.isin(wanted.divisions))
    if wanted.start_months is not None:
        conditions.append(rows.first_month.isin(wanted.start_months))
    return conditions

"""The figures that hold for several measures at once: what an upload is compared with."""

from dataclasses import dataclass, replace
from typing import Any

import ibis
import numpy as np
import numpy.typing as npt
from ibis.expr.types import Table

from atlas.store.connection import Connection
from atlas.store.expressions import Wanted, accepted_rows, winners
from atlas.store.schema import KINDS, STATUSES

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Reported:
    """One row for each division, measure and period; arrays of one length.

    `measure` is the place in the list of measures asked for, `division` the code as a number; `kind` and
    `status` are places in the lists of `schema`, `value` is NaN unless the status is value.
    """

    measure: Ints
    division: Ints
    first: Ints
    last: Ints
    kind: Ints
    value: npt.NDArray[np.float64]
    status: Ints


def read_reported(connection: Connection, wanted: Wanted, carried: tuple[str, ...]) -> Reported:
    """The figures that hold, by one query where no two compete; `carried` measures whatever their age."""
    found = _read(connection, wanted, carried, contested=False)
    months = _contested(found)
    if not months:
        return found
    # Only where figures compete is the one that holds worked out, which takes longer.
    settled = _taken(found, ~np.isin(found.first, months))
    chosen = _read(connection, replace(wanted, start_months=tuple(months)), carried, contested=True)
    return Reported(*(np.concatenate(pair) for pair in zip(_arrays(settled), _arrays(chosen), strict=True)))


def _read(connection: Connection, wanted: Wanted, carried: tuple[str, ...], *, contested: bool) -> Reported:
    measures = wanted.measures or ()
    rest = replace(wanted, first_month=None)
    rows = winners(rest) if contested else accepted_rows(rest)
    if wanted.first_month is not None:
        recent = rows.last_month >= wanted.first_month
        rows = rows.filter(recent | rows.measure.isin(carried) if carried else recent)
    columns = connection.arrays(_coded(rows, measures))
    packed = columns["packed"].astype(np.int64)
    first = columns["first"].astype(np.int64)
    return Reported(
        measure=packed // (len(KINDS) * len(STATUSES)) % len(measures),
        division=columns["division"].astype(np.int64),
        first=first,
        last=first + columns["months"],
        kind=packed // len(STATUSES) % len(KINDS),
        value=np.asarray(columns["value"], dtype=np.float64),
        status=packed % len(STATUSES),
    )


def _coded(rows: Table, measures: tuple[str, ...]) -> Table:
    """The few columns that are needed, as numbers."""
    measure = rows.measure.cases(*_places(measures), else_=0)
    kind = rows.kind.cases(*_places(KINDS), else_=0)
    status = rows.status.cases(*_places(STATUSES), else_=0)
    packed = (measure * len(KINDS) + kind) * len(STATUSES) + status
    return rows.select(
        division=rows.division.cast("int32"),
        first=rows.first_month,
        months=rows.last_month - rows.first_month,
        packed=packed.cast("int32"),
        value=ibis.coalesce(rows.value, float("nan")),
    )


def _contested(found: Reported) -> list[int]:
    """First months in which some division, measure and period has several figures."""
    key = found.last - found.first
    for part, size in ((found.kind, len(KINDS)), (found.measure, 1024), (found.division, 2**30)):
        key = key * size + part
    order = np.lexsort((found.first, key)) if _repeats(key * 7919 + found.first) else None
    if order is None:
        return []
    same = (np.diff(key[order]) == 0) & (np.diff(found.first[order]) == 0)
    return [int(month) for month in np.unique(found.first[order][1:][same])]


def _repeats(mixed: Ints) -> bool:
    """Whether any number occurs twice; two different keys that mix into one only cost time."""
    ordered = np.sort(mixed)
    return bool((ordered[1:] == ordered[:-1]).any())


def _taken(found: Reported, kept: npt.NDArray[np.bool_]) -> Reported:
    return Reported(*(column[kept] for column in _arrays(found)))


def _arrays(found: Reported) -> tuple[npt.NDArray[Any], ...]:
    return (
        found.measure, found.division, found.first, found.last, found.kind, found.value, found.status,
    )  # fmt: skip


def _places(words: tuple[str, ...]) -> list[tuple[str, int]]:
    return [(word, place) for place, word in enumerate(words)]

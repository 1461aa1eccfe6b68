"""The figures that hold for several measures at once: what an upload is compared with."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import ibis
import numpy as np
import numpy.typing as npt
import pyarrow as pa
from ibis.expr.types import Table

from atlas.store.connection import Connection
from atlas.store.expressions import NO_VALUE, Wanted, accepted_rows, winners
from atlas.store.schema import KINDS, STATUSES
from atlas.validate.context import Asked

CODES = {"division": "string"}
FEW_DIVISIONS = 2000

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


def read_reported(connection: Connection, asked: Asked) -> Reported:
    """The figures asked for that hold, by two plain queries where no two figures compete."""
    wanted = Wanted(asked.measures)
    found = _read(connection, asked, accepted_rows(wanted))
    months = _contested(found)
    if not months:
        return found
    # Only where figures compete is the one that holds worked out, which takes longer.
    settled = _taken(found, ~np.isin(found.first, months))
    few = asked.around if len(asked.around) <= FEW_DIVISIONS else None
    contested = replace(wanted, start_months=tuple(months), divisions=few)
    chosen = _read(connection, asked, winners(contested))
    return _joined(settled, chosen)


def _read(connection: Connection, asked: Asked, rows: Table) -> Reported:
    lists = {"asked_divisions": asked.divisions, "asked_around": asked.around}
    tables = {name: pa.table({"division": pa.array(codes, pa.string())}) for name, codes in lists.items()}
    # One after the other: in one query the database would first write out all that both could need.
    parts = [
        _unpacked(connection.arrays(_coded(part, asked.measures), **tables), len(asked.measures))
        for part in (_before(rows, asked), _during(rows, asked))
    ]
    return _joined(*parts)


def _unpacked(columns: Mapping[str, Any], measures: int) -> Reported:
    packed, status = np.divmod(columns["packed"], len(STATUSES))
    packed, kind = np.divmod(packed, len(KINDS))
    months, measure = np.divmod(packed, max(measures, 1))
    first = columns["first"].astype(np.int64)
    return Reported(
        measure=measure.astype(np.int64),
        division=columns["division"].astype(np.int64),
        first=first,
        last=first + months,
        kind=kind.astype(np.int64),
        value=np.asarray(columns["value"], dtype=np.float64),
        status=status.astype(np.int64),
    )


def _before(rows: Table, asked: Asked) -> Table:
    """Earlier figures of the divisions themselves."""
    recent = rows.measure.isin(asked.own) & (rows.last_month >= asked.since)
    wanted = recent | rows.measure.isin(asked.carried) if asked.carried else recent
    earlier = rows.filter(rows.last_month < asked.first, wanted)
    return earlier.semi_join(ibis.table(CODES, name="asked_divisions"), "division")


def _during(rows: Table, asked: Asked) -> Table:
    """Figures of the same months, of everything around the divisions."""
    same = rows.filter(rows.last_month >= asked.first, rows.last_month <= asked.last)
    return same.semi_join(ibis.table(CODES, name="asked_around"), "division")


def _coded(rows: Table, measures: tuple[str, ...]) -> Table:
    """The few columns that are needed, as numbers, the short ones packed into one."""
    measure = rows.measure.cases(*_places(measures), else_=0)
    kind = rows.kind.cases(*_places(KINDS), else_=0)
    status = rows.status.cases(*_places(STATUSES), else_=0)
    months = rows.last_month - rows.first_month
    packed = ((months * len(measures) + measure) * len(KINDS) + kind) * len(STATUSES) + status
    return rows.select(
        division=rows.division.cast("int32"),
        first=rows.first_month,
        packed=packed.cast("int32"),
        value=ibis.coalesce(rows.value, NO_VALUE),
    )


def _contested(found: Reported) -> list[int]:
    """First months in which some division, measure and period has several figures."""
    period = (found.first * 1000 + np.minimum(found.last - found.first, 999)) * len(KINDS) + found.kind
    key = period * 2**30 + found.division
    if _is_rising(key, found.measure):
        return []
    order = np.lexsort((key, found.measure))
    same = (np.diff(key[order]) == 0) & (np.diff(found.measure[order]) == 0)
    return [int(month) for month in np.unique(found.first[order][1:][same])]


def _is_rising(key: Ints, measure: Ints) -> bool:
    """Whether the figures come measure by measure in rising order, so that none comes twice.

    So they do where one batch brought them; then the slower search can be spared.
    """
    turn = np.diff(measure) != 0
    runs = measure[1:][turn].tolist() + measure[:1].tolist()
    return len(set(runs)) == len(runs) and bool((turn | (np.diff(key) > 0)).all())


def _joined(one: Reported, other: Reported) -> Reported:
    return Reported(*(np.concatenate(pair) for pair in zip(_arrays(one), _arrays(other), strict=True)))


def _taken(found: Reported, kept: npt.NDArray[np.bool_]) -> Reported:
    return Reported(*(column[kept] for column in _arrays(found)))


def _arrays(found: Reported) -> tuple[npt.NDArray[Any], ...]:
    return (
        found.measure, found.division, found.first, found.last, found.kind, found.value, found.status,
    )  # fmt: skip


def _places(words: tuple[str, ...]) -> list[tuple[str, int]]:
    return [(word, place) for place, word in enumerate(words)]

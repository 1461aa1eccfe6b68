"""Observations of one measure as Arrow tables, month by month."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from atlas.ingest.demonstration.arrays import Flags, Floats
from atlas.ingest.demonstration.cells import Cells
from atlas.ingest.demonstration.former_codes import FormerCode, before, split
from atlas.periods import Period

_STATUSES = pa.array(["value", "not_applicable", "suppressed"])
_ROWS = 400_000


def tables(cells: Cells, former: tuple[FormerCode, ...]) -> Iterator[pa.Table]:
    """Tables of about 400,000 rows with the columns of a batch; units that report nothing have no row."""
    codes, values, reported, status = _with_former(cells, former)
    step = max(1, _ROWS // max(len(codes), 1))
    for start in range(0, len(cells.months), step):
        rows = slice(start, start + step)
        yield _table(cells, codes, cells.months[rows], values[rows], reported[rows], status[rows])


def _table(
    cells: Cells, codes: list[str], months: tuple[int, ...], values: Floats, reported: Flags, status: Floats
) -> pa.Table:
    month, unit = np.nonzero(reported)
    periods = [str(Period.of_index(each)) for each in months]
    state = status[month, unit].astype(np.int8)
    dates = pa.array(np.array(months, dtype=np.int32)[month])
    return pa.table(
        {
            "division": _words(codes, unit),
            "measure": _words([cells.measure.id], np.zeros(len(unit))),
            "period": _words(periods, month),
            "first_month": dates,
            "last_month": dates,
            "kind": _words(["month"], np.zeros(len(unit))),
            "value": pa.array(values[month, unit], mask=state > 0),
            "status": pa.DictionaryArray.from_arrays(pa.array(state), _STATUSES),
        }
    )


def _words(words: list[str], places: npt.NDArray[Any]) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int32)), pa.array(words, pa.string()))


def _with_former(cells: Cells, former: tuple[FormerCode, ...]) -> tuple[list[str], Floats, Flags, Floats]:
    codes = list(cells.reporters.codes)
    status = np.zeros(cells.values.shape)
    if cells.not_applicable is not None:
        status = np.where(cells.not_applicable, 1.0, status)
    if cells.suppressed is not None:
        status = np.where(cells.suppressed, 2.0, status)
    values, reported, states = [cells.values], [np.array(cells.reported)], [status]
    places = {code: place for place, code in enumerate(codes)}
    for code in former:
        if code.new not in places:
            continue
        place, early = places[code.new], before(code, cells.months)[:, np.newaxis]
        column = slice(place, place + 1)
        codes.append(code.old)
        rate = cells.measure.kind == "rate"
        values.append(cells.values[:, column] if rate else split(code, cells.values[:, column]))
        reported.append(cells.reported[:, column] & early)
        states.append(status[:, column])
        reported[0][:, column] &= ~early
    return codes, np.concatenate(values, 1), np.concatenate(reported, 1), np.concatenate(states, 1)

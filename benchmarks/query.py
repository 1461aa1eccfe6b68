"""One view over five million observations, beside a plain scan of the columns that it needs."""

import datetime as dt
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from atlas.access import SYSTEM
from atlas.batches import Batch
from atlas.definitions import Definitions, read_definitions
from atlas.divisions import COUNTRY, Divisions, Level, load_divisions
from atlas.indicators import evaluate
from atlas.periods import Period
from atlas.store import Store

YEARS = range(2015, 2026)
MEASURE = "rooms_village"
REPEATS = 5
SCAN = """
    SELECT max(division), sum(value), min(first_month), max(last_month), min(kind), min(status),
           min(qualifier), min(precedence), min(source), min(batch)
    FROM observations WHERE measure = ?
"""


@dataclass(frozen=True, slots=True)
class QueryTimes:
    """Seconds for all counties of one year.

    `cold` opens the database, `next` asks for another year of the same figures, `again` for the same year;
    `scan` is the plain scan, also from a newly opened file.
    """

    observations: int
    cold: float
    next: float
    again: float
    scan: float


def query_times(folder: Path) -> QueryTimes:
    """Make the observations in `folder` and ask for them."""
    divisions = load_divisions()
    definitions, _ = read_definitions()
    path = folder / "millions.duckdb"
    rows = _fill(path, divisions)
    cold, following, again, scans = [], [], [], []
    for _ in range(REPEATS):
        first, second, third = _ask(path, divisions, definitions)
        cold.append(first)
        following.append(second)
        again.append(third)
        scans.append(_timed(partial(_scan, path)))
    medians = [statistics.median(times) for times in (cold, following, again, scans)]
    return QueryTimes(rows, *medians)


def _ask(path: Path, divisions: Divisions, definitions: Definitions) -> tuple[float, float, float]:
    indicator = definitions.indicators[MEASURE]
    units = [unit.code for unit in divisions.units(COUNTRY, Level.COUNTY)]
    opened: list[Store] = []

    def ask(year: int) -> None:
        if not opened:
            opened.append(Store.open(path))
        evaluate(opened[0], definitions, divisions, indicator, units, Period.parse(str(year)))

    first, following, again = (_timed(partial(ask, year)) for year in (2025, 2024, 2025))
    opened[0].close()
    return first, following, again


def _scan(path: Path) -> None:
    with duckdb.connect(str(path), read_only=True) as connection:
        connection.execute(SCAN, [MEASURE]).fetchall()


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _fill(path: Path, divisions: Divisions) -> int:
    frame = divisions.frame
    townships = frame[frame.level == Level.TOWNSHIP.value].code.to_numpy()
    received = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    store = Store.open(path)
    rows = store.add(Batch("millions", "upload", _months(townships), received), SYSTEM)
    store.accept("millions", SYSTEM)
    store.close()
    return rows


def _months(townships: Any) -> Iterator[pa.Table]:
    chance = np.random.default_rng(0)
    count = len(townships)
    codes = pa.array(townships, pa.string())
    for year in YEARS:
        for month in range(12):
            number = pa.repeat(pa.scalar(year * 12 + month, pa.int32()), count)
            yield pa.table(
                {
                    "division": codes,
                    "measure": pa.repeat(pa.scalar(MEASURE), count),
                    "period": pa.repeat(pa.scalar(f"{year}-{month + 1:02d}"), count),
                    "first_month": number,
                    "last_month": number,
                    "kind": pa.repeat(pa.scalar("month"), count),
                    "value": chance.integers(0, 40, count).astype("float64"),
                }
            )

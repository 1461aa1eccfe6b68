"""What is in a database file after its process was killed, read table by table."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from atlas.store import Store
from tests.faults.work import batch_of

TABLES = ("observations", "sources", "batch_divisions", "batch_events")


@dataclass(frozen=True)
class Found:
    """The state of each batch, and in words whatever is not whole."""

    states: dict[str, str]
    faults: tuple[str, ...]


def inspect(path: Path) -> Found:
    """Open the file as the atlas does, then look at every table as it lies there."""
    if not path.exists():
        return Found({}, ())
    store = Store.open(path)
    states = {batch.id: str(batch.state) for batch in store.log()}
    numbers = {batch.number: batch.id for batch in store.log()}
    originals = {name: hashlib.sha256(store.original(name)[1]).hexdigest() for name in states}
    store.current()
    store.close()
    with duckdb.connect(str(path)) as connection:
        counts = {name: _counted(connection, name) for name in TABLES}
        sums = dict(connection.sql("SELECT batch, sum(value) FROM observations GROUP BY batch").fetchall())
        files = {row[0] for row in connection.sql("SELECT sha256 FROM files").fetchall()}
    faults = [f"{table}: rows of no batch" for table, found in counts.items() if set(found) - set(numbers)]
    wanted = set()
    for number, name in numbers.items():
        batch, content = batch_of(name)
        (rows,) = batch.observations
        digest = hashlib.sha256(content).hexdigest()
        wanted.add(digest)
        stored = [counts[table][number] for table in ("observations", "batch_divisions", "sources")]
        if stored != [rows.num_rows, rows.num_rows, 1] or sums.get(number) != sum(rows["value"].to_pylist()):
            faults.append(f"{name}: not all of its rows, {stored}")
        if originals[name] != digest:
            faults.append(f"{name}: another file")
        if not counts["batch_events"][number]:
            faults.append(f"{name}: no event")
    if files != wanted:
        faults.append("files of no batch")
    return Found(states, tuple(faults))


def _counted(connection: Any, name: str) -> Counter[int]:
    return Counter(dict(connection.table(name).aggregate("batch, count(*)", "batch").fetchall()))

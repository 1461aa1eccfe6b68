"""Bring a batch into the tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from atlas.access import Actor
from atlas.batches import OBSERVATION_DEFAULTS, Batch, Source
from atlas.problems import AtlasError, Problem
from atlas.store.connection import Writer
from atlas.store.log import State
from atlas.store.readings import utc
from atlas.store.schema import SCHEMAS, table

_ARROW = {"string": pa.string(), "int32": pa.int32(), "float64": pa.float64()}


@dataclass(frozen=True, slots=True)
class Extent:
    """What a batch covers: how many figures, which divisions (codes), from the first to the last month."""

    rows: int
    divisions: frozenset[str]
    first_month: int | None
    last_month: int | None


def add_batch(writer: Writer, batch: Batch, number: int, remark: str) -> Extent:
    """Write a batch with its sources and observations under a number. AtlasError "batch_exists"."""
    batches = table("batches")
    if writer.rows(batches.filter(batches.batch == batch.id).select("number")):
        raise AtlasError(Problem("batch_exists", {"batch": batch.id}))
    sources = source_rows(batch.sources, number, writer.next("sources"))
    if sources.num_rows:
        writer.add("sources", sources)
    parts = []
    divisions = pa.array([], pa.string())
    for chunk in observation_chunks(batch.observations, number, sources):
        writer.add("observations", chunk)
        first, last = pc.min(chunk["first_month"]).as_py(), pc.max(chunk["last_month"]).as_py()
        parts.append((chunk.num_rows, first, last))
        divisions = _with_new(divisions, chunk["division"])
    extent = _extent(parts, divisions)
    numbers = pa.repeat(pa.scalar(number, pa.int32()), len(divisions))
    writer.add("batch_divisions", pa.table({"batch": numbers, "division": divisions}))
    writer.add("batches", pa.Table.from_pylist([_batch_row(batch, number, remark, extent)]))
    return extent


def keep_file(writer: Writer, sha256: str, content: bytes) -> None:
    """Keep the original file, once however often it is submitted."""
    files = table("files")
    if not writer.rows(files.filter(files.sha256 == sha256).select("sha256")):
        row = {"sha256": [sha256], "content": pa.array([content], pa.binary())}
        writer.add("files", pa.table(row))


def record(writer: Writer, number: int, state: State, actor: Actor, reason: str, at: datetime | None) -> None:
    """Write the event that brings a batch to a state."""
    row = {
        "number": writer.next("batch_events"),
        "batch": number,
        "event": str(state),
        "at": utc(at or datetime.now(UTC)),
        "by": actor.name,
        "reason": reason,
    }
    writer.add("batch_events", pa.Table.from_pylist([row]))


def source_rows(sources: Iterable[Source], batch: int, first_number: int) -> pa.Table:
    """The sources of a batch, numbered from `first_number`."""
    rows = [
        {
            "number": first_number + place,
            "batch": batch,
            "source": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "date": source.date,
            "url": source.url,
            "grade": source.grade,
            "founding": source.founding,
            "file_name": source.file_name,
        }
        for place, source in enumerate(sources)
    ]
    return pa.Table.from_pylist(rows, schema=_source_schema())


def observation_chunks(
    chunks: Iterable[pa.Table | pd.DataFrame], batch: int, sources: pa.Table
) -> Iterator[pa.Table]:
    """Each chunk with all columns of the table, sorted by measure and month so that queries read little."""
    for chunk in chunks:
        rows = pa.Table.from_pandas(chunk, preserve_index=False) if isinstance(chunk, pd.DataFrame) else chunk
        yield _clustered(_completed(rows, batch, sources))


def _completed(rows: pa.Table, batch: int, sources: pa.Table) -> pa.Table:
    columns = {}
    for name, kind in SCHEMAS["observations"].items():
        if name == "batch":
            columns[name] = pa.repeat(pa.scalar(batch, pa.int32()), rows.num_rows)
        elif name == "source":
            columns[name] = _source_numbers(rows, sources)
        elif name in rows.column_names:
            columns[name] = _as(rows[name], _ARROW[kind])
        else:
            columns[name] = pa.repeat(pa.scalar(OBSERVATION_DEFAULTS[name], _ARROW[kind]), rows.num_rows)
    return pa.table(columns)


def _as(column: pa.ChunkedArray, kind: pa.DataType) -> pa.ChunkedArray:
    if pa.types.is_dictionary(column.type) and pa.types.is_string(column.type.value_type):
        return column
    return column.cast(kind)


def _source_numbers(rows: pa.Table, sources: pa.Table) -> pa.Array:
    if "source" not in rows.column_names or not sources.num_rows:
        return pa.nulls(rows.num_rows, pa.int32())
    places = pc.index_in(rows["source"].cast(pa.string()), value_set=sources["source"].combine_chunks())
    return pc.take(sources["number"].combine_chunks(), places)


def _clustered(rows: pa.Table) -> pa.Table:
    keys = rows.select(["measure", "first_month"])
    if _is_sorted(keys):
        return rows
    plain = pa.table({"measure": keys["measure"].cast(pa.string()), "first_month": keys["first_month"]})
    by_month = [("measure", "ascending"), ("first_month", "ascending")]
    return rows.take(pc.sort_indices(plain, sort_keys=by_month))


def _is_sorted(keys: pa.Table) -> bool:
    if keys.num_rows < 2:
        return True
    if len(pc.unique(keys["measure"])) > 1:
        return False
    months = keys["first_month"].to_numpy()
    return bool((months[1:] >= months[:-1]).all())


def _with_new(known: pa.Array, found: pa.ChunkedArray) -> pa.Array:
    some = pc.unique(found).cast(pa.string())
    new = some.filter(pc.invert(pc.is_in(some, value_set=known)))
    return pa.concat_arrays([known, new]) if len(new) else known


def _extent(parts: list[tuple[int, int | None, int | None]], divisions: pa.Array) -> Extent:
    first = min((part[1] for part in parts if part[1] is not None), default=None)
    last = max((part[2] for part in parts if part[2] is not None), default=None)
    return Extent(sum(part[0] for part in parts), frozenset(divisions.to_pylist()), first, last)


def _batch_row(batch: Batch, number: int, remark: str, extent: Extent) -> dict[str, object]:
    return {
        "number": number,
        "batch": batch.id,
        "origin": batch.origin,
        "file_name": batch.file_name,
        "sha256": batch.sha256,
        "author": batch.author,
        "received_at": utc(batch.received_at),
        "remark": remark,
        "rows": extent.rows,
        "first_month": extent.first_month,
        "last_month": extent.last_month,
    }


def _source_schema() -> pa.Schema:
    return pa.schema([(name, _ARROW[kind]) for name, kind in SCHEMAS["sources"].items()])

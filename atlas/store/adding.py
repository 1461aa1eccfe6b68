"""Bring the rows of a batch into the shape of the tables."""

from collections.abc import Iterable, Iterator

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from atlas.batches import OBSERVATION_DEFAULTS, Source
from atlas.store.schema import SCHEMAS

_ARROW = {"string": pa.string(), "int32": pa.int32(), "float64": pa.float64()}


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


def _source_schema() -> pa.Schema:
    return pa.schema([(name, _ARROW[kind]) for name, kind in SCHEMAS["sources"].items()])

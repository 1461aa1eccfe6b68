"""The database file: opened once, shared by threads, and damage told in words."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import duckdb
import ibis
import pandas as pd
import pyarrow as pa
from ibis.expr.types import Table

from atlas.problems import AtlasError, Problem
from atlas.store.schema import SCHEMAS

_TYPES = {"string": "VARCHAR", "int32": "INTEGER", "float64": "DOUBLE", "timestamp(6)": "TIMESTAMP"}
_BUSY = ("could not set lock", "being used by another process")
_DAMAGE = (
    duckdb.IOException,
    duckdb.InternalException,
    duckdb.FatalException,
    duckdb.SerializationException,
    duckdb.CatalogException,
    duckdb.BinderException,
)


class Connection:
    """One embedded database file.

    Reads run side by side, each on a cursor of its own; writes one after another.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writing = threading.RLock()
        self._connection = _connect(path)
        with self.problems():
            for name, schema in SCHEMAS.items():
                self._connection.execute(_create(name, schema))

    def close(self) -> None:
        """Release the file."""
        self._connection.close()

    def arrays(self, expression: Table) -> dict[str, Any]:
        """The result as numpy arrays, one for each column."""
        with self.problems():
            return dict(self._connection.cursor().execute(_query(expression)).fetchnumpy())

    def arrow(self, expression: Table) -> pa.Table:
        """The result as an Arrow table."""
        with self.problems():
            return self._connection.cursor().sql(_query(expression)).to_arrow_table()

    def frame(self, expression: Table) -> pd.DataFrame:
        """The result as a frame."""
        return cast(pd.DataFrame, self.arrow(expression).to_pandas())

    def rows(self, expression: Table) -> list[dict[str, Any]]:
        """The result as one dictionary a row; for small results."""
        return list(self.arrow(expression).to_pylist())

    @contextmanager
    def transaction(self) -> Iterator["Writer"]:
        """All that is written inside is kept together, or not at all."""
        with self._writing, self.problems():
            cursor = self._connection.cursor()
            cursor.execute("BEGIN")
            try:
                yield Writer(cursor)
            except BaseException:
                cursor.execute("ROLLBACK")
                raise
            cursor.execute("COMMIT")

    @contextmanager
    def problems(self) -> Iterator[None]:
        """Turn what the database says about a damaged file into a problem; the file stays as it is."""
        try:
            yield
        except _DAMAGE as error:
            raise AtlasError(Problem("damaged_database", {"file": str(self.path)})) from error


class Writer:
    """Adds rows inside a transaction."""

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor

    def add(self, name: str, rows: pa.Table) -> None:
        """Append rows whose columns are those of the table, in any order."""
        self._cursor.register("added", rows)
        columns = ", ".join(f'"{column}"' for column in SCHEMAS[name])
        self._cursor.execute(f'INSERT INTO "{name}" ({columns}) SELECT {columns} FROM added')  # noqa: S608 - own names
        self._cursor.unregister("added")


def _connect(path: Path) -> Any:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return duckdb.connect(str(path))
    except duckdb.Error as error:
        busy = any(sign in str(error).lower() for sign in _BUSY)
        kind = "database_in_use" if busy else "damaged_database"
        raise AtlasError(Problem(kind, {"file": str(path)})) from error


def _query(expression: Table) -> str:
    return str(ibis.to_sql(expression, dialect="duckdb"))


def _create(name: str, schema: Mapping[str, str]) -> str:
    columns = ", ".join(f'"{column}" {_TYPES[kind]}' for column, kind in schema.items())
    return f'CREATE TABLE IF NOT EXISTS "{name}" ({columns})'

"""The database file: opened once, shared by threads."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, cast

import duckdb
import ibis
import pandas as pd
import pyarrow as pa
from ibis.expr.types import Table

from atlas.store.growth import grow, is_grown
from atlas.store.refusals import problems_of, refusal
from atlas.store.schema import SCHEMAS, table

MEMORY = Path(":memory:")


class Connection:
    """One embedded database file.

    Reads run side by side, each on a cursor of its own; writes one after another. What is committed is on the
    disk. A file that may not be written is opened for reading: `read_only`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writing = threading.RLock()
        with problems_of(path):
            if path != MEMORY:
                path.parent.mkdir(parents=True, exist_ok=True)
            self.read_only = path != MEMORY and path.exists() and not _may_write(path)
            self._connection = duckdb.connect(str(path), read_only=self.read_only)
            self._grow()

    def close(self) -> None:
        """Release the file."""
        self._connection.close()

    def arrays(self, expression: Table, **tables: pa.Table) -> dict[str, Any]:
        """The result as numpy arrays, one for each column; `tables` are further ones that it names."""
        with problems_of(self.path):
            cursor = self._connection.cursor()
            for name, rows in tables.items():
                cursor.register(name, rows)
            return dict(cursor.execute(_query(expression)).fetchnumpy())

    def arrow(self, expression: Table) -> pa.Table:
        """The result as an Arrow table."""
        with problems_of(self.path):
            return self._connection.cursor().sql(_query(expression)).to_arrow_table()

    def frame(self, expression: Table) -> pd.DataFrame:
        """The result as a frame."""
        return cast(pd.DataFrame, self.arrow(expression).to_pandas())

    def rows(self, expression: Table) -> list[dict[str, Any]]:
        """The result as one dictionary a row; for small results."""
        return list(self.arrow(expression).to_pylist())

    @contextmanager
    def transaction(self) -> Iterator["Writer"]:
        """All that is written inside is kept together, or not at all; it is on the disk when this returns.

        Raises AtlasError "read_only_database" or "disk_full", and then nothing has changed.
        """
        if self.read_only:
            raise refusal("read_only_database", self.path)
        with self._writing, problems_of(self.path):
            cursor = self._connection.cursor()
            cursor.execute("BEGIN")
            try:
                yield Writer(cursor)
                cursor.execute("COMMIT")
            except BaseException:
                # A commit that failed has ended the transaction by itself.
                with suppress(duckdb.Error):
                    cursor.execute("ROLLBACK")
                raise

    def _grow(self) -> None:
        cursor = self._connection.cursor()
        if self.read_only and not is_grown(cursor):
            raise refusal("read_only_database", self.path)
        grow(cursor)


class Writer:
    """Reads and adds rows inside a transaction."""

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor

    def rows(self, expression: Table) -> list[dict[str, Any]]:
        """A result as one dictionary a row, with what this transaction has added."""
        return list(self._cursor.sql(_query(expression)).to_arrow_table().to_pylist())

    def next(self, name: str) -> int:
        """The number of the next row of a table."""
        last = self.rows(table(name).aggregate(last=table(name).number.max()))[0]["last"]
        return 0 if last is None else int(last) + 1

    def add(self, name: str, rows: pa.Table) -> None:
        """Append rows whose columns are those of the table, in any order."""
        self._cursor.register("added", rows)
        columns = ", ".join(f'"{column}"' for column in SCHEMAS[name])
        self._cursor.execute(f'INSERT INTO "{name}" ({columns}) SELECT {columns} FROM added')  # noqa: S608 - own names
        self._cursor.unregister("added")


def _may_write(path: Path) -> bool:
    # The folder as well: what is committed goes first into a file of its own beside the database.
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _query(expression: Table) -> str:
    return str(ibis.to_sql(expression, dialect="duckdb"))

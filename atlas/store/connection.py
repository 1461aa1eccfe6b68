"""The database file: opened once, shared by threads."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

import duckdb
import ibis
import pandas as pd
import pyarrow as pa
from ibis.expr.types import Table

from atlas.store.opening import MEMORY, connect, sync_folder
from atlas.store.refusals import problems_of, refusal
from atlas.store.schema import SCHEMAS, table

T = TypeVar("T")

CHECKPOINT_AT = 16 * 2**20
"""Bytes of committed changes beside the database file that are worth working into it."""
_BROKEN = (duckdb.FatalException, duckdb.ConnectionException)
_PATIENCE = 5.0


class Connection:
    """One embedded database file.

    Reads run side by side, each on a cursor of its own; writes one after another. What is committed is on the
    disk. A file that may not be written is opened for reading: `read_only`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writing = threading.RLock()
        self._closed = False
        with problems_of(path):
            self._connection, self.read_only = connect(path)

    def close(self) -> None:
        """Release the file, with everything worked into it if there is room."""
        with self._writing:
            if not self._closed and not self.read_only:
                with suppress(duckdb.Error):
                    self._connection.cursor().execute("CHECKPOINT")
            self._closed = True
            self._connection.close()

    def arrays(self, expression: Table, **tables: pa.Table) -> dict[str, Any]:
        """The result as numpy arrays, one for each column; `tables` are further ones that it names."""

        def fetch(cursor: Any) -> dict[str, Any]:
            for name, rows in tables.items():
                cursor.register(name, rows)
            return dict(cursor.execute(_query(expression)).fetchnumpy())

        return self._read(fetch)

    def arrow(self, expression: Table) -> pa.Table:
        """The result as an Arrow table."""
        return self._read(lambda cursor: cursor.sql(_query(expression)).to_arrow_table())

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
            except BaseException as error:
                # A commit that failed has ended the transaction by itself.
                with suppress(duckdb.Error):
                    cursor.execute("ROLLBACK")
                if isinstance(error, _BROKEN):
                    self._reopen(self._connection)
                raise
            cursor.close()
            self._settle()

    def _settle(self) -> None:
        """Work what was committed into the file now and then; where there is no room for it, later."""
        if self.path == MEMORY:
            return
        sync_folder(self.path)
        log = self.path.with_name(f"{self.path.name}.wal")
        size = log.stat().st_size if log.exists() else 0
        if size < CHECKPOINT_AT or shutil.disk_usage(self.path.parent).free < 2 * size:
            return
        try:
            self._connection.cursor().execute("CHECKPOINT")
        except _BROKEN:
            self._reopen(self._connection)
        except duckdb.Error:
            # Somebody reads at this moment, or the disk is full: the changes are kept where they are.
            return

    def _read(self, fetch: Callable[[Any], T]) -> T:
        with problems_of(self.path):
            connection = self._connection
            try:
                return fetch(connection.cursor())
            except _BROKEN:
                self._reopen(connection)
                return fetch(self._connection.cursor())

    def _reopen(self, broken: Any) -> None:
        """Take up the file again after the database has given up on itself, unless somebody has already."""
        with self._writing:
            if self._connection is not broken or self._closed or self.path == MEMORY:
                return
            broken.close()
            last = time.monotonic() + _PATIENCE
            while True:
                # Until the last reader has let go, the same broken database is handed out again.
                try:
                    self._connection, self.read_only = connect(self.path)
                except _BROKEN:
                    if time.monotonic() > last:
                        raise
                    time.sleep(0.01)
                else:
                    return


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


def _query(expression: Table) -> str:
    return _compiled(expression.op())


@lru_cache(maxsize=512)
def _compiled(operation: Any) -> str:
    # Writing a query takes longer than most of them take to run, and few are asked only once.
    return str(ibis.to_sql(operation.to_expr(), dialect="duckdb"))

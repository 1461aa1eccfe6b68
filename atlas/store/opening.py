"""Open the database file, or make it whole: nobody ever sees half of one."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import duckdb

from atlas.store.growth import grow, is_grown
from atlas.store.refusals import refusal

MEMORY = Path(":memory:")
_SETTINGS: dict[str, Any] = {"checkpoint_threshold": "1TB"}
"""Never by itself: a checkpoint that fails would make a commit seem to fail that has long been kept."""


def connect(path: Path) -> tuple[Any, bool]:
    """A connection with today's tables, and whether it only reads.

    It only reads where the file or its folder cannot be written. Raises what the database and the machine
    say, and AtlasError "read_only_database" where a table is missing that cannot be added.
    """
    if path != MEMORY and not path.exists():
        _make(path)
    read_only = path != MEMORY and not _may_write(path)
    connection = duckdb.connect(str(path), read_only=read_only, config=_SETTINGS)
    try:
        if not read_only:
            grow(connection.cursor())
        elif not is_grown(connection.cursor()):
            raise refusal("read_only_database", path)
    except BaseException:
        connection.close()
        raise
    return connection, read_only


def sync_folder(path: Path) -> None:
    """Bring the names of the files beside `path` onto the disk, where the system can."""
    with suppress(OSError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _make(path: Path) -> None:
    """Make a new database beside `path`; complete, it gets the name unless somebody was faster."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.unlink(missing_ok=True)
    try:
        with duckdb.connect(str(unfinished)) as connection:
            grow(connection.cursor())
        _name(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
    sync_folder(path)


def _name(unfinished: Path, path: Path) -> None:
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        return
    except OSError:
        # A file system without hard links: two processes that start at the same moment may collide there.
        unfinished.replace(path)


def _may_write(path: Path) -> bool:
    # The folder as well: what is committed goes first into a file of its own beside the database.
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)

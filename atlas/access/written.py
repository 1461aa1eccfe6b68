"""Files that are either as they were or wholly new, whatever happens while they are written."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from atlas.problems import AtlasError, Problem

ONLY_THE_OWNER = 0o600


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep every other process from changing the same file meanwhile.

    Raises AtlasError "unwritable_file" where the folder takes no files.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = os.open(path.with_name(f".{path.name}.lock"), os.O_RDWR | os.O_CREAT, ONLY_THE_OWNER)
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def write_whole(path: Path, content: str) -> None:
    """Replace a file by one that only its owner may read.

    Raises AtlasError "unwritable_file"; the file is then as it was.
    """
    beside = ""
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
        _keep_name(path.parent)
    except OSError as error:
        with suppress(OSError):
            Path(beside).unlink()
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> AtlasError:
    """The error of a file that cannot be written, with what the system says about it."""
    return AtlasError(Problem("unwritable_file", {"file": path.name, "why": error.strerror or ""}))


def _keep_name(folder: Path) -> None:
    """Make the new name last through a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

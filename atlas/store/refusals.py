"""What the database and the machine say when they cannot go on, told as problems that a person can act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from atlas.problems import AtlasError, Problem

_SIGNS = {
    "database_in_use": ("could not set lock", "being used by another process"),
    "disk_full": ("no space left", "file too large", "disk quota", "not enough space"),
    "read_only_database": ("permission denied", "read-only", "operation not permitted"),
}
_DAMAGE = (
    duckdb.IOException,
    duckdb.InternalException,
    duckdb.FatalException,
    duckdb.SerializationException,
    duckdb.CatalogException,
    duckdb.BinderException,
)


@contextmanager
def problems_of(path: Path) -> Iterator[None]:
    """Turn what is said about the file at `path` into an AtlasError; the file stays as it is.

    Raises AtlasError "database_in_use", "disk_full", "read_only_database" or "damaged_database".
    """
    try:
        yield
    except (duckdb.Error, OSError) as error:
        kind = _kind(error)
        if kind is None:
            raise
        raise refusal(kind, path) from error


def refusal(kind: str, path: Path) -> AtlasError:
    """The problem of a kind, naming the file and its folder."""
    return AtlasError(Problem(kind, {"file": str(path), "folder": str(path.parent)}))


def _kind(error: Exception) -> str | None:
    said = str(error).lower()
    for kind, signs in _SIGNS.items():
        if any(sign in said for sign in signs):
            return kind
    # A checksum that is wrong comes as the bare class.
    return "damaged_database" if type(error) is duckdb.Error or isinstance(error, _DAMAGE) else None

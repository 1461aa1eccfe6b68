"""Make the database of demonstration figures, wholly or not at all."""

import threading
from collections.abc import Callable
from pathlib import Path

from atlas.access import SYSTEM
from atlas.definitions import Definitions
from atlas.divisions import Divisions
from atlas.ingest.demonstration import demonstration_batch
from atlas.ingest.published import PublishedFigures
from atlas.problems import AtlasError
from atlas.store import Store
from atlas.store.refusals import refusal

_MAKING = threading.Lock()
_INVENTING = 0.97
"""The part of the work that is done when all figures are in; the rest is accepting them and closing the file.
"""


def make_demonstration(
    path: Path,
    divisions: Divisions,
    definitions: Definitions,
    published: PublishedFigures,
    progress: Callable[[float], None] = lambda _: None,
    *,
    replace: bool = False,
) -> int:
    """Invent the figures and put them into a new database at `path`; return how many there are.

    An existing database stays as it is and 0 is returned, unless `replace`; a process that has the old one
    open keeps seeing it. The figures are written to a file beside `path`, which takes its name when complete,
    so an interrupted run leaves nothing half-made. `progress` is called with 0 to 1.

    Raises AtlasError "database_in_use" while another process is making it, "disk_full",
    "read_only_database".
    """
    with _MAKING:
        if path.exists() and not replace:
            progress(1.0)
            return 0
        unfinished = path.with_name(f"{path.name}.making")
        _discard_leftover(unfinished)
        try:
            rows = _fill(unfinished, divisions, definitions, published, progress)
            unfinished.replace(path)
        except BaseException:
            _remove(unfinished)
            raise
        progress(1.0)
        return rows


def _fill(
    path: Path,
    divisions: Divisions,
    definitions: Definitions,
    published: PublishedFigures,
    progress: Callable[[float], None],
) -> int:
    batch = demonstration_batch(
        divisions, definitions, published.batch(), progress=lambda share: progress(share * _INVENTING)
    )
    store = Store.open(path)
    try:
        rows = store.add(batch, SYSTEM)
        store.accept(batch.id, SYSTEM, batch.received_at)
    finally:
        store.close()
    if _log_of(path).exists():
        # Only the file itself takes its final name: what could not be worked into it would be lost.
        raise refusal("disk_full", path)
    return rows


def _discard_leftover(path: Path) -> None:
    """Remove what an interrupted run left; a file that another process is filling stays."""
    if not path.exists():
        return
    try:
        Store.open(path).close()
    except AtlasError as error:
        if error.problem.id == "database_in_use":
            raise
    _remove(path)


def _remove(path: Path) -> None:
    for leftover in (path, _log_of(path)):
        leftover.unlink(missing_ok=True)


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")

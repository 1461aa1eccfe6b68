"""A process that runs out of room, or may not write; run by the tests in a process of its own.

`python -m tests.faults.shortage CASE FOLDER` prints one line for each thing that was seen.
"""

import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from atlas.problems import AtlasError
from atlas.store import Store, connection
from tests.figures import CHEN, OpenDoor, batch

MAY = [("110000", "lawyers", "2024-05", 7)]
JUNE = [("110000", "lawyers", "2024-05", 8)]
NOBODY = 65_534


def file_full(folder: Path) -> None:
    """No file may grow beyond what it is: what is submitted cannot be written."""
    store = _store(folder)
    before = (store.version, store.log())
    _limit(folder, 100_000)
    _try("submit", lambda: store.submit(batch("june", JUNE), CHEN, os.urandom(1_000_000)))
    _say("unchanged", (store.version, store.log()) == before)
    _say("values", store.current()["value"].tolist())
    _try("a small one", lambda: store.submit(batch("small", JUNE), CHEN, b"small"))
    _limit(folder, None)
    _try("again", lambda: store.submit(batch("june", JUNE), CHEN, os.urandom(1_000_000)))
    _reopened(store)


def no_room_to_tidy(folder: Path) -> None:
    """What is committed fits, but working it into the database file does not."""
    connection.CHECKPOINT_AT = 1_000_000
    store = _store(folder)
    first = store._connection._connection
    _limit(folder, 3_300_000)
    _try("submit", lambda: store.submit(batch("june", JUNE), CHEN, os.urandom(3_000_000)))
    _say("taken up anew", store._connection._connection is not first)
    _say("values", store.current()["value"].tolist())
    _try("undo", lambda: store.undo("june", CHEN, ""))
    _say("values", store.current()["value"].tolist())
    _limit(folder, None)
    _try("redo", lambda: store.redo("june", CHEN, ""))
    _reopened(store)


def read_only_folder(folder: Path) -> None:
    """Neither the file nor its folder may be written, and the last changes lie beside the file."""
    open_meanwhile = _store(folder)
    _killed_copy(folder)
    open_meanwhile.close()
    _become_somebody(folder)
    _protect(folder, 0o444, 0o555)
    store = Store.open(folder / "copy.duckdb", OpenDoor())
    _say("read only", store.read_only)
    _say("values", store.current()["value"].tolist())
    _try("submit", lambda: store.submit(batch("june", JUNE), CHEN, b"june"))
    _try("teach", lambda: store.teach("column", "a", "b", CHEN))
    _say("log", [each.id for each in store.log()])
    store.close()
    _try("make another", lambda: Store.open(folder / "another.duckdb"))
    _try("make a folder", lambda: Store.open(folder / "inside" / "another.duckdb"))
    _say("files", sorted(path.name for path in folder.iterdir()))


def becomes_read_only(folder: Path) -> None:
    """The folder is taken away while the store is open."""
    _become_somebody(folder)
    store = _store(folder)
    store.close()
    store = Store.open(folder / "atlas.duckdb", OpenDoor())
    _protect(folder, 0o644, 0o555)
    _try("submit", lambda: store.submit(batch("june", JUNE), CHEN, b"june"))
    _say("values", store.current()["value"].tolist())
    _protect(folder, 0o644, 0o755)
    _try("again", lambda: store.submit(batch("june", JUNE), CHEN, b"june"))
    _reopened(store)


CASES = {case.__name__: case for case in (file_full, no_room_to_tidy, read_only_folder, becomes_read_only)}


def _store(folder: Path) -> Store:
    store = Store.open(folder / "atlas.duckdb", OpenDoor())
    store.submit(batch("may", MAY), CHEN, b"may")
    return store


def _try(what: str, task: Callable[[], object]) -> None:
    try:
        task()
    except AtlasError as error:
        fields = error.problem.fields
        _say(what, f"{error.problem.id} {Path(fields['file']).name} {Path(fields['folder']).name}")
    else:
        _say(what, "done")


def _say(what: str, seen: object) -> None:
    print(f"{what}: {seen}", flush=True)


def _reopened(store: Store) -> None:
    store.close()
    again = Store.open(store.path)
    _say("reopened", [(each.id, str(each.state)) for each in again.log()])
    _say("values", again.current()["value"].tolist())


def _limit(folder: Path, more: int | None) -> None:
    largest = max(path.stat().st_size for path in folder.iterdir())
    limit = resource.RLIM_INFINITY if more is None else largest + more
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))


def _killed_copy(folder: Path) -> None:
    """The files as a kill leaves them: nothing of the log worked into the database."""
    for end in ("duckdb", "duckdb.wal"):
        (folder / f"copy.{end}").write_bytes((folder / f"atlas.{end}").read_bytes())


def _become_somebody(folder: Path) -> None:
    """Permissions do not bind the administrator of the machine."""
    if os.getuid() == 0:
        for path in (folder, *folder.iterdir()):
            os.chown(path, NOBODY, NOBODY)
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def _protect(folder: Path, files: int, itself: int) -> None:
    folder.chmod(0o755)
    for path in folder.iterdir():
        path.chmod(files)
    folder.chmod(itself)


if __name__ == "__main__":
    CASES[sys.argv[1]](Path(sys.argv[2]))

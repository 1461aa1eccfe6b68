"""A full disk and a read-only folder are told in words, and leave the store as it was and usable."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

CASES = {
    "file_full": [
        "submit: disk_full atlas.duckdb FOLDER",
        "unchanged: True",
        "values: [7.0]",
        "a small one: done",
        "again: done",
        "reopened: [('june', 'accepted'), ('small', 'accepted'), ('may', 'accepted')]",
        "values: [8.0]",
    ],
    # What was committed is kept although tidying up failed, so nobody is told otherwise.
    "no_room_to_tidy": [
        "submit: done",
        "taken up anew: True",
        "values: [8.0]",
        "undo: done",
        "values: [7.0]",
        "redo: done",
        "reopened: [('june', 'accepted'), ('may', 'accepted')]",
        "values: [8.0]",
    ],
    "read_only_folder": [
        "read only: True",
        "values: [7.0]",
        "submit: read_only_database copy.duckdb FOLDER",
        "teach: read_only_database copy.duckdb FOLDER",
        "log: ['may']",
        "make another: read_only_database another.duckdb FOLDER",
        "make a folder: read_only_database another.duckdb inside",
        "files: ['atlas.duckdb', 'copy.duckdb', 'copy.duckdb.wal']",
    ],
    "becomes_read_only": [
        "submit: read_only_database atlas.duckdb FOLDER",
        "values: [7.0]",
        "again: done",
        "reopened: [('june', 'accepted'), ('may', 'accepted')]",
        "values: [8.0]",
    ],
}


@pytest.mark.parametrize("case", CASES)
def test_without_room_or_permission_nothing_is_lost_and_the_reason_is_told(case: str) -> None:
    # Not pytest's own folder, which nobody but the administrator may enter.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        run = [sys.executable, "-m", "tests.faults.shortage", case, name]
        told = subprocess.run(run, capture_output=True, text=True, check=False)
        folder.chmod(0o755)
    assert told.returncode == 0, told.stderr
    assert told.stdout.replace(folder.name, "FOLDER").splitlines() == CASES[case]

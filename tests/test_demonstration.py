"""The demonstration database is made wholly or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from atlas.definitions import load_definitions
from atlas.demonstration import make_demonstration
from atlas.divisions import load_divisions
from atlas.ingest.published import PublishedFigures, load_published
from atlas.problems import AtlasError
from atlas.store import Store
from tests.ingest.provinces import only

TIBET = only("540000")


@pytest.fixture(scope="module")
def published() -> PublishedFigures:
    return load_published(load_definitions(), load_divisions())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, published: PublishedFigures) -> Path:
    path = tmp_path_factory.mktemp("made") / "demonstration.duckdb"
    assert make_demonstration(path, TIBET, load_definitions(), published) > 100_000
    return path


def test_the_figures_are_accepted_and_marked_as_invented(made: Path) -> None:
    store = Store.open(made)
    batches = store.batches()
    figures = store.current(["mediators"], 2025 * 12 + 11, 2025 * 12 + 11)
    store.close()
    assert batches[["origin", "event"]].to_numpy().tolist() == [["demonstration", "accepted"]]
    assert figures["value"].sum() == 42_000


def test_an_existing_database_stays_as_it_is(made: Path, published: PublishedFigures) -> None:
    before = made.stat().st_mtime_ns
    said: list[float] = []
    assert make_demonstration(made, TIBET, load_definitions(), published, said.append) == 0
    assert made.stat().st_mtime_ns == before
    assert said == [1.0]


def test_it_is_made_again_when_asked(made: Path, published: PublishedFigures) -> None:
    before = made.stat().st_ino
    assert make_demonstration(made, TIBET, load_definitions(), published, replace=True) > 0
    assert made.stat().st_ino != before


class StoppedError(Exception):
    """Somebody stopped the run."""


def test_an_interrupted_run_leaves_nothing(tmp_path: Path, published: PublishedFigures) -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise StoppedError

    with pytest.raises(StoppedError):
        make_demonstration(tmp_path / "demonstration.duckdb", TIBET, load_definitions(), published, stop)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("leftover", [b"", b"half a database"], ids=["empty", "damaged"])
def test_what_a_killed_run_left_is_cleared_away(
    tmp_path: Path, published: PublishedFigures, leftover: bytes
) -> None:
    (tmp_path / "demonstration.duckdb.making").write_bytes(leftover)
    path = tmp_path / "demonstration.duckdb"
    assert make_demonstration(path, TIBET, load_definitions(), published) > 0
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_another_process_is_filling_is_left_alone(
    tmp_path: Path, published: PublishedFigures, project: Path
) -> None:
    unfinished = tmp_path / "demonstration.duckdb.making"
    hold = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('ready', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(unfinished)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ},
        cwd=project,
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(AtlasError) as caught:
            make_demonstration(tmp_path / "demonstration.duckdb", TIBET, load_definitions(), published)
        assert unfinished.exists()
        other.communicate()
    assert caught.value.problem.id == "database_in_use"

"""`python -m benchmarks.intake`: reading and checking a spreadsheet of 100,000 and of 1,000,000 rows."""

import datetime as dt
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from atlas.datasets import Dataset
from atlas.divisions import load_divisions
from atlas.served_files import PROJECT_FOLDER
from atlas.uploads import check_file
from atlas.validate import Checked
from atlas.workspace import Workspace
from benchmarks.intake_data import make_store, opened, write_file
from benchmarks.intake_peers import Pandera, read_and_join
from benchmarks.memory import peak
from benchmarks.table import Row, Verdict, compared, limited, rendered

TODAY = dt.date(2026, 11, 22)
ROWS, MANY_ROWS = 100_000, 1_000_000
AT_MOST, REPEATS = 5.0, 7
GIB = 2**30


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds for the same file, and what was found in it."""

    atlas: float
    duckdb: float
    pandera: float
    rules: int
    findings: int
    figures: int
    failures: int


def intake_rows(folder: Path) -> list[Row]:
    """Make the files and the store in `folder`, measure, and put it into rows of the table."""
    workspace = make_store(folder)
    path, large = folder / "figures.csv", folder / "many-figures.csv"
    write_file(path, ROWS)
    write_file(large, MANY_ROWS)
    times = _times(workspace, path)
    workspace.store(Dataset.DEMONSTRATION).close()
    peak, seconds = _peak(folder, large)
    ratio = times.atlas / times.duckdb
    verdict = Verdict.OK if ratio <= AT_MOST else Verdict.MISSED
    return [
        Row(f"A CSV of {ROWS:,} rows, 1 % faulty, every check on (median of {REPEATS})", ""),
        Row(
            "read and checked, beside DuckDB's reader and a join", f"{times.atlas:.3f} s",
            f"{times.duckdb:.3f} s", f"{ratio:.1f} of it", f"≤ {AT_MOST:g} of it", verdict,
        ),
        compared("the same rules in pandera, lazily", times.atlas, times.pandera, "{:.3f} s", 1),
        Row("found, by rules", f"{times.findings:,}, {times.rules}", f"{times.failures:,} cases"),
        Row("figures that can be accepted", f"{times.figures:,}"),
        Row(f"A CSV of {MANY_ROWS:,} rows", ""),
        limited("memory of a fresh process, at its peak", peak / GIB, 1, "{:.2f} GiB"),
        Row("read and checked", f"{seconds:.1f} s"),
    ]  # fmt: skip


def _times(workspace: Workspace, path: Path) -> Times:
    content = path.read_bytes()
    checked = _check(workspace, content)
    peer, divisions = Pandera(TODAY), load_divisions().frame
    atlas, duckdb, pandera = _medians(
        lambda: _check(workspace, content),
        lambda: read_and_join(path, divisions),
        lambda: peer.faults(path),
    )
    return Times(
        atlas=atlas,
        duckdb=duckdb,
        pandera=pandera,
        rules=len({found.rule.id for found in checked.findings}),
        findings=sum(len(found) for found in checked.findings),
        figures=checked.acceptable.num_rows,
        failures=peer.faults(path),
    )


def _check(workspace: Workspace, content: bytes) -> Checked:
    actor = workspace.access.actor_named("bench")
    return check_file(workspace, Dataset.DEMONSTRATION, content, "figures.csv", actor, today=TODAY)


def _medians(*tasks: Callable[[], object]) -> list[float]:
    """Seconds for each task; they take turns, so that what else the machine does slows all of them."""
    seconds: list[list[float]] = [[] for _ in tasks]
    for _ in range(REPEATS):
        for task, times in zip(tasks, seconds, strict=True):
            start = time.perf_counter()
            task()
            times.append(time.perf_counter() - start)
    return [statistics.median(times) for times in seconds]


def _peak(folder: Path, path: Path) -> tuple[int, float]:
    """Bytes and seconds that a process of its own needs for a file."""
    command = [sys.executable, "-m", "benchmarks.intake", "--memory", str(folder), str(path)]
    done = subprocess.run(command, cwd=PROJECT_FOLDER, check=True, capture_output=True, text=True)
    peak, seconds = done.stdout.split()
    return int(peak), float(seconds)


def _measure_memory(folder: Path, path: Path) -> None:
    workspace, content = opened(folder), path.read_bytes()
    start = time.perf_counter()
    _check(workspace, content)
    seconds = time.perf_counter() - start
    print(peak(), seconds)


def main(arguments: list[str]) -> None:
    """Measure in a temporary folder and print the table; `--memory FOLDER FILE` is one fresh process."""
    if arguments[:1] == ["--memory"]:
        _measure_memory(Path(arguments[1]), Path(arguments[2]))
        return
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        print(rendered(intake_rows(Path(name))))


if __name__ == "__main__":
    main(sys.argv[1:])

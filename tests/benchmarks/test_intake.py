"""The spreadsheet of the benchmark is what it is said to be, and every reader of it finds its faults."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from atlas.divisions import load_divisions
from benchmarks.intake_data import FAULTY, units, write_file
from benchmarks.intake_peers import Pandera, read_and_join

ROWS = 14_000


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("benchmark") / "figures.csv"
    write_file(made, ROWS)
    return made


def test_one_row_in_a_hundred_has_a_fault(path: Path) -> None:
    known = set(units())
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    keys = [tuple(row[:3]) for row in rows]
    at_fault = sum(
        row[0] not in known or row[1] > "2026-11" or not row[3].isdigit() or len(row[3]) > 7
        for row in rows
    )  # fmt: skip
    at_fault += len(keys) - len(set(keys))
    assert len(rows) == ROWS
    # A repeat may hit the next fault, and two unknown codes may be one key.
    assert 0.9 * FAULTY * ROWS <= at_fault <= 1.2 * FAULTY * ROWS


def test_the_peers_read_the_same_file(path: Path) -> None:
    assert read_and_join(path, load_divisions().frame) == ROWS
    assert Pandera(dt.date(2026, 11, 22)).faults(path) >= FAULTY * ROWS / 2

"""The command as a process of its own: what other programs and terminals see."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from atlas.datasets import Dataset
from atlas.store import Store
from tests.commands.spreadsheets import SOUND

COMMAND = [sys.executable, "-m", "atlas"]
PRACTICE = ["--dataset", "demonstration"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with demonstration figures that are none at all."""
    Store.open(tmp_path / f"{Dataset.DEMONSTRATION}.duckdb").close()
    return tmp_path


@pytest.fixture
def environment(folder: Path, project: Path) -> dict[str, str]:
    """A Chinese terminal of the old kind."""
    own = {"ATLAS_DATA_FOLDER": str(folder), "LC_ALL": "zh_CN.GB18030", "PYTHONIOENCODING": "gb18030"}
    return {**os.environ, **own, "PYTHONPATH": str(project)}


@pytest.fixture
def spreadsheet(folder: Path) -> Path:
    path = folder / "三月.csv"
    path.write_text(SOUND, encoding="utf-8")
    return path


def test_people_read_their_terminals_characters_and_programs_read_utf_8(
    environment: dict[str, str], spreadsheet: Path
) -> None:
    check = [*COMMAND, "check", str(spreadsheet), *PRACTICE]
    for_people = subprocess.run(check, env=environment, capture_output=True, check=True)
    assert "三月" not in for_people.stderr.decode("gb18030")
    assert "可接受" in for_people.stdout.decode("gb18030")
    for_programs = subprocess.run([*check, "--json"], env=environment, capture_output=True, check=True)
    assert json.loads(for_programs.stdout.decode("utf-8"))["file"] == "三月.csv"
    assert for_programs.stderr == b""


@pytest.fixture
def running(folder: Path) -> Iterator[Store]:
    """The atlas, running."""
    store = Store.open(folder / f"{Dataset.DEMONSTRATION}.duckdb")
    yield store
    store.close()


@pytest.mark.usefixtures("running")
def test_while_the_atlas_has_the_database_open_the_command_says_so_and_changes_nothing(
    environment: dict[str, str], spreadsheet: Path
) -> None:
    done = subprocess.run(
        [*COMMAND, "accept", str(spreadsheet), *PRACTICE, "--json"],
        env=environment,
        capture_output=True,
        check=False,
    )
    problems = json.loads(done.stdout.decode("utf-8"))["problems"]
    assert done.returncode == 2
    assert [problem["id"] for problem in problems] == ["database_in_use", "atlas_is_running"]
    assert "demonstration.duckdb" in problems[0]["message"]


def test_a_reader_who_stops_reading_is_no_fault(environment: dict[str, str], folder: Path) -> None:
    path = folder / "many.csv"
    rows = "".join(f"无名{number}县,2026-03,律师,5\n" for number in range(3_000))
    path.write_text("地区,时期,指标,数值\n" + rows, encoding="utf-8")
    process = subprocess.Popen(
        [*COMMAND, "check", str(path), *PRACTICE],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read().decode("gb18030")
    process.stderr.close()
    assert process.wait(timeout=120) != 0
    assert "Traceback" not in said
    assert "Exception ignored" not in said

"""A command that is killed while it writes can be given again."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

FILE = "行政区划代码,统计期,律师人数\n520102,2026-09,120\n520103,2026-09,80\n"


class Machine:
    """A data folder and a file on which commands are run, and some of them killed."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.file = folder / "九月.csv"
        self.file.write_text(FILE, encoding="gb18030")
        self.run("batches")

    @property
    def log(self) -> Path:
        return self.data / "published.duckdb.wal"

    def start(self, *command: str) -> subprocess.Popen[str]:
        environment = {**os.environ, "ATLAS_DATA_FOLDER": str(self.data)}
        call = [sys.executable, "-m", "atlas", *command]
        return subprocess.Popen(
            call, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def run(self, *command: str) -> dict[str, Any]:
        started = self.start(*command, "--json")
        told, _ = started.communicate(timeout=120)
        answer: dict[str, Any] = json.loads(told)
        return answer

    def killed_while_writing(self, *command: str) -> None:
        """Kill as soon as something is written beside the database: before, in or after the commit."""
        started = self.start(*command)
        while not self.log.exists() and started.poll() is None:
            time.sleep(0.001)
        started.kill()
        started.communicate()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_killed_accept_and_a_killed_undo_can_be_given_again(machine: Machine) -> None:
    accept = ("accept", "--accept-warnings", str(machine.file))
    machine.killed_while_writing(*accept)
    batch = machine.run(*accept)["batch"]
    undo = ("undo", batch, "--reason", "wrong month")
    machine.killed_while_writing(*undo)
    machine.run(*undo)
    (kept,) = [each for each in machine.run("batches")["batches"] if each["batch"].startswith("upload")]
    assert (kept["batch"], kept["observations"], kept["divisions"]) == (batch, 2, ["520102", "520103"])
    assert [event["event"] for event in kept["events"]] == ["submitted", "accepted", "undone"]

"""The memory of a program is its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.memory import peak

ASK = "from benchmarks.memory import peak; print(peak())"
LARGE = 200_000_000


def test_a_small_program_is_small_whoever_started_it(project: Path) -> None:
    pytest.importorskip("resource")
    taken = b"\x01" * LARGE
    assert peak() > len(taken)
    del taken
    said = subprocess.run(
        [sys.executable, "-c", ASK], cwd=project, capture_output=True, text=True, check=True
    )
    assert 1_000_000 < int(said.stdout) < LARGE / 2

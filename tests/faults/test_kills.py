"""A process that is killed while it writes loses nothing it acknowledged and leaves nothing half there."""

import subprocess
import sys


def test_after_every_kill_the_file_opens_and_each_batch_is_whole_or_absent() -> None:
    # In a process of its own, which forks: this one has the threads of other tests.
    run = [sys.executable, "-m", "tests.faults", "12"]
    told = subprocess.run(run, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "12 kills" in told.stdout
    assert told.stdout.strip().endswith("0 faults")

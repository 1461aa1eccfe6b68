"""Kill the atlas many times while it writes and print what was found.

`python -m tests.faults [KILLS [SEED]]`
"""

import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from tests.faults.kills import BETWEEN, OPENING, Kill, kills

KILLS, SEED = 300, 20261122


def main(arguments: list[str]) -> int:
    """Print a table; 1 if anything was lost, half there, or there without having been begun."""
    count, seed = (int(given) for given in (*arguments, *(str(KILLS), str(SEED))[len(arguments) :]))
    start = time.monotonic()
    done = []
    with tempfile.TemporaryDirectory() as folder:
        for kill in kills(Path(folder), count, seed):
            done.append(kill)
            for fault in kill.faults:
                print(f"kill {len(done)} during {kill.moment}: {fault}", flush=True)
    print(_table(done))
    acknowledged, seconds = sum(kill.acknowledged for kill in done), time.monotonic() - start
    print(f"{count} kills (seed {seed}) in {seconds:.0f} s; {acknowledged} acknowledged steps")
    faults = sum(len(kill.faults) for kill in done)
    print(f"{faults} faults")
    return 1 if faults else 0


def _table(done: list[Kill]) -> str:
    moments: dict[str, list[Kill]] = defaultdict(list)
    for kill in done:
        moments[kill.moment].append(kill)
    lines = ["| killed during | kills | step found whole | step found absent |", "| --- | --: | --: | --: |"]
    for moment, some in sorted(moments.items()):
        whole = sum(kill.kept for kill in some)
        told = ("–", "–") if moment in (OPENING, BETWEEN) else (whole, len(some) - whole)
        lines.append(f"| {moment} | {len(some)} | {told[0]} | {told[1]} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

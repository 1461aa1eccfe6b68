"""What a process does until it is killed: it submits, undoes and redoes, and says so after each step."""

import datetime as dt
import itertools
import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from atlas.access import Action
from atlas.batches import Batch, Source
from atlas.problems import AtlasError
from atlas.store import State, Store, connection
from tests.figures import CHEN, WANG, OpenDoor

MONTH = 2026 * 12
SIZES = (1, 40, 300, 300, 3_000, 20_000)
CONTENTS = (0, 100, 20_000, 20_000, 400_000, 3_000_000)


@dataclass(frozen=True)
class Step:
    """One thing that is done to one batch."""

    action: Action
    batch: str

    def line(self, word: str) -> str:
        """How the process tells of it."""
        return f"{word} {self.action} {self.batch}\n"


def batch_of(name: str) -> tuple[Batch, bytes]:
    """The batch of a name and its file, the same whenever it is asked for."""
    chance = random.Random(name)
    rows, size = chance.choice(SIZES), chance.choice(CONTENTS)
    same = [MONTH + chance.randrange(12)] * rows
    observations = pa.table(
        {
            "division": [str(100_000 + number) for number in range(rows)],
            "measure": ["lawyers"] * rows,
            "period": [f"2026-{same[0] - MONTH + 1:02d}"] * rows,
            "first_month": pa.array(same, pa.int32()),
            "last_month": pa.array(same, pa.int32()),
            "kind": ["month"] * rows,
            "value": [float(chance.randrange(1000)) for _ in range(rows)],
            "source": [name] * rows,
            "row": pa.array(range(2, rows + 2), pa.int32()),
        }
    )
    source = Source(name, f"{name}.csv", file_name=f"{name}.csv")
    received = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    made = Batch(name, "upload", [observations], received, file_name=f"{name}.csv", sources=(source,))
    return made, name.encode() + chance.randbytes(size)


def work(path: Path, seed: str, again: Step | None, tell: Callable[[str], object]) -> None:
    """Work until killed; a step that was cut short before is run `again` first."""
    connection.CHECKPOINT_AT = 2**21
    chance = random.Random(seed)
    store = Store.open(path, OpenDoor(four_eyes=chance.random() < 0.4))
    tell("opened\n")
    if again is not None:
        _repeat(store, again, tell)
    for number in itertools.count():
        step = _choose(store, chance, f"{seed}-{number}")
        tell(step.line("begin"))
        _do(store, step)
        tell(step.line("done"))


def _repeat(store: Store, step: Step, tell: Callable[[str], object]) -> None:
    tell(step.line("begin"))
    try:
        _do(store, step)
    except AtlasError as error:
        # It had been kept after all, and is recognised.
        if error.problem.id not in ("batch_exists", "known_file", "batch_state"):
            raise
    tell(step.line("done"))


def _choose(store: Store, chance: random.Random, name: str) -> Step:
    where = {
        Action.RELEASE: State.SUBMITTED,
        Action.DECLINE: State.SUBMITTED,
        Action.UNDO: State.ACCEPTED,
        Action.REDO: State.UNDONE,
    }
    action = chance.choices(list(Action)[:5], [4, 2, 4, 3, 1])[0]
    names = [batch.id for batch in store.log() if batch.state is where.get(action)]
    return Step(action, chance.choice(names)) if names else Step(Action.SUBMIT, name)


def _do(store: Store, step: Step) -> None:
    if step.action is Action.SUBMIT:
        store.submit(batch_of(step.batch)[0], CHEN, batch_of(step.batch)[1], "a remark")
        return
    done = {
        Action.RELEASE: store.release,
        Action.DECLINE: store.decline,
        Action.UNDO: store.undo,
        Action.REDO: store.redo,
    }
    done[step.action](step.batch, WANG, "a reason")


def told(pipe: int) -> Callable[[str], object]:
    """A way to tell the process that watches, at once and without a buffer."""
    return lambda line: os.write(pipe, line.encode())

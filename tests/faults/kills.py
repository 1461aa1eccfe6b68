"""Kill a process that writes, at a moment that chance chooses, and look at what it leaves."""

import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from atlas.access import Action
from atlas.store import State
from tests.faults.inspection import Found, inspect
from tests.faults.work import Step, told, work

LONGEST = 0.15
"""Seconds between the beginning of a step, or of the process, and the kill; a step takes from 0.03 to 0.3."""
STEPS = 4
BEFORE_OPENED = 0.15
"""The share of kills that come while the file is being made or opened."""
ONE_FILE = 25
"""Kills that one database file has to bear."""
OPENING, BETWEEN = "opening", "between steps"
AFTER = {
    Action.SUBMIT: (State.SUBMITTED, State.ACCEPTED),
    Action.RELEASE: (State.ACCEPTED,),
    Action.DECLINE: (State.DECLINED,),
    Action.UNDO: (State.UNDONE,),
    Action.REDO: (State.ACCEPTED,),
}


@dataclass(frozen=True)
class Kill:
    """One kill: what was going on, and whether that step was kept.

    `acknowledged` counts the steps before it, `faults` says in words whatever should not be.
    """

    moment: str
    kept: bool
    acknowledged: int
    faults: tuple[str, ...]


def kills(folder: Path, count: int, seed: int) -> Iterator[Kill]:
    """Kill so many processes one after another; each works on what the one before left."""
    chance = random.Random(seed)
    states: dict[str, str] = {}
    again: Step | None = None
    for number in range(count):
        path = folder / f"{number // ONE_FILE}.duckdb"
        if number % ONE_FILE == 0:
            states, again = {}, None
        lines = _killed(path, f"{seed}-{number}", again, chance)
        kill, states = _judged(lines, states, _in_child(path), again)
        again = kill_step(lines)
        yield kill


def kill_step(lines: list[str]) -> Step | None:
    """The step that the kill cut short."""
    if not lines or not lines[-1].startswith("begin"):
        return None
    _, action, batch = lines[-1].split()
    return Step(Action(action), batch)


def _killed(path: Path, seed: str, again: Step | None, chance: random.Random) -> list[str]:
    early = chance.random() < BEFORE_OPENED
    begun, delay = chance.randint(1, STEPS), chance.uniform(0, LONGEST)
    child, pipe = _child(lambda end: work(path, seed, again, told(end)))
    text = b""
    while not early and text.count(b"begin") < begun and (part := os.read(pipe, 65536)):
        text += part
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while part := os.read(pipe, 65536):
        text += part
    os.close(pipe)
    if not os.WIFSIGNALED(status):
        raise RuntimeError(f"the process ended by itself:\n{text.decode()}")
    return text.decode().splitlines()


def _judged(
    lines: list[str], before: dict[str, str], found: Found, again: Step | None
) -> tuple[Kill, dict[str, str]]:
    steps = [line.split() for line in lines if line != "opened"]
    done = [Step(Action(action), batch) for word, action, batch in steps if word == "done"]
    cut = kill_step(lines)
    possible = {name: {state} for name, state in before.items()}
    for step in done:
        possible[step.batch] = {str(state) for state in AFTER[step.action]}
    faults = list(found.faults)
    if cut is not None:
        possible.setdefault(cut.batch, {"absent"}).update(str(state) for state in AFTER[cut.action])
    for name in possible.keys() | found.states.keys():
        state = found.states.get(name, "absent")
        if state not in possible.get(name, {"absent"}):
            faults.append(f"{name} is {state}, should be {possible.get(name, 'absent')}")
    moment = cut.action.value if cut else (BETWEEN if "opened" in lines else OPENING)
    kept = cut is not None and found.states.get(cut.batch) in {str(state) for state in AFTER[cut.action]}
    return Kill(moment, kept, len(done), tuple(faults)), found.states


def _in_child(path: Path) -> Found:
    """Look in a process of its own: this one must not have the database's threads when it forks again."""

    def report(end: int) -> None:
        found = inspect(path)
        os.write(end, json.dumps([found.states, found.faults]).encode())

    child, pipe = _child(report)
    text = b""
    while part := os.read(pipe, 65536):
        text += part
    os.close(pipe)
    _, status = os.waitpid(child, 0)
    if status or not text:
        return Found({}, ("the file cannot be opened: see above",))
    states, faults = json.loads(text)
    return Found(states, tuple(faults))


def _child(task: Callable[[int], None]) -> tuple[int, int]:
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    os.close(reading)
    status = 1
    try:
        task(writing)
        status = 0
    except BaseException:  # noqa: BLE001 - a forked process must not go on as the test
        traceback.print_exc(file=sys.stderr)
    finally:
        sys.stderr.flush()
        os._exit(status)

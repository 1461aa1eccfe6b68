"""An office of its own for a test: databases and an access file in a folder, and files that came in."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import Any

from atlas.access import Actor, Role
from atlas.access.settings import ACCESS_FILE
from atlas.batches import Batch, Source
from atlas.datasets import Dataset
from atlas.office_time import BEIJING
from atlas.store import BatchLog, Store
from atlas.workspace import Workspace
from tests.figures import rows

PRIVATE = "private_machine: true\n"
OFFICE = """
four_eyes: ["520300"]
people:
  wang.fang: {role: reviewer, divisions: ["520000"]}
  chen.li: {role: contributor, divisions: ["520100"]}
  sun.yi: {role: contributor, divisions: ["520300"]}
  he.mei: {role: administrator}
  guest: {role: viewer}
"""
WANG = Actor("wang.fang", Role.REVIEWER, ("520000",))
CHEN = Actor("chen.li", Role.CONTRIBUTOR, ("520100",))
SUN = Actor("sun.yi", Role.CONTRIBUTOR, ("520300",))
HE = Actor("he.mei", Role.ADMINISTRATOR)
GUEST = Actor("guest", Role.VIEWER, ())


def noon(day: int, month: int = 3) -> dt.datetime:
    """Twelve o'clock in the office on a day of 2026."""
    return dt.datetime(2026, month, day, 12, tzinfo=BEIJING)


def office(workspace: Workspace, folder: Path, access: str = OFFICE) -> Workspace:
    """A workspace with an empty database of its own in the place of the demonstration figures."""
    folder.mkdir(exist_ok=True)
    (folder / ACCESS_FILE).write_text(access, encoding="utf-8")
    own = replace(workspace, folder=folder, _stores={}, _lock=RLock())
    Store.open(own.database(Dataset.DEMONSTRATION)).close()
    return own


def send(
    workspace: Workspace,
    actor: Actor,
    name: str,
    figures: Iterable[tuple[Any, ...]],
    at: dt.datetime,
    remark: str = "",
) -> BatchLog:
    """Submit a file of (division, measure, period, value); its first row is the spreadsheet's row 2."""
    listed = [(*figure, {"row": place, "source": name}) for place, figure in enumerate(figures, start=2)]
    batch = Batch(
        name, "upload", [rows(listed)], at, file_name=name, sources=(Source(name, name, file_name=name),)
    )
    store = workspace.store(Dataset.DEMONSTRATION)
    return store.submit(batch, actor, content=f"file {name}".encode(), remark=remark, at=at)

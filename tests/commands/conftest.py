"""A small atlas of its own for every test, and a way to type commands."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from atlas import __main__ as command_line
from atlas.commands import here
from atlas.datasets import Dataset
from atlas.divisions import load_divisions
from atlas.store import Store
from atlas.workspace import Workspace
from tests.export.uploads import shipped_definitions


@dataclass(frozen=True)
class Said:
    """What a command wrote, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """The one JSON document on standard output."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


Run = Callable[..., Said]


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """An atlas whose demonstration figures are none at all: quick to make, and open to practice."""
    made = Workspace(load_divisions(), shipped_definitions(), tmp_path / "data", ())
    made.folder.mkdir()
    Store.open(made.database(Dataset.DEMONSTRATION)).close()
    monkeypatch.setattr(here, "open_workspace", lambda: made)
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.chdir(tmp_path)
    return made


@pytest.fixture
def run(work: Workspace, capsys: pytest.CaptureFixture[str]) -> Run:
    """Type a command that works on the demonstration figures."""

    def type_in(*arguments: str) -> Said:
        capsys.readouterr()
        code = command_line.main([arguments[0], "--dataset", "demonstration", *arguments[1:]])
        written = capsys.readouterr()
        return Said(code, written.out, written.err)

    return type_in


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], str]:
    """Write a spreadsheet with this content and return its path."""

    def write(text: str) -> str:
        path = tmp_path / "counties.csv"
        path.write_bytes(text.encode("gb18030"))
        return str(path)

    return write

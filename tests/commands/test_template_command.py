"""`template` writes a spreadsheet to fill in, and never over one that somebody has filled in."""

from pathlib import Path

import openpyxl
import pytest

from atlas.commands import here
from atlas.problems import AtlasError, Problem
from atlas.store import Store
from atlas.workspace import Workspace
from tests.commands.conftest import Run


def test_it_is_named_after_division_and_period(run: Run, tmp_path: Path) -> None:
    said = run("template", "520100", "2026-03")
    assert said.code == 0
    path = tmp_path / "template_520100_2026-03.xlsx"
    assert path.name in said.out
    assert openpyxl.load_workbook(path).worksheets[0]["B2"].value == "2026-03"


def test_name_language_level_and_topics_can_be_chosen(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "省.xlsx"
    arguments = ("--lang", "zh", "--level", "city", "--topic", "notary", "-o", str(path), "--json")
    said = run("template", "520000", "2026-Q1", *arguments)
    assert said.document == {"code": 0, "file": str(path), "problems": []}
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert "贵州省" in str(sheet["A1"].value)
    assert sheet["C3"].value == "公证"
    assert sheet["A5"].value == "520100"


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "filled.xlsx"
    path.write_bytes(b"an afternoon's work")
    said = run("template", "520100", "2026-03", "-o", str(path))
    assert said.code == 2
    assert "filled.xlsx" in said.err
    assert path.read_bytes() == b"an afternoon's work"
    assert run("template", "520100", "2026-03", "-o", str(path), "--replace").code == 0
    assert path.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("999999", "2026-03"), "999999"),
        (("520000", "March"), "March"),
        (("520000", "2026-03", "--topic", "football"), "football"),
        (("520000", "2026-03", "-o", "no/such/folder/t.xlsx"), "no/such/folder"),
    ],
    ids=["no division", "no period", "no topic", "no folder"],
)
def test_what_cannot_be_made_ends_with_code_2(run: Run, arguments: tuple[str, ...], named: str) -> None:
    said = run("template", *arguments)
    assert said.code == 2
    assert named in said.err


def test_while_the_atlas_runs_a_template_is_made_without_last_month_and_that_is_said(
    run: Run, work: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        here, "open_workspace", lambda: Busy(work.divisions, work.definitions, work.folder, ())
    )
    said = run("template", "520100", "2026-03")
    assert said.code == 1
    assert "without the figures of the period before" in said.err
    assert (tmp_path / "template_520100_2026-03.xlsx").exists()


class Busy(Workspace):
    """An atlas whose database another program has open."""

    def store(self, dataset: object) -> Store:
        raise AtlasError(Problem("database_in_use", {"file": "published.duckdb"}))


def test_other_commands_say_what_to_do_while_the_atlas_runs(
    run: Run, work: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        here, "open_workspace", lambda: Busy(work.divisions, work.definitions, work.folder, ())
    )
    said = run("batches")
    assert said.code == 2
    assert "published.duckdb" in said.err
    assert "on its pages" in said.err

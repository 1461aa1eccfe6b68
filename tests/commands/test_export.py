"""`export` writes what the page of the same link shows."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from atlas import __main__ as command_line
from atlas.commands import here
from atlas.language import Language
from atlas.views.map_view import map_view
from atlas.views.selection import read_selection
from atlas.workspace import Workspace

VIEW = {"indicator": "lawyers_per_10k", "period": "2024"}
OPTIONS = ("--indicator", "lawyers_per_10k", "--period", "2024")


@pytest.fixture(autouse=True)
def published(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(here, "open_workspace", lambda: workspace)
    monkeypatch.setenv("LC_ALL", "C")


def shown(workspace: Workspace) -> dict[str, float]:
    """What the map page shows for the same link."""
    view = map_view(workspace, read_selection(VIEW, workspace, "en").selection)
    return {unit.division.code: unit.value.value for unit in view.ranked if unit.value.value is not None}


def test_values_are_those_of_the_page(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert command_line.main(["export", *OPTIONS]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    value = next(place for place, name in enumerate(rows[0]) if name.startswith("Lawyers per 10,000"))
    listed = {row[1]: float(row[value]) for row in rows[1:] if len(row) > value and row[value]}
    assert shown(workspace)
    assert listed == pytest.approx(shown(workspace), abs=5e-7)
    for name in ("view.csv", "view.xlsx"):
        assert command_line.main(["export", *OPTIONS, "-o", str(tmp_path / name)]) == 0
    sheet = openpyxl.load_workbook(tmp_path / "view.xlsx").worksheets[0]
    exact = {row[1]: row[value] for row in sheet.values if isinstance(row[value], float)}
    assert exact == shown(workspace)
    assert (tmp_path / "view.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_programs_get_the_rows_in_the_document_or_the_name_of_the_file(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    command_line.main(["export", *OPTIONS, "--json"])
    document = json.loads(capsys.readouterr().out)
    assert document["rows"] == len(document["figures"]) > 30
    assert {row["Code"] for row in document["figures"]} >= shown(workspace).keys()
    path = tmp_path / "view.xlsx"
    command_line.main(["export", *OPTIONS, "--json", "-o", str(path)])
    assert json.loads(capsys.readouterr().out)["file"] == str(path)


def test_invented_figures_say_so_in_the_file(
    demonstration: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--dataset", "demonstration", "--lang", "zh", "--division", "640000"]
    assert command_line.main(["export", *arguments]) == 0
    out = capsys.readouterr().out
    assert Language("zh").text("Demonstration: every figure in this file is invented.") in out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--indicator", "goals"], "goals"),
        (["--division", "999999"], "999999"),
        (["--period", "soon"], "soon"),
        (["--level", "street"], "street"),
        (["--grade", "rumour"], "rumour"),
        (["--known", "yesterday"], "yesterday"),
    ],
)
def test_a_command_stops_where_a_page_would_fall_back(
    capsys: pytest.CaptureFixture[str], arguments: list[str], named: str
) -> None:
    assert command_line.main(["export", *arguments]) == 2
    assert named in capsys.readouterr().err

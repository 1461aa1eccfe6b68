"""`python -m atlas` says what it did, for people and for programs, and its exit code tells how it went."""

import json
from pathlib import Path

import pytest

from atlas import __main__ as command_line
from atlas.commands import here
from atlas.definitions import load_definitions
from atlas.problems import AtlasError, Problem
from atlas.workspace import Workspace
from tests.ingest.provinces import only

FAULT = Problem("missing_column", {"file": "published_figures.csv", "column": "value"})


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    return _use(monkeypatch, Workspace(only("540000"), load_definitions(), tmp_path / "new", ()))


def _use(monkeypatch: pytest.MonkeyPatch, work: Workspace) -> Workspace:
    monkeypatch.setattr(here, "open_workspace", lambda: work)
    monkeypatch.setenv("LC_ALL", "C")
    return work


def test_the_command_makes_the_database_once(work: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["demonstration"]) == 0
    assert (work.folder / "demonstration.duckdb").exists()
    assert "invented figures" in capsys.readouterr().out
    assert command_line.main(["demonstration"]) == 0
    assert "is there already" in capsys.readouterr().out


def test_json_says_the_same_to_a_program(work: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["demonstration", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["code"] == 0
    assert said["observations"] > 100_000
    assert said["file"] == str(work.folder / "demonstration.duckdb")
    assert said["problems"] == []


def test_a_faulty_file_of_figures_is_reported_and_the_rest_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _use(monkeypatch, Workspace(only("540000"), load_definitions(), tmp_path, (FAULT,)))
    assert command_line.main(["demonstration"]) == 1
    said = capsys.readouterr()
    assert "published_figures.csv" in said.err
    assert "invented figures" in said.out


@pytest.mark.parametrize("extra", [[], ["--json"]], ids=["for people", "for programs"])
def test_input_that_cannot_be_used_ends_with_code_2_and_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], extra: list[str]
) -> None:
    def fail() -> Workspace:
        raise AtlasError(Problem("damaged_geography", {"file": "geo/divisions.csv"}))

    monkeypatch.setattr(here, "open_workspace", fail)
    assert command_line.main(["demonstration", *extra]) == 2
    said = capsys.readouterr()
    assert "geo/divisions.csv" in said.out + said.err
    assert "Traceback" not in said.out + said.err


def test_a_chinese_terminal_is_answered_in_chinese(
    work: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert command_line.main(["demonstration"]) == 0
    assert "虚构" in capsys.readouterr().out


def test_an_unknown_command_is_refused_with_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.main(["nothing"])
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (["nothing", "--json"], "no such command"),
        (["undo", "--json"], "the batch is missing"),
        (["check", "file.csv", "--json", "--twice"], "no such option"),
    ],
)
def test_who_asks_for_json_is_answered_in_json_even_if_not_understood(
    typed: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.main(typed) == 2, reason
    document = json.loads(capsys.readouterr().out)
    assert document["problems"][0]["id"] == "wrong_usage", reason

"""Batches are listed, undone, put back, released and declined at the command line."""

from collections.abc import Callable

import pytest

from atlas.workspace import Workspace
from tests.commands.conftest import Run
from tests.commands.spreadsheets import SOUND

File = Callable[[str], str]


@pytest.fixture
def batch(run: Run, file: File) -> str:
    return str(run("accept", file(SOUND), "--remark", "first", "--json").document["batch"])


def test_an_empty_log_says_so(run: Run) -> None:
    assert "Nothing has come in yet." in run("batches").out
    assert run("batches", "--json").document["batches"] == []


def test_the_list_tells_state_file_author_size_and_remark(run: Run, batch: str) -> None:
    said = run("batches")
    assert said.code == 0
    for part in (batch, "accepted", "counties.csv", "@terminal", "2 figures", "2 divisions", "first"):
        assert part in said.out


def test_programs_get_hash_months_divisions_and_events(run: Run, batch: str) -> None:
    run("undo", batch, "--reason", "wrong month")
    (listed,) = run("batches", "--json").document["batches"]
    assert len(listed["sha256"]) == 64
    assert (listed["first_month"], listed["last_month"]) == ("2026-03", "2026-03")
    assert listed["divisions"] == ["520102", "520103"]
    assert listed["state"] == "undone"
    assert [event["event"] for event in listed["events"]] == ["submitted", "accepted", "undone"]
    assert listed["events"][-1]["reason"] == "wrong month"
    assert all(event["at"].endswith("+00:00") for event in listed["events"])


def test_undo_and_redo_change_the_state_and_keep_the_reason(run: Run, batch: str) -> None:
    undone = run("undo", batch, "--reason", "wrong month", "--json")
    assert (undone.code, undone.document["state"]) == (0, "undone")
    redone = run("redo", batch, "--reason", "it was right", "--json")
    assert (redone.code, redone.document["state"]) == (0, "accepted")
    assert "counts again" in run_again(run, batch)


def run_again(run: Run, batch: str) -> str:
    run("undo", batch, "--reason", "x")
    return run("redo", batch).out


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("undo", ("no-such-batch", "--reason", "x")),
        ("redo", ("no-such-batch",)),
        ("release", ("no-such-batch",)),
        ("decline", ("no-such-batch", "--reason", "x")),
    ],
)
def test_an_unknown_batch_ends_with_code_2(run: Run, command: str, arguments: tuple[str, ...]) -> None:
    said = run(command, *arguments)
    assert said.code == 2
    assert "no-such-batch" in said.err


def test_what_does_not_fit_the_state_of_a_batch_is_refused(run: Run, batch: str) -> None:
    assert run("redo", batch).code == 2
    assert run("release", batch).code == 2
    assert run("decline", batch, "--reason", "x").code == 2
    assert run("undo", batch, "--reason", "x").code == 0
    assert run("undo", batch, "--reason", "x").code == 2


def test_a_submission_can_be_declined(run: Run, file: File, work: Workspace) -> None:
    (work.folder / "access.yaml").write_text(
        'four_eyes: true\npeople:\n  chen: {role: contributor, divisions: ["520000"]}\n', encoding="utf-8"
    )
    batch = run("accept", file(SOUND), "--as", "chen", "--json").document["batch"]
    assert run("decline", batch, "--reason", "unsigned", "--json").document["state"] == "declined"


@pytest.mark.parametrize("given", [(), ("--reason", ""), ("--reason", "  ")])
@pytest.mark.parametrize("command", ["undo", "decline", "withdraw"])
def test_taking_figures_back_wants_a_reason(
    run: Run, batch: str, command: str, given: tuple[str, ...]
) -> None:
    said = run(command, batch, *given, "--json")
    assert said.code == 2
    assert said.document["problems"][0]["id"] == "reason_needed"
    assert run("batches", "--json").document["batches"][0]["state"] == "accepted"

"""`accept` brings figures in wholly, in part where that is asked for, or not at all."""

from collections.abc import Callable

import pytest

from atlas.datasets import Dataset
from atlas.periods import Period
from atlas.workspace import Workspace
from tests.commands.conftest import Run
from tests.commands.spreadsheets import DOUBTFUL, FAULTY, HOPELESS, SOUND

File = Callable[[str], str]


def lawyers(work: Workspace) -> dict[str, float]:
    month = Period.parse("2026-03").first
    rows = work.store(Dataset.DEMONSTRATION).current(["lawyers"], month, month)
    return dict(zip(rows.division, rows.value, strict=True))


@pytest.mark.parametrize(
    ("text", "arguments", "code", "accepted"),
    [
        (SOUND, (), 0, {"520103": 1234, "520102": 2345}),
        (DOUBTFUL, (), 1, {}),
        (DOUBTFUL, ("--partial",), 1, {}),
        (DOUBTFUL, ("--accept-warnings",), 0, {"520103": 100, "520102": 200}),
        (FAULTY, (), 1, {}),
        (FAULTY, ("--accept-warnings",), 1, {}),
        (FAULTY, ("--partial",), 1, {"520103": 1234, "520102": 2345}),
        (HOPELESS, ("--partial", "--accept-warnings"), 1, {}),
    ],
    ids=[
        "a sound file counts at once",
        "warnings want a tick",
        "leaving rows out is no tick",
        "a tick",
        "errors stop all",
        "a tick for warnings lets no error in",
        "the rest where that is asked for",
        "nothing sound, nothing in",
    ],
)
def test_only_what_was_asked_for_is_accepted(
    run: Run,
    file: File,
    work: Workspace,
    text: str,
    arguments: tuple[str, ...],
    code: int,
    accepted: dict[str, float],
) -> None:
    said = run("accept", file(text), *arguments, "--json")
    assert said.code == code
    assert lawyers(work) == accepted
    assert said.document["accepted"] is bool(accepted)
    assert bool(said.document["batch"]) is bool(accepted)
    assert bool(said.document["problems"]) is not bool(accepted)


def test_people_are_told_why_nothing_was_accepted_and_how_to_go_on(run: Run, file: File) -> None:
    assert "--partial" in run("accept", file(FAULTY)).err
    assert "--accept-warnings" in run("accept", file(DOUBTFUL)).err


def test_the_log_says_who_when_from_which_file_and_why(run: Run, file: File, work: Workspace) -> None:
    run("accept", file(SOUND), "--remark", "corrected by phone")
    (batch,) = work.store(Dataset.DEMONSTRATION).log()
    assert (batch.file_name, batch.rows, batch.remark) == ("counties.csv", 2, "corrected by phone")
    assert batch.author.endswith("@terminal")
    assert work.store(Dataset.DEMONSTRATION).original(batch.id) == ("counties.csv", SOUND.encode("gb18030"))


def test_the_same_file_again_changes_nothing_and_is_no_fault(run: Run, file: File, work: Workspace) -> None:
    first = run("accept", file(SOUND), "--json").document
    again = run("accept", file(SOUND), "--json")
    assert again.code == 0
    assert again.document["known"] is True
    assert again.document["batch"] == first["batch"]
    assert len(work.store(Dataset.DEMONSTRATION).log()) == 1
    assert first["batch"] in run("accept", file(SOUND)).out


def test_a_second_file_with_the_rest_of_the_first_is_not_taken_for_it(
    run: Run, file: File, work: Workspace
) -> None:
    run("accept", file(FAULTY), "--partial")
    corrected = FAULTY.replace("-3", "3")
    assert run("accept", file(corrected), "--json").code == 0
    assert lawyers(work)["520111"] == 3


def test_after_an_undo_the_same_file_can_come_in_again_within_the_same_second(
    run: Run, file: File, work: Workspace
) -> None:
    batch = run("accept", file(SOUND), "--json").document["batch"]
    run("undo", batch, "--reason", "wrong month")
    assert lawyers(work) == {}
    said = run("accept", file(SOUND), "--json")
    assert said.code == 0
    assert lawyers(work) == {"520103": 1234, "520102": 2345}


def test_where_four_eyes_are_asked_for_a_reviewer_releases(run: Run, file: File, work: Workspace) -> None:
    (work.folder / "access.yaml").write_text(
        "four_eyes: true\npeople:\n"
        '  chen: {role: contributor, divisions: ["520000"]}\n'
        '  wang: {role: reviewer, divisions: ["520000"]}\n',
        encoding="utf-8",
    )
    said = run("accept", file(SOUND), "--as", "chen", "--json").document
    assert (said["accepted"], said["state"], said["code"]) == (False, "submitted", 0)
    assert lawyers(work) == {}
    assert run("release", said["batch"], "--as", "chen").code == 2
    assert run("release", said["batch"], "--as", "wang", "--json").document["state"] == "accepted"
    assert lawyers(work) != {}


def test_a_contributor_withdraws_what_waits_and_nobody_else_does(
    run: Run, file: File, work: Workspace
) -> None:
    (work.folder / "access.yaml").write_text(
        'four_eyes: true\npeople:\n  chen: {role: contributor, divisions: ["520000"]}\n', encoding="utf-8"
    )
    batch = run("accept", file(SOUND), "--as", "chen", "--json").document["batch"]
    refused = run("withdraw", batch, "--reason", "unsigned", "--json")
    assert (refused.code, refused.document["problems"][0]["id"]) == (2, "not_allowed")
    said = run("withdraw", batch, "--reason", "unsigned", "--as", "chen", "--json")
    assert (said.code, said.document["state"]) == (0, "withdrawn")
    assert run("accept", file(SOUND), "--as", "chen", "--json").document["state"] == "submitted"


def test_a_viewer_accepts_nothing(run: Run, file: File, work: Workspace) -> None:
    (work.folder / "access.yaml").write_text("people:\n  li: {role: viewer}\n", encoding="utf-8")
    said = run("accept", file(SOUND), "--as", "li", "--partial", "--json")
    assert said.code in (1, 2)
    assert work.store(Dataset.DEMONSTRATION).log() == ()

"""`python -m atlas user …` says who may upload, and asks for passwords without showing them."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from atlas import __main__ as command_line
from atlas.access import Access, Role
from atlas.access.accounts import Accounts
from atlas.access.passwords import Passwords
from atlas.commands import user
from atlas.divisions import load_divisions

PASSWORD = "correct horse battery"  # noqa: S105  (of accounts that live in these tests only)
Run = Callable[..., tuple[int, dict[str, Any], str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "C")
    return tmp_path / "data"


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `user` with --json; returns exit code, document, and all that was written."""

    def called(*arguments: str, stdin: str = "") -> tuple[int, dict[str, Any], str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        code = command_line.main(["user", *arguments, "--json"])
        written = capsys.readouterr()
        return code, json.loads(written.out), written.out + written.err

    return called


def add(run: Run, name: str = "li", *more: str, password: str = PASSWORD) -> tuple[int, dict[str, Any], str]:
    options = more or ("--role", "contributor", "--division", "520100", "520200")
    return run("add", name, *options, "--password-stdin", stdin=password + "\n")


def test_an_added_person_has_an_account_a_role_and_divisions(run: Run, folder: Path) -> None:
    code, said, written = add(run, "Li")
    assert (code, said["name"], said["role"], said["divisions"]) == (
        0,
        "li",
        "contributor",
        ["520100", "520200"],
    )
    assert PASSWORD not in written
    assert Accounts(folder, Passwords()).fits("li", PASSWORD)
    actor = Access(folder, load_divisions()).actor_named("li")
    assert (actor.role, actor.divisions) == (Role.CONTRIBUTOR, ("520100", "520200"))


def test_whom_a_provider_vouches_for_gets_no_password(run: Run, folder: Path) -> None:
    code, _, _ = run("add", "Wang@GZ.example", "--role", "reviewer", "--division", "520000")
    assert code == 0
    assert Accounts(folder, Passwords()).names() == ()
    assert Access(folder, load_divisions()).settings.people["wang@gz.example"].role is Role.REVIEWER


def test_the_list_names_everybody(run: Run) -> None:
    add(run)
    run("add", "wang@gz.example", "--role", "administrator")
    assert run("list")[1]["people"] == [
        {"name": "li", "role": "contributor", "divisions": ["520100", "520200"], "password": True},
        {"name": "wang@gz.example", "role": "administrator", "divisions": [], "password": False},
    ]


def test_a_removed_person_has_neither_account_nor_role(run: Run, folder: Path) -> None:
    add(run)
    assert run("remove", "LI")[0] == 0
    assert run("list")[1]["people"] == []
    assert run("remove", "li")[1]["problems"][0]["id"] == "unknown_account"


def test_another_password_leaves_the_role_as_it_is(run: Run, folder: Path) -> None:
    add(run)
    assert run("password", "li", "--password-stdin", stdin="another long one\n")[0] == 0
    assert Accounts(folder, Passwords()).fits("li", "another long one")
    assert run("list")[1]["people"][0]["role"] == "contributor"


@pytest.mark.parametrize(
    ("arguments", "stdin", "problem", "reason"),
    [
        (
            ("add", "li", "--role", "contributor", "--password-stdin"),
            PASSWORD,
            "bad_definition",
            "no divisions",
        ),
        (
            ("add", "li", "--role", "contributor", "--division", "999999", "--password-stdin"),
            PASSWORD,
            "bad_definition",
            "an unknown division",
        ),
        (("add", "../li", "--role", "viewer", "--password-stdin"), PASSWORD, "bad_account_name", "a path"),
        (("add", "atlas", "--role", "viewer", "--password-stdin"), PASSWORD, "bad_account_name", "the atlas"),
        (
            ("add", "li", "--role", "viewer", "--password-stdin"),
            "tiny one",
            "weak_password",
            "a short password",
        ),
        (("add", "li", "--role", "viewer", "--password-stdin"), "", "weak_password", "no password at all"),
        (("add", "li", "--role", "viewer"), "", "no_password", "nobody to ask for it"),
        (("password", "li", "--password-stdin"), PASSWORD, "unknown_account", "no such account"),
        (("remove", "li"), "", "unknown_account", "nobody of that name"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changes(
    run: Run, folder: Path, arguments: tuple[str, ...], stdin: str, problem: str, reason: str
) -> None:
    code, said, written = run(*arguments, stdin=stdin)
    assert (code, said["problems"][0]["id"]) == (2, problem), reason
    assert not (folder / "accounts.json").exists()
    assert not (folder / "access.yaml").exists()
    assert not stdin or stdin not in written


def test_a_faulty_access_file_is_named_and_left_alone(run: Run, folder: Path) -> None:
    folder.mkdir()
    (folder / "access.yaml").write_text("peeple: {}\n", encoding="utf-8")
    for arguments in (("list",), ("remove", "li")):
        assert run(*arguments)[0] == 2
    code, said, _ = add(run)
    assert (code, said["problems"][0]["fields"]["key"]) == (2, "peeple")
    assert (folder / "access.yaml").read_text(encoding="utf-8") == "peeple: {}\n"
    assert not (folder / "accounts.json").exists()


def test_nobody_types_a_password_for_an_entry_that_cannot_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(user, "getpass", lambda _prompt: pytest.fail("asked for a password"))
    monkeypatch.setattr("sys.stdin", Terminal())
    assert command_line.main(["user", "add", "li", "--role", "reviewer", "--division", "5201"]) == 2


class Terminal(io.StringIO):
    """Somebody at a keyboard."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("again", "code"), [(PASSWORD, 0), (PASSWORD + "!", 2)])
def test_at_a_terminal_the_password_is_asked_for_twice(
    folder: Path, monkeypatch: pytest.MonkeyPatch, again: str, code: int
) -> None:
    answers = iter((PASSWORD, again))
    monkeypatch.setattr(user, "getpass", lambda _prompt: next(answers))
    monkeypatch.setattr("sys.stdin", Terminal())
    assert command_line.main(["user", "add", "li", "--role", "viewer"]) == code
    assert (folder / "accounts.json").exists() is (code == 0)


def test_people_read_sentences(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.main(["user", "list"]) == 0
    assert "Nobody yet" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))
    command_line.main(["user", "add", "li", "--role", "viewer", "--password-stdin"])
    command_line.main(["user", "list"])
    first, second = capsys.readouterr().out.splitlines()
    assert first == "li may sign in now, as viewer."
    assert second.split() == ["li", "viewer"]

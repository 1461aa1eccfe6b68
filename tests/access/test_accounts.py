"""Accounts are kept as hashes in a file that is always whole."""

import errno
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from atlas.access.accounts import ACCOUNTS_FILE, Accounts, account_name
from atlas.access.passwords import LONGEST, Passwords
from atlas.problems import AtlasError

PASSWORD = "correct horse battery"  # noqa: S105  (of accounts that live in this file only)


@pytest.fixture
def accounts(tmp_path: Path, quick: Passwords) -> Accounts:
    return Accounts(tmp_path, quick)


def test_a_password_fits_its_own_account_only(accounts: Accounts) -> None:
    assert accounts.add("Li", PASSWORD)
    accounts.add("wang", PASSWORD + "!")
    assert accounts.fits("li", PASSWORD)
    assert accounts.fits("ＬＩ", PASSWORD)
    for name, password in (("wang", PASSWORD), ("li", PASSWORD.upper()), ("li", ""), ("chen", PASSWORD)):
        assert not accounts.fits(name, password)


def test_the_file_holds_no_password_and_only_its_owner_reads_it(accounts: Accounts, tmp_path: Path) -> None:
    accounts.add("li", PASSWORD)
    content = (tmp_path / ACCOUNTS_FILE).read_text(encoding="utf-8")
    assert PASSWORD not in content
    assert "$argon2id$" in content
    assert (tmp_path / ACCOUNTS_FILE).stat().st_mode & 0o777 == 0o600


def test_two_accounts_with_one_password_have_different_hashes(accounts: Accounts) -> None:
    accounts.add("li", PASSWORD)
    accounts.add("wang", PASSWORD)
    assert accounts.hash_of("li") != accounts.hash_of("wang")


def test_adding_again_gives_another_password(accounts: Accounts) -> None:
    accounts.add("li", PASSWORD)
    assert not accounts.add("li", "another long one")
    assert not accounts.fits("li", PASSWORD)
    assert accounts.names() == ("li",)


def test_a_removed_account_fits_nothing(accounts: Accounts) -> None:
    accounts.add("li", PASSWORD)
    accounts.remove("LI")
    assert not accounts.fits("li", PASSWORD)
    with pytest.raises(AtlasError) as refused:
        accounts.remove("li")
    assert refused.value.problem.id == "unknown_account"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "nothing"),
        ("../../etc/passwd", "a path"),
        ("li ming", "a space, which looks like another name"),
        ("li\nming", "a new line, which would forge a log"),
        ("li@gz.example", "an address belongs to identity providers"),
        ("atlas", "the atlas itself"),
        ("ＡＴＬＡＳ", "the same in other letters"),
        ("this machine", "a private machine"),
        ("<b>li</b>", "markup"),
        ("-li", "an option of the command line"),
        ("x" * 65, "too long"),
        ("li\u202eming", "a sign that turns the writing round"),
    ],
)
def test_names_that_could_be_taken_for_something_else_are_refused(name: str, reason: str) -> None:
    with pytest.raises(AtlasError) as refused:
        account_name(name)
    assert refused.value.problem.id == "bad_account_name", reason


@pytest.mark.parametrize(
    ("name", "kept"), [("李明", "李明"), ("Li.Ming-2_a", "li.ming-2_a"), ("Łukasz", "łukasz")]
)
def test_names_in_any_script_are_kept_in_small_letters(name: str, kept: str) -> None:
    assert account_name(name) == kept


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("", "nothing"),
        ("123456789", "too short"),
        ("a" * 30, "one letter"),
        ("ababababab", "two letters"),
        ("li.ming.aali.ming.aa", "the name, again and again"),
        ("x1y2" * LONGEST, "a text to keep the machine busy with"),
    ],
)
def test_weak_passwords_are_refused(accounts: Accounts, password: str, reason: str) -> None:
    with pytest.raises(AtlasError) as refused:
        accounts.add("li.ming.aa", password)
    assert refused.value.problem.id == "weak_password", reason
    assert accounts.names() == ()
    assert password not in str(refused.value) or not password


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"accounts": {"li": {}}}', b'{"accounts": [], "x": 1}', b"\xff\xfe", b"[]"]
)
def test_a_damaged_file_is_named_shows_nothing_of_itself_and_stays(
    accounts: Accounts, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / ACCOUNTS_FILE).write_bytes(content)
    for action in (accounts.names, lambda: accounts.add("li", PASSWORD), lambda: accounts.fits("li", "x")):
        with pytest.raises(AtlasError) as refused:
            action()
        assert refused.value.problem.id == "damaged_accounts"
        assert ACCOUNTS_FILE in str(refused.value)
        assert refused.value.__cause__ is None
    assert (tmp_path / ACCOUNTS_FILE).read_bytes() == content


@pytest.mark.parametrize("step", ["os.fsync", "os.fdopen", "pathlib.Path.replace"])
def test_a_full_disk_leaves_the_accounts_as_they_were(
    accounts: Accounts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    accounts.add("li", PASSWORD)
    before = (tmp_path / ACCOUNTS_FILE).read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(step, full)
        with pytest.raises(AtlasError) as refused:
            accounts.add("wang", PASSWORD)
    assert refused.value.problem.id == "unwritable_file"
    assert "No space left" in str(refused.value)
    assert (tmp_path / ACCOUNTS_FILE).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [".accounts.json.lock", ACCOUNTS_FILE]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, quick: Passwords) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(AtlasError) as refused:
        Accounts(tmp_path / "file" / "data", quick).add("li", PASSWORD)
    assert refused.value.problem.id == "unwritable_file"


def test_accounts_added_at_the_same_moment_are_all_kept(tmp_path: Path, quick: Passwords) -> None:
    names = [f"person{number}" for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: Accounts(tmp_path, quick).add(name, PASSWORD), names))
    assert Accounts(tmp_path, quick).names() == tuple(sorted(names))


def test_a_hash_with_older_parameters_is_renewed_once_its_password_is_known(
    tmp_path: Path, quick: Passwords
) -> None:
    Accounts(tmp_path, quick).add("li", PASSWORD)
    stronger = Accounts(tmp_path, Passwords(PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)))
    before = stronger.hash_of("li")
    stronger.renew("li", PASSWORD)
    after = stronger.hash_of("li")
    assert after != before
    assert "m=16,t=2" in (after or "")
    assert stronger.fits("li", PASSWORD)
    stronger.renew("li", PASSWORD)
    assert stronger.hash_of("li") == after


def test_an_unknown_name_costs_the_same_work_as_a_known_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    accounts = Accounts(tmp_path, Passwords(hasher))
    accounts.add("li", PASSWORD)
    done: list[str] = []
    verify, make = hasher.verify, hasher.hash

    def watched_verify(kept: str, password: str) -> bool:
        done.append("verify " + kept.rsplit("$", 2)[0])
        return verify(kept, password)

    def watched_hash(password: str) -> str:
        done.append("hash")
        return make(password)

    monkeypatch.setattr(type(hasher), "verify", lambda _self, kept, password: watched_verify(kept, password))
    monkeypatch.setattr(type(hasher), "hash", lambda _self, password: watched_hash(password))
    work = []
    for name in ("li", "nobody", "li", "nobody"):
        done.clear()
        accounts.fits(name, "wrong password")
        work.append(tuple(done))
    assert work[0] == ("hash", *work[2])
    assert work[1] == work[2] == work[3]


def test_a_hash_that_is_no_hash_fits_nothing(tmp_path: Path, quick: Passwords) -> None:
    (tmp_path / ACCOUNTS_FILE).write_text(json.dumps({"accounts": {"li": {"hash": "plain"}}}))
    assert not Accounts(tmp_path, quick).fits("li", "plain")


def test_the_shipped_parameters_are_those_that_argon2_recommends_today() -> None:
    made = Passwords().hash(PASSWORD)
    assert made.startswith("$argon2id$")
    assert not PasswordHasher().check_needs_rehash(made)
    assert Passwords().fits(made, PASSWORD)

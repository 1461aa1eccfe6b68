"""Local accounts, for an office without an identity provider: names and password hashes, and no rights.

What an account may do stands in the access file, beside people whom a provider vouches for.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from atlas.access.actor import SYSTEM, THIS_MACHINE
from atlas.access.passwords import Passwords, require_strength
from atlas.access.settings import person_key
from atlas.access.written import alone, write_whole
from atlas.problems import AtlasError, Problem

ACCOUNTS_FILE = "accounts.json"
RESERVED = frozenset({SYSTEM.name, THIS_MACHINE.name})
# No "@": a local account can never pass for somebody whom an identity provider vouches for.
_NAME = re.compile(r"\w[\w.\-]{0,63}")


class Account(BaseModel):
    """One account. `hash` is argon2's own text, which holds salt and parameters."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    hash: str


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    accounts: Mapping[str, Account] = Field(default_factory=dict)


def account_name(name: str) -> str:
    """The form in which a name is kept. AtlasError "bad_account_name" for one that cannot be used."""
    key = person_key(name)
    if not _NAME.fullmatch(key) or key in RESERVED:
        raise AtlasError(Problem("bad_account_name", {"name": name[:80]}))
    return key


class Accounts:
    """The accounts in `folder`; the file is read at every question, for it is small and seldom asked for.

    Every method raises AtlasError "damaged_accounts" where the file cannot be understood.
    """

    def __init__(self, folder: Path, passwords: Passwords) -> None:
        self.path = folder / ACCOUNTS_FILE
        self._passwords = passwords

    def names(self) -> tuple[str, ...]:
        """All names, in order."""
        return tuple(sorted(self._read()))

    def hash_of(self, name: str) -> str | None:
        """The kept hash of an account; it changes whenever the password does."""
        account = self._read().get(person_key(name))
        return account.hash if account else None

    def add(self, name: str, password: str) -> bool:
        """Make an account, or give an existing one a new password; returns whether it is new.

        Raises AtlasError "bad_account_name", "weak_password" or "unwritable_file".
        """
        key = account_name(name)
        require_strength(password, key)
        made = Account(hash=self._passwords.hash(password))
        before = self._change(lambda accounts: {**accounts, key: made})
        return key not in before

    def remove(self, name: str) -> None:
        """End an account. Raises AtlasError "unknown_account" or "unwritable_file"."""
        key = person_key(name)
        before = self._change(
            lambda accounts: {kept: entry for kept, entry in accounts.items() if kept != key}
        )
        if key not in before:
            raise AtlasError(Problem("unknown_account", {"name": name[:80]}))

    def fits(self, name: str, password: str) -> bool:
        """Whether name and password belong together; takes equally long when there is no such name."""
        kept = self.hash_of(name)
        return self._passwords.fits(kept, password)

    def renew(self, name: str, password: str) -> None:
        """After a password was found right: hash it anew if today's parameters are others."""
        kept = self.hash_of(name)
        if kept is not None and self._passwords.is_outdated(kept):
            self._renew(person_key(name), kept, Account(hash=self._passwords.hash(password)))

    def _renew(self, key: str, kept: str, renewed: Account) -> None:
        def change(accounts: dict[str, Account]) -> dict[str, Account]:
            # Somebody may have changed the password, or ended the account, in the meantime.
            current = accounts.get(key)
            return {**accounts, key: renewed} if current and current.hash == kept else accounts

        self._change(change)

    def _change(self, change: Callable[[dict[str, Account]], dict[str, Account]]) -> dict[str, Account]:
        """Write what `change` makes of the accounts, and return those before."""
        with alone(self.path):
            before = self._read()
            after = change(before)
            if after != before:
                write_whole(self.path, _File(accounts=after).model_dump_json(indent=1) + "\n")
            return before

    def _read(self) -> dict[str, Account]:
        try:
            return dict(_File.model_validate_json(self.path.read_bytes()).accounts)
        except FileNotFoundError:
            return {}
        except (OSError, ValidationError):
            # Neither the file's content nor pydantic's report of it may reach a page or a log.
            raise AtlasError(Problem("damaged_accounts", {"file": self.path.name})) from None

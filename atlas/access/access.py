"""The rights of this atlas, read from the access file and checked wherever something is written."""

from collections.abc import Collection, Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from atlas.access.actor import SYSTEM, THIS_MACHINE, Action, Actor, Role
from atlas.access.claims import actor_of_claims
from atlas.access.rights import RELEASING, Refusal, are_inside, is_inside, refusal
from atlas.access.settings import ACCESS_FILE, Settings, person_key, read_settings
from atlas.divisions import Divisions
from atlas.messages import N_
from atlas.problems import AtlasError, Problem

ACTION_NAMES: Mapping[Action, str] = {
    Action.SUBMIT: N_("submit figures"),
    Action.RELEASE: N_("release a submission"),
    Action.UNDO: N_("undo a batch"),
    Action.REDO: N_("redo a batch"),
    Action.DECLINE: N_("decline a submission"),
    Action.TEACH: N_("teach another name"),
    Action.WITHDRAW: N_("withdraw a submission"),
}
ADMINISTRATOR = N_("the administrator of this atlas")
MOST_NAMED = 3


class Access:
    """Who may do what, as the access file in `folder` says now: it is read again whenever it has changed.

    Nobody is let in where there is no access file, or a faulty one.
    """

    def __init__(self, folder: Path, divisions: Divisions) -> None:
        self.path = folder / ACCESS_FILE
        self._divisions = divisions
        self._lock = Lock()
        self._read: tuple[object, Settings, tuple[Problem, ...]] | None = None

    @property
    def is_set_up(self) -> bool:
        """Whether there is an access file, sound or not."""
        return self.path.exists()

    @property
    def settings(self) -> Settings:
        """What the access file says; nothing is allowed where it is missing or faulty."""
        return self._current()[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the access file."""
        return self._current()[1]

    @property
    def private_actor(self) -> Actor | None:
        """Whoever uses this machine, where the access file says that it is a private one."""
        return THIS_MACHINE if self.settings.private_machine else None

    def actor_named(self, name: str) -> Actor:
        """The actor of a local account; a viewer where the access file does not name it."""
        person = self.settings.people.get(person_key(name))
        return Actor(name, person.role, person.divisions) if person else Actor(name, Role.VIEWER, ())

    def actor_of_claims(self, claims: Mapping[str, Any]) -> Actor:
        """The actor whom an identity provider has vouched for."""
        return actor_of_claims(claims, self.settings)

    def four_eyes(self, divisions: Collection[str]) -> bool:
        """Whether figures of any of these divisions count only after a second person has released them."""
        settings, problems = self._current()
        if problems:
            return True
        return any(is_inside(code, settings.four_eyes, self._divisions) for code in divisions)

    def may_report(self, actor: Actor, code: str) -> bool:
        """Whether the actor may submit figures of the division `code`."""
        return self.may(actor, Action.SUBMIT, frozenset((code,)), actor.name)

    def may(self, actor: Actor, action: Action, divisions: Collection[str], author: str) -> bool:
        """Whether `require` would let this pass."""
        return self._refusal(actor, action, divisions, author) is None

    def require(self, actor: Actor, action: Action, divisions: Collection[str], author: str) -> None:
        """Let pass what the actor may do to figures of these divisions that `author` submitted.

        Raises AtlasError "not_allowed", which names the actor, the action, the divisions and whom to ask.
        """
        reason = self._refusal(actor, action, divisions, author)
        if reason is not None:
            fields = {
                "name": actor.name,
                "action": ACTION_NAMES[action],
                "where": self._where(divisions),
                "reason": str(reason),
                "whom": self._whom(divisions, actor.name),
            }
            raise AtlasError(Problem("not_allowed", fields))

    def _refusal(self, actor: Actor, action: Action, divisions: Collection[str], author: str) -> str | None:
        if actor == SYSTEM:
            return None
        if actor == THIS_MACHINE and not self.settings.private_machine:
            return Refusal.NOT_PRIVATE
        return refusal(
            actor,
            action,
            inside=are_inside(divisions, actor.divisions, self._divisions),
            own=person_key(actor.name) == person_key(author),
            four_eyes=action in RELEASING and self.four_eyes(divisions),
        )

    def _where(self, divisions: Collection[str]) -> str:
        """The first divisions, by name and code, as they stand in the file of figures."""
        named = [
            f"{self._divisions[code].name_zh} {code}" if code in self._divisions else code
            for code in sorted(divisions)[:MOST_NAMED]
        ]
        return " (" + ", ".join(named) + (", …" if len(divisions) > MOST_NAMED else "") + ")" if named else ""

    def _whom(self, divisions: Collection[str], asking: str) -> str:
        """Reviewers who answer for all of these divisions, or else the administrator."""
        names = [
            name
            for name, person in self.settings.people.items()
            if person.role is Role.REVIEWER
            and name != person_key(asking)
            and are_inside(divisions, person.divisions, self._divisions)
        ]
        return ", ".join(names[:MOST_NAMED]) or ADMINISTRATOR

    def _current(self) -> tuple[Settings, tuple[Problem, ...]]:
        with self._lock:
            stamp = self._stamp()
            if self._read is None or self._read[0] != stamp:
                self._read = (stamp, *self._load(stamp))
            return self._read[1:]

    def _stamp(self) -> object:
        """Changes whenever the file does; None where there is none."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _load(self, stamp: object) -> tuple[Settings, tuple[Problem, ...]]:
        if stamp is None:
            return Settings(), ()
        try:
            return read_settings(self.path, self._divisions), ()
        except AtlasError as error:
            return Settings(), error.problems

"""`python -m atlas user …`: who may upload, at the command line."""

import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from getpass import getpass

from atlas.access import Access, Role
from atlas.access.accounts import Accounts, account_name
from atlas.access.passwords import Passwords, require_strength
from atlas.access.people import check_person, remove_person, write_person
from atlas.access.settings import person_key
from atlas.commands.answer import CLEAN, Answer, give
from atlas.commands.here import add_json
from atlas.divisions import Divisions, load_divisions
from atlas.language import Language
from atlas.problems import AtlasError, Problem
from atlas.workspace import data_folder


def register(subparsers: "_SubParsersAction[ArgumentParser]", language: Language) -> None:
    """Add the command and its own commands."""
    user = subparsers.add_parser("user", help=language.text("say who may upload"))
    commands = user.add_subparsers(required=True, metavar="command", dest="user_command")
    add = commands.add_parser("add", help=language.text("add a person, or replace their role and password"))
    add.add_argument("name", help=language.text("name of the account, or the address that a provider knows"))
    add.add_argument("--role", required=True, choices=[role.value for role in Role])
    add.add_argument(
        "--division",
        nargs="+",
        action="extend",
        default=[],
        metavar="CODE",
        help=language.text("divisions that they answer for, with all below"),
    )
    password = commands.add_parser("password", help=language.text("give an account another password"))
    password.add_argument("name")
    remove = commands.add_parser("remove", help=language.text("end an account and its rights"))
    remove.add_argument("name")
    listed = commands.add_parser("list", help=language.text("list everybody who may sign in"))
    for command in (add, password):
        command.add_argument(
            "--password-stdin",
            action="store_true",
            help=language.text("read the password from standard input instead of asking for it"),
        )
    for command in (add, password, remove, listed):
        add_json(command, language)
    user.set_defaults(run=run)


def run(options: Namespace, language: Language) -> int:
    """Do it and say what was done. Raises AtlasError where it cannot be done; then nothing has changed."""
    divisions = load_divisions()
    access = Access(data_folder(), divisions)
    accounts = Accounts(data_folder(), Passwords())
    match options.user_command:
        case "add":
            return _add(options, language, access, accounts, divisions)
        case "password":
            return _password(options, language, accounts)
        case "remove":
            return _remove(options, language, access, accounts, divisions)
        case _:
            return _list(options, language, access, accounts)


def _add(
    options: Namespace,
    language: Language,
    access: Access,
    accounts: Accounts,
    divisions: Divisions,
) -> int:
    # Whom an identity provider vouches for needs no password here.
    by_provider = "@" in options.name
    name = person_key(options.name) if by_provider else account_name(options.name)
    check_person(access.path, divisions, name, Role(options.role), options.division)
    password = "" if by_provider else _asked(name, language, from_stdin=options.password_stdin)
    write_person(access.path, divisions, name, Role(options.role), options.division)
    if not by_provider:
        accounts.add(name, password)
    said = language.text("{name} may sign in now, as {role}.", name=name, role=options.role)
    result = {"name": name, "role": options.role, "divisions": options.division}
    return give(Answer(CLEAN, (said,), result), options, language)


def _password(options: Namespace, language: Language, accounts: Accounts) -> int:
    name = account_name(options.name)
    if accounts.hash_of(name) is None:
        raise AtlasError(Problem("unknown_account", {"name": name}))
    accounts.add(name, _asked(name, language, from_stdin=options.password_stdin))
    said = language.text("{name} has another password now and is signed out everywhere.", name=name)
    return give(Answer(CLEAN, (said,), {"name": name}), options, language)


def _remove(
    options: Namespace,
    language: Language,
    access: Access,
    accounts: Accounts,
    divisions: Divisions,
) -> int:
    name = person_key(options.name)
    if accounts.hash_of(name) is None and name not in access.settings.people:
        raise AtlasError(*access.problems, Problem("unknown_account", {"name": options.name[:80]}))
    # The account first: without it nobody comes in, whatever else cannot be written.
    if accounts.hash_of(name) is not None:
        accounts.remove(name)
    remove_person(access.path, divisions, name)
    said = language.text("{name} can no longer sign in. What they submitted stays.", name=name)
    return give(Answer(CLEAN, (said,), {"name": name}), options, language)


def _list(options: Namespace, language: Language, access: Access, accounts: Accounts) -> int:
    if access.problems:
        raise AtlasError(*access.problems)
    with_password = accounts.names()
    people = access.settings.people
    actors = [access.actor_named(name) for name in sorted({*people, *with_password})]
    rows = [
        {
            "name": actor.name,
            "role": actor.role.value,
            "divisions": list(actor.divisions),
            "password": actor.name in with_password,
        }
        for actor in actors
    ]
    lines = [f"{actor.name:<24} {actor.role:<14} {' '.join(actor.divisions)}" for actor in actors]
    nobody = language.text("Nobody yet. Add somebody with “python -m atlas user add NAME --role ROLE”.")
    return give(Answer(CLEAN, lines or (nobody,), {"people": rows}), options, language)


def _asked(name: str, language: Language, *, from_stdin: bool) -> str:
    """The password from standard input, or typed twice without being shown."""
    if from_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    elif not sys.stdin.isatty():
        raise AtlasError(Problem("no_password"))
    else:
        password = getpass(language.text("Password of {name}: ", name=name))
        if getpass(language.text("The same again: ")) != password:
            raise AtlasError(Problem("passwords_differ"))
    require_strength(password, name)
    return password

"""What commands share: the atlas of this machine, its options, and who acts."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from atlas.access import Actor, at_terminal
from atlas.access.settings import person_key
from atlas.datasets import Dataset
from atlas.ingest.spreadsheet.period_forms import read_period
from atlas.language import Language
from atlas.periods import Period
from atlas.problems import AtlasError, Problem
from atlas.workspace import Workspace, open_workspace


def opened() -> Workspace:
    """The atlas of this machine."""
    return open_workspace()


def add_json(parser: ArgumentParser, language: Language) -> None:
    """--json, which every command has."""
    parser.add_argument(
        "--json", action="store_true", help=language.text("write the result as JSON, for programs")
    )


def add_dataset(parser: ArgumentParser, language: Language) -> None:
    """--dataset."""
    parser.add_argument(
        "--dataset",
        type=Dataset,
        choices=tuple(Dataset),
        default=Dataset.PUBLISHED,
        help=language.text("published (real figures, unless said otherwise) or demonstration"),
    )


def add_actor(parser: ArgumentParser, language: Language) -> None:
    """--as, the person on whose behalf the command acts."""
    parser.add_argument(
        "--as",
        dest="person",
        metavar="NAME",
        help=language.text(
            "who acts: a person of the access file; without it, you as this machine knows you"
        ),
    )


def add_output(parser: ArgumentParser, language: Language) -> None:
    """--output and --replace."""
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=language.text("where to write it"))
    parser.add_argument(
        "--replace", action="store_true", help=language.text("write over a file that is there already")
    )


def acting(work: Workspace, options: Namespace) -> Actor:
    """Who acts: whom --as names, or else the account of the operating system.

    Whoever can read the data folder is taken at their word: they could change the files themselves.
    AtlasError "unknown_person".
    """
    if options.person is None:
        return at_terminal()
    if person_key(options.person) not in work.access.settings.people:
        raise AtlasError(*work.access.problems, Problem("unknown_person", {"name": options.person[:80]}))
    return work.access.actor_named(person_key(options.person))


def period_of(options: Namespace) -> Period | None:
    """What --period says: a code, or as a cell of a spreadsheet may say it. AtlasError "unknown_period"."""
    if not options.period:
        return None
    return read_period(options.period) or Period.parse(options.period)


def read(path: Path) -> bytes:
    """The content of a file. AtlasError "unreadable_file"."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise AtlasError(Problem("unreadable_file", {"file": str(path)})) from error


def write(path: Path, content: bytes, *, replace: bool) -> None:
    """Write a file, over another only if `replace`. AtlasError "file_exists" or "unwritable_file"."""
    try:
        with path.open("wb" if replace else "xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise AtlasError(Problem("file_exists", {"file": str(path)})) from error
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise AtlasError(Problem("unwritable_file", {"file": str(path), "why": why})) from error

"""The command line: `python -m atlas …` does what the pages do, for scripts and for people at a terminal.

Exit codes: 0 clean, 1 done but problems were found, 2 unusable input.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from atlas.commands import COMMANDS
from atlas.commands.answer import UNUSABLE, Answer, give
from atlas.language import Language
from atlas.problems import AtlasError, Problem


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    language = _terminal_language()
    typed = sys.argv[1:] if arguments is None else arguments
    try:
        options = parser(language).parse_args(typed)
    except UsageError as error:
        return _misunderstood(error, typed, language)
    _encode(for_programs=options.json)
    try:
        code: int = options.run(options, language)
        sys.stdout.flush()
    except AtlasError as error:
        return give(Answer(UNUSABLE, problems=_with_hints(error.problems)), options, language)
    except BrokenPipeError:
        # Whoever read the output has gone; Python must not complain about that when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNUSABLE
    return code


class UsageError(Exception):
    """What was typed is no command: the parser that gave up, and what it says."""

    def __init__(self, own: argparse.ArgumentParser, message: str) -> None:
        super().__init__(message)
        self.own = own


class Parser(argparse.ArgumentParser):
    """Raises UsageError instead of ending the program, so that who asked for JSON gets JSON."""

    def error(self, message: str) -> NoReturn:
        """Raise it."""
        raise UsageError(self, message)


def _misunderstood(error: UsageError, typed: Sequence[str], language: Language) -> int:
    if "--json" not in typed:
        # As argparse tells people, which ends the program.
        argparse.ArgumentParser.error(error.own, str(error))
    problem = Problem("wrong_usage", {"message": str(error)})
    return give(Answer(UNUSABLE, problems=(problem,)), argparse.Namespace(json=True), language)


def parser(language: Language) -> argparse.ArgumentParser:
    """All commands with their options."""
    whole: argparse.ArgumentParser = Parser(
        prog="python -m atlas",
        description=language.text("An atlas of public legal services for China's provinces"),
    )
    commands = whole.add_subparsers(required=True, metavar="command")
    for command in COMMANDS:
        command.register(commands, language)
    return whole


def _with_hints(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """At the command line the program that has the database open is most often the atlas itself."""
    in_use = any(problem.id == "database_in_use" for problem in problems)
    return (*problems, Problem("atlas_is_running")) if in_use else tuple(problems)


def _encode(*, for_programs: bool) -> None:
    """Programs read UTF-8 whatever the terminal does; no character may stop a sentence for people."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if for_programs else None, errors="backslashreplace")


def _terminal_language() -> Language:
    setting = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "en"
    )
    return Language("zh" if setting.lower().startswith("zh") else "en")


if __name__ == "__main__":
    sys.exit(main())

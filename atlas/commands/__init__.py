"""What can be done at the command line: one module for each command, and what they share."""

from argparse import ArgumentParser, _SubParsersAction
from typing import Protocol

from atlas.commands import (
    accept,
    batches,
    check,
    decline,
    demonstration,
    export,
    kit,
    names,
    redo,
    release,
    template,
    undo,
    user,
    withdraw,
)
from atlas.language import Language


class Command(Protocol):
    """A module that adds a command whose `run(options, language)` returns the exit code."""

    def register(self, subparsers: "_SubParsersAction[ArgumentParser]", language: Language) -> None:
        """Add the command, its options, and what runs it."""


COMMANDS: tuple[Command, ...] = (
    check,
    accept,
    undo,
    redo,
    batches,
    release,
    decline,
    withdraw,
    names,
    template,
    export,
    kit,
    demonstration,
    user,
)

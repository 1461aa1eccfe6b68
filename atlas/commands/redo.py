"""`redo BATCH`: let an undone batch count again."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

from atlas.commands.batch_change import add_batch, change_batch
from atlas.language import Language
from atlas.messages import N_
from atlas.store import Store


def register(subparsers: "_SubParsersAction[ArgumentParser]", language: Language) -> None:
    """Add the command."""
    parser = subparsers.add_parser("redo", help=language.text("let an undone batch count again"))
    add_batch(parser, language, reason_needed=False)
    parser.set_defaults(run=run)


def run(options: Namespace, language: Language) -> int:
    """Do it."""
    return change_batch(options, language, Store.redo, N_("Batch {batch} counts again."))

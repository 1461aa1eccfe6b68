"""`withdraw BATCH`: take one's own submission back before it counts."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

from atlas.commands.batch_change import add_batch, change_batch
from atlas.language import Language
from atlas.messages import N_
from atlas.store import Store


def register(subparsers: "_SubParsersAction[ArgumentParser]", language: Language) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "withdraw", help=language.text("take your own submission back before it counts")
    )
    add_batch(parser, language, reason_needed=True)
    parser.set_defaults(run=run)


def run(options: Namespace, language: Language) -> int:
    """Do it."""
    return change_batch(
        options, language, Store.withdraw, N_("Batch {batch} is withdrawn and does not count.")
    )

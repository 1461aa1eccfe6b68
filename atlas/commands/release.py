"""`release BATCH`: let a submitted batch count."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

from atlas.commands.batch_change import add_batch, change_batch
from atlas.language import Language
from atlas.messages import N_
from atlas.store import Store


def register(subparsers: "_SubParsersAction[ArgumentParser]", language: Language) -> None:
    """Add the command."""
    parser = subparsers.add_parser("release", help=language.text("let a submitted batch count"))
    add_batch(parser, language, reason_needed=False)
    parser.set_defaults(run=run)


def run(options: Namespace, language: Language) -> int:
    """Do it."""
    return change_batch(
        options, language, Store.release, N_("Batch {batch} is released and counts from now on.")
    )

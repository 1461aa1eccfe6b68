"""`undo BATCH`: let an accepted batch count no longer."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

from atlas.commands.batch_change import add_batch, change_batch
from atlas.language import Language
from atlas.messages import N_
from atlas.store import Store


def register(subparsers: "_SubParsersAction[ArgumentParser]", language: Language) -> None:
    """Add the command."""
    parser = subparsers.add_parser("undo", help=language.text("let an accepted batch count no longer"))
    add_batch(parser, language, reason_needed=True)
    parser.set_defaults(run=run)


def run(options: Namespace, language: Language) -> int:
    """Do it."""
    return change_batch(
        options,
        language,
        Store.undo,
        N_("Batch {batch} is undone. Nothing was deleted; “redo” puts it back."),
    )

"""What undo, redo, release, decline and withdraw have in common: one batch, somebody who acts, a reason."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from atlas.access import Actor
from atlas.commands.answer import CLEAN, Answer, give
from atlas.commands.here import acting, add_actor, add_dataset, add_json, opened
from atlas.language import Language
from atlas.problems import AtlasError, Problem
from atlas.store import Store

Change = Callable[[Store, str, Actor, str], None]


def add_batch(parser: ArgumentParser, language: Language, *, reason_needed: bool) -> None:
    """The batch, the reason, and who acts."""
    parser.add_argument("batch", metavar="BATCH", help=language.text("the batch, as “batches” names it"))
    parser.add_argument("--reason", default="", help=language.text("why; it is kept in the history"))
    parser.set_defaults(reason_needed=reason_needed)
    add_actor(parser, language)
    add_dataset(parser, language)
    add_json(parser, language)


def change_batch(options: Namespace, language: Language, change: Change, message: str) -> int:
    """Do it, and say so with `message`, whose brace is the batch.

    AtlasError "reason_needed", and what the store raises.
    """
    reason = options.reason.strip()
    if options.reason_needed and not reason:
        raise AtlasError(Problem("reason_needed"))
    work = opened()
    store = work.store(options.dataset)
    change(store, options.batch, acting(work, options), reason)
    answer = Answer(
        code=CLEAN,
        lines=[language.text(message, batch=options.batch)],
        result={"batch": options.batch, "state": store.batch(options.batch).state.value},
    )
    return give(answer, options, language)

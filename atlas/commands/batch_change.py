"""What undo, redo, release and decline have in common: one batch, somebody who acts, a reason."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from atlas.access import Actor
from atlas.commands.answer import CLEAN, Answer, give
from atlas.commands.here import acting, add_actor, add_dataset, add_json, opened
from atlas.language import Language
from atlas.store import Store

Change = Callable[[Store, str, Actor, str], None]


def add_batch(parser: ArgumentParser, language: Language, *, reason_needed: bool) -> None:
    """The batch, the reason, and who acts."""
    parser.add_argument("batch", metavar="BATCH", help=language.text("the batch, as “batches” names it"))
    parser.add_argument(
        "--reason", required=reason_needed, default="", help=language.text("why; it is kept in the history")
    )
    add_actor(parser, language)
    add_dataset(parser, language)
    add_json(parser, language)


def change_batch(options: Namespace, language: Language, change: Change, message: str) -> int:
    """Do it, and say so with `message`, whose brace is the batch."""
    work = opened()
    store = work.store(options.dataset)
    change(store, options.batch, acting(work, options), options.reason)
    answer = Answer(
        code=CLEAN,
        lines=[language.text(message, batch=options.batch)],
        result={"batch": options.batch, "state": store.batch(options.batch).state.value},
    )
    return give(answer, options, language)

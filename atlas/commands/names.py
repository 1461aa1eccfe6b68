"""`names`: what people have taught the atlas to read, and forgetting it."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

from atlas.commands.answer import CLEAN, Answer, give
from atlas.commands.here import acting, add_actor, add_dataset, add_json, opened
from atlas.ingest.spreadsheet.name_keys import name_key
from atlas.language import Language
from atlas.problems import AtlasError, Problem
from atlas.store import AliasKind, Store, Taught
from atlas.views.taught_names import TaughtName, taught_names
from atlas.workspace import Workspace


def register(subparsers: "_SubParsersAction[ArgumentParser]", language: Language) -> None:
    """Add the command."""
    parser = subparsers.add_parser("names", help=language.text("list the names that people have taught"))
    parser.add_argument(
        "--forget", metavar="NAME", help=language.text("read this name no longer as it was taught")
    )
    parser.add_argument(
        "--kind",
        type=AliasKind,
        choices=tuple(AliasKind),
        help=language.text("forget only what a division, or only what a column is called"),
    )
    add_actor(parser, language)
    add_dataset(parser, language)
    add_json(parser, language)
    parser.set_defaults(run=run)


def run(options: Namespace, language: Language) -> int:
    """List them, after forgetting one where that is asked for."""
    work = opened()
    store, actor = work.store(options.dataset), acting(work, options)
    forgotten = _to_forget(store, options) if options.forget else ()
    for each in forgotten:
        store.teach(each.kind, each.text, "", actor)
    left = taught_names(work, options.dataset, actor, language)
    lines = [language.text("“{name}” is forgotten.", name=each.text) for each in forgotten]
    lines += [_line(each, language) for each in left]
    answer = Answer(
        code=CLEAN,
        lines=lines or [language.text("Nobody has taught a name yet.")],
        result={"names": _json(work, options), "forgotten": [each.text for each in forgotten]},
    )
    return give(answer, options, language)


def _to_forget(store: Store, options: Namespace) -> tuple[Taught, ...]:
    """The names meant. AtlasError "name_not_taught"."""
    found = tuple(
        each
        for each in store.taught()
        if each.text == name_key(options.forget) and options.kind in (None, each.kind)
    )
    if not found:
        raise AtlasError(Problem("name_not_taught", {"name": options.forget[:80]}))
    return found


def _line(name: TaughtName, language: Language) -> str:
    return language.text(
        "“{name}” is read as {meaning}. {who}, {when}",
        name=name.text,
        meaning=name.meaning,
        who=name.who,
        when=name.when,
    )


def _json(work: Workspace, options: Namespace) -> list[dict[str, str]]:
    return [
        {
            "kind": each.kind.value,
            "name": each.text,
            "target": each.target,
            "by": each.by,
            "at": each.at.isoformat(),
        }
        for each in work.store(options.dataset).taught()
    ]

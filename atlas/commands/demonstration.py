"""`demonstration`: make the database of invented figures."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

from atlas.commands.answer import CLEAN, PROBLEMS, Answer, give
from atlas.commands.here import add_json, opened
from atlas.commands.progress import bar
from atlas.datasets import Dataset
from atlas.demonstration import make_demonstration
from atlas.ingest.published import load_published
from atlas.language import Language


def register(subparsers: "_SubParsersAction[ArgumentParser]", language: Language) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "demonstration", help=language.text("make the database of invented figures")
    )
    parser.add_argument(
        "--replace", action="store_true", help=language.text("make it again if it is there already")
    )
    add_json(parser, language)
    parser.set_defaults(run=run)


def run(options: Namespace, language: Language) -> int:
    """Make it."""
    work = opened()
    path = work.database(Dataset.DEMONSTRATION)
    path.parent.mkdir(parents=True, exist_ok=True)
    published = load_published(work.definitions, work.divisions)
    progress = bar(language.text("Inventing figures…"), options, language)
    rows = make_demonstration(
        path, work.divisions, work.definitions, published, progress, replace=options.replace
    )
    line = language.text("{file}: {count} invented figures.", file=path, count=language.number(rows))
    if not rows:
        line = language.text("{file} is there already. Add --replace to make it again.", file=path)
    answer = Answer(
        code=PROBLEMS if work.problems else CLEAN,
        lines=[line],
        result={"file": str(path), "observations": rows},
        problems=work.problems,
    )
    return give(answer, options, language)

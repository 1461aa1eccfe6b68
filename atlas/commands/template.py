"""`template CODE PERIOD`: the spreadsheet that divisions fill in."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from atlas.commands.answer import CLEAN, PROBLEMS, Answer, give
from atlas.commands.here import add_dataset, add_json, add_output, opened, write
from atlas.datasets import Dataset
from atlas.divisions import Level
from atlas.export.template import template
from atlas.language import LANGUAGES, Language
from atlas.periods import Period
from atlas.problems import AtlasError, Problem
from atlas.store import Store
from atlas.workspace import Workspace


def register(subparsers: "_SubParsersAction[ArgumentParser]", language: Language) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "template", help=language.text("make the spreadsheet that divisions fill in for a period")
    )
    parser.add_argument("division", metavar="CODE", help=language.text("the division, as its code"))
    parser.add_argument(
        "period", metavar="PERIOD", help=language.text("the period: 2025-03, 2025-Q1, 2025-H1 or 2025")
    )
    parser.add_argument(
        "--level",
        type=Level,
        choices=tuple(Level)[1:],
        help=language.text("the level of the rows; counties of a province or a city unless said otherwise"),
    )
    parser.add_argument(
        "--topic",
        action="append",
        default=[],
        dest="topics",
        metavar="TOPIC",
        help=language.text("only the measures of this topic; may be given several times"),
    )
    parser.add_argument("--lang", choices=LANGUAGES, help=language.text("the language of the file"))
    add_output(parser, language)
    add_dataset(parser, language)
    add_json(parser, language)
    parser.set_defaults(run=run)


def run(options: Namespace, language: Language) -> int:
    """Write it."""
    work = opened()
    period = Period.parse(options.period)
    store, problems = _store(work, options.dataset)
    content = template(
        work.divisions,
        work.definitions,
        store,
        options.division,
        period,
        Language(options.lang or language.code),
        level=options.level,
        topics=options.topics,
    )
    path = options.output or Path(f"template_{options.division}_{period}.xlsx")
    write(path, content, replace=options.replace)
    answer = Answer(
        code=PROBLEMS if problems else CLEAN,
        lines=[language.text("{file} is written.", file=path)],
        result={"file": str(path)},
        problems=problems,
    )
    return give(answer, options, language)


def _store(work: Workspace, dataset: Dataset) -> tuple[Store | None, tuple[Problem, ...]]:
    """The figures of the month before; a template can do without them, and then that is said."""
    try:
        return work.store(dataset), ()
    except AtlasError as error:
        return None, (*error.problems, Problem("no_earlier_figures"))

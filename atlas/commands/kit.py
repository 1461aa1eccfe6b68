"""`kit`: pinned views as slides, a workbook or another form, the same that the pages give."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from atlas.commands.answer import CLEAN, Answer, give
from atlas.commands.here import add_json, add_output, opened, write
from atlas.commands.progress import bar
from atlas.language import LANGUAGES, Language
from atlas.problems import AtlasError, Problem

BASE = "http://localhost:8501"
"""Where `make run` serves the atlas."""


def register(subparsers: "_SubParsersAction[ArgumentParser]", language: Language) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "kit", help=language.text("write views as slides, a brief, a workbook or images for a meeting")
    )
    parser.add_argument(
        "--pin",
        action="append",
        required=True,
        dest="pins",
        metavar="VIEW",
        help=language.text("a view, as the page and the query of its link; may be given several times"),
    )
    parser.add_argument(
        "--base",
        default=BASE,
        metavar="ADDRESS",
        help=language.text("where the atlas is served, for the links back ({base} without it)", base=BASE),
    )
    parser.add_argument("--lang", choices=LANGUAGES, help=language.text("the language of the file"))
    add_output(parser, language)
    add_json(parser, language)
    parser.set_defaults(run=run)


def run(options: Namespace, language: Language) -> int:
    """Write it; the ending of the file's name says in which form."""
    # Slides and maps need libraries that take seconds to load, and few other commands need them.
    from atlas.commands.kit_views import checked
    from atlas.export.kit import FORMS, kit_file

    output: Path | None = options.output
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    if output is None or suffix not in FORMS:
        raise AtlasError(Problem("unknown_form", {"forms": ", ".join(f".{each}" for each in FORMS)}))
    words = Language(options.lang or language.code)
    work = opened()
    pins = checked(work, options.pins, words, single=FORMS[suffix].single)
    if output.exists() and not options.replace:
        raise AtlasError(Problem("file_exists", {"file": str(output)}))
    exhibits, content = kit_file(
        work, pins, suffix, options.base, words, bar(language.text("Making the file"), options, language)
    )
    write(output, content, replace=options.replace)
    line = language.text("{file} is written.", file=output)
    said = {"file": str(output), "views": [exhibit.title for exhibit in exhibits]}
    return give(Answer(CLEAN, [line], said), options, language)

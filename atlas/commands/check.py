"""`check FILE`: say what is wrong with a spreadsheet, and write nothing."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from atlas.commands.answer import CLEAN, PROBLEMS, Answer, give
from atlas.commands.file_check import add_file, checked_file, report_json, report_lines
from atlas.commands.here import opened, write
from atlas.export.corrected_template import corrected_template
from atlas.export.marked_spreadsheet import marked_spreadsheet
from atlas.language import Language


def register(subparsers: "_SubParsersAction[ArgumentParser]", language: Language) -> None:
    """Add the command."""
    parser = subparsers.add_parser("check", help=language.text("say what is wrong with a spreadsheet"))
    parser.add_argument(
        "--marked",
        type=Path,
        metavar="XLSX",
        help=language.text("write the same spreadsheet with its faulty cells coloured and commented"),
    )
    parser.add_argument(
        "--corrected",
        type=Path,
        metavar="XLSX",
        help=language.text("write a template with what is right filled in"),
    )
    parser.add_argument(
        "--replace", action="store_true", help=language.text("write over a file that is there already")
    )
    add_file(parser, language)
    parser.set_defaults(run=run)


def run(options: Namespace, language: Language) -> int:
    """Check it."""
    work = opened()
    check = checked_file(work, options, language)
    if options.marked:
        content = marked_spreadsheet(check.checked, language, check.known)
        write(options.marked, content, replace=options.replace)
    if options.corrected:
        store = work.store(options.dataset)
        content = corrected_template(work.divisions, work.definitions, store, check.checked, language)
        write(options.corrected, content, replace=options.replace)
    answer = Answer(
        code=PROBLEMS if check.errors or check.warnings else CLEAN,
        lines=report_lines(check, language),
        result=report_json(check, language),
    )
    return give(answer, options, language)

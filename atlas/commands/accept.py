"""`accept FILE`: bring the figures of a spreadsheet in, wholly or not at all."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

from atlas.commands.answer import CLEAN, PROBLEMS, Answer, give
from atlas.commands.file_check import FileCheck, add_file, checked_file, report_json, report_lines
from atlas.commands.here import opened, read
from atlas.language import Language
from atlas.problems import Problem
from atlas.store import BatchLog
from atlas.uploads import known_file, submit
from atlas.workspace import Workspace


def register(subparsers: "_SubParsersAction[ArgumentParser]", language: Language) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "accept", help=language.text("bring the figures of a spreadsheet in; they count at once")
    )
    parser.add_argument(
        "--partial",
        action="store_true",
        help=language.text("where rows have errors, accept the others; otherwise nothing is accepted"),
    )
    parser.add_argument(
        "--accept-warnings",
        action="store_true",
        help=language.text("accept although there are warnings, which were looked at"),
    )
    parser.add_argument("--remark", default="", help=language.text("a remark; it is kept in the history"))
    add_file(parser, language)
    parser.set_defaults(run=run)


def run(options: Namespace, language: Language) -> int:
    """Accept it, or say why not."""
    work = opened()
    known = known_file(work, options.dataset, read(options.file))
    if known is not None:
        return give(_known(known, options, language), options, language)
    check = checked_file(work, options, language)
    refusals = _refusals(check, options)
    lines, result = list(report_lines(check, language)), report_json(check, language)
    if refusals:
        answer = Answer(PROBLEMS, lines, {**result, "accepted": False, "batch": None}, refusals)
    else:
        answer = _submitted(work, check, options, language, lines, result)
    return give(answer, options, language)


def _submitted(
    work: Workspace,
    check: FileCheck,
    options: Namespace,
    language: Language,
    lines: list[str],
    result: dict[str, object],
) -> Answer:
    done = submit(work, options.dataset, check.checked, check.content, check.actor, options.remark)
    said = language.plural(
        "Batch {batch}: {count} figure.",
        "Batch {batch}: {count} figures.",
        done.accepted_figures,
        batch=done.batch.id,
    )
    outcome = language.text("They count from now on.")
    if not done.counts:
        outcome = language.text("They count as soon as somebody else has released them.")
    told = {**result, **_batch(done.batch), "accepted": done.counts, "figures": done.accepted_figures}
    code = PROBLEMS if check.errors else CLEAN
    return Answer(code, [*lines, language.sentences((said, outcome))], told)


def _known(batch: BatchLog, options: Namespace, language: Language) -> Answer:
    """The same file again, as after an interruption: it is in, so all is well."""
    line = language.text(
        "{file} is in already, as batch {batch}. Nothing was changed.",
        file=options.file.name,
        batch=batch.id,
    )
    return Answer(CLEAN, [line], {**_batch(batch), "accepted": False, "known": True, "findings": []})


def _refusals(check: FileCheck, options: Namespace) -> list[Problem]:
    """Why nothing is accepted as it stands."""
    file = options.file.name
    refusals = []
    if check.errors and not options.partial:
        refusals.append(Problem("rows_have_errors", {"file": file}))
    if not check.checked.acceptable.num_rows:
        refusals = [Problem("no_figures", {"file": file})]
    elif check.warnings and not options.accept_warnings:
        refusals.append(Problem("warnings_not_ticked", {"file": file}))
    return refusals


def _batch(batch: BatchLog) -> dict[str, object]:
    return {"batch": batch.id, "state": batch.state.value}

"""The command line: `python -m atlas …` does what the pages do, for scripts and for people at a terminal.

Exit codes: 0 clean, 1 done but problems were found, 2 unusable input.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from atlas.datasets import Dataset
from atlas.demonstration import make_demonstration
from atlas.ingest.published import load_published
from atlas.language import Language
from atlas.problems import AtlasError, Problem
from atlas.workspace import Workspace, open_workspace

CLEAN, PROBLEMS, UNUSABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    language = _terminal_language()
    options = _parser(language).parse_args(arguments)
    try:
        work = open_workspace()
        path, rows = _demonstration(work, language, options.replace, quiet=options.json)
    except AtlasError as error:
        _report(language, error.problems, as_json=options.json, code=UNUSABLE)
        return UNUSABLE
    code = PROBLEMS if work.problems else CLEAN
    if options.json:
        _report(language, work.problems, as_json=True, code=code, file=str(path), observations=rows)
        return code
    if rows:
        print(language.text("{file}: {count} invented figures.", file=path, count=language.number(rows)))
    else:
        print(language.text("{file} is there already. Add --replace to make it again.", file=path))
    _report(language, work.problems, as_json=False, code=code)
    return code


def _demonstration(work: Workspace, language: Language, replace: bool, *, quiet: bool) -> tuple[Path, int]:
    path = work.database(Dataset.DEMONSTRATION)
    path.parent.mkdir(parents=True, exist_ok=True)
    published = load_published(work.definitions, work.divisions)
    progress = _silent if quiet else _bar(language)
    rows = make_demonstration(path, work.divisions, work.definitions, published, progress, replace=replace)
    return path, rows


def _parser(language: Language) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m atlas",
        description=language.text("An atlas of public legal services for China's provinces"),
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    made = commands.add_parser("demonstration", help=language.text("make the database of invented figures"))
    made.add_argument(
        "--replace", action="store_true", help=language.text("make it again if it is there already")
    )
    made.add_argument(
        "--json", action="store_true", help=language.text("write the result as JSON, for programs")
    )
    return parser


def _report(
    language: Language, problems: Sequence[Problem], *, as_json: bool, code: int, **result: object
) -> None:
    sentences = [language.problem(problem) for problem in problems]
    if as_json:
        print(json.dumps({"code": code, **result, "problems": sentences}, ensure_ascii=False))
        return
    for sentence in sentences:
        print(sentence, file=sys.stderr)


def _bar(language: Language) -> Callable[[float], None]:
    """A progress bar on one line of standard error; nothing where that is not a terminal."""
    if not sys.stderr.isatty():
        return _silent
    label = language.text("Inventing figures…")

    def show(share: float) -> None:
        filled = "█" * int(share * 30)
        end = "\n" if share >= 1 else ""
        print(
            f"\r{label} {filled:<30} {language.percent(share * 100, 0)}", end=end, file=sys.stderr, flush=True
        )

    return show


def _silent(_: float) -> None:
    """Progress that nobody watches."""


def _terminal_language() -> Language:
    setting = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "en"
    )
    return Language("zh" if setting.lower().startswith("zh") else "en")


if __name__ == "__main__":
    sys.exit(main())

"""`export`: the current figures of a view as CSV or XLSX, the same that its page shows."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

import pandas as pd

from atlas.commands.answer import CLEAN, Answer, give
from atlas.commands.here import add_dataset, add_json, add_output, opened, write
from atlas.export.csv_file import csv_file
from atlas.export.xlsx_file import xlsx_file
from atlas.language import LANGUAGES, Language

PARAMETERS = ("indicator", "division", "level", "period", "grade", "known")
"""Options with the names and the values of a link's parameters."""


def register(subparsers: "_SubParsersAction[ArgumentParser]", language: Language) -> None:
    """Add the command."""
    parser = subparsers.add_parser("export", help=language.text("write the figures of a map as CSV or XLSX"))
    parser.add_argument("--indicator", help=language.text("the indicator, by its name in indicators.yaml"))
    parser.add_argument("--division", help=language.text("the division, as its code; the country without it"))
    parser.add_argument(
        "--level", help=language.text("the level of the rows: province, city, county, township")
    )
    parser.add_argument("--period", help=language.text("the period: 2025-03, 2025-Q1, 2025-H1 or 2025"))
    parser.add_argument("--grade", help=language.text("the weakest grade of sources admitted"))
    parser.add_argument("--known", metavar="DAY", help=language.text("as known on this day: 2026-03-05"))
    parser.add_argument("--lang", choices=LANGUAGES, help=language.text("the language of the file"))
    add_output(parser, language)
    add_dataset(parser, language)
    add_json(parser, language)
    parser.set_defaults(run=run)


def run(options: Namespace, language: Language) -> int:
    """Write it to the file, or to standard output."""
    # Classes of maps need libraries that take seconds to load, and no other command needs them.
    from atlas.commands.exported_view import exported_view

    words = Language(options.lang or language.code)
    asked = {name: value for name in PARAMETERS if (value := getattr(options, name)) is not None}
    view = exported_view(opened(), {**asked, "dataset": options.dataset}, words)
    said: dict[str, object] = {"title": view.title, "rows": len(view.table)}
    content = csv_file(view.table, view.notes)
    if options.output is None:
        lines = [content.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")]
        return give(Answer(CLEAN, lines, {**said, "figures": _records(view.table)}), options, language)
    if options.output.suffix.lower() == ".xlsx":
        content = xlsx_file(view.table, view.notes, words.code, words.text("Table"))
    write(options.output, content, replace=options.replace)
    line = language.text("{file} is written.", file=options.output)
    return give(Answer(CLEAN, [line], {**said, "file": str(options.output)}), options, language)


def _records(table: pd.DataFrame) -> list[dict[str, object]]:
    rows = table.astype(object).where(table.notna(), None)
    return [{str(name): cell for name, cell in row.items()} for row in rows.to_dict("records")]

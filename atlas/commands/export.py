"""`export`: the current figures of a view as CSV or XLSX, the same that its page shows."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

import pandas as pd

from atlas.commands.answer import CLEAN, Answer, give
from atlas.commands.here import add_dataset, add_json, add_output, opened, write
from atlas.datasets import Dataset
from atlas.export.csv_file import csv_file
from atlas.export.xlsx_file import xlsx_file
from atlas.language import LANGUAGES, Language
from atlas.problems import AtlasError
from atlas.views.map_view import MapView, map_view
from atlas.views.selection import Selection, read_selection
from atlas.views.sentence import title
from atlas.views.table import view_table
from atlas.workspace import Workspace

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
    work = opened()
    words = Language(options.lang or language.code)
    view = map_view(work, _selection(work, options, words))
    table, notes = view_table(work, view, words), _notes(view, words)
    said = {"title": title(view, words), "rows": len(table)}
    if options.output is None:
        lines = [csv_file(table, notes).decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")]
        return give(Answer(CLEAN, lines, {**said, "figures": _records(table)}), options, language)
    content = csv_file(table, notes)
    if options.output.suffix.lower() == ".xlsx":
        content = xlsx_file(table, notes, words.code, words.text("Table"))
    write(options.output, content, replace=options.replace)
    line = language.text("{file} is written.", file=options.output)
    return give(Answer(CLEAN, [line], {**said, "file": str(options.output)}), options, language)


def _selection(work: Workspace, options: Namespace, words: Language) -> Selection:
    """What the options ask for. Where a page would show something else and say so, a command stops."""
    parameters = {name: value for name in PARAMETERS if (value := getattr(options, name)) is not None}
    reading = read_selection({**parameters, "dataset": options.dataset}, work, words.code)
    if reading.problems:
        raise AtlasError(*reading.problems)
    return reading.selection


def _notes(view: MapView, words: Language) -> tuple[str, ...]:
    notes = [title(view, words)]
    if view.selection.dataset is Dataset.DEMONSTRATION:
        notes.insert(0, words.text("Demonstration: every figure in this file is invented."))
    return tuple(notes)


def _records(table: pd.DataFrame) -> list[dict[str, object]]:
    rows = table.astype(object).where(table.notna(), None)
    return [{str(name): cell for name, cell in row.items()} for row in rows.to_dict("records")]

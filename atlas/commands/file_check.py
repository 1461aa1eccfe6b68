"""What check and accept have in common: a file, how it is checked, and what was found in words."""

import math
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from atlas.access import Actor
from atlas.commands.here import acting, add_actor, add_dataset, add_json, period_of, read
from atlas.commands.progress import bar
from atlas.export.cell_faults import Meanings, advice, suggested
from atlas.findings import Finding, Severity
from atlas.language import Language
from atlas.uploads import check_file
from atlas.validate import Checked
from atlas.views.finding_text import SEVERITY_NAMES, note_text, sentence_of
from atlas.views.upload_changes import Changes, Effect, changes_of
from atlas.views.upload_words import unread_text
from atlas.workspace import Workspace


@dataclass(frozen=True, eq=False)
class FileCheck:
    """A file that was checked, and for whom; `changes` sets its sound figures beside those that hold."""

    content: bytes
    actor: Actor
    checked: Checked
    known: Meanings
    changes: Changes

    @property
    def errors(self) -> int:
        """How many errors were found."""
        return self.checked.counts[Severity.ERROR]

    @property
    def warnings(self) -> int:
        """How many warnings were found."""
        return self.checked.counts[Severity.WARNING]


def add_file(parser: ArgumentParser, language: Language) -> None:
    """The file and what it is checked by."""
    parser.add_argument("file", type=Path, metavar="FILE", help=language.text("CSV, XLSX, XLS or ODS"))
    parser.add_argument(
        "--period", help=language.text("the period of the figures, where the file does not state it")
    )
    add_actor(parser, language)
    add_dataset(parser, language)
    add_json(parser, language)


def checked_file(work: Workspace, options: Namespace, language: Language) -> FileCheck:
    """Read and check the file. AtlasError where it cannot be used."""
    content = read(options.file)
    actor = acting(work, options)
    progress = bar(language.text("Checking…"), options, language)
    checked = check_file(
        work, options.dataset, content, options.file.name, actor, period_of(options), progress
    )
    return FileCheck(
        content,
        actor,
        checked,
        Meanings.to(checked, work.divisions, work.definitions),
        changes_of(work.store(options.dataset), checked.acceptable),
    )


def report_lines(check: FileCheck, language: Language) -> Iterator[str]:
    """How the file was read, every finding with its cell, and the counts."""
    checked = check.checked
    for note in checked.intake.notes:
        yield note_text(note, language)
    for findings in checked.findings:
        for finding in findings:
            yield _line(finding, language, check.known)
    for column in checked.unread_columns:
        yield unread_text(column, language)
    figures, rows = checked.acceptable.num_rows, len(checked.rejected_rows)
    counts = (
        language.plural("{count} error", "{count} errors", check.errors),
        language.plural("{count} warning", "{count} warnings", check.warnings),
        language.plural("{count} figure can be accepted", "{count} figures can be accepted", figures),
        language.plural("{count} row stays out", "{count} rows stay out", rows),
    )
    yield language.text("; ").join(counts)
    yield language.text("; ").join(_effects(check.changes, language))


def report_json(check: FileCheck, language: Language) -> dict[str, object]:
    """The same for a program; rows and columns count from 1, 0 is the whole file or row."""
    checked = check.checked
    file = checked.intake.file
    return {
        "file": file.file_name,
        "sha256": file.sha256,
        "format": file.format,
        "encoding": file.encoding,
        "layout": checked.intake.layout,
        "notes": [note_text(note, language) for note in checked.intake.notes],
        "counts": {severity.value: checked.counts[severity] for severity in Severity},
        "acceptable_figures": checked.acceptable.num_rows,
        "rejected_rows": checked.rejected_rows.tolist(),
        "unread_columns": [
            {"column": each.column, "heading": each.text, "figures": each.figures}
            for each in checked.unread_columns
        ],
        "changes": {
            **{effect.value: check.changes.count(effect) for effect in Effect},
            "figures": list(_changes(check.changes)),
        },
        "findings": [
            _json(finding, language, check.known) for findings in checked.findings for finding in findings
        ],
    }


def _effects(changes: Changes, language: Language) -> tuple[str, str, str]:
    new, changed, unchanged = (changes.count(effect) for effect in Effect)
    return (
        language.plural("{count} new figure", "{count} new figures", new),
        language.plural("{count} changed figure", "{count} changed figures", changed),
        language.plural("{count} unchanged figure", "{count} unchanged figures", unchanged),
    )


def _changes(changes: Changes) -> Iterator[dict[str, object]]:
    """Every sound figure beside the one that holds; a value is null unless its status is “value”."""
    for each in changes.figures.to_dict("records"):
        yield {
            "row": int(each["row"]),
            "division": each["division"],
            "measure": each["measure"],
            "period": each["period"],
            "effect": str(each["effect"]),
            "before": _number(each["before"]),
            "before_status": each["before_status"],
            "after": _number(each["after"]),
            "after_status": each["after_status"],
        }


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value


def _line(finding: Finding, language: Language, known: Meanings) -> str:
    place = finding.cell if finding.column else language.text("row {row}", row=finding.row)
    where = place if finding.row else language.text("the file")
    severity = language.text(SEVERITY_NAMES[finding.rule.severity])
    parts = (sentence_of(finding, language), advice(finding, language, known))
    said = language.sentences(parts)
    return language.text("{where}: {severity}: {sentence}", where=where, severity=severity, sentence=said)


def _json(finding: Finding, language: Language, known: Meanings) -> dict[str, object]:
    return {
        "rule": finding.rule.id,
        "severity": finding.rule.severity.value,
        "row": finding.row,
        "column": finding.column,
        "cell": finding.cell,
        "value": finding.value,
        "message": sentence_of(finding, language),
        "remedy": advice(finding, language, known),
        "suggestions": list(suggested(finding, language, known)),
    }

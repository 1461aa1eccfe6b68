"""Files as they come from the counties: what is read of each is written beside it."""

from collections.abc import Iterator

import pyarrow as pa
import pytest

from atlas.definitions import load_definitions
from atlas.divisions import load_divisions
from atlas.findings import column_letter
from atlas.ingest.spreadsheet.intake import FIGURE_COLUMNS, Intake, Vocabulary
from atlas.ingest.spreadsheet.reading import read_spreadsheet
from atlas.ingest.spreadsheet.rules import READING_RULES
from atlas.language import Language
from atlas.periods import Period
from atlas.views.finding_text import note_text
from tests.ingest.spreadsheet.corpus import CORPUS
from tests.ingest.spreadsheet.corpus.case import UglyFile

DEFINITIONS = load_definitions()


def _read(case: UglyFile) -> Intake:
    vocabulary = Vocabulary(
        load_divisions(), DEFINITIONS, case.division_aliases, case.column_aliases, case.within,
        Period.parse(case.period) if case.period else None,
    )  # fmt: skip
    return read_spreadsheet(case.content, case.file_name, vocabulary)


def _lines(table: pa.Table) -> Iterator[str]:
    for row in table.to_pylist():
        value = f"{row['value']:.10g}" if row["status"] == "value" else row["status"]
        cell = f"{column_letter(row['column'])}{row['row']}"
        words = (cell, row["division"] or "-", row["measure"] or "-", row["period"] or "-", value)
        over = (f"{row['over_first']}-{row['over_last']}",) if "over_first" in row else ()
        yield " ".join((*words, *over))


@pytest.mark.parametrize("case", CORPUS, ids=[case.name for case in CORPUS])
def test_an_ugly_file_is_read_as_its_author_meant_it(case: UglyFile) -> None:
    intake = _read(case)
    assert list(_lines(intake.figures)) == case.figures.strip().splitlines(), case.why
    assert list(_lines(intake.totals)) == case.totals.strip().splitlines(), case.why
    found = [f"{each.rule.id} {each.cell}".strip() for findings in intake.findings for each in findings]
    assert found == case.found.strip().splitlines(), case.why
    assert intake.figures.schema.names == FIGURE_COLUMNS.names


@pytest.mark.parametrize(
    "case", [case for case in CORPUS if case.notes], ids=[case.name for case in CORPUS if case.notes]
)
def test_what_was_understood_is_said(case: UglyFile) -> None:
    said = [note_text(note, Language("en")) for note in _read(case).notes]
    assert [note for note in case.notes if note not in said] == []


def test_the_corpus_is_as_large_as_promised_and_says_why_of_each_file() -> None:
    assert len(CORPUS) >= 60
    assert len({case.name for case in CORPUS}) == len(CORPUS)
    assert all(case.why for case in CORPUS)


def test_every_rule_of_reading_is_found_in_some_file() -> None:
    found = {line.split()[0] for case in CORPUS for line in case.found.strip().splitlines()}
    assert found == {rule.id for rule in READING_RULES}

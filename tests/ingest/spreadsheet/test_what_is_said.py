"""What is said, and what is not, about how a file was read."""

from atlas.definitions import load_definitions
from atlas.divisions import COUNTRY, load_divisions
from atlas.ingest.spreadsheet.intake import Intake, Vocabulary
from atlas.ingest.spreadsheet.reading import read_spreadsheet
from atlas.language import Language
from atlas.views.finding_text import note_text, sentence_of

ENGLISH = Language("en")


def _read(table: str) -> Intake:
    vocabulary = Vocabulary(load_divisions(), load_definitions(), within=COUNTRY)
    return read_spreadsheet(table.encode(), "2025-03.csv", vocabulary)


def test_figures_of_divisions_across_the_top_are_not_said_to_be_the_uploaders() -> None:
    said = [note_text(note, ENGLISH) for note in _read("指标,云岩区,南明区\n律师人数,312,298\n").notes]
    assert not [note for note in said if note.startswith("All figures are for")]


def test_figures_without_any_division_are_said_to_be_the_uploaders() -> None:
    said = [note_text(note, ENGLISH) for note in _read("指标,数值\n律师人数,312\n").notes]
    assert "All figures are for China" in said


def test_two_columns_of_one_measure_are_both_named_by_letter_and_heading() -> None:
    (found,) = _read("地区,律师人数,律师数\n云岩区,312,313\n").findings
    assert sentence_of(found.at(0), ENGLISH) == (
        "Columns B “律师人数” and C “律师数” both say Lawyers, but differ; neither was read."
    )

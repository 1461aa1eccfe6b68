"""Measures are found under every name that files give them, and no name means two."""

from collections import defaultdict

import pytest

from atlas.definitions import Definitions, load_definitions
from atlas.ingest.spreadsheet.measure_names import MeasureNames, measure_names
from atlas.ingest.spreadsheet.name_keys import name_key


@pytest.fixture(scope="module")
def definitions() -> Definitions:
    return load_definitions()


@pytest.fixture(scope="module")
def names(definitions: Definitions) -> MeasureNames:
    return measure_names(definitions, {})


def _written(definitions: Definitions) -> list[tuple[str, str]]:
    return [
        (measure.id, name)
        for measure in definitions.measures.values()
        for name in (measure.id, measure.name.zh, measure.name.en, *measure.aliases.zh, *measure.aliases.en)
    ]


def test_every_name_and_alias_finds_its_measure(definitions: Definitions, names: MeasureNames) -> None:
    assert all(names.find(name) == measure for measure, name in _written(definitions))


def test_no_name_or_alias_means_two_measures(definitions: Definitions) -> None:
    meant = defaultdict(set)
    for measure, name in _written(definitions):
        meant[name_key(name)].add(measure)
    assert {name: measures for name, measures in meant.items() if len(measures) > 1} == {}


HEADINGS = [
    ("律师人数（人）", "lawyers", "a unit in brackets"),
    ("律师人数/人", "lawyers", "a unit after a stroke"),
    ("律师人数：万人", "lawyers", "a unit after a colon"),
    ("1.律师人数", "lawyers", "a number before it"),
    ("（三）律师人数", "lawyers", "a Chinese number before it"),
    ("其中：专职律师", "lawyers_full_time", "a part of the column before"),
    ("期末律师总数", "lawyers", "words that add nothing"),
    ("律 师 人 数", "lawyers", "spaces inside"),
    ("办理法律援助案件数", "legal_aid_cases", "the verb before it"),
    ("Number of lawyers", "lawyers", "English"),
    ("LEGAL_AID_CASES", "legal_aid_cases", "the id in capitals"),
    ("新增律师", "", "newly added lawyers are not the lawyers"),
    ("办结数", "", "closed cases are not the cases"),
    ("律师万人比", "", "a quotient is no count"),
    ("数", "", "a word that only counts"),
    ("", "", "nothing"),
    ("（）", "", "brackets round nothing"),
]


@pytest.mark.parametrize(("heading", "measure", "why"), HEADINGS)
def test_headings_are_read_as_people_write_them(
    names: MeasureNames, heading: str, measure: str, why: str
) -> None:
    assert names.find(heading) == measure, why


def test_what_was_taught_goes_before_what_is_defined(definitions: Definitions) -> None:
    taught = measure_names(
        definitions, {"办结数": "legal_aid_cases", "律师": "notaries", "空": "no_such_measure"}
    )
    assert taught.find("办结数") == "legal_aid_cases"
    assert taught.find("律师") == "notaries"
    assert taught.find("空") == ""
    assert measure_names(definitions, {}).find("律师") == "lawyers"


def test_suggestions_name_the_most_alike_first(names: MeasureNames) -> None:
    assert names.nearest("绿师人数")[0] == "lawyers"
    assert len(names.nearest("法律援助案")) == 3
    assert names.nearest("zzzzzz") == ()

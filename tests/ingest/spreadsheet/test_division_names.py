"""Divisions are found under every name that people give them, and under no other."""

import csv

import numpy as np
import pytest

from atlas.definitions import load_definitions
from atlas.divisions import GEO_FOLDER, Divisions, load_divisions
from atlas.ingest.spreadsheet.division_addresses import Addresses
from atlas.ingest.spreadsheet.division_names import DivisionNames, division_names
from atlas.ingest.spreadsheet.intake import Vocabulary
from atlas.ingest.spreadsheet.reading import read_spreadsheet
from atlas.ingest.spreadsheet.row_kinds import RowKind, kind_of_row
from atlas.ingest.spreadsheet.suggestions import nearest_divisions


@pytest.fixture(scope="module")
def divisions() -> Divisions:
    return load_divisions()


@pytest.fixture(scope="module")
def names(divisions: Divisions) -> DivisionNames:
    return division_names(divisions)


@pytest.fixture(scope="module")
def addresses(names: DivisionNames) -> Addresses:
    return Addresses(names, {})


@pytest.fixture(scope="module")
def current(divisions: Divisions) -> list[str]:
    return [code for code in divisions if divisions[code].valid_to is None and divisions[code].parent]


def _path(divisions: Divisions, code: str) -> tuple[str, ...]:
    return tuple(division.name_zh for division in divisions.path(code)[1:])


def test_every_division_is_found_by_its_code_and_its_path(
    divisions: Divisions, addresses: Addresses, current: list[str]
) -> None:
    for code in current:
        assert addresses.read_code(code).codes == (code,)
        assert addresses.read(("/".join(_path(divisions, code)),)).codes == (code,)


def test_every_division_down_to_the_county_is_found_by_names_run_together_or_in_columns(
    divisions: Divisions, addresses: Addresses, current: list[str]
) -> None:
    for code in current:
        if len(code) == 6:
            assert addresses.read(("".join(_path(divisions, code)),)).codes == (code,)
            assert addresses.read(_path(divisions, code)).codes == (code,)


def test_every_retired_code_and_name_leads_to_what_became_of_it(
    divisions: Divisions, addresses: Addresses
) -> None:
    retired = [code for code in divisions if divisions.resolve(code) != code]
    assert len(retired) > 300
    for code in retired:
        reading = addresses.read_code(code)
        assert reading.codes == (divisions.resolve(code),)
        assert reading.retired == code


def test_short_names_are_those_of_the_register(names: DivisionNames) -> None:
    with (GEO_FOLDER / "divisions.csv").open(encoding="utf-8", newline="") as file:
        short = {row["code"]: row["short_zh"] for row in csv.DictReader(file) if not row["valid_to"]}
    missing = {code for code, name in short.items() if code not in names.candidates(name)}
    told_apart = {"629700", "629800", "629900"}  # farms and reserves, which nobody reports by a short name
    # 井陉 and the like: a county of that name goes before the mining district.
    shadowed = {code for code in missing if names.candidates(short[code])}
    assert missing - shadowed <= told_apart
    assert len(shadowed) < 40


def test_no_name_in_the_register_is_taken_for_a_total_a_note_or_a_heading(divisions: Divisions) -> None:
    for code in divisions:
        for name in (divisions[code].name_zh, divisions[code].name_en):
            assert kind_of_row((name,), frozenset()) is RowKind.FIGURES


CODES = [
    ("520103", "520103", "six digits"),
    ("５２０１０３", "520103", "full-width digits"),
    ("520103.0", "520103", "a number with a decimal"),
    (" 520103 ", "520103", "spaces around"),
    ("'520103", "520103", "an apostrophe keeps it a text"),
    ('="520103"', "520103", "a formula keeps it a text"),
    ("520103000000", "520103", "twelve digits of statistics"),
    ("520103001000", "520103001", "twelve digits of a township"),
    ("5.20103E+11", "520103", "twelve digits as a spreadsheet shows them"),
    ("520103000", "520103", "nine digits of a county"),
    ("156520103", "520103", "the code of China before it"),
    ("52", "520000", "two digits"),
    ("5201", "520100", "four digits"),
    ("520103001234", "", "a village is nobody here"),
    ("520999", "", "nobody's code"),
    ("52010", "", "a digit lost"),
    ("", "", "nothing"),
    ("1e400", "", "no number at all"),
]


@pytest.mark.parametrize(("text", "code", "why"), CODES)
def test_codes_are_read_as_files_write_them(addresses: Addresses, text: str, code: str, why: str) -> None:
    assert addresses.read_code(text).codes == ((code,) if code else ()), why


NAMES = [
    (("中华南路街道",), "520102", ("520102005",), "a township inside its county"),
    (("中华南路办事处",), "520102", ("520102005",), "by the name of its office"),
    (("中华南路街道",), None, (), "a township is not looked for in the whole country"),
    (("鼓楼区",), "320000", ("320106", "320302"), "two in one province"),
    (("长沙县",), None, ("430121",), "the full name goes before 长沙"),
    (("贵州省/火星市/云岩区",), None, (), "a path with a wrong part is not believed"),
    (("贵阳市", "云岩区", "云岩区"), None, ("520103",), "a part written twice"),
    (("北京市北京市东城区",), None, ("110101",), "a municipality written twice"),
    (("省直辖县级行政区划", "仙桃市"), None, ("429004",), "groupings of the register of statistics"),
    (("云岩区人民政府",), None, ("520103",), "its government"),
    (("贵阳",), "440000", (), "not inside another province"),
    (("xi'an",), None, ("610100",), "an English name with an apostrophe"),
    (("Ürümqi",), None, ("650100",), "accents do not matter"),
    (("x" * 5000,), None, (), "no name is that long"),
]


@pytest.mark.parametrize(("address", "inside", "codes", "why"), NAMES)
def test_names_are_read_as_people_write_them(
    addresses: Addresses, address: tuple[str, ...], inside: str | None, codes: tuple[str, ...], why: str
) -> None:
    assert addresses.read(address, inside).codes == codes, why


@pytest.mark.parametrize("text", ["/", "//", " / ", "、", ",", "—", "\u3000"])
def test_a_cell_of_marks_alone_names_no_division(addresses: Addresses, text: str) -> None:
    assert addresses.read((text,)).codes == ()


def test_one_wrong_letter_still_finds_the_division_among_three(
    divisions: Divisions, names: DivisionNames, current: list[str]
) -> None:
    chance = np.random.default_rng(3)
    counties = [code for code in current if len(code) == 6 and len(divisions[code].name_zh) > 2]
    tried = chance.choice(counties, 200, replace=False).tolist()
    found = 0
    for code in tried:
        name = divisions[code].name_zh
        wrong = name.replace(name[chance.integers(len(name) - 1)], "囧", 1)
        found += code in nearest_divisions(wrong, names, f"{code[:2]}0000")
    assert found >= 190


def test_suggestions_inside_the_scope_come_first(names: DivisionNames) -> None:
    assert nearest_divisions("鼓搂区", names, "410000")[0] == "410204"
    assert nearest_divisions("", names) == ()
    assert nearest_divisions("贵安新区", names, "520100") == (), "滨海新区 of Tianjin is not meant"
    assert "120116" in nearest_divisions("滨江新区", names)


def test_what_the_uploader_answers_for_is_suggested_first() -> None:
    vocabulary = Vocabulary(load_divisions(), load_definitions(), within="520000")
    intake = read_spreadsheet("地区,期间,律师人数\n云严区,2025-03,5\n".encode(), "a.csv", vocabulary)
    (finding,) = (each for findings in intake.findings for each in findings)
    assert finding.fields["suggestions"][0] == "520103"  # type: ignore[index]

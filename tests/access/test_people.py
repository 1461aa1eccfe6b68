"""Entering a person into the access file leaves everything else in it as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.access import Role
from atlas.access.people import NEW_FILE, _replaced, entry_of, remove_person, write_person
from atlas.access.settings import ACCESS_FILE, parse_settings, person_key
from atlas.divisions import Divisions
from atlas.problems import AtlasError

BY_HAND = """\
# who may upload
session_minutes: 20   # short
people:   # the office
    # first the boss
    chen: {role: administrator}   # until May
    Li:
        role: contributor
        divisions:
            - "520100"   # Guiyang

    # and the province
    wang@gz.example:
        role: reviewer
        divisions: [520000]
# nobody in groups yet
groups: {}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ACCESS_FILE


def test_the_first_person_makes_the_file(path: Path, divisions: Divisions) -> None:
    settings = write_person(path, divisions, "li", Role.CONTRIBUTOR, ["520100"])
    assert settings.people["li"].divisions == ("520100",)
    assert path.read_text(encoding="utf-8").startswith(NEW_FILE)
    assert not settings.private_machine


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (BY_HAND, "a file with comments everywhere"),
        ("", "an empty file"),
        ("# only a comment", "a comment without a line end"),
        ("people:", "an empty section without a line end"),
        ("people:\n# nobody\n", "an empty section"),
        ("people:\n chen: {role: viewer}", "one space, and no line end"),
        ("groups: {}\npeople:\n  chen: {role: viewer}\n\n\n# end\n", "the last section"),
        ("people:\n  '1001': {role: viewer}\nfour_eyes: true\n", "the first section"),
    ],
)
def test_everything_else_stays_as_it_was(path: Path, divisions: Divisions, text: str, reason: str) -> None:
    path.write_text(text, encoding="utf-8")
    before = parse_settings(text, ACCESS_FILE, divisions)
    after = write_person(path, divisions, "new", Role.REVIEWER, ["110000"])
    assert after.people["new"].role is Role.REVIEWER, reason
    assert after.model_copy(update={"people": before.people}) == before
    assert {name: entry for name, entry in after.people.items() if name != "new"} == before.people
    written = path.read_text(encoding="utf-8")
    for line in text.splitlines():
        assert line in written, reason
    remove_person(path, divisions, "new")
    assert (
        path.read_text(encoding="utf-8").replace("people:\n", "").strip()
        == text.replace("people:\n", "").removesuffix("people:").strip()
    ), reason


@pytest.mark.parametrize("braces", ["{}", "{ }", "{\n}", "{}  # nobody yet"])
def test_a_person_may_come_where_empty_braces_stand(path: Path, divisions: Divisions, braces: str) -> None:
    path.write_text(f"people: {braces}\nfour_eyes: true\n", encoding="utf-8")
    settings = write_person(path, divisions, "new", Role.REVIEWER, ["110000"])
    assert list(settings.people) == ["new"]
    assert settings.model_copy(update={"people": {}}) == parse_settings(
        "four_eyes: true", ACCESS_FILE, divisions
    )


def test_an_entry_is_replaced_where_it_stands(path: Path, divisions: Divisions) -> None:
    path.write_text(BY_HAND, encoding="utf-8")
    settings = write_person(path, divisions, "li", Role.VIEWER, [])
    assert list(settings.people) == ["chen", "li", "wang@gz.example"]
    assert settings.people["li"].role is Role.VIEWER
    assert "# Guiyang" not in path.read_text(encoding="utf-8")
    assert "# and the province" in path.read_text(encoding="utf-8")


def test_somebody_removed_is_gone_and_the_others_stay(path: Path, divisions: Divisions) -> None:
    path.write_text(BY_HAND, encoding="utf-8")
    for name, left in (("WANG@gz.example", ["chen", "li"]), ("chen", ["li"]), ("li", []), ("li", [])):
        assert list(remove_person(path, divisions, name).people) == left


def test_where_there_is_no_file_nobody_is_removed(path: Path, divisions: Divisions) -> None:
    assert remove_person(path, divisions, "li").people == {}
    assert not path.exists()


@pytest.mark.parametrize(
    ("text", "role", "codes", "key"),
    [
        ("people: [", Role.VIEWER, [], "line 1"),
        ("people: {chen: {role: viewer}}", Role.VIEWER, [], "people"),
        ("people: null", Role.VIEWER, [], "people"),
        ("private_machine: maybe", Role.VIEWER, [], "private_machine"),
        ("", Role.CONTRIBUTOR, ["999999"], "people.li.divisions"),
        ("", Role.CONTRIBUTOR, [], "people.li"),
    ],
)
def test_a_file_that_is_or_would_become_faulty_is_left_alone(
    path: Path, divisions: Divisions, text: str, role: Role, codes: list[str], key: str
) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AtlasError) as refused:
        write_person(path, divisions, "li", role, codes)
    assert refused.value.problem.fields["key"] == key
    assert path.read_text(encoding="utf-8") == text


@given(
    name=st.text(min_size=1, max_size=30).filter(str.strip),
    others=st.lists(st.sampled_from(["chen", "wang@gz.example", "李明", "yes", "0x1f", "1001"]), unique=True),
)
def test_any_name_comes_back_as_it_went_in(divisions: Divisions, name: str, others: list[str]) -> None:
    text = ""
    for each in [*others, name]:
        text = _with(text, each)
    people = parse_settings(text, ACCESS_FILE, divisions).people
    assert {each.strip().casefold() for each in others} <= set(people)
    assert len(people) in (len(others), len(others) + 1)


def _with(text: str, name: str) -> str:
    key = person_key(name) or "empty"
    return _replaced(text, ACCESS_FILE, key, entry_of(key, Role.VIEWER, ()))

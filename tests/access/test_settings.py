"""The access file is read whole or not at all, and says what to correct."""

from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.access import THIS_MACHINE, Access, Action, Actor, Role
from atlas.access.people import NEW_FILE
from atlas.access.settings import ACCESS_FILE, parse_settings, person_key
from atlas.divisions import Divisions
from atlas.language import Language
from atlas.problems import AtlasError

FULL = """
private_machine: false
four_eyes: [520000, "330000"]
session_minutes: 20
people:
  Li.Ming: {role: contributor, divisions: [520100, "520103"]}
  chen@gz.example: {role: administrator}
groups:
  Province Reviewers: {role: reviewer, divisions: [000000]}
"""


def test_everything_that_a_file_may_say_is_read(divisions: Divisions) -> None:
    settings = parse_settings(FULL, ACCESS_FILE, divisions)
    assert settings.four_eyes == ("520000", "330000")
    assert settings.session_minutes == 20
    assert settings.people["li.ming"].divisions == ("520100", "520103")
    assert settings.people["chen@gz.example"].role is Role.ADMINISTRATOR
    assert settings.groups["province reviewers"].divisions == ("000000",)


def test_the_file_that_the_command_line_begins_with_lets_nobody_in(divisions: Divisions) -> None:
    settings = parse_settings(NEW_FILE, ACCESS_FILE, divisions)
    assert (settings.private_machine, settings.four_eyes, settings.people) == (False, (), {})


FAULTS = [
    ("people: [li]", "people", "a list instead of entries"),
    ("peeple: {}", "peeple", "an unknown key"),
    ("private_machine: sure", "private_machine", "neither true nor false"),
    ('private_machine: "true"', "private_machine", "a text that looks like yes opens nothing"),
    ("private_machine: 1", "private_machine", "a number that looks like yes opens nothing"),
    ("four_eyes: 520000", "four_eyes", "a code without a list"),
    ("four_eyes: ['529999']", "four_eyes", "a code that nobody has"),
    ("session_minutes: 1", "session_minutes", "too short to work in"),
    ("session_minutes: 100000", "session_minutes", "longer than a day"),
    ("people:\n  li: {divisions: [520100]}", "people.li.role", "no role"),
    ("people:\n  li: {role: boss}", "people.li.role", "no such role"),
    ("people:\n  li: {role: contributor}", "people.li", "a contributor for nothing"),
    ("people:\n  li: {role: reviewer, divisions: []}", "people.li", "a reviewer for nothing"),
    ("people:\n  li: {role: contributor, divisions: 520100}", "people.li.divisions", "a code without a list"),
    ("people:\n  li: {role: contributor, divisions: ['999999']}", "people.li.divisions", "an unknown code"),
    ("people:\n  li: {role: viewer, password: x}", "people.li.password", "a password does not belong here"),
    ("people:\n  li:\n", "people.li", "an empty entry"),
    ("people:\n  li: {role: viewer}\n  LI: {role: viewer}", "people.LI", "one name in two spellings"),
    ("people:\n  li: {role: viewer}\n  li: {role: administrator}", "people.li", "a name written twice"),
    ("groups:\n  all: {role: administrator, until: 2027}", "groups.all.until", "an unknown key in a group"),
    ("people: {", "line 1", "no YAML"),
    ("just a text", "line 1", "no keys"),
    ("people: !!python/object/apply:os.system [echo]", "line 1", "code instead of data"),
    ("a: &a [x]\npeople: *a", "line 2", "an alias"),
]


@pytest.mark.parametrize(("text", "key", "reason"), FAULTS)
def test_a_fault_names_file_key_and_remedy_in_both_languages(
    divisions: Divisions, text: str, key: str, reason: str
) -> None:
    with pytest.raises(AtlasError) as refused:
        parse_settings(text, ACCESS_FILE, divisions)
    problem = refused.value.problem
    assert (problem.fields["file"], problem.fields["key"]) == (ACCESS_FILE, key), reason
    english, chinese = Language("en").problem(problem), Language("zh").problem(problem)
    assert problem.fields["remedy"] in english
    assert problem.fields["remedy"] not in chinese


def test_all_faults_of_a_file_are_found_at_once(divisions: Divisions) -> None:
    text = "colour: red\nsession_minutes: 0\npeople:\n  li: {role: boss}\n"
    with pytest.raises(AtlasError) as refused:
        parse_settings(text, ACCESS_FILE, divisions)
    assert len(refused.value.problems) == 3


@pytest.mark.parametrize(("text", "key", "reason"), FAULTS)
def test_a_faulty_file_lets_nobody_in_and_asks_for_a_second_person(
    write_access: Callable[[str], Access], text: str, key: str, reason: str
) -> None:
    access = write_access("private_machine: true\n" + text if ":" in text and "&" not in text else text)
    assert access.problems, reason
    assert access.private_actor is None
    assert access.actor_named("li").role is Role.VIEWER
    assert access.four_eyes({"520100"})


def test_without_a_file_nobody_is_let_in(tmp_path: Path, divisions: Divisions) -> None:
    access = Access(tmp_path, divisions)
    assert not access.is_set_up
    assert access.problems == ()
    assert access.private_actor is None
    assert access.actor_named("li") == Actor("li", Role.VIEWER, ())


def test_the_file_is_read_again_when_it_changes(
    tmp_path: Path, write_access: Callable[[str], Access]
) -> None:
    access = write_access("people:\n  li: {role: contributor, divisions: [520100]}\n")
    assert access.may_report(access.actor_named("li"), "520103")
    (tmp_path / ACCESS_FILE).write_text("private_machine: true\n", encoding="utf-8")
    assert not access.may_report(access.actor_named("li"), "520103")
    assert access.private_actor == THIS_MACHINE
    (tmp_path / ACCESS_FILE).write_text("private_machine: [\n", encoding="utf-8")
    assert [problem.id for problem in access.problems] == ["bad_definition"]


def test_a_file_taken_away_lets_nobody_in(tmp_path: Path, write_access: Callable[[str], Access]) -> None:
    access = write_access("private_machine: true\n")
    assert access.private_actor == THIS_MACHINE
    (tmp_path / ACCESS_FILE).unlink()
    assert (access.is_set_up, access.settings.private_machine, access.problems) == (False, False, ())


def test_a_viewer_of_the_file_may_not_submit(write_access: Callable[[str], Access]) -> None:
    access = write_access("people:\n  li: {role: viewer}\n")
    assert not access.may(access.actor_named("LI"), Action.SUBMIT, {"520100"}, "li")


@pytest.mark.parametrize(
    ("one", "other"), [("Li", "li"), ("ＬＩ", "li"), (" li ", "li"), ("Ⅳ", "iv"), (1001, "1001")]
)
def test_names_are_equal_whatever_their_letters_look_like(one: object, other: str) -> None:
    assert person_key(one) == person_key(other)

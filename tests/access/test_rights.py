"""What each role may do, where, and with whose submissions."""

import itertools
from pathlib import Path

import pytest

from atlas.access import SYSTEM, THIS_MACHINE, Access, Action, Actor, Role, at_terminal
from atlas.access.accounts import account_name
from atlas.divisions import Divisions
from atlas.problems import AtlasError

PROVINCE, CITY, COUNTY, ELSEWHERE = "520000", "520100", "520103", "530100"
ME, ANOTHER = "li", "wang"
EVERYTHING = set(Action) - {Action.WITHDRAW}
"""Nobody withdraws what another submitted."""
OWN = {Action.WITHDRAW}
SENDS = {Action.SUBMIT, Action.TEACH}
TURNS = {Action.UNDO, Action.REDO}

# (role, inside their divisions, own submission, four eyes) → what they may do there
ALLOWED: dict[tuple[Role, bool, bool, bool], set[Action]] = {
    (Role.CONTRIBUTOR, True, True, False): SENDS | TURNS | OWN,
    (Role.CONTRIBUTOR, True, True, True): SENDS | {Action.UNDO} | OWN,
    (Role.CONTRIBUTOR, True, False, False): SENDS,
    (Role.CONTRIBUTOR, True, False, True): SENDS,
    (Role.REVIEWER, True, True, False): EVERYTHING | OWN,
    (Role.REVIEWER, True, True, True): SENDS | {Action.UNDO} | OWN,
    (Role.REVIEWER, True, False, False): EVERYTHING,
    (Role.REVIEWER, True, False, True): EVERYTHING,
    **{
        (Role.ADMINISTRATOR, inside, own, four_eyes): EVERYTHING | (OWN if own else set())
        for inside, own, four_eyes in itertools.product((True, False), repeat=3)
    },
}


def access_of(folder: Path, divisions: Divisions, text: str) -> Access:
    (folder / "access.yaml").write_text(text, encoding="utf-8")
    return Access(folder, divisions)


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("four_eyes", [True, False])
@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize("role", Role)
def test_every_combination_of_role_action_place_and_author_is_decided(
    tmp_path: Path, divisions: Divisions, role: Role, inside: bool, own: bool, four_eyes: bool, action: Action
) -> None:
    access = access_of(tmp_path, divisions, f"four_eyes: {str(four_eyes).lower()}\n")
    actor = Actor(ME, role, (CITY,))
    batch, author = {CITY, COUNTY} if inside else {COUNTY, ELSEWHERE}, ME if own else ANOTHER
    expected = action in ALLOWED.get((role, inside, own, four_eyes), set())
    assert access.may(actor, action, batch, author) is expected
    if expected:
        access.require(actor, action, batch, author)
    else:
        with pytest.raises(AtlasError) as refused:
            access.require(actor, action, batch, author)
        assert refused.value.problem.id == "not_allowed"


@pytest.mark.parametrize(
    ("code", "expected", "reason"),
    [
        (CITY, True, "their own division"),
        (COUNTY, True, "a county of their city"),
        ("520103001", True, "a township of it"),
        (PROVINCE, False, "above them"),
        ("520200", False, "the neighbour"),
        (ELSEWHERE, False, "another province"),
        ("000000", False, "the whole country"),
        ("999999", False, "a code that nobody has"),
    ],
)
def test_a_contributor_reports_for_their_division_and_below(
    tmp_path: Path, divisions: Divisions, code: str, expected: bool, reason: str
) -> None:
    actor = Actor(ME, Role.CONTRIBUTOR, (CITY,))
    assert Access(tmp_path, divisions).may_report(actor, code) is expected, reason


def test_a_retired_code_belongs_to_those_who_answer_for_its_successor(
    tmp_path: Path, divisions: Divisions
) -> None:
    access = Access(tmp_path, divisions)
    retired = [code for code in divisions if divisions[code].valid_to and divisions.resolve(code) != code]
    assert retired
    for code in retired:
        assert access.may_report(Actor(ME, Role.CONTRIBUTOR, (divisions.resolve(code),)), code)


def test_a_batch_is_refused_for_a_single_division_outside(tmp_path: Path, divisions: Divisions) -> None:
    actor = Actor(ME, Role.CONTRIBUTOR, (CITY,))
    whole = {unit.code for unit in divisions.children(CITY)}
    access = Access(tmp_path, divisions)
    assert access.may(actor, Action.SUBMIT, whole, ME)
    assert not access.may(actor, Action.SUBMIT, whole | {ELSEWHERE}, ME)


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("four_eyes: true", True, "everywhere"),
        ("four_eyes: false", False, "nowhere"),
        ("session_minutes: 60", False, "not asked for"),
        ("four_eyes: [520000]", True, "in the province above"),
        ("four_eyes: ['520103']", True, "in one county of the batch"),
        ("four_eyes: [530000]", False, "in another province"),
        ("four_eyes: [000000]", True, "in the whole country, which YAML reads as nought"),
        ("four_eyes: maybe", True, "a file with a fault asks for most"),
    ],
)
def test_four_eyes_are_asked_for_where_the_file_says(
    tmp_path: Path, divisions: Divisions, text: str, expected: bool, reason: str
) -> None:
    assert access_of(tmp_path, divisions, text).four_eyes({CITY, COUNTY}) is expected, reason


def test_a_refusal_names_who_what_where_and_whom_to_ask(tmp_path: Path, divisions: Divisions) -> None:
    people = "people:\n  chen@gz.example: {role: reviewer, divisions: [520000]}\n"
    access = access_of(tmp_path, divisions, people + "  far: {role: reviewer, divisions: [530000]}\n")
    with pytest.raises(AtlasError) as refused:
        access.require(Actor(ME, Role.CONTRIBUTOR, (CITY,)), Action.RELEASE, {CITY}, ME)
    sentence = str(refused.value)
    for part in (ME, "release", "贵阳市 520100", "chen@gz.example", "Only a reviewer"):
        assert part in sentence
    assert "far" not in sentence


def test_where_no_reviewer_answers_the_administrator_is_named(tmp_path: Path, divisions: Divisions) -> None:
    with pytest.raises(AtlasError, match="the administrator of this atlas"):
        Access(tmp_path, divisions).require(Actor(ME, Role.VIEWER), Action.SUBMIT, frozenset(), ME)


def test_a_refusal_of_a_large_batch_stays_short(tmp_path: Path, divisions: Divisions) -> None:
    with pytest.raises(AtlasError) as refused:
        Access(tmp_path, divisions).require(Actor(ME, Role.VIEWER), Action.SUBMIT, frozenset(divisions), ME)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize("actor", [SYSTEM, THIS_MACHINE])
@pytest.mark.parametrize("action", Action)
def test_the_atlas_itself_and_a_private_machine_may_do_everything(
    tmp_path: Path, divisions: Divisions, actor: Actor, action: Action
) -> None:
    text = "four_eyes: true\nprivate_machine: true"
    author = actor.name if action is Action.WITHDRAW else ANOTHER
    access_of(tmp_path, divisions, text).require(actor, action, {ELSEWHERE}, author)


@pytest.mark.parametrize("action", Action)
def test_a_machine_that_is_no_longer_private_may_do_nothing(
    tmp_path: Path, divisions: Divisions, action: Action
) -> None:
    access = access_of(tmp_path, divisions, "private_machine: false")
    with pytest.raises(AtlasError, match="no longer says"):
        access.require(THIS_MACHINE, action, {ELSEWHERE}, ANOTHER)


def test_an_author_is_the_same_in_capital_and_full_width_letters(
    tmp_path: Path, divisions: Divisions
) -> None:
    access = access_of(tmp_path, divisions, "four_eyes: true")
    assert not access.may(Actor("li", Role.REVIEWER), Action.RELEASE, {CITY}, "ＬＩ")


def test_whoever_acts_at_the_terminal_has_a_name_that_nobody_can_sign_in_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert at_terminal().role is Role.ADMINISTRATOR
    with pytest.raises(AtlasError, match="cannot be the name"):
        account_name(at_terminal().name)
    monkeypatch.setattr("os.getuid", lambda: 987654)
    assert at_terminal().name == "987654@terminal"

"""The log says in words who brought what, and offers only what the person looking may do."""

from pathlib import Path

import pytest

from atlas.access import THIS_MACHINE, Action, Actor
from atlas.datasets import Dataset
from atlas.language import Language
from atlas.store import State
from atlas.views.batch_log import ACTIONS, EVENTS, STATES, batch_line, gives_original, offered, people
from atlas.views.places_counted import places_counted
from atlas.workspace import Workspace
from tests.office import CHEN, GUEST, HE, OFFICE, PRIVATE, SUN, WANG, noon, office, send

GUIYANG = [("520102", "legal_aid_cases", "2025-03", 12), ("520103", "legal_aid_cases", "2025-04", 7)]
ZUNYI = [("520302", "legal_aid_cases", "2025-03", 30)]


@pytest.fixture
def work(workspace: Workspace, tmp_path: Path) -> Workspace:
    return office(workspace, tmp_path, OFFICE)


def test_a_batch_is_told_in_words(work: Workspace) -> None:
    batch = send(work, CHEN, "三月.xlsx", GUIYANG, noon(5), "by phone")
    work.store(Dataset.DEMONSTRATION).undo("三月.xlsx", WANG, "wrong unit", noon(6))
    batch = work.store(Dataset.DEMONSTRATION).batch("三月.xlsx")
    line = batch_line(work, batch, None, Language("en"))
    assert (line.file_name, line.who, line.when) == ("三月.xlsx", "chen.li", "5 March 2026, 12:00")
    assert (line.figures, line.period, line.remark) == ("2 figures", "March–April 2025", "by phone")
    assert line.places == "Nanming District and Yunyan District"
    assert line.sha256 == batch.sha256
    assert line.sha256.startswith(line.short_hash)
    assert line.state is State.UNDONE
    assert [(event.what, event.who, event.reason) for event in line.events] == [
        ("taken back", "wang.fang", "wrong unit"),
        ("accepted", "chen.li", ""),
        ("submitted", "chen.li", "by phone"),
    ]
    chinese = batch_line(work, batch, None, Language("zh"))
    assert (chinese.when, chinese.figures, chinese.state_text) == ("2026年3月5日 12:00", "共2条", "已撤销")


@pytest.mark.parametrize(
    ("actor", "given", "reason"),
    [
        (None, False, "nobody has signed in"),
        (GUEST, False, "a viewer looks at what is shown"),
        (SUN, False, "another part of the country"),
        (CHEN, True, "who answers for the divisions in it knows the numbers"),
        (WANG, True, "as does a reviewer of the province"),
        (HE, True, "and an administrator"),
    ],
)
def test_a_file_with_small_numbers_of_persons_goes_only_to_those_who_answer_for_them(
    work: Workspace, actor: Actor | None, given: bool, reason: str
) -> None:
    store = work.store(Dataset.DEMONSTRATION)
    ordinary = send(work, CHEN, "ordinary.csv", GUIYANG, noon(5))
    minors = send(work, CHEN, "minors.csv", [("520102", "legal_aid_cases_minors", "2025-03", 3)], noon(6))
    assert gives_original(work, store, ordinary, actor), "everybody is given an ordinary file"
    assert gives_original(work, store, minors, actor) is given, reason


@pytest.mark.parametrize(
    ("actor", "name", "done", "expected", "reason"),
    [
        (None, "guiyang", None, (), "nobody has signed in"),
        (GUEST, "guiyang", None, (), "a viewer changes nothing"),
        (CHEN, "guiyang", None, (Action.UNDO,), "one's own batch"),
        (SUN, "guiyang", None, (), "another part of the country"),
        (WANG, "guiyang", None, (Action.UNDO,), "a reviewer of the province"),
        (HE, "guiyang", None, (Action.UNDO,), "an administrator"),
        (CHEN, "guiyang", Action.UNDO, (Action.REDO,), "what was taken back can be put back"),
        (SUN, "zunyi", None, (Action.WITHDRAW,), "nobody releases their own, but may withdraw it"),
        (SUN, "zunyi", Action.DECLINE, (), "what is declined cannot be withdrawn"),
        (CHEN, "zunyi", None, (), "nor does a neighbour"),
        (WANG, "zunyi", None, (Action.RELEASE, Action.DECLINE), "a reviewer releases or declines"),
        (WANG, "zunyi", Action.DECLINE, (), "what is declined stays declined"),
        (WANG, "zunyi", Action.RELEASE, (Action.UNDO,), "what is released can be taken back"),
        (SUN, "zunyi", Action.RELEASE, (Action.UNDO,), "also by who brought it in"),
    ],
)
def test_only_what_the_person_may_do_is_offered(
    work: Workspace,
    actor: Actor | None,
    name: str,
    done: Action | None,
    expected: tuple[Action, ...],
    reason: str,
) -> None:
    send(work, CHEN, "guiyang", GUIYANG, noon(5))
    send(work, SUN, "zunyi", ZUNYI, noon(5))
    store = work.store(Dataset.DEMONSTRATION)
    if done is not None:
        getattr(store, done.value)(name, HE, "so")
    assert offered(work, store.batch(name), actor) == expected, reason


def test_what_is_offered_the_store_lets_pass(work: Workspace) -> None:
    send(work, SUN, "zunyi", ZUNYI, noon(5))
    store = work.store(Dataset.DEMONSTRATION)
    seen = []
    for _ in range(4):
        action = offered(work, store.batch("zunyi"), WANG)[0]
        getattr(store, action.value)("zunyi", WANG, "as it should be")
        seen.append(action)
    assert seen == [Action.RELEASE, Action.UNDO, Action.REDO, Action.UNDO]


def test_the_atlas_itself_is_no_person_and_its_figures_are_not_taken_back(
    workspace: Workspace, tmp_path: Path
) -> None:
    work = office(workspace, tmp_path, PRIVATE)
    own = work.store(Dataset.PUBLISHED).log()
    line = batch_line(work, own[0], THIS_MACHINE, Language("en"))
    assert (line.file_name, line.who) == ("Published figures", "the atlas itself")
    assert (line.offered, line.sha256) == ((), "")
    assert people(own) == ()
    send(work, Actor("atlas", THIS_MACHINE.role), "forged", GUIYANG, noon(5))
    forged = work.store(Dataset.DEMONSTRATION).batch("forged")
    assert batch_line(work, forged, None, Language("en")).who == "atlas"


def test_a_private_machine_is_called_what_it_is(workspace: Workspace, tmp_path: Path) -> None:
    work = office(workspace, tmp_path, PRIVATE)
    batch = send(work, THIS_MACHINE, "file", GUIYANG, noon(5))
    assert batch_line(work, batch, THIS_MACHINE, Language("en")).who == "this machine"
    assert batch_line(work, batch, THIS_MACHINE, Language("zh")).who != "this machine"


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("march.csv", "march.csv"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\temp\\三月.xlsx", "C__temp_三月.xlsx"),
        (".bashrc", "bashrc"),
        ("a\u202exslx.exe", "a_xslx.exe"),
        ("<b>.csv", "_b_.csv"),
    ],
)
def test_a_file_is_saved_under_a_name_that_stays_in_its_folder(
    work: Workspace, name: str, saved: str
) -> None:
    batch = send(work, CHEN, name, GUIYANG, noon(5))
    line = batch_line(work, batch, None, Language("en"))
    assert line.download_name == saved
    assert line.file_name == name


def test_every_state_has_its_words() -> None:
    assert set(STATES) == set(EVENTS) == set(State)
    assert set(ACTIONS) <= set(State)


@pytest.mark.parametrize(
    ("codes", "english"),
    [
        (["520100"], "Guiyang"),
        (["520100", "520300"], "Guiyang and Zunyi"),
        (["520100", "520200", "520300", "520400"], "4 city-level units"),
        (["520000", "520100", "520102", "520103"], "1 province, 1 city-level unit and 2 county-level units"),
        (["000000", "520000", "520100", "520102"],
         "the whole country, 1 province, 1 city-level unit and 1 county-level unit"),
        (["520102", "520103", "520111", "999999"], "3 county-level units and 1 other unit"),
        (["999999"], "999999"),
    ],
)  # fmt: skip
def test_many_places_are_counted_and_few_are_named(
    workspace: Workspace, codes: list[str], english: str
) -> None:
    assert places_counted(workspace, codes, Language("en")) == english
    assert places_counted(workspace, codes, Language("zh")) != english or codes == ["999999"]

"""Batches are submitted with their file, released, undone and redone, each by somebody who may."""

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.access import SYSTEM, Action, Actor, Role
from atlas.problems import TEMPLATES, AtlasError, Problem
from atlas.store import Batch, Source, State, Store
from tests.figures import ACCEPTED, CHEN, WANG, OpenDoor, batch, rows

DAY = dt.timedelta(days=1)
CONTENT = "division,lawyers\n110000,7\n".encode("utf-16")
MAY = [("110000", "lawyers", "2024-05", 7)]


@pytest.fixture
def store() -> Store:
    return Store.open(":memory:", OpenDoor())


@pytest.fixture
def careful() -> Store:
    return Store.open(":memory:", OpenDoor(four_eyes=True))


def refused(task: Callable[[], object]) -> Problem:
    with pytest.raises(AtlasError) as caught:
        task()
    assert caught.value.problem.id in TEMPLATES
    return caught.value.problem


def values(store: Store) -> list[float]:
    return sorted(store.current()["value"])


def test_a_submitted_batch_counts_at_once_and_is_logged_with_all_that_is_known_of_it(store: Store) -> None:
    figures = [("110101", "lawyers", "2024-05", 7), ("110000", "cases", "2024-H1", 8)]
    brought = Batch("may", "upload", [rows(figures)], ACCEPTED, author="somebody else", file_name="五月.csv")
    log = store.submit(brought, CHEN, CONTENT, "late", at=ACCEPTED + DAY)
    assert (log,) == store.log()
    assert values(store) == [7, 8]
    assert (log.id, log.file_name, log.author, log.remark, log.rows) == ("may", "五月.csv", "chen", "late", 2)
    assert log.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert log.divisions == ("110000", "110101")
    assert (log.first_month, log.last_month) == (2024 * 12, 2024 * 12 + 5)
    assert log.received_at == ACCEPTED
    told = [(event.event, event.at, event.by, event.reason) for event in log.events]
    assert told == [
        (State.SUBMITTED, ACCEPTED + DAY, "chen", "late"),
        (State.ACCEPTED, ACCEPTED + DAY, "chen", ""),
    ]


def test_the_original_file_comes_back_byte_for_byte(store: Store) -> None:
    content = bytes(range(256)) * 5000
    store.submit(Batch("may", "upload", [rows(MAY)], ACCEPTED, file_name="a.xlsx"), CHEN, content)
    assert store.original("may") == ("a.xlsx", content)


def test_a_batch_without_a_file_says_so(store: Store) -> None:
    store.add(batch("may", MAY), SYSTEM)
    assert refused(lambda: store.original("may")).id == "no_original"


def test_the_log_lists_the_newest_first(store: Store) -> None:
    for name in ("a", "b", "c"):
        store.submit(batch(name, MAY), CHEN, name.encode())
    assert [each.id for each in store.log()] == ["c", "b", "a"]


def test_the_same_file_with_the_same_figures_changes_nothing(store: Store) -> None:
    store.submit(batch("may", MAY), CHEN, CONTENT)
    before = (store.version, store.log())
    for name in ("again", "may"):
        problem = refused(lambda name=name: store.submit(batch(name, MAY), WANG, CONTENT))
        assert problem.id == "known_file"
        assert (problem.fields["batch"], problem.fields["author"]) == ("may", "chen")
    assert (store.version, store.log()) == before


def test_the_same_file_is_taken_again_when_more_of_it_is_understood(store: Store) -> None:
    store.submit(batch("may", MAY), CHEN, CONTENT)
    store.submit(batch("more", [*MAY, ("120000", "lawyers", "2024-05", 8)]), CHEN, CONTENT)
    assert values(store) == [7, 8]
    found = store.file_batch(hashlib.sha256(CONTENT).hexdigest())
    assert found is not None
    assert found.id == "more"


def test_a_file_that_was_undone_can_be_brought_again(store: Store) -> None:
    store.submit(batch("may", MAY), CHEN, CONTENT)
    store.undo("may", CHEN, "wrong")
    assert store.file_batch(hashlib.sha256(CONTENT).hexdigest()) is None
    store.submit(batch("again", MAY), CHEN, CONTENT)
    assert store.original("may")[1] == store.original("again")[1] == CONTENT


def test_a_file_that_nobody_brought_is_unknown(store: Store) -> None:
    store.add(batch("without a file", MAY), SYSTEM)
    assert store.file_batch("") is None
    assert store.file_batch("0" * 64) is None


def test_redoing_puts_a_batch_back_where_it_was(store: Store) -> None:
    store.submit(batch("old", [("110000", "lawyers", "2024-05", 1)]), CHEN)
    store.submit(batch("new", [("110000", "lawyers", "2024-05", 2)]), CHEN)
    store.undo("old", CHEN, "by mistake")
    store.redo("old", CHEN, "was right")
    assert values(store) == [2]
    store.undo("new", CHEN, "wrong")
    assert values(store) == [1]
    assert [each.event for each in store.batch("old").events[1:]] == [
        State.ACCEPTED,
        State.UNDONE,
        State.ACCEPTED,
    ]
    assert store.batch("old").events[2].reason == "by mistake"


def test_where_four_eyes_are_asked_for_a_batch_waits_for_somebody_else(careful: Store) -> None:
    careful.submit(batch("may", MAY), CHEN, at=ACCEPTED)
    assert careful.batch("may").state is State.SUBMITTED
    assert values(careful) == []
    assert refused(lambda: careful.release("may", CHEN)).id == "own_batch"
    careful.release("may", WANG, "looks right", at=ACCEPTED + 2 * DAY)
    assert values(careful) == [7]
    known = [len(careful.current(as_known_on=ACCEPTED + days * DAY)) for days in (0, 1, 2)]
    assert known == [0, 0, 1]


def test_what_the_atlas_itself_submits_waits_for_nobody(careful: Store) -> None:
    careful.submit(batch("may", MAY), SYSTEM)
    assert values(careful) == [7]


def test_a_batch_that_was_declined_stays_in_the_log_and_never_counts(careful: Store) -> None:
    careful.submit(batch("may", MAY), CHEN, CONTENT)
    careful.decline("may", WANG, "last year's")
    assert values(careful) == []
    assert (careful.batch("may").state, careful.batch("may").events[-1].reason) == ("declined", "last year's")
    assert careful.original("may")[1] == CONTENT
    careful.submit(batch("again", MAY), CHEN, CONTENT)


def test_a_file_that_was_withdrawn_can_be_brought_again(careful: Store) -> None:
    careful.submit(batch("may", MAY), CHEN, CONTENT)
    careful.withdraw("may", CHEN, "a column was missing")
    last = careful.batch("may").events[-1]
    assert (last.event, last.by, last.reason) == ("withdrawn", "chen", "a column was missing")
    careful.submit(batch("again", MAY), CHEN, CONTENT)


ACTIONS = (Action.RELEASE, Action.DECLINE, Action.WITHDRAW, Action.UNDO, Action.REDO)
ALLOWED = {
    (State.ADDED, Action.RELEASE),
    (State.SUBMITTED, Action.RELEASE),
    (State.SUBMITTED, Action.DECLINE),
    (State.SUBMITTED, Action.WITHDRAW),
    (State.ACCEPTED, Action.UNDO),
    (State.UNDONE, Action.REDO),
}


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("state", list(State))
def test_a_batch_can_only_be_brought_from_one_state_to_the_next(
    careful: Store, state: State, action: Action
) -> None:
    if state is State.ADDED:
        careful.add(batch("may", MAY), CHEN)
    else:
        careful.submit(batch("may", MAY), CHEN)
    if state in (State.ACCEPTED, State.UNDONE):
        careful.release("may", WANG)
    if state is State.UNDONE:
        careful.undo("may", WANG, "")
    if state is State.DECLINED:
        careful.decline("may", WANG, "")
    if state is State.WITHDRAWN:
        careful.withdraw("may", CHEN, "")
    before = (careful.version, careful.log())
    do = getattr(careful, action.value)
    if (state, action) in ALLOWED:
        do("may", WANG, "")
        assert careful.version != before[0]
        return
    problem = refused(lambda: do("may", WANG, ""))
    assert (problem.id, problem.fields["batch"]) == ("batch_state", "may")
    assert (careful.version, careful.log()) == before


@pytest.mark.parametrize("action", ACTIONS)
def test_a_batch_that_does_not_exist_is_named(store: Store, action: Action) -> None:
    problem = refused(lambda: getattr(store, action.value)("june", CHEN, ""))
    assert (problem.id, problem.fields["batch"]) == ("unknown_batch", "june")


class Recorder:
    """A guard that lets pass until told not to, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Action, frozenset[str], str]] = []
        self.closed = False

    def require(self, actor: Actor, action: Action, divisions: frozenset[str], author: str) -> None:
        self.asked.append((actor.name, action, divisions, author))
        if self.closed:
            raise AtlasError(Problem("not_allowed", {"name": actor.name}))

    def four_eyes(self, divisions: frozenset[str]) -> bool:
        return divisions == {"120000"}


WRITES: list[tuple[Action, str, Callable[[Store], object], frozenset[str], str]] = [
    (
        Action.SUBMIT,
        "the divisions of the file",
        lambda store: store.submit(batch("new", MAY), CHEN, b"new"),
        frozenset({"110000"}),
        "chen",
    ),
    (
        Action.SUBMIT,
        "adding too",
        lambda store: store.add(batch("new", MAY), CHEN),
        frozenset({"110000"}),
        "tester",
    ),
    (
        Action.RELEASE,
        "a waiting batch",
        lambda store: store.release("waiting", CHEN),
        frozenset({"120000"}),
        "wang",
    ),
    (
        Action.RELEASE,
        "accepting is releasing",
        lambda store: store.accept("waiting", CHEN),
        frozenset({"120000"}),
        "wang",
    ),
    (
        Action.WITHDRAW,
        "a waiting batch",
        lambda store: store.withdraw("waiting", CHEN, ""),
        frozenset({"120000"}),
        "wang",
    ),
    (
        Action.DECLINE,
        "a waiting batch",
        lambda store: store.decline("waiting", CHEN, ""),
        frozenset({"120000"}),
        "wang",
    ),
    (
        Action.UNDO,
        "an accepted batch",
        lambda store: store.undo("accepted", CHEN, ""),
        frozenset({"110000", "130000"}),
        "wang",
    ),
    (
        Action.REDO,
        "an undone batch",
        lambda store: store.redo("undone", CHEN, ""),
        frozenset({"110000"}),
        "wang",
    ),
    (
        Action.REDO,
        "accepting what is undone is redoing",
        lambda store: store.accept("undone", CHEN),
        frozenset({"110000"}),
        "wang",
    ),
    (
        Action.TEACH,
        "a division by its code",
        lambda store: store.teach("division", "京", "110000", CHEN),
        frozenset({"110000"}),
        "",
    ),
    (
        Action.TEACH,
        "forgetting, by whoever may teach the name",
        lambda store: store.teach("division", "冀", "", CHEN),
        frozenset({"130000"}),
        "",
    ),
    (
        Action.TEACH,
        "a column belongs to no division",
        lambda store: store.teach("column", "律师数", "lawyers", CHEN),
        frozenset(),
        "",
    ),
]


@pytest.mark.parametrize(
    ("action", "reason", "write", "divisions", "author"),
    WRITES,
    ids=[f"{case[0]}: {case[1]}" for case in WRITES],
)
def test_every_write_asks_the_guard_and_a_refused_one_changes_nothing(
    action: Action,
    reason: str,
    write: Callable[[Store], object],
    divisions: frozenset[str],
    author: str,
) -> None:
    guard = Recorder()
    store = Store.open(":memory:", guard)
    store.submit(batch("accepted", [*MAY, ("130000", "cases", "2024", 1)]), WANG, b"1")
    store.submit(batch("undone", MAY), WANG, b"2")
    store.undo("undone", WANG, "")
    store.submit(batch("waiting", [("120000", "lawyers", "2024", 3)]), WANG, b"3")
    store.teach("division", "冀", "130000", WANG)
    before = (store.version, store.log(), store.aliases(), values(store))
    guard.closed, guard.asked = True, []
    assert refused(lambda: write(store)).id == "not_allowed", reason
    assert guard.asked == [("chen", action, divisions, author)], reason
    assert (store.version, store.log(), store.aliases(), values(store)) == before
    guard.closed = False
    write(store)
    assert (store.version, store.log(), store.aliases(), values(store)) != before


@pytest.mark.parametrize(
    "actor",
    [CHEN, Actor("root", Role.ADMINISTRATOR), Actor(SYSTEM.name, SYSTEM.role)],
    ids=["contributor", "administrator", "somebody called like the atlas"],
)
def test_without_a_guard_only_the_atlas_itself_may_write(actor: Actor) -> None:
    store = Store.open(":memory:")
    assert refused(lambda: store.submit(batch("may", MAY), actor)).id == "nobody_may_write"
    assert store.log() == ()
    store.submit(batch("may", MAY), SYSTEM)
    assert refused(lambda: store.undo("may", actor, "")).id == "nobody_may_write"
    assert refused(lambda: store.teach("column", "a", "b", actor)).id == "nobody_may_write"


def test_a_source_is_known_by_the_file_that_it_names(store: Store) -> None:
    figures = [("110000", "lawyers", "2024-05", 7, {"source": "may", "row": 12})]
    own = Source("may", "五月.csv", file_name="五月.csv")
    store.submit(Batch("may", "upload", [rows(figures)], ACCEPTED, sources=(own,)), CHEN, CONTENT)
    found = store.current().iloc[0]
    assert (found["batch"], found["source"], found["row"]) == ("may", "may", 12)
    assert store.sources(["may"]) == (own,)


def test_the_newest_teaching_counts_and_an_empty_one_forgets(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "atlas.duckdb", OpenDoor())
    assert (store.aliases().divisions, store.aliases().columns) == ({}, {})
    versions = [store.version]
    for kind, text, target in [
        ("division", "云岩", "520102"),
        ("division", "云岩", "520103"),
        ("column", "云岩", "lawyers"),
        ("column", "律师数", "lawyers"),
        ("column", "律师数", ""),
    ]:
        store.teach(kind, text, target, CHEN)
        versions.append(store.version)
    assert (store.aliases().divisions, store.aliases().columns) == ({"云岩": "520103"}, {"云岩": "lawyers"})
    assert len(set(versions)) == len(versions)
    store.close()
    again = Store.open(tmp_path / "atlas.duckdb")
    assert again.aliases().divisions == {"云岩": "520103"}


def test_taught_names_are_listed_with_who_taught_them_the_newest_first(store: Store) -> None:
    store.teach("column", "女律师", "lawyers", CHEN)
    store.teach("division", "云岩", "520103", WANG)
    store.teach("column", "律师数", "lawyers", CHEN)
    store.teach("column", "律师数", "", WANG)
    told = [(each.kind, each.text, each.target, each.by) for each in store.taught()]
    assert told == [
        ("division", "云岩", "520103", "wang"),
        ("column", "女律师", "lawyers", "chen"),
    ]
    assert all(each.at.tzinfo is dt.UTC for each in store.taught())


def test_who_gives_a_divisions_name_another_meaning_answers_for_both() -> None:
    guard = Recorder()
    store = Store.open(":memory:", guard)
    store.teach("division", "冀", "130000", WANG)
    guard.asked = []
    store.teach("division", "冀", "110000", CHEN)
    assert guard.asked == [("chen", Action.TEACH, frozenset({"130000", "110000"}), "")]


def test_an_alias_of_an_unknown_kind_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="measure"):
        store.teach("measure", "a", "b", CHEN)


def test_a_day_ends_when_the_offices_clock_says_so(store: Store) -> None:
    late = dt.datetime(2026, 3, 1, 15, 59, tzinfo=dt.UTC)
    store.submit(batch("before midnight in Beijing", MAY), CHEN, at=late)
    store.submit(
        batch("after midnight", [("120000", "lawyers", "2024-05", 8)]),
        CHEN,
        at=late + dt.timedelta(minutes=2),
    )
    days = [dt.date(2026, 2, 28), dt.date(2026, 3, 1), dt.date(2026, 3, 2)]
    assert [len(store.current(as_known_on=day)) for day in days] == [0, 1, 2]
    assert [len(store.observed("lawyers", as_known_on=day)) for day in days] == [0, 1, 2]

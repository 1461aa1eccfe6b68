"""Several people write at once: everything is recorded, in one plain order, and nobody's is lost."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.problems import AtlasError
from atlas.store import State, Store
from tests.figures import CHEN, WANG, OpenDoor, batch


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "atlas.duckdb", OpenDoor())


def at_once(*tasks: Callable[[], object]) -> list[str]:
    """Run the tasks in threads that start together; the ids of the problems they met."""
    met: list[str] = []
    start = threading.Barrier(len(tasks))

    def run(task: Callable[[], object]) -> None:
        start.wait()
        try:
            task()
        except AtlasError as error:
            met.append(error.problem.id)

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return met


def test_of_two_who_submit_the_same_cells_both_are_recorded_and_the_later_holds(store: Store) -> None:
    figures = {name: [("110000", "lawyers", "2024-05", value)] for name, value in (("a", 1), ("b", 2))}
    met = at_once(
        lambda: store.submit(batch("a", figures["a"]), CHEN, b"a"),
        lambda: store.submit(batch("b", figures["b"]), WANG, b"b"),
    )
    assert met == []
    later, earlier = store.log()
    assert {later.id, earlier.id} == {"a", "b"}
    assert later.number == earlier.number + 1
    assert earlier.events[-1].at <= later.events[0].at
    assert store.current()["batch"].tolist() == [later.id]
    assert [version.batch for version in store.history("110000", "lawyers", "2024-05")] == [
        later.id,
        earlier.id,
    ]
    store.undo(later.id, CHEN, "the other was right")
    assert store.current()["batch"].tolist() == [earlier.id]


def test_many_who_submit_at_once_get_numbers_of_their_own(store: Store) -> None:
    figures = [("110000", "lawyers", "2024", 1)]
    names = [f"batch {number}" for number in range(8)]
    met = at_once(
        *(lambda name=name: store.submit(batch(name, figures), CHEN, name.encode()) for name in names)
    )
    assert met == []
    log = store.log()
    assert sorted(each.id for each in log) == names
    assert [each.number for each in log] == list(range(7, -1, -1))
    assert all([event.event for event in each.events] == ["submitted", "accepted"] for each in log)


def test_the_same_file_submitted_twice_at_once_is_taken_once(store: Store) -> None:
    figures = [("110000", "lawyers", "2024", 1)]
    met = at_once(
        *(lambda name=name: store.submit(batch(name, figures), CHEN, b"same") for name in ("a", "b", "c"))
    )
    assert met == ["known_file", "known_file"]
    assert len(store.log()) == 1


def test_of_two_who_undo_at_once_the_second_is_told(store: Store) -> None:
    store.submit(batch("may", [("110000", "lawyers", "2024", 1)]), CHEN)
    met = at_once(*(lambda actor=actor: store.undo("may", actor, "wrong") for actor in (CHEN, WANG)))
    assert met == ["batch_state"]
    assert [event.event for event in store.batch("may").events][2:] == [State.UNDONE]


def test_who_reads_meanwhile_sees_whole_batches_only(store: Store) -> None:
    whole = 500
    figures = [(str(110000 + number), "lawyers", "2024", 1) for number in range(whole)]
    seen: set[int] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.add(len(store.current()))

    def write() -> None:
        for number in range(4):
            store.submit(batch(str(number), figures), CHEN)
            store.undo(str(number), CHEN, "")
        done.set()

    assert at_once(read, write) == []
    assert seen <= {0, whole}

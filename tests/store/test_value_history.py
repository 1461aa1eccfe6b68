"""The history of one value: every version, its batch and author, and when it held."""

import datetime as dt
from pathlib import Path

import pytest

from atlas.store import Batch, Held, Source, State, Store
from tests.figures import ACCEPTED, CHEN, WANG, OpenDoor, batch, rows

DAY = dt.timedelta(days=1)


@pytest.fixture
def store() -> Store:
    return Store.open(Path(":memory:"), OpenDoor())


def bring(store: Store, name: str, value: object, day: int, **more: object) -> None:
    figures = [("110000", "lawyers", "2024-05", value, {"row": 12, **more}), ("110000", "cases", "2024", 1)]
    brought = Batch(name, "upload", [rows(figures)], ACCEPTED, file_name=f"{name}.csv")
    store.submit(brought, CHEN, name.encode(), at=ACCEPTED + day * DAY)


def held(store: Store) -> dict[str, list[tuple[int, int | None]]]:
    return {
        version.batch: [
            ((each.began - ACCEPTED).days, None if each.ceased is None else (each.ceased - ACCEPTED).days)
            for each in version.held
        ]
        for version in store.history("110000", "lawyers", "2024-05")
    }


def test_each_version_says_where_it_came_from_and_when_it_held(store: Store) -> None:
    bring(store, "old", 1, 0)
    bring(store, "new", "suppressed", 3)
    new, old = store.history("110000", "lawyers", "2024-05")
    assert (old.value, old.status, old.batch, old.file_name, old.row) == (1, "value", "old", "old.csv", 12)
    assert (old.author, old.state, old.accepted_at) == ("chen", State.ACCEPTED, ACCEPTED)
    assert old.held == (Held(ACCEPTED, ACCEPTED + 3 * DAY),)
    assert not old.holds
    assert (new.value, new.status, new.held) == (None, "suppressed", (Held(ACCEPTED + 3 * DAY, None),))
    assert new.holds


def test_a_version_holds_again_when_what_replaced_it_is_undone(store: Store) -> None:
    bring(store, "old", 1, 0)
    bring(store, "new", 2, 1)
    store.undo("new", WANG, "wrong", at=ACCEPTED + 2 * DAY)
    assert held(store) == {"new": [(1, 2)], "old": [(0, 1), (2, None)]}
    assert store.history("110000", "lawyers", "2024-05")[0].undone_at == ACCEPTED + 2 * DAY
    store.redo("new", WANG, "right", at=ACCEPTED + 3 * DAY)
    assert held(store) == {"new": [(1, 2), (3, None)], "old": [(0, 1), (2, 3)]}
    assert store.history("110000", "lawyers", "2024-05")[0].undone_at is None


def test_undoing_what_does_not_hold_changes_nothing_of_the_value(store: Store) -> None:
    bring(store, "old", 1, 0)
    bring(store, "new", 2, 1)
    store.undo("old", WANG, "", at=ACCEPTED + 2 * DAY)
    store.redo("old", WANG, "", at=ACCEPTED + 3 * DAY)
    assert held(store) == {"new": [(1, None)], "old": [(0, 1)]}


def test_what_waits_or_was_declined_stands_first_and_never_held() -> None:
    store = Store.open(Path(":memory:"), OpenDoor(four_eyes=True))
    for name in ("accepted", "declined", "waiting"):
        bring(store, name, 1, 0)
    store.release("accepted", WANG)
    store.decline("declined", WANG, "no")
    found = store.history("110000", "lawyers", "2024-05")
    assert [(each.batch, each.state, each.holds) for each in found] == [
        ("waiting", "submitted", False),
        ("declined", "declined", False),
        ("accepted", "accepted", True),
    ]
    assert [each.accepted_at is None for each in found] == [True, True, False]


def test_of_two_figures_in_one_batch_the_better_one_held(store: Store) -> None:
    figures = [
        ("110000", "lawyers", "2024-05", 9, {"qualifier": "about", "source": "s"}),
        ("110000", "lawyers", "2024-05", 8, {"qualifier": "exact", "source": "s"}),
    ]
    store.submit(batch("both", figures, Source("s", "A report")), CHEN)
    found = store.history("110000", "lawyers", "2024-05")
    assert [(each.value, each.qualifier, each.source, each.holds) for each in found] == [
        (8, "exact", "s", True),
        (9, "about", "s", False),
    ]


@pytest.mark.parametrize(
    "key", [("110000", "lawyers", "2024"), ("120000", "lawyers", "2024-05"), ("110000", "x", "2024-05")]
)
def test_a_value_nobody_brought_has_no_history(store: Store, key: tuple[str, str, str]) -> None:
    bring(store, "old", 1, 0)
    assert store.history(*key) == ()

"""What a click would change is what it then changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.access import SYSTEM
from atlas.problems import AtlasError
from atlas.store import State, Store
from atlas.store.effects import Effect
from tests.figures import batch

PLACES = ("520100", "520300", "522600")
PERIODS = ("2025-01", "2025-02", "2025")
KEYS = [(place, "lawyers", period) for place in PLACES for period in PERIODS]
Holding = dict[tuple[str, str, str], str]


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store.open(Path(":memory:"))
    yield opened
    opened.close()


def holding(store: Store) -> Holding:
    """The batch whose figure holds, by key: the other implementation."""
    found = store.current()
    return {(row.division, row.measure, row.period): row.batch for row in found.itertuples()}


def bring_in(store: Store, name: str, keys: list[tuple[str, str, str]], value: float = 1) -> None:
    store.add(batch(name, [(*key, value) for key in keys]), SYSTEM)


def compared(counting: Holding, without: Holding, name: str) -> Effect:
    own = [key for key, holder in counting.items() if holder == name]
    covered = [key for key in own if key in without]
    return Effect(len(own), len(covered), tuple(sorted({key[0] for key in own})))


@settings(max_examples=12, deadline=None)
@given(
    contents=st.lists(st.lists(st.sampled_from(KEYS), min_size=1, unique=True), min_size=1, max_size=4),
    undone=st.sets(st.integers(0, 3)),
    data=st.data(),
)
def test_the_effect_told_is_the_difference_that_the_click_makes(
    contents: list[list[tuple[str, str, str]]], undone: set[int], data: st.DataObject
) -> None:
    store = Store.open(Path(":memory:"))
    for place, keys in enumerate(contents):
        bring_in(store, f"b{place}", keys, place)
        store.accept(f"b{place}", SYSTEM)
    for place in undone:
        if place < len(contents):
            store.undo(f"b{place}", SYSTEM, "wrong month")
    chosen = f"b{data.draw(st.integers(0, len(contents) - 1))}"
    told, before = store.effect(chosen), holding(store)
    if store.batch(chosen).state is State.ACCEPTED:
        store.undo(chosen, SYSTEM, "wrong")
        assert told == compared(before, holding(store), chosen)
    else:
        store.redo(chosen, SYSTEM)
        assert told == compared(holding(store), before, chosen)
    assert store.effect(chosen) == told
    store.close()


def test_a_batch_that_waits_will_come_last_and_cover_what_it_meets(store: Store) -> None:
    bring_in(store, "first", KEYS[:4])
    store.accept("first", SYSTEM)
    bring_in(store, "waiting", KEYS[2:6])
    assert store.effect("waiting") == Effect(4, 2, ("520100", "520300"))
    before = holding(store)
    store.accept("waiting", SYSTEM)
    assert compared(holding(store), before, "waiting") == Effect(4, 2, ("520100", "520300"))


def test_a_batch_that_newer_ones_have_replaced_changes_nothing(store: Store) -> None:
    for name in ("older", "newer"):
        bring_in(store, name, KEYS[:2])
        store.accept(name, SYSTEM)
    assert store.effect("older") == Effect(0, 0, ())
    assert store.effect("newer") == Effect(2, 2, ("520100",))


def test_a_batch_that_nobody_knows_is_a_sentence(store: Store) -> None:
    with pytest.raises(AtlasError) as caught:
        store.effect("none")
    assert caught.value.problem.id == "unknown_batch"

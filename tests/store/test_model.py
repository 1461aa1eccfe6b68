"""The store against a naive list of what was done to it, for any order of steps."""

import datetime as dt
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from atlas.problems import AtlasError
from atlas.store import Store
from tests.figures import ACCEPTED, CHEN, WANG, OpenDoor, batch

HOUR = dt.timedelta(hours=1)
CELLS = [
    ("110000", "lawyers", "2024-05"),
    ("110000", "lawyers", "2024"),
    ("120000", "lawyers", "2024-05"),
    ("110000", "cases", "2024-05"),
]
FIGURES = st.dictionaries(st.sampled_from(CELLS), st.integers(0, 9), min_size=1)
NEXT = {
    "release": ("submitted", "accepted"),
    "decline": ("submitted", "declined"),
    "withdraw": ("submitted", "withdrawn"),
    "undo": ("accepted", "undone"),
    "redo": ("undone", "accepted"),
}


class Steps(RuleBasedStateMachine):
    """Batches as dictionaries, newest last; each with its figures and its events."""

    @initialize(four_eyes=st.booleans())
    def open(self, four_eyes: bool) -> None:
        self.four_eyes = four_eyes
        self.store = Store.open(Path(":memory:"), OpenDoor(four_eyes))
        self.batches: list[dict[str, Any]] = []
        self.clock = ACCEPTED

    @rule(figures=FIGURES)
    def submit(self, figures: dict[tuple[str, str, str], int]) -> None:
        name = str(len(self.batches))
        self.clock += HOUR
        listed = [(*cell, value) for cell, value in figures.items()]
        self.store.submit(batch(name, listed), CHEN, name.encode(), at=self.clock)
        events = [("submitted", self.clock)] + ([] if self.four_eyes else [("accepted", self.clock)])
        self.batches.append({"name": name, "figures": figures, "events": events})

    @precondition(lambda self: self.batches)
    @rule(action=st.sampled_from(list(NEXT)), which=st.integers(0))
    def change(self, action: str, which: int) -> None:
        chosen = self.batches[which % len(self.batches)]
        self.clock += HOUR
        before, after = NEXT[action]
        allowed = chosen["events"][-1][0] == before
        with nullcontext() if allowed else pytest.raises(AtlasError, match=f"“{chosen['name']}”"):
            getattr(self.store, action)(chosen["name"], WANG, "a reason", at=self.clock)
        if allowed:
            chosen["events"].append((after, self.clock))

    @invariant()
    def the_log_tells_what_was_done(self) -> None:
        if not hasattr(self, "store"):
            return
        log = self.store.log()
        told = [(each.id, [(event.event.value, event.at) for event in each.events]) for each in log]
        assert told == [(each["name"], each["events"]) for each in reversed(self.batches)]

    @invariant()
    def what_holds_is_the_last_accepted_that_was_not_undone(self) -> None:
        if hasattr(self, "store"):
            assert shown(self.store.current()) == self.held(self.clock)

    @precondition(lambda self: self.batches)
    @rule(back=st.integers(0, 20))
    def what_was_known_stays_known(self, back: int) -> None:
        moment = self.clock - back * HOUR
        assert shown(self.store.current(as_known_on=moment)) == self.held(moment)

    @precondition(lambda self: self.batches)
    @rule(cell=st.sampled_from(CELLS))
    def a_history_tells_when_each_version_held(self, cell: tuple[str, str, str]) -> None:
        versions = self.store.history(*cell)
        assert {each.batch for each in versions} == {
            each["name"] for each in self.batches if cell in each["figures"]
        }
        moments = sorted({at for each in self.batches for _, at in each["events"]})
        for moment in moments:
            told = [
                each.value
                for each in versions
                for held in each.held
                if held.began <= moment and (held.ceased is None or moment < held.ceased)
            ]
            assert told == [value for key, value in self.held(moment).items() if key == cell]
        assert [each.value for each in versions if each.holds] == [
            value for key, value in self.held(self.clock).items() if key == cell
        ]

    def held(self, moment: dt.datetime) -> dict[tuple[str, str, str], int]:
        """The figures as known then, the slow and obvious way: lay accepted batches over one another."""
        counting = []
        for each in self.batches:
            events = [(event, at) for event, at in each["events"] if at <= moment]
            if events and events[-1][0] == "accepted":
                counting.append((min(at for event, at in events if event == "accepted"), each["figures"]))
        found: dict[tuple[str, str, str], int] = {}
        for _, figures in sorted(counting, key=lambda pair: pair[0]):
            found |= figures
        return found


def shown(frame: Any) -> dict[tuple[str, str, str], int]:
    keys = zip(frame["division"], frame["measure"], frame["period"], strict=True)
    return dict(zip(keys, frame["value"].astype(int), strict=True))


TestSteps = Steps.TestCase
TestSteps.settings = settings(max_examples=8, stateful_step_count=12, deadline=None, derandomize=True)

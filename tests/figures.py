"""Stores and definitions for tests, made from a few lines."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from atlas.access import SYSTEM, Action, Actor, Role
from atlas.batches import Batch, Source
from atlas.definitions import Bilingual, Definitions, Indicator, Measure
from atlas.periods import Period
from atlas.store import Store

NAME = Bilingual(zh="名", en="Name")
ACCEPTED = dt.datetime(2026, 1, 31, 12, 0, tzinfo=dt.UTC)
CHEN = Actor("chen", Role.CONTRIBUTOR)
WANG = Actor("wang", Role.REVIEWER)


class OpenDoor:
    """A guard that lets everybody do everything, and asks for four eyes if told so."""

    def __init__(self, four_eyes: bool = False) -> None:
        self._four_eyes = four_eyes

    def require(self, actor: Actor, action: Action, divisions: frozenset[str], author: str) -> None:
        return

    def four_eyes(self, divisions: frozenset[str]) -> bool:
        return self._four_eyes


def rows(figures: Iterable[tuple[Any, ...]]) -> pd.DataFrame:
    """Observations from (division, measure, period, value) and, if needed, a dictionary of further columns.

    A value may be a word: "suppressed" or "not_applicable".
    """
    found = []
    for division, measure, code, value, *more in figures:
        period = code if isinstance(code, Period) else Period.parse(code)
        row = {
            "division": division,
            "measure": measure,
            "period": str(period),
            "first_month": period.first,
            "last_month": period.last,
            "kind": period.kind.value,
            "value": None if isinstance(value, str) else float(value),
            "status": value if isinstance(value, str) else "value",
        }
        found.append(row | (more[0] if more else {}))
    return pd.DataFrame(found)


def batch(name: str, figures: Iterable[tuple[Any, ...]], *sources: Source) -> Batch:
    """A batch of such figures."""
    return Batch(name, "upload", [rows(figures)], ACCEPTED, author="tester", sources=sources)


def store_with(figures: Iterable[tuple[Any, ...]], *sources: Source) -> Store:
    """A store in memory with one accepted batch."""
    store = Store.open(Path(":memory:"))
    listed = list(figures)
    if listed:
        store.add(batch("first", listed, *sources), SYSTEM)
        store.accept("first", SYSTEM, ACCEPTED)
    return store


def measure(name: str, kind: str, **more: Any) -> Measure:
    """A measure of a kind."""
    fields = {"unit": "person", "topic": "topic", "reported_by": "township"} | more
    return Measure(id=name, name=NAME, kind=kind, **fields)  # type: ignore[arg-type]


def indicator(name: str, numerator: str | None, denominator: str | None = None, **more: Any) -> Indicator:
    """An indicator made from measures."""
    return Indicator(
        id=name,
        name=NAME,
        short_name=NAME,
        topic="topic",
        unit="person",
        numerator=numerator,
        denominator=denominator,
        direction="higher",
        definition=NAME,
        **more,
    )


def definitions(*measures: Measure) -> Definitions:
    """Definitions with these measures."""
    return Definitions({each.id: each for each in measures}, {}, {}, {}, version="test")

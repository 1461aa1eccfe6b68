"""Several measures at once: what an upload is compared with is what holds."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.access import SYSTEM
from atlas.batches import Batch
from atlas.periods import Period
from atlas.store import Store
from atlas.validate import Asked

MEASURES = ("lawyers", "mediators", "population")
DIVISIONS = ("520102", "520103", "520102001")
Row = tuple[str, str, str, float | None]
PERIODS = ("2024-01", "2024-02", "2024-Q1", "2024")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "atlas.duckdb")
    yield opened
    opened.close()


def batch(name: str, rows: Sequence[Row]) -> Batch:
    columns = [
        {
            "division": division,
            "measure": measure,
            "period": code,
            "first_month": Period.parse(code).first,
            "last_month": Period.parse(code).last,
            "kind": Period.parse(code).kind.value,
            "value": value,
            "status": "value" if value is not None else "suppressed",
        }
        for division, measure, code, value in rows
    ]
    return Batch(name, "test", [pa.Table.from_pylist(columns)], dt.datetime(2026, 1, 1, tzinfo=dt.UTC))


WHOLE = Asked(MEASURES, MEASURES, (), DIVISIONS, DIVISIONS, 0, Period.parse("2024-02").first, 99_999)
"""Everything: what ends before February 2024 is history, the rest is looked at for all divisions."""


def told(store: Store, asked: Asked = WHOLE) -> list[tuple[object, ...]]:
    found = store.reported(asked)
    columns = (found.measure, found.division, found.first, found.last, found.kind, found.status)
    keys = zip(*(column.tolist() for column in columns), strict=True)
    return sorted((*key, repr(value)) for key, value in zip(keys, found.value.tolist(), strict=True))


def slow(store: Store) -> list[tuple[object, ...]]:
    kinds = ("month", "quarter", "half", "year", "span")
    statuses = ("none", "value", "not_applicable", "suppressed")
    current = store.current(MEASURES)
    told = []
    for row in current.to_dict("records"):
        measure, kind, status = (
            MEASURES.index(row["measure"]),
            kinds.index(row["kind"]),
            statuses.index(row["status"]),
        )
        months = row["first_month"], row["last_month"]
        told.append((measure, int(row["division"]), *months, kind, status, repr(float(row["value"]))))
    return sorted(told)


rows = st.tuples(
    st.sampled_from(DIVISIONS),
    st.sampled_from(MEASURES),
    st.sampled_from(PERIODS),
    st.one_of(st.none(), st.integers(0, 9).map(float)),
)


@settings(max_examples=8)
@given(st.lists(st.lists(rows, min_size=1, max_size=8), min_size=1, max_size=3))
def test_several_measures_at_once_are_what_holds(
    batches: list[list[Row]],
) -> None:
    store = Store.open(":memory:")
    for number, each in enumerate(batches):
        store.submit(batch(f"b{number}", each), SYSTEM)
    assert told(store) == slow(store)
    store.close()


JANUARY, FEBRUARY, MARCH = (Period.parse(f"2024-0{month}").first for month in (1, 2, 3))
NANMING, YUNYAN, STREET = DIVISIONS


@pytest.mark.parametrize(
    ("changes", "kept", "reason"),
    [
        ({}, {"own past", "own now", "beside now", "census"}, "all that a file of February is compared with"),
        ({"since": FEBRUARY}, {"own now", "beside now", "census"}, "January is too long ago"),
        ({"carried": ()}, {"own past", "own now", "beside now"}, "the census is, too, unless it is carried"),
        ({"around": (NANMING,)}, {"own past", "own now", "census"}, "the neighbour is not asked for"),
        ({"divisions": (STREET,)}, {"own now", "beside now"}, "whose past is not asked for has none"),
        ({"own": ("mediators",)}, {"own now", "beside now", "census"}, "nor has a measure of others"),
        ({"last": JANUARY, "first": JANUARY}, {"own past", "census", "beside past"}, "a file of January"),
    ],
)
def test_only_what_is_asked_for_is_given(
    store: Store, changes: dict[str, Any], kept: set[str], reason: str
) -> None:
    names = {
        (NANMING, "lawyers", "2024-01", 1.0): "own past",
        (YUNYAN, "lawyers", "2024-01", 2.0): "beside past",
        (NANMING, "lawyers", "2024-02", 3.0): "own now",
        (YUNYAN, "lawyers", "2024-02", 4.0): "beside now",
        (NANMING, "lawyers", "2024-03", 5.0): "own future",
        (NANMING, "population", "2015-01", 6.0): "census",
        (YUNYAN, "population", "2015-01", 7.0): "census beside",
    }
    store.submit(batch("b", list(names)), SYSTEM)
    usual = Asked(
        MEASURES, ("lawyers",), ("population",), (NANMING,), (NANMING, YUNYAN), JANUARY, FEBRUARY, FEBRUARY
    )
    values = {float(str(row[-1])) for row in told(store, replace(usual, **changes))}
    assert {name for (*_, value), name in names.items() if value in values} == kept, reason


def test_what_was_undone_is_not_given(store: Store) -> None:
    store.submit(batch("b", [("520102", "lawyers", "2024-01", 1.0)]), SYSTEM)
    store.undo("b", SYSTEM, "wrong")
    assert told(store) == []

"""Several measures at once: what an upload is compared with is what holds."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas.access import SYSTEM
from atlas.batches import Batch
from atlas.periods import Period
from atlas.store import Store

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


def told(store: Store, **bounds: object) -> list[tuple[object, ...]]:
    found = store.reported(MEASURES, **bounds)  # type: ignore[arg-type]
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


def test_old_figures_are_left_out_unless_they_are_carried(store: Store) -> None:
    old = [("520102", "lawyers", "2015-01", 1.0), ("520102", "population", "2015-01", 2.0)]
    store.submit(batch("old", old), SYSTEM)
    since = Period.parse("2024-01").first
    assert len(told(store)) == 2
    assert told(store, since=since) == []
    assert [row[0] for row in told(store, since=since, carried=["population"])] == [
        MEASURES.index("population")
    ]


def test_only_the_divisions_asked_for_are_given(store: Store) -> None:
    store.submit(batch("b", [(code, "lawyers", "2024-01", 1.0) for code in DIVISIONS]), SYSTEM)
    assert [row[1] for row in told(store, divisions=["520103"])] == [520103]
    assert len(told(store)) == 3


def test_what_was_undone_is_not_given(store: Store) -> None:
    store.submit(batch("b", [("520102", "lawyers", "2024-01", 1.0)]), SYSTEM)
    store.undo("b", SYSTEM, "wrong")
    assert told(store) == []

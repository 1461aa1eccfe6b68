"""A database that an older release made is brought up to date when it is opened, and loses nothing."""

import datetime as dt
from pathlib import Path

import duckdb
import pytest

from atlas.problems import AtlasError
from atlas.store import State, Store
from tests.figures import CHEN, OpenDoor, batch

OLD = """
CREATE TABLE batches ("number" INTEGER, "batch" VARCHAR, "origin" VARCHAR, "file_name" VARCHAR,
    "sha256" VARCHAR, "author" VARCHAR, "received_at" TIMESTAMP);
CREATE TABLE batch_events ("number" INTEGER, "batch" INTEGER, "event" VARCHAR, "at" TIMESTAMP,
    "by" VARCHAR, "reason" VARCHAR);
CREATE TABLE sources ("number" INTEGER, "batch" INTEGER, "source" VARCHAR, "title" VARCHAR,
    "publisher" VARCHAR, "date" VARCHAR, "url" VARCHAR, "grade" VARCHAR, "founding" VARCHAR,
    "file_name" VARCHAR);
CREATE TABLE observations ("batch" INTEGER, "division" VARCHAR, "measure" VARCHAR, "period" VARCHAR,
    "first_month" INTEGER, "last_month" INTEGER, "kind" VARCHAR, "value" DOUBLE, "status" VARCHAR,
    "qualifier" VARCHAR, "source" INTEGER, "row" INTEGER, "precedence" INTEGER, "remarks" VARCHAR);
INSERT INTO batches VALUES
    (0, 'first', 'published', 'p.csv', 'abc', 'atlas', '2026-01-02 03:04:05'),
    (1, 'empty', 'published', '', '', 'atlas', '2026-01-03 00:00:00');
INSERT INTO batch_events VALUES (0, 0, 'accepted', '2026-01-02 03:04:06', 'atlas', '');
INSERT INTO sources VALUES (0, 0, 's', 'Yearbook', '', '2025', '', 'official', '', '');
INSERT INTO observations VALUES
    (0, '110000', 'lawyers', '2024', 24288, 24299, 'year', 5, 'value', 'exact', 0, 2, 0, ''),
    (0, '110000', 'lawyers', '2024-03', 24290, 24290, 'month', 6, 'value', 'exact', 0, 3, 0, ''),
    (0, '120000', 'lawyers', '2025-01', 24300, 24300, 'month', 7, 'value', 'exact', 0, 4, 0, '');
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(OLD)
    return path


def test_the_figures_of_an_old_database_hold_and_its_batches_are_in_the_log(old: Path) -> None:
    store = Store.open(old)
    assert sorted(store.current()["value"]) == [5, 6, 7]
    empty, first = store.log()
    assert (first.id, first.state, first.rows, first.divisions) == (
        "first",
        State.ACCEPTED,
        3,
        ("110000", "120000"),
    )
    assert (first.first_month, first.last_month, first.remark) == (24288, 24300, "")
    assert first.received_at == dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
    assert (empty.rows, empty.divisions, empty.first_month, empty.state) == (0, (), None, State.ADDED)
    assert [each.value for each in store.history("110000", "lawyers", "2024")] == [5]


def test_an_old_database_takes_new_batches_and_is_grown_only_once(old: Path) -> None:
    store = Store.open(old, OpenDoor())
    store.submit(batch("new", [("110000", "lawyers", "2024", 9)]), CHEN, b"content")
    version = store.version
    store.close()
    again = Store.open(old, OpenDoor())
    assert again.version == version
    assert again.original("new")[1] == b"content"
    assert len(again.log()[2].divisions) == 2
    again.undo("first", CHEN, "")
    assert again.current()["value"].tolist() == [9]


def test_a_table_that_is_no_table_of_the_atlas_is_left_alone(old: Path) -> None:
    with duckdb.connect(str(old)) as connection:
        connection.execute("CREATE TABLE notes AS SELECT 1 AS a")
    Store.open(old).close()
    with duckdb.connect(str(old)) as connection:
        assert connection.sql("SELECT a FROM notes").fetchall() == [(1,)]


def test_a_database_with_a_table_of_another_shape_is_damaged_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "odd.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE batches (number VARCHAR)")
        connection.execute("CREATE VIEW observations AS SELECT 1 AS a")
    with pytest.raises(AtlasError) as caught:
        Store.open(path)
    assert caught.value.problem.id == "damaged_database"
    with duckdb.connect(str(path)) as connection:
        columns = connection.sql("SELECT column_name FROM duckdb_columns() WHERE table_name = 'batches'")
        assert columns.fetchall() == [("number",)]

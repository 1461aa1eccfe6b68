"""The store: what was accepted counts, what was undone does not, and nothing is ever lost."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import ibis
import pyarrow as pa
import pytest

from atlas.batches import Batch, Source
from atlas.problems import AtlasError
from atlas.store import Store
from atlas.store.expressions import Wanted, described, winners
from tests.figures import ACCEPTED, CHEN, WANG, OpenDoor, batch, rows, store_with

DAY = dt.timedelta(days=1)
OFFICIAL = Source("official", "Yearbook", grade="official", date="2023-05-01")
PRESS = Source("press", "Newspaper", grade="press", date="2024-06")
SUMMARY = Source("summary", "Summary", grade="summary", date="2024-07")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "atlas.duckdb", OpenDoor())


def value_of(store: Store, as_known_on: dt.datetime | dt.date | None = None) -> float | None:
    found = store.current(["lawyers"], as_known_on=as_known_on)
    return None if found.empty else float(found["value"].iloc[0])


def test_a_batch_counts_only_once_it_is_accepted(store: Store) -> None:
    assert store.add(batch("may", [("110000", "lawyers", "2024-05", 7)]), CHEN) == 1
    assert value_of(store) is None
    store.accept("may", CHEN)
    assert value_of(store) == 7


def test_undo_hides_a_batch_and_accepting_it_again_brings_it_back(store: Store) -> None:
    store.add(batch("old", [("110000", "lawyers", "2024-05", 1)]), CHEN)
    store.add(batch("new", [("110000", "lawyers", "2024-05", 2)]), CHEN)
    store.accept("old", CHEN, ACCEPTED)
    store.accept("new", CHEN, ACCEPTED + DAY)
    store.undo("new", CHEN, "wrong month", ACCEPTED + 2 * DAY)
    assert value_of(store) == 1
    store.accept("new", CHEN, ACCEPTED + 3 * DAY)
    assert value_of(store) == 2


def test_what_was_known_on_a_day_stays_known(store: Store) -> None:
    store.add(batch("old", [("110000", "lawyers", "2024-05", 1)]), CHEN)
    store.add(batch("new", [("110000", "lawyers", "2024-05", 2)]), CHEN)
    store.accept("old", CHEN, ACCEPTED)
    store.accept("new", CHEN, ACCEPTED + 2 * DAY)
    store.undo("new", CHEN, "wrong", ACCEPTED + 4 * DAY)
    known = [value_of(store, ACCEPTED + days * DAY) for days in (-1, 0, 1, 2, 3, 4)]
    assert known == [None, 1, 1, 2, 2, 1]
    assert value_of(store, ACCEPTED.date()) == 1


def test_the_version_changes_with_every_event_and_with_nothing_else(store: Store) -> None:
    store.add(batch("may", [("110000", "lawyers", "2024-05", 7)]), CHEN)
    versions = [store.version]
    store.accept("may", CHEN, ACCEPTED)
    versions.append(store.version)
    store.current()
    assert store.version == versions[-1]
    store.undo("may", CHEN, "", ACCEPTED)
    versions.append(store.version)
    assert len(set(versions)) == 3


def test_the_version_and_the_figures_survive_a_restart(tmp_path: Path) -> None:
    first = Store.open(tmp_path / "atlas.duckdb", OpenDoor())
    first.add(batch("may", [("110000", "lawyers", "2024-05", 7)]), CHEN)
    first.accept("may", CHEN, ACCEPTED)
    version = first.version
    first.close()
    again = Store.open(tmp_path / "atlas.duckdb", OpenDoor())
    assert (again.version, value_of(again)) == (version, 7)


WINNERS = [
    ("lower precedence", [(1, OFFICIAL, {"precedence": 1}), (2, PRESS, {"precedence": 0})], 2),
    ("exact before about", [(1, PRESS, {"qualifier": "about"}), (2, OFFICIAL, {"qualifier": "exact"})], 2),
    ("newer source", [(1, OFFICIAL, {}), (2, PRESS, {})], 2),
    ("a source without a date comes last", [(1, Source("undated", "?"), {}), (2, OFFICIAL, {})], 2),
    ("precedence before exactness", [(1, OFFICIAL, {"precedence": 1}), (2, PRESS, {"qualifier": "over"})], 2),
]


@pytest.mark.parametrize(("reason", "figures", "winner"), WINNERS, ids=[case[0] for case in WINNERS])
@pytest.mark.parametrize("turn", [1, -1])
def test_inside_a_batch_the_better_figure_wins(
    reason: str, figures: list[tuple[int, Source, dict[str, object]]], winner: int, turn: int
) -> None:
    stated = [
        (
            "110000",
            "lawyers",
            "2024",
            value,
            {"source": source.id, "precedence": 0, "qualifier": "exact"} | more,
        )
        for value, source, more in figures[::turn]
    ]
    store = store_with(stated, *(source for _, source, _ in figures))
    found = store.current(["lawyers"]).iloc[0]
    assert (found["value"], found["alternatives"]) == (winner, 1), reason
    quick = store.observed("lawyers")
    assert (quick.value.tolist(), quick.alternatives.tolist()) == ([winner], [1]), reason


def test_figures_that_agree_are_no_alternatives() -> None:
    store = store_with([("110000", "lawyers", "2024", 5), ("110000", "lawyers", "2024", 5)])
    assert store.current()["alternatives"].tolist() == [0]


def test_a_figure_for_another_period_is_no_alternative() -> None:
    store = store_with([("110000", "lawyers", "2024", 5), ("110000", "lawyers", "2024-12", 6)])
    assert store.current()["alternatives"].tolist() == [0, 0]


def test_weaker_grades_are_left_out_before_one_figure_is_chosen() -> None:
    figures = [
        ("110000", "lawyers", "2024", 1, {"source": "summary", "precedence": 0}),
        ("110000", "lawyers", "2024", 2, {"source": "official", "precedence": 1}),
        ("120000", "lawyers", "2024", 3, {"source": "summary"}),
        ("130000", "lawyers", "2024", 4, {"source": None}),
    ]
    store = store_with(figures, OFFICIAL, SUMMARY)
    kept = store.current(grades=["official"]).sort_values("division")
    assert dict(zip(kept["division"], kept["value"], strict=True)) == {"110000": 2, "130000": 4}
    assert kept["alternatives"].tolist() == [0, 0]
    quick = store.observed("lawyers", grades=["official"])
    assert quick.value.tolist() == [2, 4]


def test_the_arrays_hold_what_the_table_holds() -> None:
    figures = [
        ("110000", "lawyers", "2024", 1),
        ("120000", "lawyers", "2024-03", "suppressed"),
        ("110000", "lawyers", "2024-H1", 2, {"qualifier": "over"}),
        ("110000", "cases", "2024", 9),
    ]
    store = store_with(figures)
    quick = store.observed("lawyers")
    assert quick.division.tolist() == [120000, 110000, 110000]
    assert (quick.last - quick.first + 1).tolist() == [1, 6, 12]
    assert quick.status.tolist() == [3, 1, 1]
    assert quick.qualifier.tolist() == [0, 2, 0]


def test_an_interrupted_batch_leaves_nothing(store: Store) -> None:
    def chunks() -> object:
        yield rows([("110000", "lawyers", "2024", 1)])
        raise RuntimeError("power cut")

    broken = Batch("may", "upload", chunks(), ACCEPTED)  # type: ignore[arg-type]
    with pytest.raises(RuntimeError):
        store.add(broken, CHEN)
    assert store.batches().empty
    store.add(batch("may", [("110000", "lawyers", "2024", 1)]), CHEN)
    store.accept("may", CHEN)
    assert value_of(store) == 1


def test_a_batch_cannot_be_added_twice(store: Store) -> None:
    store.add(batch("may", [("110000", "lawyers", "2024", 1)]), CHEN)
    with pytest.raises(AtlasError) as caught:
        store.add(batch("may", [("110000", "lawyers", "2024", 1)]), CHEN)
    assert caught.value.problem.id == "batch_exists"


@pytest.mark.parametrize("event", ["accept", "undo"])
def test_an_unknown_batch_is_named(store: Store, event: str) -> None:
    with pytest.raises(AtlasError) as caught:
        store.accept("june", CHEN) if event == "accept" else store.undo("june", CHEN, "")
    assert (caught.value.problem.id, caught.value.problem.fields["batch"]) == ("unknown_batch", "june")


DAMAGE = [
    ("text", b"this is no database" * 1000, "another kind of file"),
    ("header", b"\0" * 8 + b"DUCK" + b"\xff" * 5000, "a header and then nonsense"),
]


@pytest.mark.parametrize(("name", "content", "reason"), DAMAGE, ids=[case[0] for case in DAMAGE])
def test_a_damaged_file_is_named_and_left_alone(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / f"{name}.duckdb"
    path.write_bytes(content)
    with pytest.raises(AtlasError) as caught:
        Store.open(path)
    assert (caught.value.problem.id, caught.value.problem.fields["file"]) == (
        "damaged_database",
        str(path),
    ), reason
    assert path.read_bytes() == content, reason


def test_a_truncated_file_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "atlas.duckdb"
    store = Store.open(path, OpenDoor())
    store.add(batch("may", [(f"{110000 + n}", "lawyers", "2024", n) for n in range(5000)]), CHEN)
    store.accept("may", CHEN)
    store.close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(AtlasError) as caught:
        value_of(Store.open(path))
    assert caught.value.problem.id == "damaged_database"


def test_a_second_process_is_told_that_the_file_is_in_use(tmp_path: Path) -> None:
    path = tmp_path / "atlas.duckdb"
    store = Store.open(path, OpenDoor())
    ask = (
        "import sys\nfrom atlas.problems import AtlasError\nfrom atlas.store import Store\n"
        "try:\n    Store.open(sys.argv[1])\nexcept AtlasError as error:\n    print(error.problem.id)"
    )
    told = subprocess.run([sys.executable, "-c", ask, str(path)], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "database_in_use"
    store.close()


def test_every_figure_comes_with_its_source() -> None:
    figures = [
        ("110000", "lawyers", "2024", 1, {"source": "official", "remarks": "all_kinds"}),
        ("110000", "lawyers", "2024", 2, {"source": "press", "remarks": ""}),
        ("120000", "lawyers", "2021/2025", 3, {"source": "press", "remarks": ""}),
    ]
    store = store_with(figures, OFFICIAL, PRESS)
    found = store.figures(divisions=["110000"])
    assert sorted(zip(found["value"], found["source_title"], found["remarks"], strict=True)) == [
        (1, "Yearbook", "all_kinds"),
        (2, "Newspaper", ""),
    ]
    assert len(store.figures(["lawyers"])) == 3
    assert len(store.figures(grades=["official"])) == 1


def test_sources_are_found_by_id_in_the_order_asked() -> None:
    store = store_with([("110000", "lawyers", "2024", 1)], OFFICIAL, PRESS)
    assert store.sources(["press", "nowhere", "official"]) == (PRESS, OFFICIAL)


def test_periods_say_how_many_divisions_have_figures() -> None:
    store = store_with(
        [
            ("110000", "lawyers", "2024", 1),
            ("110000", "lawyers", "2024", 2),
            ("120000", "lawyers", "2024", 3),
            ("120000", "cases", "2024-03", 3),
            ("110101", "lawyers", "2023", 3),
        ]
    )
    found = store.periods(["lawyers"])
    assert list(zip(found["period"], found["kind"], found["divisions"], strict=True)) == [
        ("2023", "year", 1),
        ("2024", "year", 2),
    ]
    places = store.provinces(["lawyers"])
    assert dict(zip(places["province"], places["figures"], strict=True)) == {"110000": 3, "120000": 1}


def test_the_history_shows_each_batch_with_its_last_event(store: Store) -> None:
    store.add(batch("first", [("110000", "lawyers", "2024", 1)]), CHEN)
    store.add(batch("second", [("110000", "lawyers", "2024", 1)]), CHEN)
    store.accept("first", CHEN, ACCEPTED)
    store.undo("first", WANG, "wrong file", ACCEPTED + DAY)
    found = store.batches()
    assert found["batch"].tolist() == ["second", "first"]
    assert found["event"].tolist() == ["", "undone"]
    assert found["reason"].tolist()[1] == "wrong file"


def test_the_query_for_what_holds_can_be_put_to_postgresql() -> None:
    wanted = Wanted(("lawyers",), 24_000, 24_011, ("110000",), ACCEPTED.replace(tzinfo=None), ("official",))
    query = str(ibis.to_sql(described(winners(wanted)), dialect="postgres"))
    for part in ('"observations"', '"batch_events"', "ROW_NUMBER()", "'lawyers'"):
        assert part in query


def test_arrow_tables_with_coded_words_are_taken_as_they_are(store: Store) -> None:
    words = {
        name: pa.array([word, word]).dictionary_encode()
        for name, word in (("measure", "lawyers"), ("period", "2024-05"), ("kind", "month"))
    }
    month = pa.array([24_292, 24_292], pa.int32())
    table = pa.table(
        {
            "division": ["110101", "110102"],
            **words,
            "first_month": month,
            "last_month": month,
            "value": [1.0, 2.0],
        }
    )
    store.add(Batch("may", "demonstration", [table], ACCEPTED), CHEN)
    store.accept("may", CHEN)
    assert store.current()["value"].sum() == 3

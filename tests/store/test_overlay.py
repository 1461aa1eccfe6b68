"""Figures laid over a store read exactly as if the same batch had been submitted."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from atlas.batches import Batch
from atlas.definitions import Definitions, load_definitions
from atlas.divisions import COUNTRY, Divisions, Level, load_divisions
from atlas.indicators import evaluate
from atlas.indicators.series import series
from atlas.indicators.values import IndicatorValue
from atlas.ingest.published import load_published
from atlas.periods import LATEST, Period
from atlas.store import Overlay, Source, Store
from tests.figures import ACCEPTED, CHEN, OpenDoor, batch, rows

FILE = Source("june", "六月.xlsx", file_name="六月.xlsx")
FROM = {"source": "june", "row": 7}
LAID = [
    ("110000", "lawyers", "2024-05", 20, FROM),
    ("110000", "lawyers", "2024-06", 21, FROM),
    ("130000", "lawyers", "2024", "suppressed", FROM),
    ("140000", "cases", "2024-05", "not_applicable", FROM),
    ("110000", "brand_new", "2024-Q2", 5, FROM),
]
BELOW = [
    ("110000", "lawyers", "2024-05", 1),
    ("110000", "lawyers", "2024-05", 20),
    ("110000", "lawyers", "2024-04", 2),
    ("120000", "lawyers", "2024-05", 3),
    ("130000", "lawyers", "2024", 4),
    ("140000", "cases", "2024-05", 5),
]
MEASURES = ("lawyers", "population", "law_firms", "disputes_mediated", "disputes_mediated_successfully")


def laid() -> pa.Table:
    return pa.Table.from_pandas(rows(LAID), preserve_index=False)


def store_below(guard: OpenDoor | None = None) -> Store:
    store = Store.open(Path(":memory:"), guard or OpenDoor())
    store.submit(batch("first", BELOW), CHEN, at=ACCEPTED)
    store.submit(batch("second", [("110000", "lawyers", "2024-05", 9)]), CHEN, at=ACCEPTED)
    return store


def shown(reader: Store | Overlay, measure: str, **asked: Any) -> list[tuple[object, ...]]:
    """What is observed, with the ids of sources instead of their numbers."""
    names = reader.source_names()
    columns = reader.observed(measure, **asked).arrays()
    columns["source"] = np.array([names.get(int(number), "") for number in columns["source"]])
    columns["value"] = np.array([str(value) for value in columns["value"]])
    return list(zip(*(column.tolist() for column in columns.values()), strict=True))


@pytest.mark.parametrize("measure", ["lawyers", "cases", "brand_new", "untouched"])
def test_what_is_observed_is_what_it_would_be_after_submitting(measure: str) -> None:
    store = store_below()
    overlay = Overlay(store, laid(), [FILE])
    found = shown(overlay, measure)
    before = store.log()
    store.submit(Batch("june", "upload", [laid()], ACCEPTED, sources=(FILE,)), CHEN)
    assert found == shown(store, measure)
    assert len(store.log()) == len(before) + 1


def test_competing_figures_below_are_counted_against_the_one_laid_over_them() -> None:
    overlay = Overlay(store_below(), laid(), [FILE])
    found = overlay.observed("lawyers")
    place = found.value.tolist().index(20)
    assert found.alternatives[place] == 2  # 1 and 9 say something else, the other 20 does not


def test_nothing_is_written_and_nothing_remembered_in_the_store() -> None:
    store = store_below()
    version, log, figures = store.version, store.log(), store.figures()
    overlay = Overlay(store, laid(), [FILE])
    overlay.observed("lawyers")
    assert (store.version, store.log()) == (version, log)
    assert store.figures().equals(figures)
    assert overlay.version not in (version, Overlay(store, laid(), [FILE]).version)
    assert overlay.memory is not store.memory


def test_what_was_known_before_is_what_the_store_knew() -> None:
    store = store_below()
    overlay = Overlay(store, laid(), [FILE])
    for day in (ACCEPTED, ACCEPTED.date(), ACCEPTED - dt.timedelta(days=1)):
        assert shown(overlay, "lawyers", as_known_on=day) == shown(store, "lawyers", as_known_on=day)
    tomorrow = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    assert shown(overlay, "lawyers", as_known_on=tomorrow) == shown(overlay, "lawyers")


def test_graded_sources_are_left_out_below_and_the_file_stays() -> None:
    press = Source("press", "Newspaper", grade="press")
    store = Store.open(Path(":memory:"), OpenDoor())
    store.submit(batch("first", [("120000", "lawyers", "2024-05", 3, {"source": "press"})], press), CHEN)
    overlay = Overlay(store, laid(), [FILE])
    found = shown(overlay, "lawyers", grades=["official"])
    store.submit(Batch("june", "upload", [laid()], ACCEPTED, sources=(FILE,)), CHEN)
    assert found == shown(store, "lawyers", grades=["official"])
    assert 120000 not in {row[0] for row in found}


def test_what_others_accept_meanwhile_shows_through() -> None:
    store = store_below()
    overlay = Overlay(store, laid(), [FILE])
    version = overlay.version
    press = Source("press", "Newspaper")
    later = [(code, "lawyers", "2024-06", 77, {"source": "press"}) for code in ("110000", "120000")]
    store.submit(batch("later", later, press), CHEN)
    assert overlay.version != version
    names = {row[0]: (row[4], row[7]) for row in shown(overlay, "lawyers") if row[1] == 2024 * 12 + 5}
    assert names == {110000: ("21.0", "june"), 120000: ("77.0", "press")}


def test_the_sources_of_both_are_found_by_id() -> None:
    store = Store.open(Path(":memory:"), OpenDoor())
    old = Source("old", "Yearbook")
    store.submit(batch("first", [("120000", "lawyers", "2024-05", 3, {"source": "old"})], old), CHEN)
    assert Overlay(store, laid(), [FILE]).sources(["june", "nowhere", "old"]) == (FILE, old)


def test_an_overlay_without_rows_changes_nothing() -> None:
    store = store_below()
    overlay = Overlay(store, laid().slice(0, 0))
    assert shown(overlay, "lawyers") == shown(store, "lawyers")


def test_every_indicator_touched_is_what_it_would_be_after_submitting(tmp_path: Path) -> None:
    divisions, definitions = load_divisions(), load_definitions()
    store = Store.open(tmp_path / "atlas.duckdb", OpenDoor())
    published = load_published(definitions, divisions).batch()
    store.submit(published, CHEN, at=ACCEPTED)
    provinces = [unit.code for unit in divisions.units(COUNTRY, Level.PROVINCE)]
    chance = np.random.default_rng(3)
    figures = [
        (code, name, period, int(chance.integers(1, 1000)), FROM)
        for name in MEASURES
        for period in ("2024", "2024-03")
        for code in provinces[: 20 if period == "2024" else 8]
    ]
    june = Batch("june", "upload", [rows(figures)], ACCEPTED, sources=(FILE,))
    overlay = Overlay(store, pa.Table.from_pandas(rows(figures), preserve_index=False), [FILE])
    touched = [
        each.id
        for each in definitions.indicators.values()
        if {each.numerator, each.denominator, each.stated} & set(MEASURES)
    ]
    assert len(touched) > len(MEASURES)
    before = {name: values(store, definitions, divisions, name) for name in touched}
    found = {name: values(overlay, definitions, divisions, name) for name in touched}
    store.submit(june, CHEN)
    wanted = {name: values(store, definitions, divisions, name) for name in touched}
    assert found == wanted
    assert sum(found[name] != before[name] for name in touched) > len(MEASURES)


def values(
    reader: Store | Overlay, definitions: Definitions, divisions: Divisions, name: str
) -> list[IndicatorValue]:
    units = [COUNTRY, *(unit.code for unit in divisions.units(COUNTRY, Level.PROVINCE))]
    asked = (reader, definitions, divisions, definitions.indicators[name])
    found: list[IndicatorValue] = []
    for period in (Period.parse("2024"), Period.parse("2024-03"), LATEST):
        found += evaluate(*asked, units, period)
    found += series(*asked, COUNTRY)
    # Two values that are not a number differ from each other.
    return [replace(each, value=None) if each.value != each.value else each for each in found]

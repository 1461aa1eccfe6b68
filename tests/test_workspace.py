"""What every request works with is loaded once, and one dataset's trouble leaves the other alone."""

from pathlib import Path

import pytest

from atlas.access import SYSTEM
from atlas.datasets import Dataset
from atlas.definitions import load_definitions
from atlas.divisions import Level, load_divisions
from atlas.ingest.published import PublishedFigures, load_published
from atlas.problems import AtlasError
from atlas.workspace import Workspace, data_folder


@pytest.fixture
def empty(tmp_path: Path) -> Workspace:
    return Workspace(load_divisions(), load_definitions(), tmp_path / "data", ())


def test_the_published_database_is_made_and_filled_on_first_use(empty: Workspace) -> None:
    assert not empty.folder.exists()
    store = empty.store(Dataset.PUBLISHED)
    assert empty.database(Dataset.PUBLISHED).exists()
    assert len(store.figures()) > 900
    assert list(store.batches().event) == ["accepted"]
    assert empty.store(Dataset.PUBLISHED) is store


def test_a_second_start_adds_nothing(empty: Workspace) -> None:
    store = empty.store(Dataset.PUBLISHED)
    before = len(store.figures())
    store.close()
    again = Workspace(empty.divisions, empty.definitions, empty.folder, ())
    assert len(again.store(Dataset.PUBLISHED).figures()) == before
    assert len(again.store(Dataset.PUBLISHED).batches()) == 1


def test_figures_of_an_older_release_are_taken_back_not_deleted(
    empty: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = load_published(empty.definitions, empty.divisions)
    older = PublishedFigures(whole.figures[:10], ())
    with monkeypatch.context() as patch:
        patch.setattr("atlas.workspace.load_published", lambda *_: older)
        empty.store(Dataset.PUBLISHED).close()
    store = Workspace(empty.divisions, empty.definitions, empty.folder, ()).store(Dataset.PUBLISHED)
    assert sorted(store.batches().event) == ["accepted", "undone"]
    assert len(store.figures()) == len(whole.figures)


def test_a_database_that_cannot_be_written_shows_what_it_holds(
    empty: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = load_published(empty.definitions, empty.divisions)
    older = PublishedFigures(whole.figures[:10], ())
    with monkeypatch.context() as patch:
        patch.setattr("atlas.workspace.load_published", lambda *_: older)
        empty.store(Dataset.PUBLISHED).close()
    monkeypatch.setattr("atlas.store.opening._may_write", lambda _: False)
    store = Workspace(empty.divisions, empty.definitions, empty.folder, ()).store(Dataset.PUBLISHED)
    assert store.read_only
    assert len(store.figures()) == 10


def test_demonstration_figures_are_made_only_on_demand(empty: Workspace) -> None:
    assert empty.is_made(Dataset.PUBLISHED)
    assert not empty.is_made(Dataset.DEMONSTRATION)
    with pytest.raises(AtlasError) as raised:
        empty.store(Dataset.DEMONSTRATION)
    assert raised.value.problem.id == "no_demonstration"
    assert "make demonstration" in str(raised.value)


def test_a_damaged_database_is_named_and_left_as_it_is(empty: Workspace) -> None:
    path = empty.database(Dataset.DEMONSTRATION)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database" * 1000)
    before = path.read_bytes()
    with pytest.raises(AtlasError) as raised:
        empty.store(Dataset.DEMONSTRATION)
    assert raised.value.problem.id == "damaged_database"
    assert "demonstration.duckdb" in str(raised.value)
    assert path.read_bytes() == before
    assert len(empty.store(Dataset.PUBLISHED).figures()) > 900


def test_the_version_changes_with_the_figures(empty: Workspace) -> None:
    before = empty.version(Dataset.PUBLISHED)
    store = empty.store(Dataset.PUBLISHED)
    store.undo(store.batches().batch[0], SYSTEM, reason="a test")
    assert empty.version(Dataset.PUBLISHED) != before


def test_databases_live_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ATLAS_DATA_FOLDER", str(tmp_path))
    assert data_folder() == tmp_path
    monkeypatch.delenv("ATLAS_DATA_FOLDER")
    assert data_folder().name == "data"


@pytest.mark.parametrize(
    ("division", "level", "reason"),
    [
        ("000000", Level.PROVINCE, "the country by provinces"),
        ("520000", Level.CITY, "a province by cities"),
        ("110000", Level.COUNTY, "a municipality has no cities"),
        ("520100", Level.COUNTY, "a city by counties"),
        ("520103", Level.TOWNSHIP, "a county by townships"),
        ("660000", Level.TOWNSHIP, "nothing below"),
    ],
)
def test_a_division_opens_on_its_own_kind_of_units(
    workspace: Workspace, division: str, level: Level, reason: str
) -> None:
    assert workspace.first_level(division) is level, reason


def test_without_any_indicator_the_file_is_named(empty: Workspace) -> None:
    bare = Workspace(
        empty.divisions,
        type(empty.definitions)({}, {}, {}, {}, file_name="indicators.yaml"),
        empty.folder,
        (),
    )
    with pytest.raises(AtlasError) as raised:
        bare.default_indicator  # noqa: B018
    assert "indicators.yaml" in str(raised.value)

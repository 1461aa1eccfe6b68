"""What every request works with: the divisions, the definitions, and the stores of the two datasets."""

import os
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from threading import RLock

from atlas.access import SYSTEM, Access, Entrance
from atlas.datasets import Dataset
from atlas.definitions import Definitions, Indicator, read_definitions
from atlas.divisions import COUNTRY, Divisions, Level, load_divisions
from atlas.ingest.published import load_published
from atlas.problems import AtlasError, Problem
from atlas.served_files import PROJECT_FOLDER
from atlas.store import Store

__all__ = ["COUNTRY", "Workspace", "data_folder", "open_workspace"]

FIRST_INDICATOR = "lawyers_per_10k"


@dataclass(frozen=True, eq=False)
class Workspace:
    """The loaded parts; `problems` says what could not be loaded while the rest works."""

    divisions: Divisions
    definitions: Definitions
    folder: Path
    problems: tuple[Problem, ...]
    _stores: dict[Dataset, Store] = field(default_factory=dict)
    _lock: RLock = field(default_factory=RLock)

    @cached_property
    def access(self) -> Access:
        """Who may do what; the access file lies beside the databases."""
        return Access(self.folder, self.divisions)

    @cached_property
    def entrance(self) -> Entrance:
        """Where people sign in; the accounts lie beside the databases."""
        return Entrance(self.folder, self.access)

    def database(self, dataset: Dataset) -> Path:
        """The database file of a dataset."""
        return self.folder / f"{dataset}.duckdb"

    def is_made(self, dataset: Dataset) -> bool:
        """Whether the dataset's database exists; demonstration figures are only made on demand."""
        return dataset is Dataset.PUBLISHED or self.database(dataset).exists()

    def store(self, dataset: Dataset) -> Store:
        """The open store of a dataset.

        Raises:
            AtlasError: `no_demonstration` before it is made, `damaged_database`, `database_in_use`,
                `read_only_database`.
        """
        with self._lock:
            if dataset not in self._stores:
                if not self.is_made(dataset):
                    raise AtlasError(Problem("no_demonstration"))
                store = Store.open(self.database(dataset), self.access)
                if dataset is Dataset.PUBLISHED:
                    self._fill(store)
                self._stores[dataset] = store
            return self._stores[dataset]

    def version(self, dataset: Dataset) -> str:
        """Changes whenever the dataset's figures or the definitions do."""
        return f"{self.store(dataset).version}-{self.definitions.version}"

    @property
    def default_indicator(self) -> Indicator:
        """The indicator a first visit opens on. AtlasError `no_indicators` where none is defined."""
        indicators = self.definitions.indicators
        if not indicators:
            raise AtlasError(*self.problems, Problem("no_indicators", {"file": self.definitions.file_name}))
        return indicators.get(FIRST_INDICATOR) or next(iter(indicators.values()))

    def first_level(self, division: str) -> Level:
        """The level of the units that a map of this division draws unless asked otherwise."""
        return next(iter(self.divisions.levels_below(division)), Level.TOWNSHIP)

    def _fill(self, store: Store) -> None:
        """Put the published figures in; those of another release are taken back, not deleted.

        A database that cannot be written shows what it holds.
        """
        published = load_published(self.definitions, self.divisions)
        batch = published.batch()
        batches = store.batches()
        accepted = list(batches[(batches.origin == batch.origin) & (batches.event == "accepted")].batch)
        if accepted == [batch.id] or (accepted and store.read_only):
            return
        if batch.id not in set(batches.batch):
            store.add(batch, SYSTEM)
        for older in accepted:
            store.undo(older, SYSTEM, reason="another release of the published figures")
        store.accept(batch.id, SYSTEM)


def data_folder() -> Path:
    """Where databases live: `ATLAS_DATA_FOLDER`, or `data/`."""
    return Path(os.environ.get("ATLAS_DATA_FOLDER", PROJECT_FOLDER / "data"))


@cache
def open_workspace() -> Workspace:
    """Load everything once; later calls return the same workspace.

    Raises:
        AtlasError: the divisions cannot be loaded, without which nothing can be shown.
    """
    divisions = load_divisions()
    definitions, faults = read_definitions()
    published = load_published(definitions, divisions)
    problems = published.problems
    if faults:
        # Hundreds of rows may lack a measure only because its definition is at fault, which is said already.
        problems = tuple(problem for problem in problems if problem.id != "unknown_measure")
    return Workspace(divisions, definitions, data_folder(), (*faults, *problems))

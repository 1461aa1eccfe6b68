"""The published figures: real figures that public sources state, and the census population."""

import csv
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import pandas as pd

from atlas.batches import OBSERVATION_COLUMNS, Batch, Source
from atlas.definitions import Definitions
from atlas.ingest.published_row import Figure, KnownDivisions, Place, Row, read_figure
from atlas.ingest.vocabulary import COLUMNS
from atlas.problems import AtlasError, Problem

DATA_FOLDER = Path(__file__).parents[2] / "data"
FILES = ("published_figures.csv", "population_2020.csv")
ORIGIN = "published"


@dataclass(frozen=True)
class PublishedFigures:
    """The sound rows of the published files, and a problem for each fault in the others."""

    figures: tuple[Figure, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def observations(self) -> pd.DataFrame:
        """One row per figure, with the columns that a batch's observations have."""
        rows = [
            (
                figure.division,
                figure.measure,
                str(figure.period),
                figure.period.first,
                figure.period.last,
                str(figure.period.kind),
                figure.value,
                "value",
                figure.qualifier,
                figure.source.id,
                figure.row,
                figure.precedence,
                figure.remarks,
            )
            for figure in self.figures
        ]
        return pd.DataFrame(rows, columns=list(OBSERVATION_COLUMNS))

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Each source once, in the order of the files."""
        return tuple({figure.source.id: figure.source for figure in self.figures}.values())

    @cached_property
    def version(self) -> str:
        """Changes whenever a figure, its source or a remark does."""
        return sha256(self.observations.to_csv(index=False).encode()).hexdigest()[:12]

    def batch(self, received_at: dt.datetime | None = None) -> Batch:
        """All figures as one batch, whose id stays the same as long as the figures do."""
        return Batch(
            id=f"{ORIGIN}-{self.version}",
            origin=ORIGIN,
            observations=(self.observations,),
            received_at=received_at or dt.datetime.now(dt.UTC),
            author="atlas",
            file_name=" + ".join(FILES),
            sha256=self.version,
            sources=self.sources,
        )


def load_published(
    definitions: Definitions,
    divisions: KnownDivisions,
    folder: Path = DATA_FOLDER,
    files: Sequence[str] = FILES,
) -> PublishedFigures:
    """Read and check the published files.

    Never raises for what a file contains: a faulty row is left out and reported with file, row, column, value
    and remedy, and so is a file that is missing or lacks a column.
    """
    figures: list[Figure] = []
    problems: list[Problem] = []
    for name in files:
        try:
            rows = tuple(_rows(folder / name))
        except AtlasError as error:
            problems.extend(error.problems)
            continue
        for place, row in rows:
            try:
                figures.append(read_figure(row, place, definitions, divisions))
            except AtlasError as error:
                problems.extend(error.problems)
    return PublishedFigures(tuple(figures), tuple(problems))


def _rows(path: Path) -> Iterator[tuple[Place, Row]]:
    """Each row with its place; the header is row 1, as a spreadsheet shows it."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="")
            missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
            if missing:
                found = (Problem("missing_column", {"file": path.name, "column": name}) for name in missing)
                raise AtlasError(*found)
            for number, row in enumerate(reader, start=2):
                yield Place(path.name, number), {column: row[column].strip() for column in COLUMNS}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise AtlasError(Problem("unreadable_file", {"file": path.name})) from error

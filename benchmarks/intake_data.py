"""A spreadsheet as a ministry might load it at once, one per cent faulty, and a store with a history."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv

from atlas.access import SYSTEM
from atlas.batches import Batch
from atlas.datasets import Dataset
from atlas.definitions import read_definitions
from atlas.divisions import COUNTRY, Level, Scope, load_divisions
from atlas.store import Store
from atlas.workspace import Workspace

ACCESS = "people:\n  bench: {role: administrator}\n"
MEASURES = (
    "disputes_mediated",
    "disputes_mediated_successfully",
    "legal_aid_cases",
    "consultations",
    "lawyers",
    "mediators",
    "law_firms",
    "notaries",
    "notary_cases",
    "hotline_queries",
)
IN_HISTORY = 4
"""How many of the measures the store knows already."""
HISTORY = range(2023 * 12 + 1, 2026 * 12 + 1)
"""36 months, February 2023 to January 2026."""
LAST = 2026 * 12 + 9
FAULTY = 0.01
NAMES = {name: measure.name.zh for name, measure in read_definitions()[0].measures.items()}


@dataclass(frozen=True, eq=False)
class Grid:
    """Every unit × measure × month, in the order of a long table: code, measure, month, value."""

    codes: npt.NDArray[np.object_]
    measures: npt.NDArray[np.object_]
    months: npt.NDArray[np.int64]
    values: npt.NDArray[np.float64]


def units() -> list[str]:
    """The codes of the counties and of what stands in for them."""
    divisions = load_divisions()
    return [each.code for each in divisions.units(COUNTRY, Level.COUNTY) if each.scope is Scope.REPORTING]


def grid(measures: tuple[str, ...], months: range) -> Grid:
    """Figures that vary by ten per cent around what is usual for the unit and the measure."""
    random = np.random.default_rng(7)
    codes = np.array(units(), dtype=object)
    usual = np.exp(random.normal(5, 1, (len(MEASURES), len(codes))))
    usual[1] = usual[0] * 0.6
    parts = []
    for measure in measures:
        around = usual[MEASURES.index(measure)]
        parts.append(np.rint(around * np.exp(random.normal(0, 0.1, (len(months), len(codes))))))
    size = len(months) * len(codes)
    return Grid(
        np.tile(codes, len(months) * len(measures)),
        np.repeat(np.array(measures, dtype=object), size),
        np.tile(np.repeat(np.array(months), len(codes)), len(measures)),
        np.concatenate([part.ravel() for part in parts]) + 10,
    )


def make_store(folder: Path) -> Workspace:
    """An atlas whose store holds 36 months of four measures for every unit."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "access.yaml").write_text(ACCESS, encoding="utf-8")
    workspace = opened(folder)
    store = Store.open(workspace.database(Dataset.DEMONSTRATION))
    batch = Batch("history", "benchmark", _observations(), dt.datetime(2026, 2, 1, tzinfo=dt.UTC))
    store.submit(batch, SYSTEM)
    store.close()
    return workspace


def opened(folder: Path) -> Workspace:
    """The atlas in a folder."""
    return Workspace(load_divisions(), read_definitions()[0], folder, ())


def write_file(path: Path, rows: int) -> None:
    """A CSV in the long layout: code, period, measure, value; one row in a hundred has a fault."""
    per_month = len(units())
    measures = MEASURES[:IN_HISTORY] if rows <= 200_000 else MEASURES
    months = -(-rows // (per_month * len(measures)))
    table = grid(measures, range(LAST - months + 1, LAST + 1))
    cells = pa.table(
        {
            "区划代码": pa.array(table.codes[:rows]),
            "期间": _codes(table.months[:rows]),
            "数据项": pa.array([NAMES[name] for name in table.measures[:rows]]),
            "数值": pa.array([f"{value:.0f}" for value in table.values[:rows]]),
        }
    )
    pyarrow.csv.write_csv(_with_faults(cells), path)


def _with_faults(cells: pa.Table) -> pa.Table:
    """Unknown codes, words for numbers, negative figures, fractions, wrong units, months to come, repeats."""
    random = np.random.default_rng(8)
    columns = {name: cells[name].to_numpy().copy() for name in cells.column_names}
    chosen = random.choice(cells.num_rows, int(cells.num_rows * FAULTY), replace=False)
    kinds = np.array_split(chosen, 7)
    columns["区划代码"][kinds[0]] = "529999"
    columns["数值"][kinds[1]] = "待核"
    columns["数值"][kinds[2]] = "-5"
    columns["数值"][kinds[3]] = "0.5"
    columns["数值"][kinds[4]] = [f"{text}0000" for text in columns["数值"][kinds[4]]]
    columns["期间"][kinds[5]] = "2027-01"
    for name in ("区划代码", "期间", "数据项"):
        columns[name][kinds[6]] = columns[name][(kinds[6] + 1) % cells.num_rows]
    return pa.table(columns)


def _observations() -> Iterator[pa.Table]:
    table = grid(MEASURES[:IN_HISTORY], HISTORY)
    size = len(table.codes) // IN_HISTORY
    for begin in range(0, len(table.codes), size):
        part = slice(begin, begin + size)
        months = table.months[part].astype(np.int32)
        yield pa.table(
            {
                "division": pa.array(table.codes[part]),
                "measure": pa.array(table.measures[part]),
                "period": _codes(table.months[part]),
                "first_month": months,
                "last_month": months,
                "kind": pa.repeat("month", size),
                "value": table.values[part],
            }
        )


def _codes(months: npt.NDArray[np.int64]) -> pa.Array:
    distinct, places = np.unique(months, return_inverse=True)
    return pa.array([f"{month // 12}-{month % 12 + 1:02d}" for month in distinct]).take(pa.array(places))

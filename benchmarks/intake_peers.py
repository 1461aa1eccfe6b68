"""What the intake is measured against: DuckDB's own reader with a join, and the same rules in pandera."""

import datetime as dt
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from benchmarks.intake_data import HISTORY, IN_HISTORY, MEASURES, NAMES, grid, units

CODE, PERIOD, MEASURE, VALUE = "区划代码", "期间", "数据项", "数值"
MEDIATED, SUCCESSFUL = NAMES["disputes_mediated"], NAMES["disputes_mediated_successfully"]


def read_and_join(path: Path, divisions: pd.DataFrame) -> int:
    """DuckDB reads the file, joins it on the divisions and gives all rows out; returns how many."""
    connection = duckdb.connect()
    connection.register("divisions", divisions)
    file = connection.read_csv(str(path)).set_alias("file")
    joined = file.join(connection.table("divisions"), f'divisions.code = file."{CODE}"', how="left")
    rows = int(joined.to_arrow_table().num_rows)
    connection.close()
    return rows


class Pandera:
    """The rules of the atlas as one lazy schema, vectorised wherever pandera lets them be."""

    def __init__(self, today: dt.date) -> None:
        table = grid(MEASURES[:IN_HISTORY], HISTORY)
        history = pd.DataFrame(
            {CODE: table.codes, MEASURE: [NAMES[name] for name in table.measures], "past": table.values}
        )
        self._history = history
        self._units = units()
        months = [f"{year}-{month:02d}" for year in range(2015, 2027) for month in range(1, 13)]
        self._months = [each for each in months if each <= f"{today:%Y-%m}"]
        self._schema = pa.DataFrameSchema(
            {
                CODE: pa.Column(str, pa.Check.isin(self._units)),
                PERIOD: pa.Column(str, pa.Check.isin(self._months)),
                MEASURE: pa.Column(str, pa.Check.isin(list(NAMES.values()))),
                VALUE: pa.Column(
                    float,
                    [pa.Check.ge(0), pa.Check.le(1e10), pa.Check(lambda values: values % 1 == 0)],
                    coerce=True,
                    nullable=True,
                ),
            },
            checks=[pa.Check(self._usual_size), pa.Check(_within), pa.Check(self._complete)],
            unique=[CODE, MEASURE, PERIOD],
        )

    def faults(self, path: Path) -> int:
        """Read the file and check it; how many failures pandera lists."""
        rows = pd.read_csv(path, dtype=str)
        try:
            self._schema.validate(rows, lazy=True)
        except SchemaErrors as errors:
            return len(errors.failure_cases)
        return 0

    def _usual_size(self, rows: pd.DataFrame) -> "pd.Series[bool]":
        joined = rows.merge(_usual(self._history), how="left", left_on=[CODE, MEASURE], right_index=True)
        value = pd.to_numeric(joined[VALUE], errors="coerce")
        return ~((value < joined["low"]) | (value > joined["high"]))

    def _complete(self, rows: pd.DataFrame) -> bool:
        present = rows.groupby(PERIOD)[CODE].agg(set)
        return all(len(set(self._units) - codes) == 0 for codes in present)


def _within(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Successful mediations are at most all of them."""
    keyed = rows.assign(number=pd.to_numeric(rows[VALUE], errors="coerce"))
    limits = keyed[keyed[MEASURE] == MEDIATED].drop_duplicates([CODE, PERIOD])[[CODE, PERIOD, "number"]]
    joined = keyed.merge(limits, how="left", on=[CODE, PERIOD], suffixes=("", "_limit"))
    exceeds = (joined[MEASURE] == SUCCESSFUL) & (joined["number"] > joined["number_limit"])
    return pd.Series(~exceeds.to_numpy(), index=rows.index)


def _usual(history: pd.DataFrame) -> pd.DataFrame:
    """The range by modified z-score and quartiles, computed as one would in pandas."""
    past = history.groupby([CODE, MEASURE])["past"]
    middle = past.transform("median")
    spread = (history["past"] - middle).abs().groupby([history[CODE], history[MEASURE]]).median() / 0.6745
    median, first, third = past.median(), past.quantile(0.25), past.quantile(0.75)
    fence = 1.5 * (third - first)
    low = np.minimum(median - 3.5 * spread, first - fence)
    high = np.maximum(median + 3.5 * spread, third + fence)
    return pd.DataFrame({"low": low, "high": high})

"""What both pages show: demonstration figures, in a database for the atlas and as a table for the peer."""

from pathlib import Path

import pandas as pd

from atlas.datasets import Dataset
from atlas.definitions import read_definitions
from atlas.demonstration import make_demonstration
from atlas.divisions import COUNTRY, Level, load_divisions
from atlas.indicators import evaluate
from atlas.ingest.published import load_published
from atlas.periods import Period
from atlas.store import Store

PERIOD = "2025"
FIRST = "lawyers_per_10k"
INDICATORS = (
    "legal_aid_cases_per_10k",
    "mediation_success_rate",
    "notary_cases_per_10k",
    "lawyers",
    "village_advisor_coverage",
    "disputes_per_mediator",
)


def demonstration_values(folder: Path) -> pd.DataFrame:
    """Make the demonstration database in `folder` if it is not there; the measured indicators of every unit.

    One row for each division of each level, one column `code`, and one for each indicator by the English name
    that both pages use.
    """
    divisions = load_divisions()
    definitions, _ = read_definitions()
    path = folder / f"{Dataset.DEMONSTRATION}.duckdb"
    make_demonstration(path, divisions, definitions, load_published(definitions, divisions))
    codes = list(
        dict.fromkeys(
            unit.code
            for level in (Level.PROVINCE, Level.CITY, Level.COUNTY)
            for unit in divisions.units(COUNTRY, level)
        )
    )
    store = Store.open(path)
    try:
        columns = {
            definitions.indicators[name].name.en: [
                value.value
                for value in evaluate(
                    store, definitions, divisions, definitions.indicators[name], codes, Period.parse(PERIOD)
                )
            ]
            for name in (FIRST, *INDICATORS)
        }
    finally:
        store.close()
    return pd.DataFrame({"code": codes, **columns}).astype(dict.fromkeys(columns, "float64"))

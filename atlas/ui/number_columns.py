"""Numbers in the columns of a table on a page: aligned, with the same decimals from top to bottom."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig


def rounded_table(table: pd.DataFrame, decimals: Mapping[str, int]) -> pd.DataFrame:
    """The table with these columns rounded; what rounds to zero has no sign."""
    rounded = {name: table[name].astype(float).round(places) + 0.0 for name, places in decimals.items()}
    return table.assign(**rounded)


def number_columns(decimals: Mapping[str, int]) -> dict[str, ColumnConfig]:
    """How these columns are written: whole numbers in groups of three, others with exactly these decimals."""
    return {
        name: st.column_config.NumberColumn(format=f"%.{places}f" if places else "localized")
        for name, places in decimals.items()
    }

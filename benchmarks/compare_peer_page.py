"""The obvious way to compare provinces: `st.altair_chart` over raw frames, all made again at every change.

Where there was a choice it was made in this page's favour: counts and boundaries are read once and kept, the
counts are those of counties and months already, and there are no intervals, no verdicts, no funnel and no
words. Everything else is as the libraries' own examples do it.
"""

import json
import os
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

FOLDER = Path(os.environ["BENCHMARK_FOLDER"])
LAST_YEAR = 2025
FEATURES: Any = {"property": "features", "type": "json"}
alt.data_transformers.disable_max_rows()


@st.cache_resource
def polygons(province: str) -> Any:
    """The cities of a province as GeoJSON."""
    return json.loads((FOLDER / f"cities-{province}.geojson").read_text(encoding="utf-8"))


@st.cache_resource
def counts() -> pd.DataFrame:
    """One row for each county and month: province, name, city, year, disputes, solved."""
    return pd.read_parquet(FOLDER / "counts.parquet")


def rates(frame: pd.DataFrame, *by: str) -> pd.DataFrame:
    """The mediation success rate of groups of rows."""
    summed = frame.groupby(list(by), as_index=False)[["disputes", "solved"]].sum()
    summed["rate"] = 100 * summed.solved / summed.disputes
    return summed


st.set_page_config(layout="wide")
names = counts()[["province", "name"]].drop_duplicates().set_index("name").province
first = st.query_params.get("compare", "").split(",")
chosen = st.multiselect("Provinces", list(names.index), [n for n in names.index if names[n] in first])
frame = counts()[counts().name.isin(chosen)]
cities = rates(frame[frame.year == LAST_YEAR], "province", "city")
scale = alt.Scale(scheme="blues", domain=[cities.rate.min(), cities.rate.max()])
for name, column in zip(chosen, st.columns(max(len(chosen), 1)), strict=True):
    features = alt.InlineData(polygons(names[name]), format=FEATURES)
    shown = alt.Chart(features, title=name, height=220).mark_geoshape(stroke="white")
    shown = shown.transform_lookup(lookup="id", from_=alt.LookupData(cities, "city", ["rate"]))
    shown = shown.encode(color=alt.Color("rate:Q", scale=scale)).project(type="identity", reflectY=True)
    column.altair_chart(shown)
provinces = rates(frame[frame.year == LAST_YEAR], "name")
st.altair_chart(alt.Chart(provinces).mark_bar().encode(x="rate:Q", y=alt.Y("name:N", sort="-x")))
years = rates(frame, "name", "year")
st.altair_chart(
    alt.Chart(years)
    .mark_line(point=True)
    .encode(x="year:O", y=alt.Y("rate:Q").scale(zero=False), color="name:N")
)
st.dataframe(provinces)
